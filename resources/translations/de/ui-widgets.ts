<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>ui-widgets</name>
<message>
<source>Back</source>
<translation>Zurück</translation>
</message>
<message>
<source>Browse…</source>
<translation>Durchsuchen…</translation>
</message>
<message>
<source>Caps Lock is on.</source>
<translation>Die Feststelltaste ist aktiv.</translation>
</message>
<message>
<source>Clear</source>
<translation>Leeren</translation>
</message>
<message>
<source>Close</source>
<translation>Schließen</translation>
</message>
<message>
<source>Copied</source>
<translation>Kopiert</translation>
</message>
<message>
<source>Dismiss</source>
<translation>Ausblenden</translation>
</message>
<message>
<source>Hide Password</source>
<translation>Passwort verbergen</translation>
</message>
<message>
<source>No data yet</source>
<translation>Noch keine Daten</translation>
</message>
<message>
<source>Show Password</source>
<translation>Passwort zeigen</translation>
</message>
<message>
<source>Show as Chart</source>
<translation>Als Diagramm zeigen</translation>
</message>
<message>
<source>Show as Table</source>
<translation>Als Tabelle zeigen</translation>
</message>
<message>
<source>Suggestions</source>
<translation>Vorschläge</translation>
</message>
<message>
<source>Time</source>
<translation>Zeit</translation>
</message>
<message>
<source>Unit</source>
<translation>Einheit</translation>
</message>
<message>
<source>Working</source>
<translation>Wird bearbeitet</translation>
</message>
<message>
<source>current step</source>
<translation>jetziger Schritt</translation>
</message>
<message>
<source>days</source>
<translation>Tage</translation>
</message>
<message>
<source>done</source>
<translation>erledigt</translation>
</message>
<message>
<source>hours</source>
<translation>Stunden</translation>
</message>
<message>
<source>milliseconds</source>
<translation>Millisekunden</translation>
</message>
<message>
<source>minutes</source>
<translation>Minuten</translation>
</message>
<message>
<source>not yet</source>
<translation>noch nicht</translation>
</message>
<message>
<source>seconds</source>
<translation>Sekunden</translation>
</message>
<message>
<source>{count} values. Left and Right read them.</source>
<translation>{count} Werte. Links und Rechts lesen sie vor.</translation>
</message>
<message>
<source>{message} (line {line}, column {column})</source>
<translation>{message} (Zeile {line}, Spalte {column})</translation>
</message>
</context>
</TS>

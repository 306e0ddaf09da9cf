<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>ui-log</name>
<message>
<source>All</source>
<translation>Alle</translation>
</message>
<message>
<source>All integrations</source>
<translation>Alle Integrationen</translation>
</message>
<message>
<source>All steps</source>
<translation>Alle Schritte</translation>
</message>
<message>
<source>Attempt</source>
<translation>Versuch</translation>
</message>
<message>
<source>CSV (*.csv);;JSON Lines (*.jsonl)</source>
<translation>CSV (*.csv);;JSON Lines (*.jsonl)</translation>
</message>
<message>
<source>Cause</source>
<translation>Ursache</translation>
</message>
<message>
<source>Clear Filters</source>
<translation>Filter aufheben</translation>
</message>
<message>
<source>Close Details</source>
<translation>Details schließen</translation>
</message>
<message>
<source>Copy Entry</source>
<translation>Eintrag kopieren</translation>
</message>
<message>
<source>Deleted integration</source>
<translation>Gelöschte Integration</translation>
</message>
<message>
<source>Entries appear when an integration runs.</source>
<translation>Einträge erscheinen, wenn eine Integration läuft.</translation>
</message>
<message>
<source>Entry details</source>
<translation>Details des Eintrags</translation>
</message>
<message>
<source>Errors</source>
<translation>Fehler</translation>
</message>
<message>
<source>Everything your integrations do, as it happens.</source>
<translation>Alles, was Ihre Integrationen tun, während es geschieht.</translation>
</message>
<message>
<source>Export Message Log</source>
<translation>Protokoll exportieren</translation>
</message>
<message>
<source>Export…</source>
<translation>Exportieren…</translation>
</message>
<message>
<source>Find in log</source>
<translation>Suchen</translation>
</message>
<message>
<source>From</source>
<translation>Von</translation>
</message>
<message>
<source>Info</source>
<translation>Info</translation>
</message>
<message>
<source>Integration</source>
<translation>Integration</translation>
</message>
<message>
<source>Level</source>
<translation>Stufe</translation>
</message>
<message>
<source>Live</source>
<translation>Live</translation>
</message>
<message>
<source>Message</source>
<translation>Nachricht</translation>
</message>
<message>
<source>Message Log</source>
<translation>Protokoll</translation>
</message>
<message>
<source>Message-ID</source>
<translation>Message-ID</translation>
</message>
<message>
<source>No entry matches</source>
<translation>Kein Eintrag passt</translation>
</message>
<message>
<source>Nothing yet</source>
<translation>Noch nichts</translation>
</message>
<message>
<source>Open in Needs Attention</source>
<translation>In „Zu klären“ öffnen</translation>
</message>
<message>
<source>Pause</source>
<translation>Anhalten</translation>
</message>
<message>
<source>Paused</source>
<translation>Pausiert</translation>
</message>
<message>
<source>Paused · {count} new</source>
<translation>Pausiert · {count} neu</translation>
</message>
<message>
<source>Receive Email</source>
<translation>E-Mail empfangen</translation>
</message>
<message>
<source>Resume</source>
<translation>Fortsetzen</translation>
</message>
<message>
<source>Sent to</source>
<translation>Gesendet an</translation>
</message>
<message>
<source>Server said</source>
<translation>Antwort</translation>
</message>
<message>
<source>Step</source>
<translation>Schritt</translation>
</message>
<message>
<source>Subject</source>
<translation>Betreff</translation>
</message>
<message>
<source>The log was not exported</source>
<translation>Das Protokoll wurde nicht exportiert</translation>
</message>
<message>
<source>The newest entries, up to 100,000, are kept while Mailflow runs</source>
<translation>Die neuesten Einträge, bis zu 100.000, bleiben, solange Mailflow läuft</translation>
</message>
<message>
<source>Time</source>
<translation>Zeit</translation>
</message>
<message>
<source>Took</source>
<translation>Dauer</translation>
</message>
<message>
<source>Warning</source>
<translation>Warnung</translation>
</message>
<message>
<source>Warnings</source>
<translation>Warnungen</translation>
</message>
<message numerus="yes">
<source>{count} entries</source>
<translation><numerusform>{count} Eintrag</numerusform><numerusform>{count} Einträge</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} entries exported to {name}</source>
<translation><numerusform>{count} Eintrag nach {name} exportiert</numerusform><numerusform>{count} Einträge nach {name} exportiert</numerusform></translation>
</message>
<message>
<source>{shown} of {total} entries</source>
<translation>{shown} von {total} Einträgen</translation>
</message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>ui-search</name>
<message>
<source>Actions</source>
<translation>Aktionen</translation>
</message>
<message>
<source>All messages with “{text}”</source>
<translation>Alle Nachrichten mit „{text}“</translation>
</message>
<message>
<source>Deleted integration</source>
<translation>Gelöschte Integration</translation>
</message>
<message>
<source>Enter</source>
<translation>Eingabe</translation>
</message>
<message>
<source>Esc</source>
<translation>Esc</translation>
</message>
<message>
<source>Find a Message</source>
<translation>Nachricht suchen</translation>
</message>
<message>
<source>Integrations and connections</source>
<translation>Integrationen und Verbindungen</translation>
</message>
<message>
<source>Messages</source>
<translation>Nachrichten</translation>
</message>
<message>
<source>No message holds “{text}”</source>
<translation>Keine Nachricht enthält „{text}“</translation>
</message>
<message>
<source>No subject</source>
<translation>Kein Betreff</translation>
</message>
<message>
<source>Nothing is called “{text}”</source>
<translation>Nichts heißt „{text}“</translation>
</message>
<message>
<source>Places</source>
<translation>Orte</translation>
</message>
<message>
<source>Quick search</source>
<translation>Schnellsuche</translation>
</message>
<message numerus="yes">
<source>Retry {count} failed messages of “{name}”</source>
<translation><numerusform>{count} fehlgeschlagene Nachricht von „{name}“ erneut versuchen</numerusform><numerusform>{count} fehlgeschlagene Nachrichten von „{name}“ erneut versuchen</numerusform></translation>
</message>
<message>
<source>Search</source>
<translation>Suchen</translation>
</message>
<message>
<source>Search ({keys})</source>
<translation>Suchen ({keys})</translation>
</message>
<message>
<source>Search integrations, connections, actions and messages</source>
<translation>Integrationen, Verbindungen, Aktionen und Nachrichten suchen</translation>
</message>
<message>
<source>Searching…</source>
<translation>Suche läuft…</translation>
</message>
<message>
<source>Show More</source>
<translation>Mehr anzeigen</translation>
</message>
<message>
<source>Start “{name}”</source>
<translation>„{name}“ starten</translation>
</message>
<message>
<source>Stop “{name}”</source>
<translation>„{name}“ anhalten</translation>
</message>
<message>
<source>Subject, sender, recipient or Message-ID</source>
<translation>Betreff, Absender, Empfänger oder Message-ID</translation>
</message>
<message>
<source>Try fewer letters.</source>
<translation>Versuchen Sie es mit weniger Buchstaben.</translation>
</message>
<message>
<source>Try fewer letters. Older ones were not searched yet.</source>
<translation>Versuchen Sie es mit weniger Buchstaben. Ältere wurden noch nicht durchsucht.</translation>
</message>
<message>
<source>What happened to an email? Search by subject, sender, recipient or Message-ID.</source>
<translation>Was ist mit einer E-Mail geschehen? Suchen Sie nach Betreff, Absender, Empfänger oder Message-ID.</translation>
</message>
<message>
<source>choose</source>
<translation>wählen</translation>
</message>
<message>
<source>close</source>
<translation>schließen</translation>
</message>
<message>
<source>connection · {host}</source>
<translation>Verbindung · {host}</translation>
</message>
<message>
<source>integration · {state}</source>
<translation>Integration · {state}</translation>
</message>
<message>
<source>no server yet</source>
<translation>noch kein Server</translation>
</message>
<message>
<source>open</source>
<translation>öffnen</translation>
</message>
<message>
<source>{sender} · failed {time}</source>
<translation>{sender} · fehlgeschlagen {time}</translation>
</message>
<message>
<source>{sender} · filtered out {time}</source>
<translation>{sender} · ausgefiltert {time}</translation>
</message>
<message>
<source>{sender} · received {time}</source>
<translation>{sender} · empfangen {time}</translation>
</message>
<message>
<source>{sender} · sent {time}</source>
<translation>{sender} · gesendet {time}</translation>
</message>
<message>
<source>{sender} · skipped {time}</source>
<translation>{sender} · übersprungen {time}</translation>
</message>
<message>
<source>{sender} · waits since {time}</source>
<translation>{sender} · wartet seit {time}</translation>
</message>
<message>
<source>↑↓</source>
<translation>↑↓</translation>
</message>
</context>
</TS>

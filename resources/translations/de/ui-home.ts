<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>ui-home</name>
<message>
<source>A pretend mail server that runs only on this computer, with sample messages. Build your first integration and watch it work. Nothing leaves your machine.</source>
<translation>Ein nachgestellter Mailserver nur auf diesem Computer, mit Beispielnachrichten. Bauen Sie Ihre erste Integration und sehen Sie ihr bei der Arbeit zu. Nichts verlässt Ihren Computer.</translation>
</message>
<message>
<source>About 2 minutes · no account needed</source>
<translation>Etwa 2 Minuten · ohne Konto</translation>
</message>
<message>
<source>Connect a mailbox, say what should happen to new messages, and switch it on.
Mailflow keeps working in the background on this computer.</source>
<translation>Postfach verbinden, sagen, was mit neuen Nachrichten geschieht, einschalten.
Mailflow arbeitet auf diesem Computer im Hintergrund weiter.</translation>
</message>
<message>
<source>Connect your mailbox</source>
<translation>Ihr Postfach verbinden</translation>
</message>
<message>
<source>Connections</source>
<translation>Verbindungen</translation>
</message>
<message>
<source>Create Connection</source>
<translation>Verbindung erstellen</translation>
</message>
<message>
<source>Create Integration</source>
<translation>Integration erstellen</translation>
</message>
<message>
<source>Create an integration</source>
<translation>Integration erstellen</translation>
</message>
<message>
<source>Everything is paused</source>
<translation>Alles ist pausiert</translation>
</message>
<message>
<source>Failed</source>
<translation>Fehlgeschlagen</translation>
</message>
<message>
<source>Filter</source>
<translation>Filtern</translation>
</message>
<message>
<source>Filtered out</source>
<translation>Ausgefiltert</translation>
</message>
<message>
<source>Handled {subject}</source>
<translation>{subject} bearbeitet</translation>
</message>
<message>
<source>Home</source>
<translation>Start</translation>
</message>
<message>
<source>IMAP, POP3 and SMTP servers</source>
<translation>Server mit IMAP, POP3 und SMTP</translation>
</message>
<message>
<source>Ideas to start from</source>
<translation>Ideen für den Anfang</translation>
</message>
<message>
<source>Integrations</source>
<translation>Integrationen</translation>
</message>
<message>
<source>Integrations wait until you switch it off under Settings, Network.</source>
<translation>Integrationen warten, bis Sie es unter Einstellungen, Netzwerk ausschalten.</translation>
</message>
<message>
<source>Last 12 hours</source>
<translation>Letzte 12 Stunden</translation>
</message>
<message>
<source>Last 12 hours, at most {most} in an hour</source>
<translation>Letzte 12 Stunden, höchstens {most} in einer Stunde</translation>
</message>
<message>
<source>Last message {time}</source>
<translation>Letzte Nachricht {time}</translation>
</message>
<message>
<source>Let your email do the routine work</source>
<translation>Überlassen Sie Mailflow die Routine</translation>
</message>
<message>
<source>Mailflow continues by itself when it is back.</source>
<translation>Mailflow macht von selbst weiter, wenn es wieder da ist.</translation>
</message>
<message>
<source>Mailflow tries again by itself, nothing is lost.</source>
<translation>Mailflow versucht es von selbst erneut, nichts geht verloren.</translation>
</message>
<message>
<source>Most in an hour: {most}. This hour: {now}</source>
<translation>Die meisten in einer Stunde: {most}. In dieser Stunde: {now}</translation>
</message>
<message>
<source>No message yet</source>
<translation>Noch keine Nachricht</translation>
</message>
<message>
<source>No message yet, looked {time}</source>
<translation>Noch keine Nachricht, nachgesehen {time}</translation>
</message>
<message>
<source>No messages yet</source>
<translation>Noch keine Nachrichten</translation>
</message>
<message>
<source>No network</source>
<translation>Kein Netzwerk</translation>
</message>
<message>
<source>Not successful</source>
<translation>Fehlgeschlagen</translation>
</message>
<message>
<source>Nothing is lost: Mailflow keeps trying.</source>
<translation>Nichts geht verloren: Mailflow versucht es weiter.</translation>
</message>
<message numerus="yes">
<source>Nothing is lost: they wait until you decide.</source>
<translation><numerusform>Nichts geht verloren: Sie wartet, bis Sie entscheiden.</numerusform><numerusform>Nichts geht verloren: Sie warten, bis Sie entscheiden.</numerusform></translation>
</message>
<message>
<source>Open</source>
<translation>Öffnen</translation>
</message>
<message>
<source>Open Log</source>
<translation>Protokoll öffnen</translation>
</message>
<message>
<source>Open {name}</source>
<translation>{name} öffnen</translation>
</message>
<message>
<source>Receive</source>
<translation>Empfangen</translation>
</message>
<message>
<source>Receive a new email, filter only what you want, send a reply or a copy</source>
<translation>Eine neue E-Mail empfangen, nur filtern, was Sie wollen, eine Antwort oder Kopie senden</translation>
</message>
<message>
<source>Received today</source>
<translation>Heute empfangen</translation>
</message>
<message>
<source>Received {subject}</source>
<translation>{subject} empfangen</translation>
</message>
<message>
<source>Recent activity</source>
<translation>Zuletzt</translation>
</message>
<message>
<source>Resume</source>
<translation>Fortsetzen</translation>
</message>
<message>
<source>Review Messages</source>
<translation>Nachrichten ansehen</translation>
</message>
<message>
<source>Say which messages Mailflow takes and what happens to them. You see the result before anything is sent.</source>
<translation>Sagen Sie, welche Nachrichten Mailflow nimmt und was mit ihnen geschieht. Sie sehen das Ergebnis, bevor etwas gesendet wird.</translation>
</message>
<message>
<source>Send</source>
<translation>Senden</translation>
</message>
<message>
<source>Sent</source>
<translation>Gesendet</translation>
</message>
<message>
<source>Sent to {to}</source>
<translation>Gesendet an {to}</translation>
</message>
<message>
<source>Show Details</source>
<translation>Details anzeigen</translation>
</message>
<message>
<source>Skipped {subject}</source>
<translation>{subject} übersprungen</translation>
</message>
<message>
<source>Start Sandbox</source>
<translation>Übungsserver starten</translation>
</message>
<message>
<source>Stopped</source>
<translation>Angehalten</translation>
</message>
<message>
<source>Stopped by you, last message {time}</source>
<translation>Von Ihnen angehalten, letzte Nachricht {time}</translation>
</message>
<message>
<source>Stopped {subject}</source>
<translation>{subject} ausgefiltert</translation>
</message>
<message>
<source>The computer runs on battery power. Mailflow continues by itself when it is plugged in.</source>
<translation>Der Computer läuft mit dem Akku. Mailflow macht von selbst weiter, sobald er am Strom ist.</translation>
</message>
<message>
<source>They appear here when an integration runs.</source>
<translation>Sie erscheinen hier, wenn eine Integration läuft.</translation>
</message>
<message>
<source>Try the built-in sandbox</source>
<translation>Mit dem Übungsserver ausprobieren</translation>
</message>
<message>
<source>Undo</source>
<translation>Rückgängig</translation>
</message>
<message>
<source>Use This Idea</source>
<translation>Idee nehmen</translation>
</message>
<message>
<source>Use This Idea: {title}</source>
<translation>Idee nehmen: {title}</translation>
</message>
<message>
<source>View All</source>
<translation>Alle zeigen</translation>
</message>
<message>
<source>View All {count}</source>
<translation>Alle {count} zeigen</translation>
</message>
<message>
<source>You need the server name and your password. Passwords go into your system keyring, never into a file.</source>
<translation>Sie brauchen den Servernamen und Ihr Passwort. Passwörter kommen in den Schlüsselbund des Systems, nie in eine Datei.</translation>
</message>
<message>
<source>You work offline</source>
<translation>Sie arbeiten offline</translation>
</message>
<message>
<source>Your connection is ready</source>
<translation>Ihre Verbindung ist bereit</translation>
</message>
<message>
<source>a new email</source>
<translation>eine neue E-Mail</translation>
</message>
<message>
<source>a reply or a copy</source>
<translation>eine Antwort oder Kopie</translation>
</message>
<message>
<source>as many as yesterday</source>
<translation>so viele wie gestern</translation>
</message>
<message>
<source>dddd d MMMM</source>
<translation>dddd, d. MMMM</translation>
</message>
<message>
<source>kept until you decide</source>
<translation>warten auf Sie</translation>
</message>
<message>
<source>last one {time}</source>
<translation>zuletzt {time}</translation>
</message>
<message>
<source>no subject</source>
<translation>kein Betreff</translation>
</message>
<message>
<source>none by this time yesterday</source>
<translation>gestern noch keine</translation>
</message>
<message>
<source>none yet</source>
<translation>noch keine</translation>
</message>
<message>
<source>nothing failed</source>
<translation>nichts fehlgeschlagen</translation>
</message>
<message>
<source>only what you want</source>
<translation>nur was Sie wollen</translation>
</message>
<message>
<source>stopped by a filter step</source>
<translation>vom Filter beendet</translation>
</message>
<message>
<source>today</source>
<translation>heute</translation>
</message>
<message>
<source>{count} fewer than yesterday</source>
<translation>{count} weniger als gestern</translation>
</message>
<message>
<source>{count} integrations are held up</source>
<translation>{count} Integrationen kommen nicht weiter</translation>
</message>
<message>
<source>{count} integrations could not deliver them.</source>
<translation>{count} Integrationen konnten sie nicht zustellen.</translation>
</message>
<message numerus="yes">
<source>{count} messages need your attention</source>
<translation><numerusform>{count} Nachricht ist zu klären</numerusform><numerusform>{count} Nachrichten sind zu klären</numerusform></translation>
</message>
<message>
<source>{count} more than yesterday</source>
<translation>{count} mehr als gestern</translation>
</message>
<message>
<source>{count} today</source>
<translation>{count} heute</translation>
</message>
<message>
<source>{name}, on or off</source>
<translation>{name}, ein oder aus</translation>
</message>
<message numerus="yes">
<source>{on} of {count} integrations are on</source>
<translation><numerusform>{on} von {count} Integration eingeschaltet</numerusform><numerusform>{on} von {count} Integrationen eingeschaltet</numerusform></translation>
</message>
<message>
<source>{subject} needs attention</source>
<translation>{subject} ist zu klären</translation>
</message>
<message>
<source>{subject} waits for the next try</source>
<translation>{subject} wartet auf den nächsten Versuch</translation>
</message>
<message numerus="yes">
<source>“{name}” could not deliver them.</source>
<translation><numerusform>„{name}“ konnte sie nicht zustellen.</numerusform><numerusform>„{name}“ konnte sie nicht zustellen.</numerusform></translation>
</message>
<message>
<source>“{name}” stopped</source>
<translation>„{name}“ angehalten</translation>
</message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>engine</name>
<message>
<source>1 email message, {size}</source>
<translation>1 E-Mail-Nachricht, {size}</translation>
</message>
<message>
<source>1 message received: {subject}</source>
<translation>1 Nachricht empfangen: {subject}</translation>
</message>
<message>
<source>A message</source>
<translation>Eine Nachricht</translation>
</message>
<message>
<source>A step could not handle this message ({what}).</source>
<translation>Ein Schritt kam mit dieser Nachricht nicht zurecht ({what}).</translation>
</message>
<message>
<source>Alarm</source>
<translation>Alarm</translation>
</message>
<message>
<source>Back after {time}: {done}</source>
<translation>Wieder da nach {time}: {done}</translation>
</message>
<message>
<source>Cancelled.</source>
<translation>Abgebrochen.</translation>
</message>
<message>
<source>Connected to the mail server</source>
<translation>Mit dem Mailserver verbunden</translation>
</message>
<message>
<source>Done</source>
<translation>Fertig</translation>
</message>
<message>
<source>Edit the connection.</source>
<translation>Bearbeiten Sie die Verbindung.</translation>
</message>
<message>
<source>Found in the Sent folder of “{connection}”: it counts as sent.</source>
<translation>Im Ordner „Gesendet“ von „{connection}“ gefunden: Sie gilt als gesendet.</translation>
</message>
<message>
<source>It is looked for in the Sent folder of “{connection}”.</source>
<translation>Sie wird im Ordner „Gesendet“ von „{connection}“ gesucht.</translation>
</message>
<message>
<source>It is not in the Sent folder of “{connection}”; that proves nothing, because this server does not file all that it sends.</source>
<translation>Sie ist nicht im Ordner „Gesendet“ von „{connection}“; das beweist nichts, weil dieser Server nicht alles ablegt, was er sendet.</translation>
</message>
<message>
<source>It looks new because the server renumbered or restored the folder.</source>
<translation>Sie sieht neu aus, weil der Server den Ordner neu nummeriert oder wiederhergestellt hat.</translation>
</message>
<message>
<source>It may have been handled already: after the backup was made, or where this was moved from.</source>
<translation>Sie wurde vielleicht schon erledigt: nach der Sicherung, oder dort, woher dies umgezogen ist.</translation>
</message>
<message>
<source>It stands under Needs Attention meanwhile.</source>
<translation>Solange steht sie unter „Zu klären“.</translation>
</message>
<message>
<source>It stopped answering</source>
<translation>Sie antwortet nicht mehr</translation>
</message>
<message>
<source>It stopped answering {count} times within an hour</source>
<translation>Sie hat innerhalb einer Stunde {count}-mal nicht mehr geantwortet</translation>
</message>
<message>
<source>Mailflow starts it anew.</source>
<translation>Mailflow startet sie neu.</translation>
</message>
<message>
<source>Mailflow worked on this message without coming to an end. It was broken off.</source>
<translation>Mailflow kam mit dieser Nachricht nicht zu Ende. Die Arbeit wurde abgebrochen.</translation>
</message>
<message>
<source>No item came through</source>
<translation>Kein Eintrag kam durch</translation>
</message>
<message>
<source>Not answering</source>
<translation>Antwortet nicht</translation>
</message>
<message>
<source>Not in the Sent folder of “{connection}”, where the last {count} messages are: the server did not take it. It is sent again.</source>
<translation>Nicht im Ordner „Gesendet“ von „{connection}“, wo die letzten {count} Nachrichten sind: Der Server hat sie nicht angenommen. Sie wird noch einmal gesendet.</translation>
</message>
<message>
<source>Not read completely: it needs too much memory.</source>
<translation>Nicht ganz gelesen: Sie braucht zu viel Speicher.</translation>
</message>
<message>
<source>Not read completely: reading ended early ({name}).</source>
<translation>Nicht ganz gelesen: Das Lesen brach ab ({name}).</translation>
</message>
<message>
<source>Not read completely: reading took longer than {seconds} seconds.</source>
<translation>Nicht ganz gelesen: Das Lesen dauerte länger als {seconds} Sekunden.</translation>
</message>
<message>
<source>Not read completely: the program is closing.</source>
<translation>Nicht ganz gelesen: Das Programm wird beendet.</translation>
</message>
<message>
<source>Not started</source>
<translation>Nicht gestartet</translation>
</message>
<message>
<source>Poll finished: no new messages</source>
<translation>Abfrage beendet: keine neuen Nachrichten</translation>
</message>
<message numerus="yes">
<source>Poll finished: {count} messages</source>
<translation><numerusform>Abfrage beendet: {count} Nachricht</numerusform><numerusform>Abfrage beendet: {count} Nachrichten</numerusform></translation>
</message>
<message numerus="yes">
<source>Poll finished: {count} messages, {later} more at the next polls</source>
<translation><numerusform>Abfrage beendet: {count} Nachricht, {later} weitere bei den nächsten Abfragen</numerusform><numerusform>Abfrage beendet: {count} Nachrichten, {later} weitere bei den nächsten Abfragen</numerusform></translation>
</message>
<message>
<source>Recipient refused: {names}</source>
<translation>Empfänger abgelehnt: {names}</translation>
</message>
<message>
<source>Sending is paused: {reached}. Nothing is lost; messages wait until you go on.</source>
<translation>Das Senden pausiert: {reached}. Nichts geht verloren; Nachrichten warten, bis Sie weiter senden.</translation>
</message>
<message>
<source>Something unexpected happened</source>
<translation>Etwas Unerwartetes ist geschehen</translation>
</message>
<message>
<source>Start it again, or restart Mailflow.</source>
<translation>Starten Sie sie wieder oder starten Sie Mailflow neu.</translation>
</message>
<message>
<source>Started “{name}”</source>
<translation>„{name}“ gestartet</translation>
</message>
<message>
<source>Stopped</source>
<translation>Angehalten</translation>
</message>
<message>
<source>Stopped before it was sent. Mailflow goes on with it at the next start.</source>
<translation>Vor dem Senden angehalten. Mailflow macht beim nächsten Start damit weiter.</translation>
</message>
<message>
<source>Stopped “{name}”</source>
<translation>„{name}“ angehalten</translation>
</message>
<message>
<source>Stopped: {output}</source>
<translation>Beendet: {output}</translation>
</message>
<message>
<source>The Sent folder of “{connection}” could not be looked into: {title}.</source>
<translation>Der Ordner „Gesendet“ von „{connection}“ ließ sich nicht ansehen: {title}.</translation>
</message>
<message>
<source>The computer was asleep. Connecting again.</source>
<translation>Der Computer hat geschlafen. Es wird neu verbunden.</translation>
</message>
<message>
<source>The connection broke in the instant of delivery. Look into the mailbox of {address}.</source>
<translation>Die Verbindung brach im Augenblick der Zustellung ab. Sehen Sie im Postfach von {address} nach.</translation>
</message>
<message>
<source>The connection broke in the instant of delivery. The message may have arrived; Mailflow does not send it again by itself.</source>
<translation>Die Verbindung brach im Augenblick der Zustellung ab. Die Nachricht ist vielleicht angekommen; Mailflow sendet sie nicht von selbst noch einmal.</translation>
</message>
<message>
<source>The folder seems to have been restored or its message identifiers were changed.</source>
<translation>Der Ordner scheint wiederhergestellt worden zu sein, oder die Kennungen der Nachrichten haben sich geändert.</translation>
</message>
<message>
<source>The integration was changed meanwhile: it does not send the message any more that it had composed. Retry runs the steps anew; skip it to leave it unsent.</source>
<translation>Die Integration wurde inzwischen geändert: Sie sendet die schon geschriebene Nachricht nicht mehr. Ein neuer Versuch durchläuft die Schritte neu; überspringen lässt sie ungesendet.</translation>
</message>
<message>
<source>The mail server has not answered for more than {seconds} seconds</source>
<translation>Der Mailserver antwortet seit mehr als {seconds} Sekunden nicht</translation>
</message>
<message>
<source>The message is larger than the limit ({size} MB).</source>
<translation>Die Nachricht ist größer als die Grenze ({size} MB).</translation>
</message>
<message>
<source>The message is no longer on the server.</source>
<translation>Die Nachricht ist nicht mehr auf dem Server.</translation>
</message>
<message>
<source>The message may have arrived. {reason}</source>
<translation>Die Nachricht ist vielleicht angekommen. {reason}</translation>
</message>
<message>
<source>The new settings are not used, it goes on with those before</source>
<translation>Die neuen Angaben gelten nicht, sie läuft mit den bisherigen weiter</translation>
</message>
<message>
<source>The other recipients have got the message.</source>
<translation>Die anderen Empfänger haben die Nachricht bekommen.</translation>
</message>
<message>
<source>The profile was restored from a backup.</source>
<translation>Das Profil wurde aus einer Sicherung wiederhergestellt.</translation>
</message>
<message>
<source>The server did not hand over this message, several times. It is still there.</source>
<translation>Der Server hat diese Nachricht mehrmals nicht herausgegeben. Sie ist noch dort.</translation>
</message>
<message>
<source>The server renumbered the folder.</source>
<translation>Der Server hat den Ordner neu nummeriert.</translation>
</message>
<message>
<source>The test may have arrived</source>
<translation>Die Probe ist vielleicht angekommen</translation>
</message>
<message>
<source>The test was not sent</source>
<translation>Die Probe wurde nicht gesendet</translation>
</message>
<message>
<source>Too much email waits here</source>
<translation>Hier wartet zu viel E-Mail</translation>
</message>
<message>
<source>Tried for {days} days without success</source>
<translation>{days} Tage lang ohne Erfolg versucht</translation>
</message>
<message>
<source>Waiting for your approval. The message is composed and is sent exactly as it is.</source>
<translation>Wartet auf Ihre Freigabe. Die Nachricht ist geschrieben und wird genau so gesendet.</translation>
</message>
<message>
<source>no new messages</source>
<translation>keine neuen Nachrichten</translation>
</message>
<message>
<source>{circling} It was stopped here.</source>
<translation>{circling} Hier wurde sie angehalten.</translation>
</message>
<message>
<source>{count} failed</source>
<translation>{count} fehlgeschlagen</translation>
</message>
<message>
<source>{count} filtered out</source>
<translation>{count} ausgefiltert</translation>
</message>
<message numerus="yes">
<source>{count} hours</source>
<translation><numerusform>{count} Stunde</numerusform><numerusform>{count} Stunden</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} items</source>
<translation><numerusform>{count} Eintrag</numerusform><numerusform>{count} Einträge</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} messages failed</source>
<translation><numerusform>{count} Nachricht fehlgeschlagen</numerusform><numerusform>{count} Nachrichten fehlgeschlagen</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} messages filtered out</source>
<translation><numerusform>{count} Nachricht ausgefiltert</numerusform><numerusform>{count} Nachrichten ausgefiltert</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} messages in a day</source>
<translation><numerusform>{count} Nachricht an einem Tag</numerusform><numerusform>{count} Nachrichten an einem Tag</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} messages in an hour</source>
<translation><numerusform>{count} Nachricht in einer Stunde</numerusform><numerusform>{count} Nachrichten in einer Stunde</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} messages received</source>
<translation><numerusform>{count} Nachricht empfangen</numerusform><numerusform>{count} Nachrichten empfangen</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} messages sent</source>
<translation><numerusform>{count} Nachricht gesendet</numerusform><numerusform>{count} Nachrichten gesendet</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} messages to {one} in an hour</source>
<translation><numerusform>{count} Nachricht an {one} in einer Stunde</numerusform><numerusform>{count} Nachrichten an {one} in einer Stunde</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} messages were interrupted in the instant of delivery: see Needs Attention</source>
<translation><numerusform>{count} Nachricht wurde im Augenblick der Zustellung unterbrochen: siehe „Zu klären“</numerusform><numerusform>{count} Nachrichten wurden im Augenblick der Zustellung unterbrochen: siehe „Zu klären“</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} messages were recognised and are not processed again.</source>
<translation><numerusform>{count} Nachricht wurde erkannt und wird nicht noch einmal verarbeitet.</numerusform><numerusform>{count} Nachrichten wurden erkannt und werden nicht noch einmal verarbeitet.</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} messages were taken by another computer.</source>
<translation><numerusform>{count} Nachricht hat ein anderer Computer geholt.</numerusform><numerusform>{count} Nachrichten hat ein anderer Computer geholt.</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} minutes</source>
<translation><numerusform>{count} Minute</numerusform><numerusform>{count} Minuten</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} older ones wait under Needs Attention.</source>
<translation><numerusform>{count} ältere wartet unter „Zu klären“.</numerusform><numerusform>{count} ältere warten unter „Zu klären“.</numerusform></translation>
</message>
<message>
<source>{count} received</source>
<translation>{count} empfangen</translation>
</message>
<message numerus="yes">
<source>{count} seconds</source>
<translation><numerusform>{count} Sekunde</numerusform><numerusform>{count} Sekunden</numerusform></translation>
</message>
<message>
<source>{count} sent</source>
<translation>{count} gesendet</translation>
</message>
<message>
<source>{reason} Trying again in {time}.</source>
<translation>{reason} Neuer Versuch in {time}.</translation>
</message>
<message>
<source>{size} of email wait here. At {limit} nothing new is taken.</source>
<translation>Hier warten {size} E-Mail. Ab {limit} wird nichts Neues geholt.</translation>
</message>
<message>
<source>{size} wait under Needs Attention or for their next try. Until it is less, new email stays on the server.</source>
<translation>{size} warten unter „Zu klären“ oder auf den nächsten Versuch. Bis es weniger ist, bleiben neue E-Mails auf dem Server.</translation>
</message>
<message>
<source>{title}. Trying again in {time}.</source>
<translation>{title}. Neuer Versuch in {time}.</translation>
</message>
<message>
<source>“{connection}” has no Sent folder to look into.</source>
<translation>„{connection}“ hat keinen Ordner „Gesendet“ zum Nachsehen.</translation>
</message>
<message>
<source>“{name}” is not complete</source>
<translation>„{name}“ ist nicht vollständig</translation>
</message>
<message>
<source>“{name}” still needs settings</source>
<translation>„{name}“ fehlen noch Angaben</translation>
</message>
<message>
<source>“{subject}” has been in work for more than {seconds} seconds</source>
<translation>„{subject}“ ist seit mehr als {seconds} Sekunden in Arbeit</translation>
</message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>core</name>
<message>
<source>(blank)</source>
<translation>(leer)</translation>
</message>
<message>
<source>, then </source>
<translation>, dann </translation>
</message>
<message>
<source>A constant is one text.</source>
<translation>Ein Festwert ist ein einzelner Text.</translation>
</message>
<message>
<source>A field is no longer there</source>
<translation>Ein Feld ist nicht mehr da</translation>
</message>
<message>
<source>A mapping has either from or constant.</source>
<translation>Eine Zuordnung hat entweder from oder constant.</translation>
</message>
<message>
<source>A mapping has from and to.</source>
<translation>Eine Zuordnung hat from und to.</translation>
</message>
<message>
<source>A mapping has no “{key}”. Known: {keys}.</source>
<translation>Eine Zuordnung hat kein „{key}“. Bekannt: {keys}.</translation>
</message>
<message>
<source>A rule has path, op and value.</source>
<translation>Eine Regel hat path, op und value.</translation>
</message>
<message>
<source>A user name for this kind of proxy has no colon.</source>
<translation>Ein Benutzername für diese Art Proxy enthält keinen Doppelpunkt.</translation>
</message>
<message>
<source>A “(” in the pattern is never closed.</source>
<translation>Eine „(“ im Muster wird nie geschlossen.</translation>
</message>
<message>
<source>A “[” in the pattern is never closed.</source>
<translation>Eine „[“ im Muster wird nie geschlossen.</translation>
</message>
<message>
<source>Accepts every message and keeps it on this computer.</source>
<translation>Nimmt jede Nachricht an und behält sie auf diesem Computer.</translation>
</message>
<message>
<source>Add It</source>
<translation>Hinzufügen</translation>
</message>
<message>
<source>Add Loop Guard</source>
<translation>Schleifenschutz hinzufügen</translation>
</message>
<message>
<source>Add a condition.</source>
<translation>Fügen Sie eine Bedingung hinzu.</translation>
</message>
<message>
<source>Add a data mapper before {title}</source>
<translation>Eine Datenzuordnung vor „{title}“ einfügen</translation>
</message>
<message>
<source>Added</source>
<translation>Hinzugefügt</translation>
</message>
<message>
<source>An integration starts with a connection that receives.</source>
<translation>Eine Integration beginnt mit einer Verbindung, die empfängt.</translation>
</message>
<message>
<source>Answering {{message.from}}</source>
<translation>Antwort an {{message.from}}</translation>
</message>
<message>
<source>Answers every message in the practice mailbox.</source>
<translation>Beantwortet jede Nachricht im Übungspostfach.</translation>
</message>
<message>
<source>Cancelled</source>
<translation>Abgebrochen</translation>
</message>
<message>
<source>Cc</source>
<translation>Cc</translation>
</message>
<message>
<source>Choose a connection that starts the integration.</source>
<translation>Wählen Sie eine Verbindung, mit der die Integration beginnt.</translation>
</message>
<message>
<source>Choose a field.</source>
<translation>Wählen Sie ein Feld.</translation>
</message>
<message>
<source>Choose the field to fill.</source>
<translation>Wählen Sie das Feld, das gefüllt wird.</translation>
</message>
<message>
<source>Choose the fields to take, for example [subject], or a constant.</source>
<translation>Wählen Sie die Quellfelder, etwa [subject], oder einen Festwert.</translation>
</message>
<message>
<source>Choose what finishes the integration.</source>
<translation>Wählen Sie, womit die Integration endet.</translation>
</message>
<message>
<source>Connected since</source>
<translation>Verbunden seit</translation>
</message>
<message>
<source>Connection</source>
<translation>Verbindung</translation>
</message>
<message>
<source>Copy everything from BEGIN CERTIFICATE to END CERTIFICATE.</source>
<translation>Kopieren Sie alles von BEGIN CERTIFICATE bis END CERTIFICATE.</translation>
</message>
<message>
<source>Date</source>
<translation>Datum</translation>
</message>
<message>
<source>Dear {{message.from}},

thank you for your message “{{message.subject}}”. We answer within one working day.
</source>
<translation>Guten Tag {{message.from}},

vielen Dank für Ihre Nachricht „{{message.subject}}“. Wir antworten innerhalb eines Werktags.
</translation>
</message>
<message>
<source>Description</source>
<translation>Beschreibung</translation>
</message>
<message>
<source>Did you mean “{near}”?</source>
<translation>Meinten Sie „{near}“?</translation>
</message>
<message>
<source>Disabled</source>
<translation>Ausgeschaltet</translation>
</message>
<message>
<source>Email is expected {when}; without it you are told.</source>
<translation>E-Mail wird {when} erwartet; kommt keine, werden Sie benachrichtigt.</translation>
</message>
<message>
<source>Enter a condition.</source>
<translation>Geben Sie eine Bedingung ein.</translation>
</message>
<message>
<source>Enter the user name that belongs to the password.</source>
<translation>Geben Sie den Benutzernamen zum Passwort ein.</translation>
</message>
<message>
<source>Every poll takes the same messages again.</source>
<translation>Jede Abfrage nimmt dieselben Nachrichten erneut.</translation>
</message>
<message>
<source>Fields: {fields}, headers.&lt;Name&gt;.</source>
<translation>Felder: {fields}, headers.&lt;Name&gt;.</translation>
</message>
<message>
<source>Finish</source>
<translation>Ende</translation>
</message>
<message numerus="yes">
<source>First look: {there}. All are taken.</source>
<translation><numerusform>Erster Blick: {there}. Sie wird genommen.</numerusform><numerusform>Erster Blick: {there}. Alle werden genommen.</numerusform></translation>
</message>
<message>
<source>First look: {there}. None of them are taken.</source>
<translation>Erster Blick: {there}. Keine davon wird genommen.</translation>
</message>
<message>
<source>First look: {there}. The newest {taken} of them are taken.</source>
<translation>Erster Blick: {there}. Die neuesten {taken} davon werden genommen.</translation>
</message>
<message>
<source>Flow {number}</source>
<translation>Ablauf {number}</translation>
</message>
<message>
<source>Flow {number}, {label}</source>
<translation>Ablauf {number}, {label}</translation>
</message>
<message>
<source>For this kind of proxy it is too long.</source>
<translation>Für diese Art Proxy ist es zu lang.</translation>
</message>
<message>
<source>Forwarded message</source>
<translation>Weitergeleitete Nachricht</translation>
</message>
<message>
<source>Friday</source>
<translation>Freitag</translation>
</message>
<message>
<source>From</source>
<translation>Von</translation>
</message>
<message>
<source>Is flow {number}</source>
<translation>Ist Ablauf {number}</translation>
</message>
<message>
<source>It can't be deleted while these use it: {names}.</source>
<translation>Sie lässt sich nicht löschen, solange diese sie nutzen: {names}.</translation>
</message>
<message>
<source>It delivers into {where}, and that is where messages come from.</source>
<translation>Er legt in {where} ab, und von dort kommen die Nachrichten.</translation>
</message>
<message>
<source>It delivers into {where}. {names} takes messages from there and sends back to where these come from.</source>
<translation>Er legt in {where} ab. {names} nimmt Nachrichten von dort und sendet dorthin zurück, woher diese kommen.</translation>
</message>
<message>
<source>It has passed more than {most_relays} mail servers: it seems to run in a circle.</source>
<translation>Sie ging durch mehr als {most_relays} Mailserver: Sie scheint im Kreis zu laufen.</translation>
</message>
<message>
<source>It sends to {where}, and that is where messages come from.</source>
<translation>Er sendet an {where}, und von dort kommen die Nachrichten.</translation>
</message>
<message>
<source>It sends to {where}. {names} takes messages from there and sends back to where these come from.</source>
<translation>Er sendet an {where}. {names} nimmt Nachrichten von dort und sendet dorthin zurück, woher diese kommen.</translation>
</message>
<message>
<source>Its condition has no answer. {error}</source>
<translation>Ihre Bedingung hat keine Antwort. {error}</translation>
</message>
<message>
<source>Known: {names}.</source>
<translation>Bekannt: {names}.</translation>
</message>
<message>
<source>Last contact</source>
<translation>Letzter Kontakt</translation>
</message>
<message>
<source>Last message</source>
<translation>Letzte Nachricht</translation>
</message>
<message>
<source>Mailflow has sent this message on {most_hops} times: integrations seem to answer each other.</source>
<translation>Mailflow hat diese Nachricht {most_hops}-mal weitergesendet: Integrationen scheinen einander zu antworten.</translation>
</message>
<message>
<source>Messages that are already there are left alone.</source>
<translation>Schon vorhandene Nachrichten bleiben unberührt.</translation>
</message>
<message>
<source>Monday</source>
<translation>Montag</translation>
</message>
<message>
<source>My first integration</source>
<translation>Meine erste Integration</translation>
</message>
<message>
<source>Name</source>
<translation>Name</translation>
</message>
<message>
<source>Needs attention</source>
<translation>Zu klären</translation>
</message>
<message>
<source>Next poll</source>
<translation>Nächste Abfrage</translation>
</message>
<message>
<source>No email has come by {time}</source>
<translation>Bis {time} ist keine E-Mail gekommen</translation>
</message>
<message>
<source>No email has come by {time} on {day}</source>
<translation>Bis {time} am {day} ist keine E-Mail gekommen</translation>
</message>
<message>
<source>Nothing gives {names}</source>
<translation>Nichts liefert {names}</translation>
</message>
<message>
<source>Nothing was changed.</source>
<translation>Nichts wurde geändert.</translation>
</message>
<message>
<source>Nothing was taken. Say what is done with them.</source>
<translation>Nichts wurde genommen. Sagen Sie, was damit geschehen soll.</translation>
</message>
<message numerus="yes">
<source>Of the messages that are already there, only the newest {count} are taken.</source>
<translation><numerusform>Von den schon vorhandenen Nachrichten wird nur die neueste genommen.</numerusform><numerusform>Von den schon vorhandenen Nachrichten werden nur die neuesten {count} genommen.</numerusform></translation>
</message>
<message>
<source>Off</source>
<translation>Aus</translation>
</message>
<message>
<source>On</source>
<translation>Ein</translation>
</message>
<message>
<source>On {when}, {who} wrote:</source>
<translation>Am {when} schrieb {who}:</translation>
</message>
<message>
<source>Pretend mail server on this computer, with sample messages.</source>
<translation>Nachgestellter Mailserver auf diesem Computer, mit Beispielnachrichten.</translation>
</message>
<message>
<source>Removed</source>
<translation>Entfernt</translation>
</message>
<message>
<source>Running</source>
<translation>Läuft</translation>
</message>
<message>
<source>Saturday</source>
<translation>Samstag</translation>
</message>
<message>
<source>Sections stand more than {max_depth} deep inside each other.</source>
<translation>Abschnitte sind mehr als {max_depth} tief ineinander geschachtelt.</translation>
</message>
<message>
<source>Sent to {to}</source>
<translation>Gesendet an {to}</translation>
</message>
<message>
<source>Start</source>
<translation>Start</translation>
</message>
<message>
<source>Started anew at {revived}, because it had stopped answering</source>
<translation>Um {revived} neu gestartet, weil sie nicht mehr antwortete</translation>
</message>
<message>
<source>Starting</source>
<translation>Startet</translation>
</message>
<message>
<source>Step</source>
<translation>Schritt</translation>
</message>
<message>
<source>Step {number}, {title}: {message}</source>
<translation>Schritt {number}, {title}: {message}</translation>
</message>
<message>
<source>Stopped</source>
<translation>Angehalten</translation>
</message>
<message>
<source>Stopping</source>
<translation>Hält an</translation>
</message>
<message>
<source>Subject</source>
<translation>Betreff</translation>
</message>
<message>
<source>Sunday</source>
<translation>Sonntag</translation>
</message>
<message>
<source>That name is taken</source>
<translation>Der Name ist vergeben</translation>
</message>
<message>
<source>The comment “{match}” is never closed. Add “{ending}”.</source>
<translation>Der Kommentar „{match}“ wird nie geschlossen. Fügen Sie „{ending}“ hinzu.</translation>
</message>
<message>
<source>The connection needs a name</source>
<translation>Die Verbindung braucht einen Namen</translation>
</message>
<message>
<source>The filled template would be longer than {max_output} characters.</source>
<translation>Die ausgefüllte Vorlage wäre länger als {max_output} Zeichen.</translation>
</message>
<message>
<source>The integration needs a name</source>
<translation>Die Integration braucht einen Namen</translation>
</message>
<message>
<source>The integration was deleted</source>
<translation>Die Integration wurde gelöscht</translation>
</message>
<message>
<source>The pattern ends with “\”. Write “\\” for a backslash.</source>
<translation>Das Muster endet mit „\“. Schreiben Sie „\\“ für einen Backslash.</translation>
</message>
<message>
<source>The pattern has more than {max_depth} groups inside each other.</source>
<translation>Im Muster sind mehr als {max_depth} Gruppen geschachtelt.</translation>
</message>
<message>
<source>The pattern is longer than {max_length} characters.</source>
<translation>Das Muster ist länger als {max_length} Zeichen.</translation>
</message>
<message>
<source>The pattern is too large. Use fewer or smaller {n,m} repetitions.</source>
<translation>Das Muster ist zu groß. Nehmen Sie weniger oder kleinere Wiederholungen {n,m}.</translation>
</message>
<message>
<source>The result would be longer than {max_length} characters.</source>
<translation>Das Ergebnis wäre länger als {max_length} Zeichen.</translation>
</message>
<message>
<source>The same field is named twice.</source>
<translation>Dasselbe Feld ist zweimal genannt.</translation>
</message>
<message>
<source>The section “{name}” is never closed. Add {{/{name}}}.</source>
<translation>Der Abschnitt „{name}“ wird nie geschlossen. Fügen Sie {{/{name}}} hinzu.</translation>
</message>
<message>
<source>The sender</source>
<translation>Der Absender</translation>
</message>
<message>
<source>The template has no placeholder. Write {written} where a value goes.</source>
<translation>Die Vorlage hat keinen Platzhalter. Schreiben Sie {written}, wo ein Wert stehen soll.</translation>
</message>
<message>
<source>The template is empty. Type or paste a text.</source>
<translation>Die Vorlage ist leer. Schreiben oder fügen Sie einen Text ein.</translation>
</message>
<message>
<source>There is a “)” without “(” at character {place} of the pattern.</source>
<translation>Bei Zeichen {place} des Musters steht „)“ ohne „(“.</translation>
</message>
<message>
<source>There is no action “{id}”</source>
<translation>Es gibt keine Aktion „{id}“</translation>
</message>
<message>
<source>There is no connection called “{name}”</source>
<translation>Es gibt keine Verbindung namens „{name}“</translation>
</message>
<message>
<source>There is no connector “{id}”</source>
<translation>Es gibt keinen Anschluss „{id}“</translation>
</message>
<message>
<source>There is no field “{path}”. {hint}</source>
<translation>Es gibt kein Feld „{path}“. {hint}</translation>
</message>
<message>
<source>There is no integration called “{name}”</source>
<translation>Es gibt keine Integration namens „{name}“</translation>
</message>
<message>
<source>There is no name between the braces. Write {{name}}.</source>
<translation>Zwischen den Klammern steht kein Name. Schreiben Sie {{name}}.</translation>
</message>
<message>
<source>There is no operator “{operator}”. Known: {operators}.</source>
<translation>Es gibt keinen Operator „{operator}“. Bekannt: {operators}.</translation>
</message>
<message>
<source>There is no operator “{op}”. Known: {operators}.</source>
<translation>Es gibt keinen Operator „{op}“. Bekannt: {operators}.</translation>
</message>
<message>
<source>There is no setting “{key}”. {hint}</source>
<translation>Es gibt keine Einstellung „{key}“. {hint}</translation>
</message>
<message>
<source>There is no step kind “{id}”</source>
<translation>Es gibt keine Schrittart „{id}“</translation>
</message>
<message>
<source>There is no “{key}” in a rule. Known: {keys}.</source>
<translation>In einer Regel gibt es kein „{key}“. Bekannt: {keys}.</translation>
</message>
<message>
<source>There is nothing to repeat before “{match}” at character {place}.</source>
<translation>Vor „{match}“ bei Zeichen {place} steht nichts zum Wiederholen.</translation>
</message>
<message numerus="yes">
<source>They are empty for every message. A Data Mapper before this step can fill them.</source>
<translation><numerusform>Es ist bei jeder Nachricht leer. Eine Datenzuordnung vor diesem Schritt kann es füllen.</numerusform><numerusform>Sie sind bei jeder Nachricht leer. Eine Datenzuordnung vor diesem Schritt kann sie füllen.</numerusform></translation>
</message>
<message>
<source>This integration has sent this message itself: it came back to the mailbox it is received from.</source>
<translation>Diese Integration hat die Nachricht selbst gesendet: Sie kam in das Postfach zurück, aus dem empfangen wird.</translation>
</message>
<message>
<source>This is a private key, not a certificate. It was not saved.</source>
<translation>Das ist ein privater Schlüssel, kein Zertifikat. Er wurde nicht gespeichert.</translation>
</message>
<message>
<source>This is not a host name. Use a name such as proxy.example.org.</source>
<translation>Das ist kein Servername. Richtig ist zum Beispiel proxy.example.org.</translation>
</message>
<message>
<source>This may answer itself in a loop</source>
<translation>Das antwortet sich vielleicht selbst in einer Schleife</translation>
</message>
<message>
<source>This may go round in a circle</source>
<translation>Das läuft vielleicht im Kreis</translation>
</message>
<message>
<source>This pattern takes too long on this text. Use a simpler pattern.</source>
<translation>Dieses Muster braucht für diesen Text zu lange. Nehmen Sie ein einfacheres.</translation>
</message>
<message>
<source>This step reads what another step gave, and that one is gone or comes later. Choose another field.</source>
<translation>Dieser Schritt liest das Ergebnis eines anderen, und der fehlt oder kommt später. Wählen Sie ein anderes Feld.</translation>
</message>
<message>
<source>Thursday</source>
<translation>Donnerstag</translation>
</message>
<message>
<source>To</source>
<translation>An</translation>
</message>
<message>
<source>Try another.</source>
<translation>Nehmen Sie einen anderen.</translation>
</message>
<message>
<source>Tuesday</source>
<translation>Dienstag</translation>
</message>
<message>
<source>Type a text to compare with.</source>
<translation>Geben Sie einen Vergleichstext ein.</translation>
</message>
<message>
<source>Type the text between the parts.</source>
<translation>Geben Sie den Text zwischen den Teilen ein.</translation>
</message>
<message>
<source>Type the values, separated by commas.</source>
<translation>Geben Sie die Werte ein, durch Kommas getrennt.</translation>
</message>
<message>
<source>Type what “{label}” compares with.</source>
<translation>Geben Sie ein, womit „{label}“ vergleicht.</translation>
</message>
<message>
<source>Version {number} again</source>
<translation>Wieder Version {number}</translation>
</message>
<message>
<source>Waiting</source>
<translation>Wartet</translation>
</message>
<message>
<source>Was flow {number}</source>
<translation>War Ablauf {number}</translation>
</message>
<message>
<source>Wednesday</source>
<translation>Mittwoch</translation>
</message>
<message>
<source>When new email is announced, and {every}</source>
<translation>Wenn neue E-Mails gemeldet werden und {every}</translation>
</message>
<message>
<source>Without one, the received subject and text are sent as they are.</source>
<translation>Ohne sie werden Betreff und Text gesendet, wie sie empfangen wurden.</translation>
</message>
<message>
<source>Without one, the typed values are sent for every message.</source>
<translation>Ohne sie werden bei jeder Nachricht die eingegebenen Werte gesendet.</translation>
</message>
<message>
<source>Would be sent to {to}</source>
<translation>Würde an {to} gesendet</translation>
</message>
<message>
<source>Write a date such as 2026-11-24 or 2026-11-24T14:30.</source>
<translation>Schreiben Sie ein Datum wie 2026-11-24 oder 2026-11-24T14:30.</translation>
</message>
<message>
<source>Write a fixed text between fields as {constant: text}.</source>
<translation>Schreiben Sie einen festen Text zwischen Feldern als {constant: text}.</translation>
</message>
<message>
<source>Write it as {delimiter: " "}.</source>
<translation>Schreiben Sie es als {delimiter: " "}.</translation>
</message>
<message>
<source>Write new delimiters as {{=&lt;% %&gt;=}}.</source>
<translation>Schreiben Sie neue Begrenzer als {{=&lt;% %&gt;=}}.</translation>
</message>
<message>
<source>Write the first and the last value with two dots between them, such as 100..199.</source>
<translation>Schreiben Sie den ersten und den letzten Wert mit zwei Punkten dazwischen, etwa 100..199.</translation>
</message>
<message>
<source>Write the smaller value first.</source>
<translation>Schreiben Sie den kleineren Wert zuerst.</translation>
</message>
<message>
<source>Write “\-” for a dash inside “[ ]”.</source>
<translation>Schreiben Sie „\-“ für einen Bindestrich in „[ ]“.</translation>
</message>
<message>
<source>a program wrote it</source>
<translation>ein Programm hat sie geschrieben</translation>
</message>
<message>
<source>all messages</source>
<translation>alle Nachrichten</translation>
</message>
<message>
<source>all unread messages</source>
<translation>alle ungelesenen Nachrichten</translation>
</message>
<message numerus="yes">
<source>and delete them on the server</source>
<translation><numerusform>dann auf dem Server löschen</numerusform><numerusform>dann auf dem Server löschen</numerusform></translation>
</message>
<message numerus="yes">
<source>and leave them as they are</source>
<translation><numerusform>dann lassen, wie sie ist</numerusform><numerusform>dann lassen, wie sie sind</numerusform></translation>
</message>
<message numerus="yes">
<source>and leave them on the server</source>
<translation><numerusform>dann auf dem Server lassen</numerusform><numerusform>dann auf dem Server lassen</numerusform></translation>
</message>
<message numerus="yes">
<source>and mark them as read</source>
<translation><numerusform>dann als gelesen markieren</numerusform><numerusform>dann als gelesen markieren</numerusform></translation>
</message>
<message>
<source>back references can take very long</source>
<translation>Rückverweise können sehr lange dauern</translation>
</message>
<message>
<source>by {time} {days}</source>
<translation>bis {time} {days}</translation>
</message>
<message>
<source>connected since {time}</source>
<translation>verbunden seit {time}</translation>
</message>
<message>
<source>empty</source>
<translation>leer</translation>
</message>
<message>
<source>empty, the typed value is used</source>
<translation>leer, der eingegebene Wert gilt</translation>
</message>
<message>
<source>every day</source>
<translation>jeden Tag</translation>
</message>
<message numerus="yes">
<source>every {count} days</source>
<translation><numerusform>jeden Tag</numerusform><numerusform>alle {count} Tage</numerusform></translation>
</message>
<message numerus="yes">
<source>every {count} hours</source>
<translation><numerusform>jede Stunde</numerusform><numerusform>alle {count} Stunden</numerusform></translation>
</message>
<message numerus="yes">
<source>every {count} milliseconds</source>
<translation><numerusform>jede Millisekunde</numerusform><numerusform>alle {count} Millisekunden</numerusform></translation>
</message>
<message numerus="yes">
<source>every {count} minutes</source>
<translation><numerusform>jede Minute</numerusform><numerusform>alle {count} Minuten</numerusform></translation>
</message>
<message numerus="yes">
<source>every {count} seconds</source>
<translation><numerusform>jede Sekunde</numerusform><numerusform>alle {count} Sekunden</numerusform></translation>
</message>
<message>
<source>from Monday to Friday</source>
<translation>von Montag bis Freitag</translation>
</message>
<message>
<source>if {condition}</source>
<translation>wenn {condition}</translation>
</message>
<message>
<source>it came through a mailing list</source>
<translation>sie kam über eine Mailingliste</translation>
</message>
<message>
<source>it is not a known sign</source>
<translation>das Zeichen ist unbekannt</translation>
</message>
<message>
<source>it reports about another message</source>
<translation>sie berichtet über eine andere Nachricht</translation>
</message>
<message>
<source>it was sent in bulk</source>
<translation>sie ging an viele</translation>
</message>
<message>
<source>its sender wants no automatic answer</source>
<translation>ihr Absender will keine automatische Antwort</translation>
</message>
<message>
<source>last contact {time}</source>
<translation>letzter Kontakt {time}</translation>
</message>
<message>
<source>last message {time}</source>
<translation>letzte Nachricht {time}</translation>
</message>
<message numerus="yes">
<source>mark them as read and copy them to “{target}”</source>
<translation><numerusform>dann als gelesen markieren und nach „{target}“ kopieren</numerusform><numerusform>dann als gelesen markieren und nach „{target}“ kopieren</numerusform></translation>
</message>
<message numerus="yes">
<source>mark them as read and move them to “{target}”</source>
<translation><numerusform>dann als gelesen markieren und nach „{target}“ verschieben</numerusform><numerusform>dann als gelesen markieren und nach „{target}“ verschieben</numerusform></translation>
</message>
<message>
<source>next poll {time}</source>
<translation>nächste Abfrage {time}</translation>
</message>
<message>
<source>no</source>
<translation>nein</translation>
</message>
<message>
<source>nothing</source>
<translation>nichts</translation>
</message>
<message>
<source>on {days}</source>
<translation>am {days}</translation>
</message>
<message>
<source>the inbox</source>
<translation>dem Posteingang</translation>
</message>
<message numerus="yes">
<source>up to {count} messages</source>
<translation><numerusform>die älteste Nachricht</numerusform><numerusform>bis zu {count} Nachrichten</numerusform></translation>
</message>
<message numerus="yes">
<source>up to {count} unread messages</source>
<translation><numerusform>die älteste ungelesene Nachricht</numerusform><numerusform>bis zu {count} ungelesene Nachrichten</numerusform></translation>
</message>
<message>
<source>yes</source>
<translation>ja</translation>
</message>
<message numerus="yes">
<source>{count} bytes</source>
<translation><numerusform>{count} Byte</numerusform><numerusform>{count} Byte</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} days</source>
<translation><numerusform>{count} Tag</numerusform><numerusform>{count} Tage</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} hours</source>
<translation><numerusform>{count} Stunde</numerusform><numerusform>{count} Stunden</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} messages are already in {where}</source>
<translation><numerusform>1 Nachricht ist schon in {where}</numerusform><numerusform>{count} Nachrichten sind schon in {where}</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} milliseconds</source>
<translation><numerusform>{count} Millisekunde</numerusform><numerusform>{count} Millisekunden</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} minutes</source>
<translation><numerusform>{count} Minute</numerusform><numerusform>{count} Minuten</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} seconds</source>
<translation><numerusform>{count} Sekunde</numerusform><numerusform>{count} Sekunden</numerusform></translation>
</message>
<message>
<source>{error} The pattern must describe the whole value.</source>
<translation>{error} Das Muster muss den ganzen Wert beschreiben.</translation>
</message>
<message>
<source>{field} is required.</source>
<translation>{field} ist erforderlich.</translation>
</message>
<message>
<source>{field} of a step that is gone</source>
<translation>{field} eines Schritts, den es nicht mehr gibt</translation>
</message>
<message>
<source>{field}: add at least one.</source>
<translation>{field}: Fügen Sie mindestens eines hinzu.</translation>
</message>
<message>
<source>{first} and {last}</source>
<translation>{first} und {last}</translation>
</message>
<message>
<source>{label} contains a line break. Paste it again without it.</source>
<translation>{label} enthält einen Zeilenumbruch. Fügen Sie es ohne ihn erneut ein.</translation>
</message>
<message>
<source>{label} contains control characters. Remove them.</source>
<translation>{label} enthält Steuerzeichen. Entfernen Sie sie.</translation>
</message>
<message>
<source>{label} must be between {low} and {high}.</source>
<translation>{label} muss zwischen {low} und {high} liegen.</translation>
</message>
<message>
<source>{label} must be one of: {values}. Found “{text}”.</source>
<translation>{label} muss eines davon sein: {values}. Gefunden: „{text}“.</translation>
</message>
<message>
<source>{label} takes a list of entries.</source>
<translation>{label} nimmt eine Liste von Einträgen.</translation>
</message>
<message>
<source>{label} takes a number with a unit: ms, s, m, h or d, for example 5s.</source>
<translation>{label} nimmt eine Zahl mit Einheit: ms, s, m, h oder d, etwa 5s.</translation>
</message>
<message>
<source>{label} takes a time such as 22:00.</source>
<translation>{label} nimmt eine Uhrzeit wie 22:00.</translation>
</message>
<message>
<source>{label} takes a whole number, not “{text}”.</source>
<translation>{label} nimmt eine ganze Zahl, nicht „{text}“.</translation>
</message>
<message>
<source>{label} takes a whole number.</source>
<translation>{label} nimmt eine ganze Zahl.</translation>
</message>
<message>
<source>{label} takes one line without control characters.</source>
<translation>{label} nimmt eine Zeile ohne Steuerzeichen.</translation>
</message>
<message>
<source>{label} takes one line: separate addresses with a comma.</source>
<translation>{label} nimmt eine Zeile: Trennen Sie Adressen mit Kommas.</translation>
</message>
<message>
<source>{label} takes text.</source>
<translation>{label} nimmt Text.</translation>
</message>
<message>
<source>{label} takes true or false.</source>
<translation>{label} nimmt true oder false.</translation>
</message>
<message>
<source>{message} (line {line}, column {column})</source>
<translation>{message} (Zeile {line}, Spalte {column})</translation>
</message>
<message>
<source>{shown} and {count} more</source>
<translation>{shown} und {count} weitere</translation>
</message>
<message>
<source>{title} with “{name}”, {said}.</source>
<translation>{title} mit „{name}“, {said}.</translation>
</message>
<message>
<source>{when}, take {count} from {folder}, oldest first, {then}.</source>
<translation>{when} {count} aus {folder} holen, die ältesten zuerst, {then}.</translation>
</message>
<message>
<source>{when}, take {count} from {folder}, {then}.</source>
<translation>{when} {count} aus {folder} holen, {then}.</translation>
</message>
<message>
<source>{who} wrote:</source>
<translation>{who} schrieb:</translation>
</message>
<message>
<source>“({flags}” is not supported. Known flags: i, s, m.</source>
<translation>„({flags}“ wird nicht unterstützt. Bekannt sind i, s, m.</translation>
</message>
<message>
<source>“({text}” is not supported: look-ahead, look-behind and back references can take very long. Use two rules, or “not matches”.</source>
<translation>„({text}“ wird nicht unterstützt: Vorausschau, Rückschau und Rückverweise können sehr lange dauern. Nehmen Sie zwei Regeln oder „entspricht nicht dem Muster“.</translation>
</message>
<message>
<source>“\{char}” in the pattern is not supported: {what}.</source>
<translation>„\{char}“ im Muster wird nicht unterstützt: {what}.</translation>
</message>
<message>
<source>“{folder}” of “{name}”</source>
<translation>„{folder}“ von „{name}“</translation>
</message>
<message>
<source>“{match}+” (possessive) is not supported. Remove the last “+”.</source>
<translation>„{match}+“ (possessiv) wird nicht unterstützt. Entfernen Sie das letzte „+“.</translation>
</message>
<message>
<source>“{match}” does not conform to the format {{name}}: it is written for another language. Write {{{field}}}.</source>
<translation>„{match}“ hat nicht die Form {{name}}: Es gehört zu einer anderen Sprache. Schreiben Sie {{{field}}}.</translation>
</message>
<message>
<source>“{match}” in the pattern has the larger number first.</source>
<translation>„{match}“ im Muster nennt die größere Zahl zuerst.</translation>
</message>
<message>
<source>“{match}” repeats more than {max_repeat} times.</source>
<translation>„{match}“ wiederholt mehr als {max_repeat}-mal.</translation>
</message>
<message>
<source>“{name}”</source>
<translation>„{name}“</translation>
</message>
<message>
<source>“{name}” can't be filled. Use letters, digits, underscore and dot, for example subject.</source>
<translation>„{name}“ lässt sich nicht füllen. Nehmen Sie Buchstaben, Ziffern, Unterstrich und Punkt, etwa subject.</translation>
</message>
<message>
<source>“{name}” can't do “{title}”. Choose another connection.</source>
<translation>„{name}“ kann „{title}“ nicht. Wählen Sie eine andere Verbindung.</translation>
</message>
<message numerus="yes">
<source>“{name}” is used by {count} integrations</source>
<translation><numerusform>„{name}“ wird von 1 Integration genutzt</numerusform><numerusform>„{name}“ wird von {count} Integrationen genutzt</numerusform></translation>
</message>
<message>
<source>“{open_mark}” is opened again before it is closed. Add “{closing}”.</source>
<translation>„{open_mark}“ wird erneut geöffnet, bevor es geschlossen ist. Fügen Sie „{closing}“ hinzu.</translation>
</message>
<message>
<source>“{opened}” is never closed. Add “{closing}”.</source>
<translation>„{opened}“ wird nie geschlossen. Fügen Sie „{closing}“ hinzu.</translation>
</message>
<message>
<source>“{path}” is not complete. Write steps.&lt;step&gt;.&lt;name&gt;.</source>
<translation>„{path}“ ist nicht vollständig. Schreiben Sie steps.&lt;Schritt&gt;.&lt;Name&gt;.</translation>
</message>
<message>
<source>“{source}” in the pattern is not complete: {error}.</source>
<translation>„{source}“ im Muster ist nicht vollständig: {error}.</translation>
</message>
<message>
<source>“{step}” has no flows.</source>
<translation>„{step}“ hat keine Abläufe.</translation>
</message>
<message>
<source>“{target}” is already filled by another mapping.</source>
<translation>„{target}“ wird schon von einer anderen Zuordnung gefüllt.</translation>
</message>
<message>
<source>“{text}” in the pattern is not supported.</source>
<translation>„{text}“ im Muster wird nicht unterstützt.</translation>
</message>
<message>
<source>“{text}” is no host name, address or network.</source>
<translation>„{text}“ ist kein Servername, keine Adresse und kein Netz.</translation>
</message>
<message>
<source>“{title}” can't be at the start of an integration here.</source>
<translation>„{title}“ kann hier nicht am Anfang einer Integration stehen.</translation>
</message>
<message>
<source>“{title}” can't start an integration here.</source>
<translation>„{title}“ kann hier keine Integration beginnen.</translation>
</message>
<message>
<source>“{written}” does not conform to the format ${name}: it is written for Mustache. Write ${{field}}.</source>
<translation>„{written}“ hat nicht die Form ${name}: Es gehört zu Mustache. Schreiben Sie ${{field}}.</translation>
</message>
<message>
<source>“{written}” does not conform to the format ${name}: letters, digits, underscore, dash and dot.</source>
<translation>„{written}“ hat nicht die Form ${name}: Buchstaben, Ziffern, Unterstrich, Bindestrich und Punkt.</translation>
</message>
<message>
<source>“{written}” does not conform to the format {{name}}: letters, digits, underscore and dot.</source>
<translation>„{written}“ hat nicht die Form {{name}}: Buchstaben, Ziffern, Unterstrich und Punkt.</translation>
</message>
<message>
<source>“{written}” has too many braces. Write {{name}}.</source>
<translation>„{written}“ hat zu viele Klammern. Schreiben Sie {{name}}.</translation>
</message>
<message>
<source>“{written}” is not read: of {language} only {known} are. Choose Mustache for lists and conditions.</source>
<translation>„{written}“ wird nicht gelesen: von {language} nur {known}. Wählen Sie Mustache für Listen und Bedingungen.</translation>
</message>
<message>
<source>“{written}” would ask for a part of a value, which is not supported. Write ${{name}} before a dot.</source>
<translation>„{written}“ fragt nach einem Teil eines Werts, das geht nicht. Schreiben Sie ${{name}} vor einem Punkt.</translation>
</message>
<message>
<source>“{{/{name}}}” closes a section that was never opened.</source>
<translation>„{{/{name}}}“ schließt einen Abschnitt, der nie geöffnet wurde.</translation>
</message>
<message>
<source>“{{/{name}}}” stands where {{/{wanted}}} is expected.</source>
<translation>„{{/{name}}}“ steht, wo {{/{wanted}}} erwartet wird.</translation>
</message>
<message>
<source>“{{&gt;{name}}}” includes another template, which is not supported.</source>
<translation>„{{&gt;{name}}}“ bindet eine andere Vorlage ein, das geht nicht.</translation>
</message>
<message>
<source>“}}” closes nothing. Remove it, or add “{{” before the name.</source>
<translation>„}}“ schließt nichts. Entfernen Sie es oder setzen Sie „{{“ vor den Namen.</translation>
</message>
</context>
</TS>

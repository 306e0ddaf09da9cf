<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>connectors</name>
<message>
<source>A POP3 mailbox can't be shared between computers</source>
<translation>Ein POP3-Postfach lässt sich nicht von mehreren Computern teilen</translation>
</message>
<message>
<source>Apr</source>
<translation>Apr.</translation>
</message>
<message>
<source>Ask its administrator.</source>
<translation>Fragen Sie seinen Administrator.</translation>
</message>
<message>
<source>Ask the administrator of the server, or change the text, then retry.</source>
<translation>Fragen Sie den Administrator des Servers oder ändern Sie den Text, und versuchen Sie es erneut.</translation>
</message>
<message>
<source>Aug</source>
<translation>Aug.</translation>
</message>
<message>
<source>Change the text or the attachments.</source>
<translation>Ändern Sie Text oder Anhänge.</translation>
</message>
<message>
<source>Check the address, then retry.</source>
<translation>Prüfen Sie die Adresse und versuchen Sie es erneut.</translation>
</message>
<message>
<source>Choose “Leave as it is” after success, or another folder.</source>
<translation>Wählen Sie nach Erfolg „Lassen, wie sie ist“ oder einen anderen Ordner.</translation>
</message>
<message>
<source>Connection is encrypted</source>
<translation>Verbindung ist verschlüsselt</translation>
</message>
<message>
<source>Continue Without Sign-in</source>
<translation>Ohne Anmeldung weiter</translation>
</message>
<message>
<source>Copy the details and report them; the message is kept.</source>
<translation>Kopieren Sie die Details und melden Sie sie; die Nachricht bleibt erhalten.</translation>
</message>
<message>
<source>Correct {label}, or what is mapped to it.</source>
<translation>Berichtigen Sie „{label}“ oder was ihm zugeordnet ist.</translation>
</message>
<message>
<source>Dec</source>
<translation>Dez.</translation>
</message>
<message>
<source>Delivered into {to}</source>
<translation>Abgelegt in {to}</translation>
</message>
<message>
<source>Did you mean “{near}”?</source>
<translation>Meinten Sie „{near}“?</translation>
</message>
<message>
<source>Edit {label}</source>
<translation>„{label}“ bearbeiten</translation>
</message>
<message>
<source>Email Host Name</source>
<translation>Servername</translation>
</message>
<message>
<source>Email Host Name and Email Server Port Number say where the server is.</source>
<translation>Servername und Port des Servers sagen, wo der Server ist.</translation>
</message>
<message>
<source>Enter Password</source>
<translation>Passwort eingeben</translation>
</message>
<message>
<source>Enter the User Name that belongs to the password.</source>
<translation>Geben Sie den Benutzernamen zum Passwort ein.</translation>
</message>
<message>
<source>Enter the password.</source>
<translation>Geben Sie das Passwort ein.</translation>
</message>
<message>
<source>Everybody on the way can read along</source>
<translation>Unterwegs kann jeder mitlesen</translation>
</message>
<message>
<source>Feb</source>
<translation>Feb.</translation>
</message>
<message>
<source>Fill in both fields.</source>
<translation>Füllen Sie beide Felder aus.</translation>
</message>
<message>
<source>Inbox opened</source>
<translation>Posteingang geöffnet</translation>
</message>
<message>
<source>It did not answer in time.</source>
<translation>Er hat nicht rechtzeitig geantwortet.</translation>
</message>
<message>
<source>It does not offer SMTPUTF8, which such addresses need.</source>
<translation>Er bietet SMTPUTF8 nicht an, das solche Adressen brauchen.</translation>
</message>
<message>
<source>It has no conditional marks (CONDSTORE), or keeps no keywords in this folder.</source>
<translation>Er hat keine bedingten Markierungen (CONDSTORE) oder behält in diesem Ordner keine Stichworte.</translation>
</message>
<message>
<source>It is not known whether the server took the message</source>
<translation>Unbekannt, ob der Server die Nachricht angenommen hat</translation>
</message>
<message>
<source>It refuses connections on this port.</source>
<translation>Er lehnt Verbindungen auf diesem Port ab.</translation>
</message>
<message>
<source>It takes messages of up to {size}.</source>
<translation>Er nimmt Nachrichten bis {size}.</translation>
</message>
<message>
<source>It was not sent. The original is kept.</source>
<translation>Sie wurde nicht gesendet. Das Original bleibt erhalten.</translation>
</message>
<message>
<source>It was not sent. This is a fault of Mailflow, not of the message.</source>
<translation>Sie wurde nicht gesendet. Das ist ein Fehler von Mailflow, nicht der Nachricht.</translation>
</message>
<message>
<source>Its name is not known here.</source>
<translation>Sein Name ist hier nicht bekannt.</translation>
</message>
<message>
<source>Jan</source>
<translation>Jan.</translation>
</message>
<message>
<source>Jul</source>
<translation>Juli</translation>
</message>
<message>
<source>Jun</source>
<translation>Juni</translation>
</message>
<message>
<source>Leave one address in {label}, or map one value to it.</source>
<translation>Lassen Sie in „{label}“ eine Adresse stehen oder ordnen Sie einen Wert zu.</translation>
</message>
<message>
<source>Let one computer receive from this folder, and leave Shared As blank.</source>
<translation>Lassen Sie einen Computer aus diesem Ordner empfangen und „Gemeinsam als“ leer.</translation>
</message>
<message>
<source>Look into the Sent folder, or ask a recipient, before you send it again.</source>
<translation>Sehen Sie im Ordner „Gesendet“ nach oder fragen Sie einen Empfänger, bevor Sie sie noch einmal senden.</translation>
</message>
<message>
<source>Mailflow could not write this message correctly</source>
<translation>Mailflow konnte diese Nachricht nicht richtig schreiben</translation>
</message>
<message>
<source>Mailflow tries again later.</source>
<translation>Mailflow versucht es später erneut.</translation>
</message>
<message>
<source>Mar</source>
<translation>März</translation>
</message>
<message>
<source>May</source>
<translation>Mai</translation>
</message>
<message>
<source>Name the folder after “{verb}:”, for example “{verb}:Done”.</source>
<translation>Nennen Sie den Ordner nach „{verb}:“, etwa „{verb}:Erledigt“.</translation>
</message>
<message>
<source>No message was sent</source>
<translation>Keine Nachricht wurde gesendet</translation>
</message>
<message>
<source>No sign-in needed</source>
<translation>Keine Anmeldung nötig</translation>
</message>
<message>
<source>Not answered: {reason}</source>
<translation>Nicht beantwortet: {reason}</translation>
</message>
<message>
<source>Not encrypted</source>
<translation>Nicht verschlüsselt</translation>
</message>
<message>
<source>Nov</source>
<translation>Nov.</translation>
</message>
<message>
<source>Oct</source>
<translation>Okt.</translation>
</message>
<message>
<source>POP3 has no folders to deliver into. Choose an IMAP connection.</source>
<translation>POP3 hat keine Ordner zum Ablegen. Wählen Sie eine IMAP-Verbindung.</translation>
</message>
<message>
<source>POP3 has no marks by which one could tell the other what it has taken.</source>
<translation>POP3 hat keine Markierungen, mit denen einer dem anderen sagen könnte, was er geholt hat.</translation>
</message>
<message>
<source>Password</source>
<translation>Passwort</translation>
</message>
<message>
<source>Paste the certificate that is to be trusted.</source>
<translation>Fügen Sie das Zertifikat ein, dem vertraut werden soll.</translation>
</message>
<message>
<source>Port answers</source>
<translation>Port antwortet</translation>
</message>
<message>
<source>Port {port} answers</source>
<translation>Port {port} antwortet</translation>
</message>
<message>
<source>Proxy answers</source>
<translation>Proxy antwortet</translation>
</message>
<message>
<source>Ready to send</source>
<translation>Bereit zum Senden</translation>
</message>
<message>
<source>Recipient not accepted yet: {address} ({codes})</source>
<translation>Empfänger noch nicht angenommen: {address} ({codes})</translation>
</message>
<message>
<source>Recipient refused</source>
<translation>Empfänger abgelehnt</translation>
</message>
<message>
<source>Retry when the recipient has made room, or skip the message.</source>
<translation>Versuchen Sie es erneut, wenn der Empfänger Platz hat, oder überspringen Sie die Nachricht.</translation>
</message>
<message>
<source>See what the server said.</source>
<translation>Sehen Sie, was der Server sagt.</translation>
</message>
<message>
<source>Send Anyway</source>
<translation>Trotzdem senden</translation>
</message>
<message>
<source>Send it without attachments, or smaller ones.</source>
<translation>Senden Sie sie ohne oder mit kleineren Anhängen.</translation>
</message>
<message>
<source>Sep</source>
<translation>Sep.</translation>
</message>
<message>
<source>Server found</source>
<translation>Server gefunden</translation>
</message>
<message>
<source>Signed in</source>
<translation>Angemeldet</translation>
</message>
<message>
<source>Somebody unknown</source>
<translation>Unbekannt</translation>
</message>
<message>
<source>TLS 1.1 or older</source>
<translation>TLS 1.1 oder älter</translation>
</message>
<message>
<source>The account may only read the folder “{folder}”</source>
<translation>Das Konto darf den Ordner „{folder}“ nur lesen</translation>
</message>
<message>
<source>The composed message has 8-bit text, and the server does not offer 8BITMIME.</source>
<translation>Die geschriebene Nachricht hat 8-Bit-Text, und der Server bietet 8BITMIME nicht an.</translation>
</message>
<message>
<source>The composed message has a line end that is not CR LF</source>
<translation>Die geschriebene Nachricht hat ein Zeilenende, das nicht CR LF ist</translation>
</message>
<message>
<source>The connection broke in the instant of delivery. Sending again could deliver it twice.</source>
<translation>Die Verbindung brach im Augenblick der Zustellung ab. Noch einmal zu senden könnte sie doppelt zustellen.</translation>
</message>
<message>
<source>The mailbox is full</source>
<translation>Das Postfach ist voll</translation>
</message>
<message>
<source>The message does not have any recipients set</source>
<translation>Die Nachricht hat keine Empfänger</translation>
</message>
<message>
<source>The message has no sender</source>
<translation>Die Nachricht hat keinen Absender</translation>
</message>
<message>
<source>The message is too large for the server</source>
<translation>Die Nachricht ist zu groß für den Server</translation>
</message>
<message>
<source>The message is too large for the server ({size})</source>
<translation>Die Nachricht ist zu groß für den Server ({size})</translation>
</message>
<message>
<source>The message was blocked as spam</source>
<translation>Die Nachricht wurde als Spam abgewiesen</translation>
</message>
<message>
<source>The other messages were taken. Mailflow asks for it again at the next poll.</source>
<translation>Die anderen Nachrichten wurden geholt. Mailflow fragt bei der nächsten Abfrage wieder danach.</translation>
</message>
<message>
<source>The password is missing</source>
<translation>Das Passwort fehlt</translation>
</message>
<message>
<source>The rules of the server do not allow this message</source>
<translation>Die Regeln des Servers erlauben diese Nachricht nicht</translation>
</message>
<message>
<source>The sending limit of the account is reached ({codes})</source>
<translation>Die Sendegrenze des Kontos ist erreicht ({codes})</translation>
</message>
<message>
<source>The server can't handle addresses with letters beyond A to Z</source>
<translation>Der Server kann mit Adressen außerhalb von A bis Z nicht umgehen</translation>
</message>
<message>
<source>The server can't handle addresses with letters beyond A to Z such as {address}</source>
<translation>Der Server kann mit Adressen außerhalb von A bis Z nicht umgehen, etwa {address}</translation>
</message>
<message>
<source>The server can't share the folder “{folder}” between computers</source>
<translation>Der Server kann den Ordner „{folder}“ nicht von mehreren Computern teilen lassen</translation>
</message>
<message numerus="yes">
<source>The server did not hand over {count} messages</source>
<translation><numerusform>Der Server hat 1 Nachricht nicht herausgegeben</numerusform><numerusform>Der Server hat {count} Nachrichten nicht herausgegeben</numerusform></translation>
</message>
<message>
<source>The server did not take the message into “{folder}”</source>
<translation>Der Server hat die Nachricht nicht in „{folder}“ abgelegt</translation>
</message>
<message>
<source>The server did not understand Mailflow</source>
<translation>Der Server hat Mailflow nicht verstanden</translation>
</message>
<message>
<source>The server does not let Mailflow mark, move or delete messages there.</source>
<translation>Der Server lässt Mailflow dort nichts markieren, verschieben oder löschen.</translation>
</message>
<message>
<source>The server does not take this kind of content</source>
<translation>Der Server nimmt solche Inhalte nicht an</translation>
</message>
<message>
<source>The server offers no sign-in on port {port}</source>
<translation>Der Server bietet auf Port {port} keine Anmeldung an</translation>
</message>
<message>
<source>The server refused the message</source>
<translation>Der Server hat die Nachricht abgelehnt</translation>
</message>
<message>
<source>The server said: “{text}”.</source>
<translation>Der Server sagt: „{text}“.</translation>
</message>
<message>
<source>The server takes no more messages for some time. Mailflow tries again later.</source>
<translation>Der Server nimmt eine Zeit lang keine Nachrichten mehr an. Mailflow versucht es später erneut.</translation>
</message>
<message>
<source>The server takes only 7-bit messages</source>
<translation>Der Server nimmt nur 7-Bit-Nachrichten</translation>
</message>
<message>
<source>The server's address is not complete</source>
<translation>Die Adresse des Servers ist nicht vollständig</translation>
</message>
<message>
<source>There is a User Name, but no password to go with it.</source>
<translation>Es gibt einen Benutzernamen, aber kein Passwort dazu.</translation>
</message>
<message>
<source>They could change what is said to the server, so nothing was sent.</source>
<translation>Sie könnten ändern, was dem Server gesagt wird, daher wurde nichts gesendet.</translation>
</message>
<message>
<source>This field takes one address.</source>
<translation>Dieses Feld nimmt eine Adresse.</translation>
</message>
<message>
<source>This is not a host name.</source>
<translation>Das ist kein Servername.</translation>
</message>
<message>
<source>This is the folder that is polled. Choose another one.</source>
<translation>Aus diesem Ordner wird empfangen. Wählen Sie einen anderen.</translation>
</message>
<message>
<source>Type it again.</source>
<translation>Geben Sie es erneut ein.</translation>
</message>
<message>
<source>Type {label}, or map a value to it in a data mapper before this step.</source>
<translation>Geben Sie „{label}“ ein oder ordnen Sie ihm in einer Datenzuordnung vor diesem Schritt einen Wert zu.</translation>
</message>
<message>
<source>Use SSL/TLS on 465</source>
<translation>SSL/TLS auf 465 nehmen</translation>
</message>
<message>
<source>Use StartTLS or SSL/TLS. Send it anyway only on a network you trust.</source>
<translation>Nehmen Sie StartTLS oder SSL/TLS. Senden Sie es nur in einem Netz trotzdem, dem Sie vertrauen.</translation>
</message>
<message>
<source>Use a name such as imap.example.org.</source>
<translation>Nehmen Sie einen Namen wie imap.example.org.</translation>
</message>
<message>
<source>Use an address of the account as Email from.</source>
<translation>Nehmen Sie eine Adresse des Kontos als „E-Mail von“.</translation>
</message>
<message>
<source>Use an imap connection, or leave Shared As blank.</source>
<translation>Nehmen Sie eine IMAP-Verbindung oder lassen Sie „Gemeinsam als“ leer.</translation>
</message>
<message>
<source>Use another address of the same person, or a server that offers SMTPUTF8.</source>
<translation>Nehmen Sie eine andere Adresse dieser Person oder einen Server mit SMTPUTF8.</translation>
</message>
<message>
<source>Use the port for mail programs, or leave User Name and Password empty.</source>
<translation>Nehmen Sie den Port für E-Mail-Programme oder lassen Sie Benutzername und Passwort leer.</translation>
</message>
<message>
<source>User Name</source>
<translation>Benutzername</translation>
</message>
<message>
<source>With 0 no message would ever be taken. Use 1 or more, or -1 for no limit.</source>
<translation>Mit 0 würde nie eine Nachricht geholt. Nehmen Sie 1 oder mehr, oder -1 für keine Grenze.</translation>
</message>
<message>
<source>With 0 nothing would ever be sent. Use 1 or more, or -1 for no limit.</source>
<translation>Mit 0 würde nie etwas gesendet. Nehmen Sie 1 oder mehr, oder -1 für keine Grenze.</translation>
</message>
<message>
<source>With Security Method None everybody on the way to {host} can read it. It was not sent.</source>
<translation>Ohne Sicherheit kann jeder auf dem Weg zu {host} es lesen. Es wurde nicht gesendet.</translation>
</message>
<message>
<source>Would be delivered into {to}</source>
<translation>Würde in {to} abgelegt</translation>
</message>
<message>
<source>You entered a User Name, but the server takes none here. Your password was not sent.</source>
<translation>Sie haben einen Benutzernamen eingegeben, aber der Server nimmt hier keinen. Ihr Passwort wurde nicht gesendet.</translation>
</message>
<message>
<source>Your password would travel unencrypted</source>
<translation>Ihr Passwort ginge unverschlüsselt über das Netz</translation>
</message>
<message>
<source>a Sieve server</source>
<translation>ein Sieve-Server</translation>
</message>
<message>
<source>a news server</source>
<translation>ein News-Server</translation>
</message>
<message>
<source>a program that is not a mail server</source>
<translation>ein Programm, das kein Mailserver ist</translation>
</message>
<message>
<source>a web server</source>
<translation>ein Webserver</translation>
</message>
<message>
<source>address type not supported</source>
<translation>Adressart nicht unterstützt</translation>
</message>
<message>
<source>already there</source>
<translation>schon dort</translation>
</message>
<message>
<source>an FTP server</source>
<translation>ein FTP-Server</translation>
</message>
<message>
<source>an SSH server</source>
<translation>ein SSH-Server</translation>
</message>
<message>
<source>another day</source>
<translation>einem anderen Tag</translation>
</message>
<message>
<source>another name</source>
<translation>einen anderen Namen</translation>
</message>
<message>
<source>as {user}</source>
<translation>als {user}</translation>
</message>
<message>
<source>command not supported</source>
<translation>Befehl nicht unterstützt</translation>
</message>
<message>
<source>connection refused</source>
<translation>Verbindung abgelehnt</translation>
</message>
<message>
<source>every {time}</source>
<translation>alle {time}</translation>
</message>
<message>
<source>for example “09:00” or “mon-fri 09:00”</source>
<translation>etwa „09:00“ oder „mon-fri 09:00“</translation>
</message>
<message>
<source>general failure</source>
<translation>allgemeiner Fehler</translation>
</message>
<message>
<source>host unreachable or unknown</source>
<translation>Server nicht erreichbar oder unbekannt</translation>
</message>
<message>
<source>inbox</source>
<translation>Posteingang</translation>
</message>
<message>
<source>into “{folder}”</source>
<translation>in „{folder}“</translation>
</message>
<message>
<source>mapped data first</source>
<translation>zugeordnete Daten zuerst</translation>
</message>
<message>
<source>network unreachable</source>
<translation>Netz nicht erreichbar</translation>
</message>
<message>
<source>no answer in time</source>
<translation>keine rechtzeitige Antwort</translation>
</message>
<message>
<source>no folder yet</source>
<translation>noch kein Ordner</translation>
</message>
<message>
<source>no free connection</source>
<translation>keine freie Verbindung</translation>
</message>
<message>
<source>not allowed by its rules</source>
<translation>durch seine Regeln nicht erlaubt</translation>
</message>
<message>
<source>the inbox</source>
<translation>dem Posteingang</translation>
</message>
<message>
<source>the received message to {to}, {order}</source>
<translation>die empfangene Nachricht an {to}, {order}</translation>
</message>
<message>
<source>the received message, {order}</source>
<translation>die empfangene Nachricht, {order}</translation>
</message>
<message>
<source>the sender</source>
<translation>den Absender</translation>
</message>
<message>
<source>the server asks for no sign-in</source>
<translation>der Server verlangt keine Anmeldung</translation>
</message>
<message>
<source>to {to}, {order}</source>
<translation>an {to}, {order}</translation>
</message>
<message>
<source>typed values first</source>
<translation>eingegebene Werte zuerst</translation>
</message>
<message>
<source>unread only</source>
<translation>nur ungelesene</translation>
</message>
<message>
<source>weak keys or ciphers</source>
<translation>schwache Schlüssel oder Verfahren</translation>
</message>
<message numerus="yes">
<source>{count} bytes</source>
<translation><numerusform>{count} Byte</numerusform><numerusform>{count} Byte</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} messages</source>
<translation><numerusform>{count} Nachricht</numerusform><numerusform>{count} Nachrichten</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} messages, {unread} unread</source>
<translation><numerusform>{count} Nachricht, {unread} ungelesen</numerusform><numerusform>{count} Nachrichten, {unread} ungelesen</numerusform></translation>
</message>
<message>
<source>{count} recipients are affected. {title}</source>
<translation>{count} Empfänger sind betroffen. {title}</translation>
</message>
<message>
<source>{day} {month} {year}</source>
<translation>{day}. {month} {year}</translation>
</message>
<message>
<source>{kind} proxy {place}</source>
<translation>{kind}-Proxy {place}</translation>
</message>
<message>
<source>{kind} proxy {place}, which looks up {host}</source>
<translation>{kind}-Proxy {place}, der {host} nachschlägt</translation>
</message>
<message>
<source>{label} contains control characters</source>
<translation>„{label}“ enthält Steuerzeichen</translation>
</message>
<message>
<source>{label} has text that is not an email address</source>
<translation>In „{label}“ steht Text, der keine E-Mail-Adresse ist</translation>
</message>
<message>
<source>{label} has {count} addresses</source>
<translation>„{label}“ hat {count} Adressen</translation>
</message>
<message>
<source>{label} is blank, and no earlier step gives it a value.</source>
<translation>„{label}“ ist leer, und kein früherer Schritt gibt einen Wert.</translation>
</message>
<message>
<source>{label} must be a time of day with or without days, {example}.</source>
<translation>{label} muss eine Uhrzeit mit oder ohne Tage sein, {example}.</translation>
</message>
<message>
<source>{label} must be all, now, or last and a number, for example “last 20”.</source>
<translation>{label} muss all, now oder last mit einer Zahl sein, etwa „last 20“.</translation>
</message>
<message>
<source>{label} must be mark-seen, keep, move:FOLDER, copy:FOLDER or delete.</source>
<translation>{label} muss mark-seen, keep, move:ORDNER, copy:ORDNER oder delete sein.</translation>
</message>
<message>
<source>{label} must be one word of letters, digits and hyphens, for example “office”.</source>
<translation>{label} muss ein Wort aus Buchstaben, Ziffern und Bindestrichen sein, etwa „buero“.</translation>
</message>
<message>
<source>{protocol} server ready</source>
<translation>{protocol}-Server bereit</translation>
</message>
<message>
<source>{protocol} server ready, StartTLS offered</source>
<translation>{protocol}-Server bereit, bietet StartTLS</translation>
</message>
<message>
<source>{version} · certificate valid to {day}</source>
<translation>{version} · Zertifikat gültig bis {day}</translation>
</message>
<message>
<source>“{address}” is not an email address</source>
<translation>„{address}“ ist keine E-Mail-Adresse</translation>
</message>
<message>
<source>“{name}”</source>
<translation>„{name}“</translation>
</message>
<message>
<source>“{value}” is a list; an email comes from one address.</source>
<translation>„{value}“ ist eine Liste; eine E-Mail kommt von einer Adresse.</translation>
</message>
</context>
</TS>

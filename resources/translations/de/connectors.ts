<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>connectors</name>
<message>
<source>Apr</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Ask its administrator.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Ask the administrator of the server, or change the text, then retry.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Aug</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Change the text or the attachments.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Check the address, then retry.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Choose “Leave as it is” after success, or another folder.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Connection is encrypted</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Continue Without Sign-in</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Copy the details and report them; the message is kept.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Correct {label}, or what is mapped to it.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Dec</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Delivered into {to}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Did you mean “{near}”?</source>
<translation>Meinten Sie „{near}“?</translation>
</message>
<message>
<source>Edit {label}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Email Host Name</source>
<translation>Servername</translation>
</message>
<message>
<source>Email Host Name and Email Server Port Number say where the server is.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Enter Password</source>
<translation>Passwort eingeben</translation>
</message>
<message>
<source>Enter the User Name that belongs to the password.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Enter the password.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Everybody on the way can read along</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Feb</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Fill in both fields.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Inbox opened</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>It does not offer SMTPUTF8, which such addresses need.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>It is not known whether the server took the message</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>It takes messages of up to {size}.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>It was not sent. The original is kept.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>It was not sent. This is a fault of Mailflow, not of the message.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Jan</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Jul</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Jun</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Leave one address in {label}, or map one value to it.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Look into the Sent folder, or ask a recipient, before you send it again.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Mailflow could not write this message correctly</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Mailflow tries again later.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Mar</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>May</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Name the folder after “{verb}:”, for example “{verb}:Done”.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>No message was sent</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>No sign-in needed</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Not answered: {reason}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Not encrypted</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Nov</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Oct</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>POP3 has no folders to deliver into. Choose an IMAP connection.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Password</source>
<translation>Passwort</translation>
</message>
<message>
<source>Paste the certificate that is to be trusted.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Port answers</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Port {port} answers</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Ready to send</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Recipient not accepted yet: {address} ({codes})</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Recipient refused</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Retry when the recipient has made room, or skip the message.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>See what the server said.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Send Anyway</source>
<translation>Trotzdem senden</translation>
</message>
<message>
<source>Send it without attachments, or smaller ones.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Sep</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Server found</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Signed in</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Somebody unknown</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>TLS 1.1 or older</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The account may only read the folder “{folder}”</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The composed message has 8-bit text, and the server does not offer 8BITMIME.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The composed message has a line end that is not CR LF</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The connection broke in the instant of delivery. Sending again could deliver it twice.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The mailbox is full</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The message does not have any recipients set</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The message has no sender</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The message is too large for the server</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The message is too large for the server ({size})</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The message was blocked as spam</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The other messages were taken. Mailflow asks for it again at the next poll.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The password is missing</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The rules of the server do not allow this message</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The sending limit of the account is reached ({codes})</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The server can't handle addresses with letters beyond A to Z</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The server can't handle addresses with letters beyond A to Z such as {address}</source>
<translation type="unfinished"></translation>
</message>
<message numerus="yes">
<source>The server did not hand over {count} messages</source>
<translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
</message>
<message>
<source>The server did not take the message into “{folder}”</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The server did not understand Mailflow</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The server does not let Mailflow mark, move or delete messages there.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The server does not take this kind of content</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The server offers no sign-in on port {port}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The server refused the message</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The server said: “{text}”.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The server takes no more messages for some time. Mailflow tries again later.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The server takes only 7-bit messages</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The server's address is not complete</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>There is a User Name, but no password to go with it.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>They could change what is said to the server, so nothing was sent.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>This field takes one address.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>This is not a host name.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>This is the folder that is polled. Choose another one.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Type it again.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Type {label}, or map a value to it in a data mapper before this step.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Use SSL/TLS on 465</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Use StartTLS or SSL/TLS. Send it anyway only on a network you trust.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Use a name such as imap.example.org.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Use an address of the account as Email from.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Use another address of the same person, or a server that offers SMTPUTF8.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Use the port for mail programs, or leave User Name and Password empty.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>User Name</source>
<translation>Benutzername</translation>
</message>
<message>
<source>With 0 no message would ever be taken. Use 1 or more, or -1 for no limit.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>With 0 nothing would ever be sent. Use 1 or more, or -1 for no limit.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>With Security Method None everybody on the way to {host} can read it. It was not sent.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Would be delivered into {to}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>You entered a User Name, but the server takes none here. Your password was not sent.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Your password would travel unencrypted</source>
<translation>Ihr Passwort ginge unverschlüsselt über das Netz</translation>
</message>
<message>
<source>a Sieve server</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>a news server</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>a program that is not a mail server</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>a web server</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>already there</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>an FTP server</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>an SSH server</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>another day</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>another name</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>every {time}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>for example “09:00” or “mon-fri 09:00”</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>inbox</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>into “{folder}”</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>mapped data first</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>no folder yet</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>no free connection</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>the inbox</source>
<translation>dem Posteingang</translation>
</message>
<message>
<source>the received message to {to}, {order}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>the received message, {order}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>the sender</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>the server asks for no sign-in</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>to {to}, {order}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>typed values first</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>unread only</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>weak keys or ciphers</source>
<translation type="unfinished"></translation>
</message>
<message numerus="yes">
<source>{count} bytes</source>
<translation><numerusform>{count} Byte</numerusform><numerusform>{count} Byte</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} messages, {unread} unread</source>
<translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
</message>
<message>
<source>{count} recipients are affected. {title}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>{day} {month} {year}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>{label} contains control characters</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>{label} has text that is not an email address</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>{label} has {count} addresses</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>{label} is blank, and no earlier step gives it a value.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>{label} must be a time of day with or without days, {example}.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>{label} must be all, now, or last and a number, for example “last 20”.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>{label} must be mark-seen, keep, move:FOLDER, copy:FOLDER or delete.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>{protocol} server ready</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>{protocol} server ready, StartTLS offered</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>{version} · certificate valid to {day}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“{address}” is not an email address</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“{name}”</source>
<translation>„{name}“</translation>
</message>
<message>
<source>“{value}” is a list; an email comes from one address.</source>
<translation type="unfinished"></translation>
</message>
</context>
</TS>

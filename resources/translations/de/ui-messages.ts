<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>ui-messages</name>
<message>
<source>(no subject)</source>
<translation>(kein Betreff)</translation>
</message>
<message>
<source>Cc</source>
<translation>Cc</translation>
</message>
<message>
<source>Close</source>
<translation>Schließen</translation>
</message>
<message>
<source>Date</source>
<translation>Datum</translation>
</message>
<message>
<source>Email Messages (*.eml)</source>
<translation>E-Mail-Nachrichten (*.eml)</translation>
</message>
<message>
<source>From</source>
<translation>Von</translation>
</message>
<message>
<source>Headers</source>
<translation>Kopffelder</translation>
</message>
<message>
<source>Message</source>
<translation>Nachricht</translation>
</message>
<message>
<source>Only the beginning is shown. Save as .eml… keeps all of it.</source>
<translation>Nur der Anfang wird gezeigt. „Als .eml speichern…“ behält alles.</translation>
</message>
<message>
<source>Opening the message…</source>
<translation>Nachricht wird geöffnet…</translation>
</message>
<message>
<source>Part of the message</source>
<translation>Teil der Nachricht</translation>
</message>
<message>
<source>Reply to</source>
<translation>Antwort an</translation>
</message>
<message>
<source>Save Attachment</source>
<translation>Anhang speichern</translation>
</message>
<message>
<source>Save Message</source>
<translation>Nachricht speichern</translation>
</message>
<message>
<source>Save as .eml…</source>
<translation>Als .eml speichern…</translation>
</message>
<message>
<source>Saved “{name}”.</source>
<translation>„{name}“ gespeichert.</translation>
</message>
<message>
<source>Save…</source>
<translation>Speichern…</translation>
</message>
<message>
<source>Shown as plain text. Pictures and other remote content are never loaded.</source>
<translation>Als reiner Text gezeigt. Bilder und anderes aus dem Netz werden nie geladen.</translation>
</message>
<message>
<source>Source</source>
<translation>Quelle</translation>
</message>
<message>
<source>To</source>
<translation>An</translation>
</message>
<message>
<source>{count} more are not listed.</source>
<translation>{count} weitere sind nicht aufgeführt.</translation>
</message>
<message>
<source>{shown} and {count} more</source>
<translation>{shown} und {count} weitere</translation>
</message>
</context>
</TS>

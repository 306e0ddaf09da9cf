<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>qt</name>
<message>
<source>A message could not be delivered</source>
<translation>Eine Nachricht war nicht zustellbar</translation>
</message>
<message>
<source>A message is delayed</source>
<translation>Eine Nachricht verzögert sich</translation>
</message>
<message>
<source>A message needs attention</source>
<translation>Eine Nachricht ist zu klären</translation>
</message>
<message>
<source>Choose an .eml file.</source>
<translation>Wählen Sie eine .eml-Datei.</translation>
</message>
<message>
<source>Connection “{name}” added</source>
<translation>Verbindung „{name}“ hinzugefügt</translation>
</message>
<message>
<source>Connection “{name}” renamed</source>
<translation>Verbindung „{name}“ umbenannt</translation>
</message>
<message>
<source>Connection “{name}” replaced</source>
<translation>Verbindung „{name}“ ersetzt</translation>
</message>
<message>
<source>Connection “{name}” skipped</source>
<translation>Verbindung „{name}“ übersprungen</translation>
</message>
<message>
<source>Copy the details for your administrator.</source>
<translation>Kopieren Sie die Details für Ihren Administrator.</translation>
</message>
<message>
<source>Error</source>
<translation>Fehler</translation>
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
<source>Integration “{name}” added</source>
<translation>Integration „{name}“ hinzugefügt</translation>
</message>
<message>
<source>Integration “{name}” renamed</source>
<translation>Integration „{name}“ umbenannt</translation>
</message>
<message>
<source>Integration “{name}” replaced</source>
<translation>Integration „{name}“ ersetzt</translation>
</message>
<message>
<source>Integration “{name}” skipped</source>
<translation>Integration „{name}“ übersprungen</translation>
</message>
<message>
<source>It is kept until it has been dealt with. It may still be in the mailbox.</source>
<translation>Sie wird aufbewahrt, bis sie erledigt ist. Vielleicht ist sie noch im Postfach.</translation>
</message>
<message>
<source>Level</source>
<translation>Stufe</translation>
</message>
<message>
<source>Mailflow no longer has this message</source>
<translation>Mailflow hat diese Nachricht nicht mehr</translation>
</message>
<message>
<source>Message</source>
<translation>Nachricht</translation>
</message>
<message>
<source>No connection for {count} minutes</source>
<translation>Seit {count} Minuten keine Verbindung</translation>
</message>
<message>
<source>Nothing was changed.</source>
<translation>Nichts wurde geändert.</translation>
</message>
<message>
<source>Nothing was exported</source>
<translation>Nichts wurde exportiert</translation>
</message>
<message>
<source>Restore Backup</source>
<translation>Sicherung wiederherstellen</translation>
</message>
<message>
<source>Retry</source>
<translation>Erneut versuchen</translation>
</message>
<message>
<source>Review</source>
<translation>Klären</translation>
</message>
<message>
<source>Show</source>
<translation>Anzeigen</translation>
</message>
<message>
<source>Something unexpected happened</source>
<translation>Etwas Unerwartetes ist geschehen</translation>
</message>
<message>
<source>Step</source>
<translation>Schritt</translation>
</message>
<message>
<source>Step “{name}” left out</source>
<translation>Schritt „{name}“ ausgelassen</translation>
</message>
<message>
<source>The backup was restored</source>
<translation>Die Sicherung wurde wiederhergestellt</translation>
</message>
<message>
<source>The connection is back</source>
<translation>Die Verbindung ist wieder da</translation>
</message>
<message>
<source>The file can't be read</source>
<translation>Die Datei ist nicht lesbar</translation>
</message>
<message>
<source>The file can't be written</source>
<translation>Die Datei lässt sich nicht schreiben</translation>
</message>
<message>
<source>The file was not saved</source>
<translation>Die Datei wurde nicht gesichert</translation>
</message>
<message>
<source>The limit is {value} MB.</source>
<translation>Die Grenze ist {value} MB.</translation>
</message>
<message>
<source>The practice server can't start</source>
<translation>Der Übungsserver kann nicht starten</translation>
</message>
<message>
<source>The profile before is in “{aside}”. Every integration is off; switch them on when you are ready.</source>
<translation>Das Profil davor ist in „{aside}“. Jede Integration ist aus; schalten Sie sie ein, wenn Sie bereit sind.</translation>
</message>
<message>
<source>Time</source>
<translation>Zeit</translation>
</message>
<message>
<source>Use the Version Before</source>
<translation>Vorige Fassung nehmen</translation>
</message>
<message>
<source>Warning</source>
<translation>Warnung</translation>
</message>
<message>
<source>see its own text</source>
<translation>siehe eigenen Text</translation>
</message>
<message numerus="yes">
<source>{count} messages need attention</source>
<translation><numerusform>{count} Nachricht ist zu klären</numerusform><numerusform>{count} Nachrichten sind zu klären</numerusform></translation>
</message>
<message>
<source>{count} polls, no new messages</source>
<translation>{count} Abfragen, keine neuen Nachrichten</translation>
</message>
<message>
<source>{names} works again. What arrived meanwhile is being handled.</source>
<translation>{names} arbeitet wieder. Was inzwischen kam, wird jetzt verarbeitet.</translation>
</message>
<message>
<source>{names}: {title}. Mailflow keeps trying and goes on by itself.</source>
<translation>{names}: {title}. Mailflow versucht es weiter und macht von selbst weiter.</translation>
</message>
<message>
<source>{name}. The last one: {text}</source>
<translation>{name}. Die letzte: {text}</translation>
</message>
<message>
<source>{title} is not complete</source>
<translation>{title} ist nicht vollständig</translation>
</message>
<message>
<source>“{name}” can't receive</source>
<translation>„{name}“ kann nicht empfangen</translation>
</message>
<message>
<source>“{name}” is not an email</source>
<translation>„{name}“ ist keine E-Mail</translation>
</message>
<message>
<source>“{name}” is too large</source>
<translation>„{name}“ ist zu groß</translation>
</message>
<message>
<source>“{name}” was deleted</source>
<translation>„{name}“ wurde gelöscht</translation>
</message>
</context>
</TS>

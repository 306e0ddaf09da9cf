<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>ui-settings</name>
<message>
<source>A change is seen when Mailflow starts the next time.</source>
<translation>Eine Änderung gilt, wenn Mailflow das nächste Mal startet.</translation>
</message>
<message>
<source>A pretend mail server on this computer, to try Mailflow with. Nothing it accepts leaves the computer.</source>
<translation>Ein nachgestellter Mailserver auf diesem Computer, um Mailflow auszuprobieren. Nichts, was er annimmt, verlässt den Computer.</translation>
</message>
<message>
<source>About</source>
<translation>Info</translation>
</message>
<message>
<source>Addresses</source>
<translation>Adressen</translation>
</message>
<message>
<source>All its messages are gone then, the samples are delivered again.</source>
<translation>Alle seine Nachrichten sind dann weg, die Beispiele werden neu zugestellt.</translation>
</message>
<message>
<source>Always</source>
<translation>Immer</translation>
</message>
<message>
<source>Appearance</source>
<translation>Aussehen</translation>
</message>
<message>
<source>At most</source>
<translation>Höchstens</translation>
</message>
<message>
<source>At most one an integration in ten minutes. It waits under Needs Attention in any case.</source>
<translation>Höchstens eine je Integration in zehn Minuten. Unter „Zu klären“ wartet sie in jedem Fall.</translation>
</message>
<message>
<source>Automates email on your own computer. MIT license.</source>
<translation>Automatisiert E-Mail auf Ihrem eigenen Computer. MIT-Lizenz.</translation>
</message>
<message>
<source>Automatic backup</source>
<translation>Automatische Sicherung</translation>
</message>
<message>
<source>Back Up</source>
<translation>Sichern</translation>
</message>
<message>
<source>Back Up…</source>
<translation>Sichern…</translation>
</message>
<message>
<source>Back up everything</source>
<translation>Alles sichern</translation>
</message>
<message>
<source>Backed up to {name}</source>
<translation>Nach {name} gesichert</translation>
</message>
<message>
<source>Background</source>
<translation>Hintergrund</translation>
</message>
<message>
<source>Backup</source>
<translation>Sicherung</translation>
</message>
<message>
<source>Blank if it asks for no sign-in.</source>
<translation>Leer, wenn er keine Anmeldung verlangt.</translation>
</message>
<message>
<source>By CONNECT, which the proxy has to allow for mail. It looks up the names of mail servers.</source>
<translation>Mit CONNECT, das der Proxy für E-Mail erlauben muss. Er schlägt die Namen der Mailserver nach.</translation>
</message>
<message>
<source>Cancel</source>
<translation>Abbrechen</translation>
</message>
<message>
<source>Clear</source>
<translation>Leeren</translation>
</message>
<message numerus="yes">
<source>Clear the history of {count} messages?</source>
<translation><numerusform>Den Verlauf von {count} Nachricht löschen?</numerusform><numerusform>Den Verlauf von {count} Nachrichten löschen?</numerusform></translation>
</message>
<message>
<source>Clearing…</source>
<translation>Wird geleert…</translation>
</message>
<message>
<source>Clear…</source>
<translation>Leeren…</translation>
</message>
<message>
<source>Comes with</source>
<translation>Enthält</translation>
</message>
<message>
<source>Connect through</source>
<translation>Verbinden über</translation>
</message>
<message>
<source>Connection</source>
<translation>Verbindung</translation>
</message>
<message>
<source>Connections and integrations. Passwords are left out unless you protect the file.</source>
<translation>Verbindungen und Integrationen. Passwörter fehlen, außer Sie schützen die Datei.</translation>
</message>
<message>
<source>Connections without a user name sign in nowhere.</source>
<translation>Verbindungen ohne Benutzernamen melden sich nirgends an.</translation>
</message>
<message>
<source>Connections, integrations, versions and what happened to each message. No passwords.</source>
<translation>Verbindungen, Integrationen, Versionen und was mit jeder Nachricht geschah. Keine Passwörter.</translation>
</message>
<message>
<source>Copied. Paste it where you ask for help.</source>
<translation>Kopiert. Fügen Sie es dort ein, wo Sie um Hilfe bitten.</translation>
</message>
<message>
<source>Copy Diagnostics</source>
<translation>Diagnose kopieren</translation>
</message>
<message>
<source>Credential Manager</source>
<translation>Anmeldeinformationsverwaltung</translation>
</message>
<message>
<source>Deliver</source>
<translation>Zustellen</translation>
</message>
<message>
<source>Details…</source>
<translation>Details…</translation>
</message>
<message>
<source>Diagnostics</source>
<translation>Diagnose</translation>
</message>
<message>
<source>Enter Again…</source>
<translation>Neu eingeben…</translation>
</message>
<message>
<source>Enter the password that belongs to the user name.</source>
<translation>Geben Sie das Passwort zum Benutzernamen ein.</translation>
</message>
<message>
<source>Enter…</source>
<translation>Eingeben…</translation>
</message>
<message>
<source>Every password is copied and read back before it is removed from where it is now.</source>
<translation>Jedes Passwort wird kopiert und zurückgelesen, bevor es am alten Ort entfernt wird.</translation>
</message>
<message>
<source>Export or import everything</source>
<translation>Alles exportieren oder importieren</translation>
</message>
<message>
<source>Export…</source>
<translation>Exportieren…</translation>
</message>
<message>
<source>Folders</source>
<translation>Ordner</translation>
</message>
<message>
<source>Follows your desktop, or uses the Mailflow blue.</source>
<translation>Folgt Ihrem Desktop oder nimmt das Blau von Mailflow.</translation>
</message>
<message>
<source>For each answer once signed in. A message on its way gets longer, as long as it moves.</source>
<translation>Für jede Antwort nach der Anmeldung. Eine Nachricht auf dem Weg bekommt mehr Zeit, solange es vorangeht.</translation>
</message>
<message>
<source>For each step: finding the server, reaching it, encrypting, signing in.</source>
<translation>Für jeden Schritt: Server finden, erreichen, verschlüsseln, anmelden.</translation>
</message>
<message>
<source>From and to</source>
<translation>Von und bis</translation>
</message>
<message>
<source>General</source>
<translation>Allgemein</translation>
</message>
<message>
<source>History</source>
<translation>Verlauf</translation>
</message>
<message>
<source>History and Log</source>
<translation>Verlauf und Protokoll</translation>
</message>
<message>
<source>Host names, domains and networks, with commas. This computer (localhost, 127.0.0.1, ::1) and the practice server are always reached directly.</source>
<translation>Servernamen, Domains und Netze, durch Kommas getrennt. Dieser Computer (localhost, 127.0.0.1, ::1) und der Übungsserver werden immer direkt erreicht.</translation>
</message>
<message>
<source>IMAP with SSL/TLS</source>
<translation>IMAP mit SSL/TLS</translation>
</message>
<message>
<source>IMAP with StartTLS</source>
<translation>IMAP mit StartTLS</translation>
</message>
<message>
<source>Import…</source>
<translation>Importieren…</translation>
</message>
<message>
<source>In memory</source>
<translation>Im Speicher</translation>
</message>
<message>
<source>In use. What was connected has connected anew.</source>
<translation>In Gebrauch. Was verbunden war, hat sich neu verbunden.</translation>
</message>
<message>
<source>Integrations that use the connection stop at the next sign-in, until you enter a password again.</source>
<translation>Integrationen mit dieser Verbindung halten bei der nächsten Anmeldung an, bis Sie wieder ein Passwort eingeben.</translation>
</message>
<message>
<source>It holds {what}.</source>
<translation>Sie enthält {what}.</translation>
</message>
<message>
<source>It opens in the system tray and starts the integrations that are on.</source>
<translation>Es öffnet sich im Infobereich und startet die eingeschalteten Integrationen.</translation>
</message>
<message>
<source>It replaces the one that is stored. It is not tried now; Validate on the connection's page does that.</source>
<translation>Es ersetzt das gespeicherte. Ausprobiert wird es jetzt nicht; das tut „Prüfen“ auf der Seite der Verbindung.</translation>
</message>
<message>
<source>It takes the place of everything here; what is here now is kept aside in a folder. Mailflow starts anew, with every integration off. Messages that may have been handled since then wait under Needs Attention.</source>
<translation>Sie ersetzt alles hier; was jetzt hier ist, wird in einem Ordner beiseitegelegt. Mailflow startet neu, jede Integration ist aus. Nachrichten, die seither erledigt wurden, warten unter „Zu klären“.</translation>
</message>
<message>
<source>Keep</source>
<translation>Behalten</translation>
</message>
<message>
<source>Keep history</source>
<translation>Verlauf aufbewahren</translation>
</message>
<message>
<source>Kept In</source>
<translation>Aufbewahrt in</translation>
</message>
<message>
<source>Kept where Mailflow keeps passwords. The proxy gets it unencrypted.</source>
<translation>Liegt dort, wo Mailflow Passwörter aufbewahrt. Der Proxy bekommt es unverschlüsselt.</translation>
</message>
<message>
<source>Keychain</source>
<translation>Schlüsselbund</translation>
</message>
<message>
<source>Locked</source>
<translation>Gesperrt</translation>
</message>
<message>
<source>Looking…</source>
<translation>Wird gesucht…</translation>
</message>
<message>
<source>Mail servers are reached directly.</source>
<translation>Mailserver werden direkt erreicht.</translation>
</message>
<message>
<source>Mail servers are reached through the proxy now.</source>
<translation>Mailserver werden jetzt über den Proxy erreicht.</translation>
</message>
<message>
<source>Mailflow Backups ({patterns});;All Files (*)</source>
<translation>Mailflow-Sicherungen ({patterns});;Alle Dateien (*)</translation>
</message>
<message>
<source>Mailflow speaks the other language when it starts the next time</source>
<translation>Mailflow spricht die andere Sprache beim nächsten Start</translation>
</message>
<message>
<source>Mailflow {version}</source>
<translation>Mailflow {version}</translation>
</message>
<message>
<source>Messages that wait, need attention or are in doubt stay whatever is chosen.</source>
<translation>Was wartet, zu klären oder im Zweifel ist, bleibt.</translation>
</message>
<message>
<source>Missing</source>
<translation>Fehlt</translation>
</message>
<message>
<source>Move all passwords</source>
<translation>Alle Passwörter umziehen</translation>
</message>
<message>
<source>Move to Password File…</source>
<translation>In Passwortdatei…</translation>
</message>
<message>
<source>Move to System Keyring</source>
<translation>In den Schlüsselbund</translation>
</message>
<message>
<source>Move…</source>
<translation>Umziehen…</translation>
</message>
<message>
<source>Network</source>
<translation>Netzwerk</translation>
</message>
<message>
<source>No Limit</source>
<translation>Keine Grenze</translation>
</message>
<message>
<source>No connection needs a password</source>
<translation>Keine Verbindung braucht ein Passwort</translation>
</message>
<message>
<source>No server is reached. Integrations wait and go on by themselves when you switch it off.</source>
<translation>Kein Server wird erreicht. Integrationen warten und laufen von selbst weiter, wenn Sie es ausschalten.</translation>
</message>
<message>
<source>Not available</source>
<translation>Nicht verfügbar</translation>
</message>
<message>
<source>Not in use yet.</source>
<translation>Noch nicht in Gebrauch.</translation>
</message>
<message>
<source>Nothing is shown in that time. What happened stands under Needs Attention.</source>
<translation>In dieser Zeit wird nichts gezeigt. Was geschah, steht unter „Zu klären“.</translation>
</message>
<message>
<source>Nothing was saved.</source>
<translation>Nichts wurde gespeichert.</translation>
</message>
<message>
<source>Notifications</source>
<translation>Benachrichtigungen</translation>
</message>
<message>
<source>On the disk</source>
<translation>Auf der Festplatte</translation>
</message>
<message>
<source>Once a day while Mailflow runs; the newest {count} are kept.</source>
<translation>Einmal am Tag, während Mailflow läuft; die neuesten {count} bleiben.</translation>
</message>
<message>
<source>Open</source>
<translation>Öffnen</translation>
</message>
<message>
<source>Open Network Settings</source>
<translation>Netzwerkeinstellungen öffnen</translation>
</message>
<message>
<source>POP3 with SSL/TLS</source>
<translation>POP3 mit SSL/TLS</translation>
</message>
<message>
<source>POP3 with StartTLS</source>
<translation>POP3 mit StartTLS</translation>
</message>
<message>
<source>Password</source>
<translation>Passwort</translation>
</message>
<message>
<source>Password file</source>
<translation>Passwortdatei</translation>
</message>
<message>
<source>Password for the proxy to the mail servers</source>
<translation>Passwort für den Proxy zu den Mailservern</translation>
</message>
<message>
<source>Passwords</source>
<translation>Passwörter</translation>
</message>
<message>
<source>Passwords by Connection</source>
<translation>Passwörter nach Verbindung</translation>
</message>
<message>
<source>Passwords that you enter from now on go into a file, encrypted under a master password.</source>
<translation>Passwörter, die Sie ab jetzt eingeben, kommen in eine Datei, verschlüsselt unter einem Hauptpasswort.</translation>
</message>
<message>
<source>Practice Server</source>
<translation>Übungsserver</translation>
</message>
<message>
<source>Practice server</source>
<translation>Übungsserver</translation>
</message>
<message>
<source>Privacy</source>
<translation>Datenschutz</translation>
</message>
<message>
<source>Proxy</source>
<translation>Proxy</translation>
</message>
<message>
<source>Puts them into the inbox once more.</source>
<translation>Legt sie noch einmal in den Posteingang.</translation>
</message>
<message>
<source>Quiet Hours</source>
<translation>Ruhezeit</translation>
</message>
<message>
<source>Remove</source>
<translation>Entfernen</translation>
</message>
<message>
<source>Remove the password of “{name}”?</source>
<translation>Das Passwort von „{name}“ entfernen?</translation>
</message>
<message>
<source>Reset</source>
<translation>Zurücksetzen</translation>
</message>
<message>
<source>Restart Now</source>
<translation>Jetzt neu starten</translation>
</message>
<message>
<source>Restore</source>
<translation>Wiederherstellen</translation>
</message>
<message>
<source>Restore a backup</source>
<translation>Sicherung wiederherstellen</translation>
</message>
<message>
<source>Restore the backup of {time}?</source>
<translation>Die Sicherung vom {time} wiederherstellen?</translation>
</message>
<message>
<source>Restore…</source>
<translation>Wiederherstellen…</translation>
</message>
<message>
<source>Running</source>
<translation>Läuft</translation>
</message>
<message>
<source>SMTP with SSL/TLS</source>
<translation>SMTP mit SSL/TLS</translation>
</message>
<message>
<source>SMTP with StartTLS</source>
<translation>SMTP mit StartTLS</translation>
</message>
<message>
<source>Sample messages</source>
<translation>Beispielnachrichten</translation>
</message>
<message>
<source>Service credentials</source>
<translation>Zugangsdaten des Dienstes</translation>
</message>
<message>
<source>Settings</source>
<translation>Einstellungen</translation>
</message>
<message>
<source>Show a Notification For</source>
<translation>Benachrichtigung zeigen bei</translation>
</message>
<message>
<source>Some settings could not be read and have their usual value</source>
<translation>Einige Einstellungen waren nicht lesbar und haben ihren üblichen Wert</translation>
</message>
<message>
<source>Start</source>
<translation>Start</translation>
</message>
<message>
<source>Start Mailflow when I sign in</source>
<translation>Mailflow bei der Anmeldung starten</translation>
</message>
<message>
<source>Start anew</source>
<translation>Neu anfangen</translation>
</message>
<message>
<source>Stopped</source>
<translation>Angehalten</translation>
</message>
<message>
<source>Store</source>
<translation>Speichern</translation>
</message>
<message>
<source>Stored</source>
<translation>Gespeichert</translation>
</message>
<message>
<source>System keyring</source>
<translation>Schlüsselbund des Systems</translation>
</message>
<message>
<source>Takes the place of everything here. What is here now is kept aside.</source>
<translation>Ersetzt alles hier. Was jetzt hier ist, wird beiseitegelegt.</translation>
</message>
<message>
<source>The last one: {time}.</source>
<translation>Die letzte: {time}.</translation>
</message>
<message>
<source>The password of “{name}” was removed</source>
<translation>Das Passwort von „{name}“ wurde entfernt</translation>
</message>
<message>
<source>The password of “{name}” was stored. Validate the connection.</source>
<translation>Das Passwort von „{name}“ wurde gespeichert. Prüfen Sie die Verbindung.</translation>
</message>
<message>
<source>The proxy looks up the names of mail servers; this computer does not.</source>
<translation>Der Proxy schlägt die Namen der Mailserver nach; dieser Computer nicht.</translation>
</message>
<message>
<source>The saved proxy can't be read, so no server is reached. Choose it anew.</source>
<translation>Der gespeicherte Proxy ist nicht lesbar, daher wird kein Server erreicht. Wählen Sie ihn neu.</translation>
</message>
<message>
<source>The subject of a failed message is shown on the screen, also while it is locked.</source>
<translation>Der Betreff einer fehlgeschlagenen Nachricht steht auf dem Bildschirm, auch wenn er gesperrt ist.</translation>
</message>
<message>
<source>There is nothing older than a day.</source>
<translation>Es gibt nichts, was älter als ein Tag ist.</translation>
</message>
<message>
<source>This session only</source>
<translation>Nur diese Sitzung</translation>
</message>
<message>
<source>Time Limits</source>
<translation>Zeitgrenzen</translation>
</message>
<message>
<source>Try Again</source>
<translation>Erneut versuchen</translation>
</message>
<message>
<source>Type it first.</source>
<translation>Geben Sie es erst ein.</translation>
</message>
<message>
<source>Unlocked</source>
<translation>Entsperrt</translation>
</message>
<message>
<source>Unlock…</source>
<translation>Entsperren…</translation>
</message>
<message>
<source>Use Password File…</source>
<translation>Passwortdatei nehmen…</translation>
</message>
<message>
<source>Use This Proxy</source>
<translation>Diesen Proxy verwenden</translation>
</message>
<message>
<source>Use a password file instead</source>
<translation>Stattdessen eine Passwortdatei nehmen</translation>
</message>
<message>
<source>User name</source>
<translation>Benutzername</translation>
</message>
<message>
<source>Versions and the findings of “mailflow doctor”. No passwords, names or addresses are in the text.</source>
<translation>Versionen und die Befunde von „mailflow doctor“. Im Text stehen keine Passwörter, Namen oder Adressen.</translation>
</message>
<message>
<source>Waits while the computer runs on battery power.</source>
<translation>Wartet, solange der Computer mit dem Akku läuft.</translation>
</message>
<message>
<source>What happened to messages that are done with is forgotten; the last day stays. No message is deleted on a server, and none is sent again.</source>
<translation>Was mit erledigten Nachrichten geschah, wird vergessen; der letzte Tag bleibt. Auf keinem Server wird eine Nachricht gelöscht, und keine wird noch einmal gesendet.</translation>
</message>
<message>
<source>What was not understood stays in the file.</source>
<translation>Was nicht verstanden wurde, bleibt in der Datei.</translation>
</message>
<message>
<source>When a server has not answered for 15 minutes, and when it is back.</source>
<translation>Wenn ein Server 15 Minuten lang nicht geantwortet hat, und wenn er wieder da ist.</translation>
</message>
<message>
<source>When an integration can't go on before you do something.</source>
<translation>Wenn eine Integration nicht weiterkann, bevor Sie etwas tun.</translation>
</message>
<message>
<source>When an integration got no email in the time that you set for it.</source>
<translation>Wenn eine Integration in der von Ihnen festgelegten Zeit keine E-Mail erhalten hat.</translation>
</message>
<message>
<source>Work offline</source>
<translation>Offline arbeiten</translation>
</message>
<message>
<source>Working…</source>
<translation>In Arbeit…</translation>
</message>
<message>
<source>Writing…</source>
<translation>Wird geschrieben…</translation>
</message>
<message>
<source>Your integrations go on; the tray icon opens the window.</source>
<translation>Ihre Integrationen laufen weiter; das Symbol im Infobereich öffnet das Fenster.</translation>
</message>
<message>
<source>Your passwords are encrypted under your sign-in to this computer.</source>
<translation>Ihre Passwörter sind mit Ihrer Anmeldung an diesem Computer verschlüsselt.</translation>
</message>
<message>
<source>Your passwords are handed over by the system. Mailflow only reads them.</source>
<translation>Das System übergibt Ihre Passwörter. Mailflow liest sie nur.</translation>
</message>
<message>
<source>Your passwords are in a file, encrypted under your master password.</source>
<translation>Ihre Passwörter sind in einer Datei, verschlüsselt unter Ihrem Hauptpasswort.</translation>
</message>
<message>
<source>Your passwords are in memory and gone when Mailflow ends.</source>
<translation>Ihre Passwörter sind im Speicher und weg, wenn Mailflow endet.</translation>
</message>
<message>
<source>seconds</source>
<translation>Sekunden</translation>
</message>
<message>
<source>to</source>
<translation>bis</translation>
</message>
<message numerus="yes">
<source>{count} Days</source>
<translation><numerusform>{count} Tag</numerusform><numerusform>{count} Tage</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} connections</source>
<translation><numerusform>{count} Verbindung</numerusform><numerusform>{count} Verbindungen</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} integrations</source>
<translation><numerusform>{count} Integration</numerusform><numerusform>{count} Integrationen</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} messages</source>
<translation><numerusform>{count} Nachricht</numerusform><numerusform>{count} Nachrichten</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} messages removed from the history</source>
<translation><numerusform>{count} Nachricht aus dem Verlauf entfernt</numerusform><numerusform>{count} Nachrichten aus dem Verlauf entfernt</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} passwords are stored there</source>
<translation><numerusform>Dort ist {count} Passwort gespeichert</numerusform><numerusform>Dort sind {count} Passwörter gespeichert</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} passwords moved</source>
<translation><numerusform>{count} Passwort umgezogen</numerusform><numerusform>{count} Passwörter umgezogen</numerusform></translation>
</message>
<message>
<source>{label} of {user}</source>
<translation>{label} von {user}</translation>
</message>
<message>
<source>{label} of “{name}”</source>
<translation>{label} von „{name}“</translation>
</message>
<message>
<source>{label}, seconds</source>
<translation>{label}, Sekunden</translation>
</message>
<message>
<source>{messages} since {time}</source>
<translation>{messages} seit {time}</translation>
</message>
<message>
<source>{moved}. {count} could not be removed from the old place.</source>
<translation>{moved}. {count} konnten am alten Ort nicht entfernt werden.</translation>
</message>
<message numerus="yes">
<source>{used}: {count} messages</source>
<translation><numerusform>{used}: {count} Nachricht</numerusform><numerusform>{used}: {count} Nachrichten</numerusform></translation>
</message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>ui</name>
<message>
<source>About Mailflow</source>
<translation>Über Mailflow</translation>
</message>
<message>
<source>All Integrations…</source>
<translation>Alle Integrationen…</translation>
</message>
<message>
<source>All integrations are paused</source>
<translation>Alle Integrationen pausieren</translation>
</message>
<message>
<source>At least {count} letters, or a few words.</source>
<translation>Mindestens {count} Zeichen oder ein paar Wörter.</translation>
</message>
<message>
<source>Cancel</source>
<translation>Abbrechen</translation>
</message>
<message>
<source>Choose File…</source>
<translation>Datei wählen…</translation>
</message>
<message>
<source>Closing the window minimizes it instead.</source>
<translation>Schließen verkleinert das Fenster stattdessen.</translation>
</message>
<message>
<source>Connection “{name}” created</source>
<translation>Verbindung „{name}“ erstellt</translation>
</message>
<message>
<source>Connections</source>
<translation>Verbindungen</translation>
</message>
<message>
<source>Copy Details</source>
<translation>Details kopieren</translation>
</message>
<message>
<source>Create Integration</source>
<translation>Integration erstellen</translation>
</message>
<message>
<source>Ctrl+1 … 5: Home, Integrations, Connections, Needs Attention, Message Log · Ctrl+,: Settings
Ctrl+K: search · Ctrl+N, Ctrl+Shift+N: new integration, new connection
Ctrl+Enter: main action of the page (Validate, Next, Save)
Ctrl+S: save · Alt+Left, Esc: back
Ctrl+Shift+F: find a message · Ctrl+R: retry · Ctrl+Z: undo a skip
Ctrl+F, F3, Shift+F3: find in the log, next hit, hit before · Space: pause the log, or an integration's switch
Ctrl+D: duplicate · Del: delete · F2: rename · F5: refresh, validate
Ctrl+Shift+P: pause or resume all · F6: next region · F9: narrow sidebar · F10: main menu
Ctrl+E: export an integration · Ctrl+Q: quit</source>
<translation>Strg+1 … 5: Start, Integrationen, Verbindungen, Zu klären, Protokoll · Strg+,: Einstellungen
Strg+K: suchen · Strg+N, Strg+Umschalt+N: neue Integration, neue Verbindung
Strg+Eingabe: Hauptaktion der Seite (Prüfen, Weiter, Speichern)
Strg+S: speichern · Alt+Links, Esc: zurück
Strg+Umschalt+F: Nachricht suchen · Strg+R: erneut versuchen · Strg+Z: Überspringen zurücknehmen
Strg+F, F3, Umschalt+F3: im Protokoll suchen, nächster, voriger Treffer · Leertaste: Protokoll anhalten oder Schalter einer Integration
Strg+D: duplizieren · Entf: löschen · F2: umbenennen · F5: aktualisieren, prüfen
Strg+Umschalt+P: alle pausieren oder fortsetzen · F6: nächster Bereich · F9: schmale Seitenleiste · F10: Hauptmenü
Strg+E: Integration exportieren · Strg+Q: beenden</translation>
</message>
<message>
<source>Enter the passphrase</source>
<translation>Passphrase eingeben</translation>
</message>
<message>
<source>Export</source>
<translation>Exportieren</translation>
</message>
<message>
<source>Exported to {name}</source>
<translation>Nach {name} exportiert</translation>
</message>
<message>
<source>Exported to {name}. Passwords are not in the file.</source>
<translation>Nach {name} exportiert. Passwörter sind nicht in der Datei.</translation>
</message>
<message>
<source>Export…</source>
<translation>Exportieren…</translation>
</message>
<message>
<source>Find a Message</source>
<translation>Nachricht suchen</translation>
</message>
<message>
<source>For 1 Hour</source>
<translation>Für 1 Stunde</translation>
</message>
<message>
<source>GNOME shows tray icons only with the extension “{extension}”. {instead}</source>
<translation>GNOME zeigt Symbole im Infobereich nur mit der Erweiterung „{extension}“. {instead}</translation>
</message>
<message>
<source>Home</source>
<translation>Start</translation>
</message>
<message>
<source>Import</source>
<translation>Importieren</translation>
</message>
<message>
<source>Imported</source>
<translation>Importiert</translation>
</message>
<message>
<source>Import…</source>
<translation>Importieren…</translation>
</message>
<message>
<source>Integrations</source>
<translation>Integrationen</translation>
</message>
<message>
<source>Integrations go on</source>
<translation>Die Integrationen laufen weiter</translation>
</message>
<message>
<source>Keep Running in Background</source>
<translation>Im Hintergrund weiterlaufen</translation>
</message>
<message>
<source>Keyboard Shortcuts</source>
<translation>Tastenkürzel</translation>
</message>
<message>
<source>Mailflow Bundles ({patterns});;All Files (*)</source>
<translation>Mailflow-Pakete ({patterns});;Alle Dateien (*)</translation>
</message>
<message>
<source>Mailflow Files (*.mailflow *.yaml *.yml);;All Files (*)</source>
<translation>Mailflow-Dateien (*.mailflow *.yaml *.yml);;Alle Dateien (*)</translation>
</message>
<message>
<source>Mailflow and Fuse Online Files ({patterns});;All Files (*)</source>
<translation>Dateien von Mailflow und Fuse Online ({patterns});;Alle Dateien (*)</translation>
</message>
<message>
<source>Mailflow keeps running</source>
<translation>Mailflow läuft weiter</translation>
</message>
<message>
<source>Main Menu</source>
<translation>Hauptmenü</translation>
</message>
<message>
<source>Message Log</source>
<translation>Protokoll</translation>
</message>
<message>
<source>Needs Attention</source>
<translation>Zu klären</translation>
</message>
<message>
<source>Needs attention</source>
<translation>Zu klären</translation>
</message>
<message>
<source>New Connection</source>
<translation>Neue Verbindung</translation>
</message>
<message>
<source>New Integration</source>
<translation>Neue Integration</translation>
</message>
<message>
<source>New integration</source>
<translation>Neue Integration</translation>
</message>
<message>
<source>No integrations</source>
<translation>Keine Integrationen</translation>
</message>
<message>
<source>No integrations yet</source>
<translation>Noch keine Integrationen</translation>
</message>
<message>
<source>Nothing running</source>
<translation>Nichts läuft</translation>
</message>
<message>
<source>Nothing running yet</source>
<translation>Noch läuft nichts</translation>
</message>
<message>
<source>Nothing was exported</source>
<translation>Nichts wurde exportiert</translation>
</message>
<message>
<source>Open Mailflow</source>
<translation>Mailflow öffnen</translation>
</message>
<message>
<source>Passphrase</source>
<translation>Passphrase</translation>
</message>
<message>
<source>Pause All</source>
<translation>Alle pausieren</translation>
</message>
<message>
<source>Paused</source>
<translation>Pausiert</translation>
</message>
<message>
<source>Paused on battery</source>
<translation>Im Akkubetrieb pausiert</translation>
</message>
<message>
<source>Paused until tomorrow, {time}</source>
<translation>Pausiert bis morgen, {time}</translation>
</message>
<message>
<source>Paused until {time}</source>
<translation>Pausiert bis {time}</translation>
</message>
<message>
<source>Quit</source>
<translation>Beenden</translation>
</message>
<message>
<source>Quit Mailflow</source>
<translation>Mailflow beenden</translation>
</message>
<message>
<source>Quit Mailflow?</source>
<translation>Mailflow beenden?</translation>
</message>
<message>
<source>Repeat Passphrase</source>
<translation>Passphrase wiederholen</translation>
</message>
<message>
<source>Resume</source>
<translation>Fortsetzen</translation>
</message>
<message numerus="yes">
<source>Review {count} Messages…</source>
<translation><numerusform>{count} Nachricht klären…</numerusform><numerusform>{count} Nachrichten klären…</numerusform></translation>
</message>
<message>
<source>Running in background</source>
<translation>Läuft im Hintergrund</translation>
</message>
<message>
<source>Settings</source>
<translation>Einstellungen</translation>
</message>
<message>
<source>Settings…</source>
<translation>Einstellungen…</translation>
</message>
<message>
<source>Show Reason</source>
<translation>Grund anzeigen</translation>
</message>
<message>
<source>Sidebar</source>
<translation>Seitenleiste</translation>
</message>
<message>
<source>Something unexpected happened in Mailflow</source>
<translation>In Mailflow ist etwas Unerwartetes geschehen</translation>
</message>
<message>
<source>Stop the integrations here before you start them at the other computer: both would send.</source>
<translation>Halten Sie die Integrationen hier an, bevor Sie sie am anderen Computer starten: Beide würden senden.</translation>
</message>
<message>
<source>The two are not the same.</source>
<translation>Die beiden sind nicht gleich.</translation>
</message>
<message>
<source>This desktop shows no tray icons. {instead}</source>
<translation>Dieser Desktop zeigt keine Symbole im Infobereich. {instead}</translation>
</message>
<message>
<source>To move to another computer. The file is encrypted; without the passphrase nobody can read it.</source>
<translation>Für den Umzug auf einen anderen Computer. Die Datei ist verschlüsselt; ohne die Passphrase kann sie niemand lesen.</translation>
</message>
<message>
<source>To share, or to keep under version control. They are asked for after the import.</source>
<translation>Zum Weitergeben oder für eine Versionsverwaltung. Nach dem Import wird nach ihnen gefragt.</translation>
</message>
<message>
<source>Type it first.</source>
<translation>Geben Sie es erst ein.</translation>
</message>
<message>
<source>Undo</source>
<translation>Rückgängig</translation>
</message>
<message>
<source>Until I Resume</source>
<translation>Bis ich fortsetze</translation>
</message>
<message>
<source>Until Tomorrow, 08:00</source>
<translation>Bis morgen, 08:00</translation>
</message>
<message>
<source>Use at least {count} letters.</source>
<translation>Nehmen Sie mindestens {count} Zeichen.</translation>
</message>
<message>
<source>Waiting for a server</source>
<translation>Wartet auf einen Server</translation>
</message>
<message>
<source>What is here now is kept aside. After a backup is restored every integration is off.</source>
<translation>Was jetzt hier ist, wird beiseitegelegt. Nach dem Wiederherstellen einer Sicherung ist jede Integration aus.</translation>
</message>
<message>
<source>With Passwords</source>
<translation>Mit Passwörtern</translation>
</message>
<message>
<source>Without Passwords</source>
<translation>Ohne Passwörter</translation>
</message>
<message>
<source>Your integrations continue in the background. Open the window again from the tray icon.</source>
<translation>Ihre Integrationen laufen im Hintergrund weiter. Öffnen Sie das Fenster wieder über das Symbol im Infobereich.</translation>
</message>
<message>
<source>d MMM</source>
<translation>d. MMM</translation>
</message>
<message>
<source>d MMM yyyy</source>
<translation>d. MMM yyyy</translation>
</message>
<message>
<source>d MMMM</source>
<translation>d. MMMM</translation>
</message>
<message>
<source>d MMMM yyyy</source>
<translation>d. MMMM yyyy</translation>
</message>
<message>
<source>just now</source>
<translation>gerade eben</translation>
</message>
<message>
<source>no network, polling resumes by itself</source>
<translation>kein Netz, Abfragen gehen von selbst weiter</translation>
</message>
<message>
<source>one needs attention</source>
<translation>eine ist zu klären</translation>
</message>
<message>
<source>today</source>
<translation>heute</translation>
</message>
<message>
<source>yesterday</source>
<translation>gestern</translation>
</message>
<message>
<source>yesterday, {time}</source>
<translation>gestern, {time}</translation>
</message>
<message>
<source>{count} failed</source>
<translation>{count} fehlgeschlagen</translation>
</message>
<message numerus="yes">
<source>{count} integrations stop until you start them again.</source>
<translation><numerusform>1 Integration hält an, bis Sie sie wieder starten.</numerusform><numerusform>{count} Integrationen halten an, bis Sie sie wieder starten.</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} messages need attention</source>
<translation><numerusform>{count} Nachricht ist zu klären</numerusform><numerusform>{count} Nachrichten sind zu klären</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} minutes ago</source>
<translation><numerusform>vor 1 Minute</numerusform><numerusform>vor {count} Minuten</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} passwords are in the file.</source>
<translation><numerusform>In der Datei ist 1 Passwort.</numerusform><numerusform>In der Datei sind {count} Passwörter.</numerusform></translation>
</message>
<message>
<source>{day}, {time}</source>
<translation>{day}, {time}</translation>
</message>
<message>
<source>{on} of {count} integrations on</source>
<translation>{on} von {count} eingeschaltet</translation>
</message>
<message>
<source>{running} of {count} integrations on</source>
<translation>{running} von {count} Integrationen an</translation>
</message>
<message>
<source>“{name}” did not start: {trouble}</source>
<translation>„{name}“ ist nicht gestartet: {trouble}</translation>
</message>
<message>
<source>“{name}” goes on with the settings before: {refused}</source>
<translation>„{name}“ läuft mit den bisherigen Angaben weiter: {refused}</translation>
</message>
<message>
<source>“{name}” holds passwords and is encrypted.</source>
<translation>„{name}“ enthält Passwörter und ist verschlüsselt.</translation>
</message>
<message>
<source>“{name}” saved as version 1. It is starting.</source>
<translation>„{name}“ als Version 1 gespeichert. Sie startet.</translation>
</message>
<message>
<source>“{name}” saved as version {version}. It restarts.</source>
<translation>„{name}“ als Version {version} gespeichert. Sie startet neu.</translation>
</message>
<message>
<source>“{name}” was not imported</source>
<translation>„{name}“ wurde nicht importiert</translation>
</message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>store</name>
<message>
<source>$CREDENTIALS_DIRECTORY is not set.</source>
<translation>$CREDENTIALS_DIRECTORY ist nicht gesetzt.</translation>
</message>
<message>
<source>A character is broken. Save the file as UTF-8.</source>
<translation>Ein Zeichen ist beschädigt. Speichern Sie die Datei als UTF-8.</translation>
</message>
<message>
<source>A list is expected here; each entry starts with a dash.</source>
<translation>Hier gehört eine Liste hin; jeder Eintrag beginnt mit einem Strich.</translation>
</message>
<message>
<source>A name is expected here, not a list or mapping.</source>
<translation>Hier gehört ein Name hin, keine Liste oder Zuordnung.</translation>
</message>
<message>
<source>A password could not be copied</source>
<translation>Ein Passwort ließ sich nicht kopieren</translation>
</message>
<message>
<source>A password was about to be written</source>
<translation>Beinahe wäre ein Passwort geschrieben worden</translation>
</message>
<message>
<source>A step has either `step:`, or `connection:` and `action:`.</source>
<translation>Ein Schritt hat entweder `step:` oder `connection:` und `action:`.</translation>
</message>
<message>
<source>A tab stands before the text. Use spaces.</source>
<translation>Vor dem Text steht ein Tabulator. Nehmen Sie Leerzeichen.</translation>
</message>
<message>
<source>A whole number is expected here.</source>
<translation>Hier gehört eine ganze Zahl hin.</translation>
</message>
<message>
<source>Another program is writing the profile</source>
<translation>Ein anderes Programm schreibt gerade das Profil</translation>
</message>
<message>
<source>Check the permissions of your settings folder, then try again.</source>
<translation>Prüfen Sie die Rechte Ihres Einstellungsordners und versuchen Sie es erneut.</translation>
</message>
<message>
<source>Choose another backup.</source>
<translation>Wählen Sie eine andere Sicherung.</translation>
</message>
<message>
<source>Choose another directory with --profile, or change its permissions.</source>
<translation>Wählen Sie mit --profile ein anderes Verzeichnis oder ändern Sie seine Rechte.</translation>
</message>
<message>
<source>Choose one.</source>
<translation>Wählen Sie eines.</translation>
</message>
<message>
<source>Close other Mailflow programs and try again.</source>
<translation>Schließen Sie andere Mailflow-Programme und versuchen Sie es erneut.</translation>
</message>
<message>
<source>Each label is one line of text.</source>
<translation>Jedes Etikett ist eine Zeile Text.</translation>
</message>
<message>
<source>Enter it again.</source>
<translation>Geben Sie es erneut ein.</translation>
</message>
<message>
<source>Enter the master password.</source>
<translation>Geben Sie das Hauptpasswort ein.</translation>
</message>
<message>
<source>Entries are nested more than {max_depth} deep. Remove the nesting.</source>
<translation>Einträge sind mehr als {max_depth} tief verschachtelt. Entfernen Sie die Schachtelung.</translation>
</message>
<message>
<source>Entries such as `theme: dark` are expected.</source>
<translation>Hier gehören Einträge wie `theme: dark` hin.</translation>
</message>
<message>
<source>Entries with names are expected here, such as `name: …`.</source>
<translation>Hier gehören Einträge mit Namen hin, etwa `name: …`.</translation>
</message>
<message>
<source>Everybody who has the file can try to guess it. Use at least {shortest} letters, or a few words.</source>
<translation>Wer die Datei hat, kann raten. Nehmen Sie mindestens {shortest} Zeichen oder ein paar Wörter.</translation>
</message>
<message>
<source>Export it again, and copy the whole file.</source>
<translation>Exportieren Sie sie erneut und kopieren Sie die ganze Datei.</translation>
</message>
<message>
<source>Free some space or check the permissions, then start Mailflow again: it goes on where it stopped.</source>
<translation>Schaffen Sie Platz oder prüfen Sie die Rechte und starten Sie Mailflow wieder: Es macht dort weiter, wo es aufhörte.</translation>
</message>
<message>
<source>Free some space or check the permissions, then try again.</source>
<translation>Schaffen Sie Platz oder prüfen Sie die Rechte, und versuchen Sie es erneut.</translation>
</message>
<message>
<source>Free some space, or choose another place.</source>
<translation>Schaffen Sie Platz oder wählen Sie einen anderen Ort.</translation>
</message>
<message>
<source>It can't be read. It was left as it is.</source>
<translation>Sie ist nicht lesbar. Sie blieb, wie sie ist.</translation>
</message>
<message>
<source>It can't be run again from here.</source>
<translation>Von hier lässt sie sich nicht noch einmal ausführen.</translation>
</message>
<message>
<source>It does not open your password file. Nothing was changed.</source>
<translation>Es öffnet Ihre Passwortdatei nicht. Nichts wurde geändert.</translation>
</message>
<message>
<source>It does not open “{name}”. Nothing was changed.</source>
<translation>Sie öffnet „{name}“ nicht. Nichts wurde geändert.</translation>
</message>
<message>
<source>It has schema {schema}; this program knows {current}. Nothing was changed.</source>
<translation>Es hat das Schema {schema}; dieses Programm kennt {current}. Nichts wurde geändert.</translation>
</message>
<message>
<source>It is not whole, or it was changed after it was made. Nothing was changed here.</source>
<translation>Sie ist nicht vollständig oder wurde nachträglich geändert. Hier wurde nichts geändert.</translation>
</message>
<message>
<source>It says “mailflow: {number}”.</source>
<translation>Es sagt „mailflow: {number}“.</translation>
</message>
<message>
<source>It was under way when the backup was made that was restored. It may have been sent since.</source>
<translation>Sie war unterwegs, als die wiederhergestellte Sicherung gemacht wurde. Vielleicht wurde sie seither gesendet.</translation>
</message>
<message>
<source>It works there without a window: as a service, or by “mailflow run” (process {pid}). End that first. Two programs would send messages twice.</source>
<translation>Es arbeitet dort ohne Fenster: als Dienst oder durch „mailflow run“ (Prozess {pid}). Beenden Sie das zuerst. Zwei Programme würden Nachrichten doppelt senden.</translation>
</message>
<message>
<source>Mailflow can't write its records</source>
<translation>Mailflow kann seine Aufzeichnungen nicht schreiben</translation>
</message>
<message>
<source>Mailflow is already running on this profile</source>
<translation>Mailflow läuft schon mit diesem Profil</translation>
</message>
<message>
<source>Mailflow keeps passwords in it under your master password.</source>
<translation>Mailflow verwahrt darin Passwörter unter Ihrem Hauptpasswort.</translation>
</message>
<message>
<source>Mailflow only reads them. Change the file in your service's configuration.</source>
<translation>Mailflow liest sie nur. Ändern Sie die Datei in der Konfiguration Ihres Dienstes.</translation>
</message>
<message>
<source>Mailflow was interrupted in the instant of delivery. The message may have arrived.</source>
<translation>Mailflow wurde im Augenblick der Zustellung unterbrochen. Die Nachricht ist vielleicht angekommen.</translation>
</message>
<message>
<source>Mailflow's records are damaged</source>
<translation>Die Aufzeichnungen von Mailflow sind beschädigt</translation>
</message>
<message>
<source>Name a directory with --profile.</source>
<translation>Nennen Sie ein Verzeichnis mit --profile.</translation>
</message>
<message>
<source>Names in the file are taken</source>
<translation>Namen in der Datei sind vergeben</translation>
</message>
<message>
<source>No credentials were handed over</source>
<translation>Es wurden keine Zugangsdaten übergeben</translation>
</message>
<message>
<source>Nothing was changed.</source>
<translation>Nichts wurde geändert.</translation>
</message>
<message>
<source>Nothing was written.</source>
<translation>Nichts wurde geschrieben.</translation>
</message>
<message>
<source>One line without control characters is expected here.</source>
<translation>Hier gehört eine Zeile ohne Steuerzeichen hin.</translation>
</message>
<message>
<source>Only a step of Conditional Flows has flows.</source>
<translation>Nur ein Schritt „Bedingte Abläufe“ hat Abläufe.</translation>
</message>
<message>
<source>Only one document is allowed in a file. Remove this `---`.</source>
<translation>In einer Datei ist nur ein Dokument erlaubt. Entfernen Sie dieses `---`.</translation>
</message>
<message>
<source>Passwords do not belong in a file; use `mailflow secret set`.</source>
<translation>Passwörter gehören nicht in eine Datei; nehmen Sie `mailflow secret set`.</translation>
</message>
<message>
<source>Put back a copy of the file. Without it Mailflow does not know what was sent, and may send it again.</source>
<translation>Spielen Sie eine Kopie der Datei zurück. Ohne sie weiß Mailflow nicht, was gesendet wurde, und sendet es vielleicht noch einmal.</translation>
</message>
<message>
<source>Remove one of them first.</source>
<translation>Entfernen Sie erst eine davon.</translation>
</message>
<message>
<source>Restore it from a backup, or move it away and enter the passwords again.</source>
<translation>Holen Sie sie aus einer Sicherung zurück, oder räumen Sie sie weg und geben Sie die Passwörter neu ein.</translation>
</message>
<message>
<source>Start at sign-in could not be changed</source>
<translation>Der Start bei der Anmeldung ließ sich nicht ändern</translation>
</message>
<message>
<source>Start the program as a service with LoadCredential=, or leave --vault out.</source>
<translation>Starten Sie das Programm als Dienst mit LoadCredential= oder lassen Sie --vault weg.</translation>
</message>
<message>
<source>Text is expected here. Put quotes around it.</source>
<translation>Hier gehört Text hin. Setzen Sie ihn in Anführungszeichen.</translation>
</message>
<message>
<source>The backup can't be restored</source>
<translation>Die Sicherung lässt sich nicht wiederherstellen</translation>
</message>
<message>
<source>The backup could not be put in place</source>
<translation>Die Sicherung ließ sich nicht einsetzen</translation>
</message>
<message>
<source>The backup could not be written</source>
<translation>Die Sicherung ließ sich nicht schreiben</translation>
</message>
<message>
<source>The backup was made by a newer Mailflow</source>
<translation>Die Sicherung stammt von einem neueren Mailflow</translation>
</message>
<message>
<source>The credentials can't be used</source>
<translation>Die Zugangsdaten sind nicht verwendbar</translation>
</message>
<message>
<source>The file</source>
<translation>Die Datei</translation>
</message>
<message>
<source>The file can't be read</source>
<translation>Die Datei ist nicht lesbar</translation>
</message>
<message>
<source>The file has more than {max_nodes} entries. Split it.</source>
<translation>Die Datei hat mehr als {max_nodes} Einträge. Teilen Sie sie.</translation>
</message>
<message>
<source>The file is empty. It starts with `mailflow: 1`.</source>
<translation>Die Datei ist leer. Sie beginnt mit `mailflow: 1`.</translation>
</message>
<message>
<source>The file is larger than 5 MB. Split it.</source>
<translation>Die Datei ist größer als 5 MB. Teilen Sie sie.</translation>
</message>
<message>
<source>The file is no text</source>
<translation>Die Datei ist kein Text</translation>
</message>
<message>
<source>The file is of version {number}, this program reads version {version}. Update Mailflow.</source>
<translation>Die Datei hat Version {number}, dieses Programm liest Version {version}. Aktualisieren Sie Mailflow.</translation>
</message>
<message>
<source>The file is too large</source>
<translation>Die Datei ist zu groß</translation>
</message>
<message>
<source>The file says `mailflow: {plain}`. Only `mailflow: 1` is known.</source>
<translation>Die Datei sagt `mailflow: {plain}`. Bekannt ist nur `mailflow: 1`.</translation>
</message>
<message>
<source>The id of a step has only letters, digits, - and _, at most 64.</source>
<translation>Die Kennung eines Schritts hat nur Buchstaben, Ziffern, - und _, höchstens 64.</translation>
</message>
<message>
<source>The integration has no list of steps. Add `steps:`.</source>
<translation>Die Integration hat keine Liste von Schritten. Fügen Sie `steps:` hinzu.</translation>
</message>
<message>
<source>The limit is {most} MB.</source>
<translation>Die Grenze ist {most} MB.</translation>
</message>
<message>
<source>The line holds the control character U+{code}. Remove it.</source>
<translation>Die Zeile enthält das Steuerzeichen U+{code}. Entfernen Sie es.</translation>
</message>
<message>
<source>The master password is blank</source>
<translation>Das Hauptpasswort ist leer</translation>
</message>
<message>
<source>The master password is wrong</source>
<translation>Das Hauptpasswort ist falsch</translation>
</message>
<message>
<source>The message is too large to be kept</source>
<translation>Die Nachricht ist zu groß zum Aufbewahren</translation>
</message>
<message>
<source>The name is longer than {most_letters} letters. Shorten it.</source>
<translation>Der Name ist länger als {most_letters} Zeichen. Kürzen Sie ihn.</translation>
</message>
<message>
<source>The passphrase is too short</source>
<translation>Die Passphrase ist zu kurz</translation>
</message>
<message>
<source>The passphrase is wrong</source>
<translation>Die Passphrase ist falsch</translation>
</message>
<message>
<source>The password file can't be used</source>
<translation>Die Passwortdatei ist nicht verwendbar</translation>
</message>
<message>
<source>The password file is damaged</source>
<translation>Die Passwortdatei ist beschädigt</translation>
</message>
<message>
<source>The profile can't be read</source>
<translation>Das Profil ist nicht lesbar</translation>
</message>
<message>
<source>The profile can't be written</source>
<translation>Das Profil lässt sich nicht schreiben</translation>
</message>
<message>
<source>The profile could not be saved</source>
<translation>Das Profil ließ sich nicht speichern</translation>
</message>
<message>
<source>The profile directory can't be used</source>
<translation>Das Profilverzeichnis ist nicht verwendbar</translation>
</message>
<message>
<source>The profile directory can't be written</source>
<translation>In das Profilverzeichnis lässt sich nicht schreiben</translation>
</message>
<message>
<source>The profile has no known schema</source>
<translation>Das Profil hat kein bekanntes Schema</translation>
</message>
<message>
<source>The profile was written by a newer Mailflow</source>
<translation>Das Profil stammt von einem neueren Mailflow</translation>
</message>
<message>
<source>The sample could not be deleted</source>
<translation>Das Beispiel ließ sich nicht löschen</translation>
</message>
<message>
<source>The sample could not be kept</source>
<translation>Das Beispiel ließ sich nicht aufbewahren</translation>
</message>
<message>
<source>The sample could not be read</source>
<translation>Das Beispiel ließ sich nicht lesen</translation>
</message>
<message>
<source>The setting could not be saved</source>
<translation>Die Einstellung ließ sich nicht speichern</translation>
</message>
<message>
<source>The step has no action. Add `action:`.</source>
<translation>Der Schritt hat keine Aktion. Fügen Sie `action:` hinzu.</translation>
</message>
<message>
<source>The step names no connection. Add `connection:`.</source>
<translation>Der Schritt nennt keine Verbindung. Fügen Sie `connection:` hinzu.</translation>
</message>
<message>
<source>The version before is in “{backup}”: copy it over the file.</source>
<translation>Die vorige Fassung ist in „{backup}“: Kopieren Sie sie über die Datei.</translation>
</message>
<message>
<source>The work could not be kept</source>
<translation>Die Arbeit ließ sich nicht speichern</translation>
</message>
<message>
<source>There is no backup.</source>
<translation>Es gibt keine Sicherung.</translation>
</message>
<message>
<source>There is no connection called “{connection}”. Add it, or use one of: {there}.</source>
<translation>Es gibt keine Verbindung namens „{connection}“. Fügen Sie sie hinzu oder nehmen Sie eine von: {there}.</translation>
</message>
<message>
<source>There is no place for the profile</source>
<translation>Es gibt keinen Ort für das Profil</translation>
</message>
<message>
<source>There is no “{key}” here. Known: {names}.</source>
<translation>Hier gibt es kein „{key}“. Bekannt: {names}.</translation>
</message>
<message>
<source>This can't be written to a file</source>
<translation>Das lässt sich nicht in eine Datei schreiben</translation>
</message>
<message>
<source>This is not UTF-8 text. Save it as UTF-8.</source>
<translation>Das ist kein UTF-8-Text. Speichern Sie ihn als UTF-8.</translation>
</message>
<message>
<source>This is not YAML: {what}. Compare the indentation and quotes with an exported file.</source>
<translation>Das ist kein YAML: {what}. Vergleichen Sie Einrückung und Anführungszeichen mit einer exportierten Datei.</translation>
</message>
<message>
<source>This is not YAML: {words}.</source>
<translation>Das ist kein YAML: {words}.</translation>
</message>
<message>
<source>This is not a Mailflow file: it has no `mailflow: 1`.</source>
<translation>Das ist keine Mailflow-Datei: Es fehlt `mailflow: 1`.</translation>
</message>
<message>
<source>This message is no longer kept</source>
<translation>Diese Nachricht ist nicht mehr aufbewahrt</translation>
</message>
<message>
<source>This profile was written by a newer Mailflow</source>
<translation>Dieses Profil stammt von einem neueren Mailflow</translation>
</message>
<message>
<source>This user has no home directory.</source>
<translation>Dieser Benutzer hat kein eigenes Verzeichnis.</translation>
</message>
<message>
<source>Update Mailflow, or choose another profile with --profile.</source>
<translation>Aktualisieren Sie Mailflow oder wählen Sie mit --profile ein anderes Profil.</translation>
</message>
<message>
<source>Update Mailflow, then restore it.</source>
<translation>Aktualisieren Sie Mailflow und stellen Sie sie dann wieder her.</translation>
</message>
<message>
<source>Use --replace to change yours, or --keep-both to import under other names.</source>
<translation>Mit --replace ändern Sie Ihre, mit --keep-both importieren Sie unter anderen Namen.</translation>
</message>
<message>
<source>Use the open window, or close it first. Two programs would send messages twice.</source>
<translation>Nehmen Sie das offene Fenster oder schließen Sie es zuerst. Zwei Programme würden Nachrichten doppelt senden.</translation>
</message>
<message>
<source>What was read back is not what was written. Everything is where it was.</source>
<translation>Zurückgelesen wurde etwas anderes als geschrieben. Alles ist, wo es war.</translation>
</message>
<message>
<source>Windows starts no command of more than {most} characters; this one has {count}.</source>
<translation>Windows startet keinen Befehl mit mehr als {most} Zeichen; dieser hat {count}.</translation>
</message>
<message>
<source>You already have {names}. Nothing was imported.</source>
<translation>Sie haben schon {names}. Nichts wurde importiert.</translation>
</message>
<message>
<source>Your password file is locked</source>
<translation>Ihre Passwortdatei ist gesperrt</translation>
</message>
<message>
<source>`{key}:` is missing. Add it.</source>
<translation>`{key}:` fehlt. Fügen Sie es hinzu.</translation>
</message>
<message>
<source>it can't be read</source>
<translation>es ist nicht lesbar</translation>
</message>
<message>
<source>it holds a file twice, or too many</source>
<translation>sie enthält eine Datei doppelt oder zu viele</translation>
</message>
<message>
<source>it holds “{file}”, which does not belong into a backup</source>
<translation>sie enthält „{file}“, was nicht in eine Sicherung gehört</translation>
</message>
<message>
<source>it is damaged or no backup of Mailflow</source>
<translation>sie ist beschädigt oder keine Sicherung von Mailflow</translation>
</message>
<message>
<source>it is no backup of Mailflow</source>
<translation>sie ist keine Sicherung von Mailflow</translation>
</message>
<message>
<source>it is not a profile</source>
<translation>es ist kein Profil</translation>
</message>
<message>
<source>it is too large</source>
<translation>sie ist zu groß</translation>
</message>
<message>
<source>it unpacks to far more than it can hold</source>
<translation>entpackt ist sie weit größer als möglich</translation>
</message>
<message>
<source>its profile can't be read: {hint}</source>
<translation>ihr Profil ist nicht lesbar: {hint}</translation>
</message>
<message>
<source>its records are damaged</source>
<translation>ihre Aufzeichnungen sind beschädigt</translation>
</message>
<message>
<source>line {line}: {problem}</source>
<translation>Zeile {line}: {problem}</translation>
</message>
<message>
<source>names {addresses}</source>
<translation>nennt {addresses}</translation>
</message>
<message>
<source>none</source>
<translation>keine</translation>
</message>
<message>
<source>password needed</source>
<translation>Passwort nötig</translation>
</message>
<message>
<source>password needed for {user}</source>
<translation>Passwort nötig für {user}</translation>
</message>
<message>
<source>stopped</source>
<translation>beendet</translation>
</message>
<message>
<source>there is not enough free space to unpack it</source>
<translation>zum Entpacken ist nicht genug Platz frei</translation>
</message>
<message>
<source>true or false is expected here.</source>
<translation>Hier gehört true oder false hin.</translation>
</message>
<message>
<source>{key} is on</source>
<translation>{key} ist an</translation>
</message>
<message>
<source>{most_samples} messages are kept already</source>
<translation>{most_samples} Nachrichten sind schon aufbewahrt</translation>
</message>
<message numerus="yes">
<source>{name} was refused: {count} problems</source>
<translation><numerusform>{name} wurde abgelehnt: 1 Problem</numerusform><numerusform>{name} wurde abgelehnt: {count} Probleme</numerusform></translation>
</message>
<message>
<source>{path} can't be read or written ({error}). Check free space and permissions. Nothing more is taken or sent.</source>
<translation>{path} lässt sich nicht lesen oder schreiben ({error}). Prüfen Sie freien Platz und Rechte. Nichts wird mehr geholt oder gesendet.</translation>
</message>
<message>
<source>{path} can't be relied on any more. Nothing more is taken or sent, so that nothing is sent twice.</source>
<translation>Auf {path} ist kein Verlass mehr. Nichts wird mehr geholt oder gesendet, damit nichts doppelt gesendet wird.</translation>
</message>
<message>
<source>{path} has format {version}. Install the newer version, or choose another profile.</source>
<translation>{path} hat das Format {version}. Installieren Sie die neuere Version oder wählen Sie ein anderes Profil.</translation>
</message>
<message>
<source>{title}. Known: {names}.</source>
<translation>{title}. Bekannt: {names}.</translation>
</message>
<message>
<source>“&amp;{anchor}” is an anchor. Remove it.</source>
<translation>„&amp;{anchor}“ ist ein Anker. Entfernen Sie ihn.</translation>
</message>
<message>
<source>“*{anchor}” is a reference. Write the value itself.</source>
<translation>„*{anchor}“ ist ein Verweis. Schreiben Sie den Wert selbst.</translation>
</message>
<message>
<source>“{connection}” is a connection of {actual}; {action} needs one of {owner}.</source>
<translation>„{connection}“ ist eine Verbindung von {actual}; {action} braucht eine von {owner}.</translation>
</message>
<message>
<source>“{folder}” can't be read</source>
<translation>„{folder}“ ist nicht lesbar</translation>
</message>
<message>
<source>“{id}” can't be the id of an integration</source>
<translation>„{id}“ kann keine Kennung einer Integration sein</translation>
</message>
<message>
<source>“{key}” is already in line {line}. Use another name.</source>
<translation>„{key}“ steht schon in Zeile {line}. Nehmen Sie einen anderen Namen.</translation>
</message>
<message>
<source>“{key}” is already set in line {line}. Remove one of them.</source>
<translation>„{key}“ ist schon in Zeile {line} gesetzt. Entfernen Sie eines davon.</translation>
</message>
<message>
<source>“{name}” can't be a file name. Rename the connection.</source>
<translation>„{name}“ kann kein Dateiname sein. Benennen Sie die Verbindung um.</translation>
</message>
<message>
<source>“{name}” can't be read: {why}.</source>
<translation>„{name}“ ist nicht lesbar: {why}.</translation>
</message>
<message>
<source>“{name}” can't be used</source>
<translation>„{name}“ ist nicht verwendbar</translation>
</message>
<message>
<source>“{name}” has more than 1 MB. Choose a smaller one.</source>
<translation>„{name}“ hat mehr als 1 MB. Wählen Sie eine kleinere.</translation>
</message>
<message>
<source>“{name}” is larger than 1 MB.</source>
<translation>„{name}“ ist größer als 1 MB.</translation>
</message>
<message>
<source>“{name}” is not UTF-8 text.</source>
<translation>„{name}“ ist kein UTF-8-Text.</translation>
</message>
<message>
<source>“{name}” is not text in UTF-8.</source>
<translation>„{name}“ ist kein Text in UTF-8.</translation>
</message>
<message>
<source>“{name}”: {why}. Nothing was changed.</source>
<translation>„{name}“: {why}. Nichts wurde geändert.</translation>
</message>
<message>
<source>“{path}” stayed locked for {seconds} seconds. Nothing was changed.</source>
<translation>„{path}“ blieb {seconds} Sekunden lang gesperrt. Nichts wurde geändert.</translation>
</message>
<message>
<source>“{path}”: {why}. It was left as it is.</source>
<translation>„{path}“: {why}. Es blieb, wie es ist.</translation>
</message>
<message>
<source>“{path}”: {why}. The old file is whole.</source>
<translation>„{path}“: {why}. Die alte Datei ist unversehrt.</translation>
</message>
<message>
<source>“{tag}” is a tag. Remove it.</source>
<translation>„{tag}“ ist ein Tag. Entfernen Sie ihn.</translation>
</message>
<message>
<source>“{target}”: {why}. Nothing was changed.</source>
<translation>„{target}“: {why}. Nichts wurde geändert.</translation>
</message>
</context>
</TS>

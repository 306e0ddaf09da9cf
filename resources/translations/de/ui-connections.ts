<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>ui-connections</name>
<message>
<source> or </source>
<translation> oder </translation>
</message>
<message>
<source>A connection is a mail server with your account. Integrations receive and send through it.</source>
<translation>Eine Verbindung ist ein Mailserver mit Ihrem Konto. Integrationen empfangen und senden darüber.</translation>
</message>
<message>
<source>A pretend mail server on this computer with sample messages.</source>
<translation>Ein nachgestellter Mailserver auf diesem Computer mit Beispielnachrichten.</translation>
</message>
<message>
<source>Ask the administrator for the new fingerprint. Trust the new certificate only if it is the same.</source>
<translation>Fragen Sie den Administrator nach dem neuen Fingerabdruck. Vertrauen Sie dem neuen Zertifikat nur, wenn er gleich ist.</translation>
</message>
<message>
<source>Back</source>
<translation>Zurück</translation>
</message>
<message>
<source>Cancel</source>
<translation>Abbrechen</translation>
</message>
<message>
<source>Cancel Validation</source>
<translation>Prüfung abbrechen</translation>
</message>
<message>
<source>Cancelled</source>
<translation>Abgebrochen</translation>
</message>
<message>
<source>Certificates (*.pem *.crt *.cer *.der);;All files (*)</source>
<translation>Zertifikate (*.pem *.crt *.cer *.der);;Alle Dateien (*)</translation>
</message>
<message>
<source>Check the host name, or ask your provider or administrator for the port.</source>
<translation>Prüfen Sie den Hostnamen, oder fragen Sie Ihren Anbieter oder Administrator nach dem Port.</translation>
</message>
<message>
<source>Choose Next to give this connection a name.</source>
<translation>Wählen Sie Weiter, um die Verbindung zu benennen.</translation>
</message>
<message>
<source>Choose Save to use these settings.</source>
<translation>Wählen Sie Speichern, um diese Angaben zu benutzen.</translation>
</message>
<message>
<source>Choose a connector</source>
<translation>Anschluss wählen</translation>
</message>
<message>
<source>Choose a name that helps you tell it apart from your other connections.</source>
<translation>Wählen Sie einen Namen, der sie von Ihren anderen Verbindungen unterscheidet.</translation>
</message>
<message>
<source>Choose connector</source>
<translation>Anschluss wählen</translation>
</message>
<message>
<source>Clear Filter</source>
<translation>Filter aufheben</translation>
</message>
<message>
<source>Click a connector, or press Enter</source>
<translation>Anschluss anklicken oder Eingabetaste</translation>
</message>
<message>
<source>Close</source>
<translation>Schließen</translation>
</message>
<message>
<source>Compare the certificates</source>
<translation>Zertifikate vergleichen</translation>
</message>
<message>
<source>Compare the fingerprint first</source>
<translation>Erst den Fingerabdruck vergleichen</translation>
</message>
<message>
<source>Compare the fingerprint with the one your administrator gave you.</source>
<translation>Vergleichen Sie den Fingerabdruck mit dem, den Sie von Ihrem Administrator haben.</translation>
</message>
<message>
<source>Configure connection</source>
<translation>Verbindung einrichten</translation>
</message>
<message>
<source>Connection “{name}” created</source>
<translation>Verbindung „{name}“ erstellt</translation>
</message>
<message>
<source>Connection “{name}” deleted</source>
<translation>Verbindung „{name}“ gelöscht</translation>
</message>
<message>
<source>Connection “{name}” has been successfully validated</source>
<translation>Verbindung „{name}“ wurde erfolgreich geprüft</translation>
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
<source>Copy Fingerprint</source>
<translation>Fingerabdruck kopieren</translation>
</message>
<message>
<source>Create Connection</source>
<translation>Verbindung erstellen</translation>
</message>
<message>
<source>Create one in your account and use it here instead of your normal password.</source>
<translation>Erstellen Sie eines in Ihrem Konto und nehmen Sie es hier statt Ihres normalen Passworts.</translation>
</message>
<message>
<source>Delete…</source>
<translation>Löschen…</translation>
</message>
<message>
<source>Description</source>
<translation>Beschreibung</translation>
</message>
<message>
<source>Discard</source>
<translation>Verwerfen</translation>
</message>
<message>
<source>Discard this connection?</source>
<translation>Diese Verbindung verwerfen?</translation>
</message>
<message>
<source>Duplicate</source>
<translation>Duplizieren</translation>
</message>
<message>
<source>Edit</source>
<translation>Bearbeiten</translation>
</message>
<message>
<source>Edit Host Name</source>
<translation>Servername bearbeiten</translation>
</message>
<message>
<source>Edit Settings</source>
<translation>Angaben bearbeiten</translation>
</message>
<message>
<source>Enter Master Password…</source>
<translation>Hauptpasswort eingeben…</translation>
</message>
<message>
<source>Enter a master password.</source>
<translation>Geben Sie ein Hauptpasswort ein.</translation>
</message>
<message>
<source>Enter a name.</source>
<translation>Geben Sie einen Namen ein.</translation>
</message>
<message>
<source>Enter the master password</source>
<translation>Hauptpasswort eingeben</translation>
</message>
<message>
<source>Export…</source>
<translation>Exportieren…</translation>
</message>
<message>
<source>Fetch from Server</source>
<translation>Vom Server holen</translation>
</message>
<message>
<source>Fetching…</source>
<translation>Wird geholt…</translation>
</message>
<message>
<source>Fill In</source>
<translation>Ausfüllen</translation>
</message>
<message>
<source>Filter by name</source>
<translation>Nach Name filtern</translation>
</message>
<message>
<source>Finishes an integration, or sends in the middle</source>
<translation>Beendet eine Integration oder sendet mittendrin</translation>
</message>
<message>
<source>I compared the fingerprint</source>
<translation>Ich habe den Fingerabdruck verglichen</translation>
</message>
<message>
<source>Issued by</source>
<translation>Ausgestellt von</translation>
</message>
<message>
<source>Issued to</source>
<translation>Ausgestellt für</translation>
</message>
<message>
<source>It can't be deleted while these use it:</source>
<translation>Sie lässt sich nicht löschen, solange diese sie nutzen:</translation>
</message>
<message>
<source>Its name or dates do not fit. Mailflow will accept exactly this certificate and no other.</source>
<translation>Name oder Datum passen nicht. Mailflow nimmt dann genau dieses Zertifikat an und kein anderes.</translation>
</message>
<message>
<source>Keep Editing</source>
<translation>Weiter bearbeiten</translation>
</message>
<message>
<source>Mail servers and accounts that your integrations can use.</source>
<translation>Mailserver und Konten, die Ihre Integrationen nutzen können.</translation>
</message>
<message>
<source>Mailflow can't do that yet. A password is refused there.</source>
<translation>Das kann Mailflow noch nicht. Ein Passwort wird dort abgelehnt.</translation>
</message>
<message>
<source>Mailflow keeps your passwords in an encrypted file. Without the master password nobody can read them.</source>
<translation>Mailflow verwahrt Ihre Passwörter in einer verschlüsselten Datei. Ohne das Hauptpasswort kann sie niemand lesen.</translation>
</message>
<message>
<source>Master Password</source>
<translation>Hauptpasswort</translation>
</message>
<message>
<source>More Actions</source>
<translation>Weitere Aktionen</translation>
</message>
<message>
<source>More Actions for {name}</source>
<translation>Weitere Aktionen für {name}</translation>
</message>
<message>
<source>Name</source>
<translation>Name</translation>
</message>
<message>
<source>Name connection</source>
<translation>Verbindung benennen</translation>
</message>
<message>
<source>Name this connection</source>
<translation>Verbindung benennen</translation>
</message>
<message>
<source>Next</source>
<translation>Weiter</translation>
</message>
<message>
<source>No answer on this port.</source>
<translation>Keine Antwort auf diesem Port.</translation>
</message>
<message>
<source>No connection is called “{text}”</source>
<translation>Keine Verbindung heißt „{text}“</translation>
</message>
<message>
<source>No connections yet</source>
<translation>Noch keine Verbindungen</translation>
</message>
<message>
<source>No integration uses this connection yet.</source>
<translation>Noch nutzt keine Integration diese Verbindung.</translation>
</message>
<message>
<source>No mail server answers on the usual ports</source>
<translation>Auf den üblichen Ports antwortet kein Mailserver</translation>
</message>
<message>
<source>No server has this name.</source>
<translation>Kein Server heißt so.</translation>
</message>
<message>
<source>No sign-in</source>
<translation>Keine Anmeldung</translation>
</message>
<message>
<source>Not successful</source>
<translation>Fehlgeschlagen</translation>
</message>
<message>
<source>Not tried.</source>
<translation>Nicht versucht.</translation>
</message>
<message>
<source>Not used yet</source>
<translation>Noch nicht genutzt</translation>
</message>
<message>
<source>Not validated</source>
<translation>Nicht geprüft</translation>
</message>
<message>
<source>Nothing answers on this port.</source>
<translation>Auf diesem Port antwortet nichts.</translation>
</message>
<message>
<source>Nothing leaves your machine</source>
<translation>Nichts verlässt Ihren Computer</translation>
</message>
<message>
<source>Nothing was saved.</source>
<translation>Nichts wurde gespeichert.</translation>
</message>
<message>
<source>Open Account Page</source>
<translation>Kontoseite öffnen</translation>
</message>
<message>
<source>Open Certificate</source>
<translation>Zertifikat öffnen</translation>
</message>
<message>
<source>Open File…</source>
<translation>Datei öffnen…</translation>
</message>
<message>
<source>Optional</source>
<translation>Optional</translation>
</message>
<message>
<source>Practice</source>
<translation>Üben</translation>
</message>
<message>
<source>Refused by the server.</source>
<translation>Vom Server abgelehnt.</translation>
</message>
<message>
<source>Rename</source>
<translation>Umbenennen</translation>
</message>
<message>
<source>Repeat Master Password</source>
<translation>Hauptpasswort wiederholen</translation>
</message>
<message>
<source>Running</source>
<translation>Läuft</translation>
</message>
<message>
<source>SHA-256 fingerprint</source>
<translation>SHA-256-Fingerabdruck</translation>
</message>
<message>
<source>Sandbox</source>
<translation>Übungsserver</translation>
</message>
<message>
<source>Save</source>
<translation>Speichern</translation>
</message>
<message>
<source>Save Without Validating</source>
<translation>Ohne Prüfung speichern</translation>
</message>
<message>
<source>Save changes to “{name}”?</source>
<translation>Änderungen an „{name}“ speichern?</translation>
</message>
<message>
<source>Saving…</source>
<translation>Wird gespeichert…</translation>
</message>
<message>
<source>Send Anyway</source>
<translation>Trotzdem senden</translation>
</message>
<message>
<source>Set Master Password</source>
<translation>Hauptpasswort festlegen</translation>
</message>
<message>
<source>Set a master password</source>
<translation>Hauptpasswort festlegen</translation>
</message>
<message>
<source>Show Integrations</source>
<translation>Integrationen anzeigen</translation>
</message>
<message>
<source>Shown by the server now</source>
<translation>Jetzt vom Server gezeigt</translation>
</message>
<message>
<source>Starts an integration</source>
<translation>Beginnt eine Integration</translation>
</message>
<message>
<source>Successful</source>
<translation>Erfolgreich</translation>
</message>
<message>
<source>Summary</source>
<translation>Übersicht</translation>
</message>
<message>
<source>Technical details</source>
<translation>Technische Details</translation>
</message>
<message>
<source>That name is taken. Try another.</source>
<translation>Der Name ist vergeben. Nehmen Sie einen anderen.</translation>
</message>
<message>
<source>The certificate is for another name.</source>
<translation>Das Zertifikat gilt für einen anderen Namen.</translation>
</message>
<message>
<source>The fields marked with|*|are required.</source>
<translation>Felder mit|*|sind erforderlich.</translation>
</message>
<message>
<source>The file can't be read</source>
<translation>Die Datei ist nicht lesbar</translation>
</message>
<message>
<source>The password is kept in memory until Mailflow ends.</source>
<translation>Das Passwort bleibt im Arbeitsspeicher, bis Mailflow endet.</translation>
</message>
<message>
<source>The password is kept in your encrypted password file.</source>
<translation>Das Passwort kommt in Ihre verschlüsselte Passwortdatei.</translation>
</message>
<message>
<source>The server's certificate</source>
<translation>Das Zertifikat des Servers</translation>
</message>
<message>
<source>The server's certificate is too old.</source>
<translation>Das Zertifikat des Servers ist zu alt.</translation>
</message>
<message>
<source>The two are not the same.</source>
<translation>Die beiden sind nicht gleich.</translation>
</message>
<message>
<source>These are the settings of {provider}</source>
<translation>Das sind die Angaben von {provider}</translation>
</message>
<message>
<source>This is the name you see when you build an integration.</source>
<translation>Diesen Namen sehen Sie, wenn Sie eine Integration bauen.</translation>
</message>
<message>
<source>This server needs a sign-in.</source>
<translation>Dieser Server braucht eine Anmeldung.</translation>
</message>
<message>
<source>This server needs its certificate here.</source>
<translation>Dieser Server braucht hier sein Zertifikat.</translation>
</message>
<message>
<source>To answer or forward messages, create one after you save.</source>
<translation>Zum Antworten oder Weiterleiten erstellen Sie eine nach dem Speichern.</translation>
</message>
<message>
<source>To answer or forward messages, create one for {server} after you save.</source>
<translation>Zum Antworten oder Weiterleiten erstellen Sie eine für {server} nach dem Speichern.</translation>
</message>
<message>
<source>Tried: {ports}.</source>
<translation>Versucht: {ports}.</translation>
</message>
<message>
<source>Trust Anyway</source>
<translation>Trotzdem vertrauen</translation>
</message>
<message>
<source>Trust New Certificate</source>
<translation>Neuem Zertifikat vertrauen</translation>
</message>
<message>
<source>Trust This Certificate</source>
<translation>Zertifikat vertrauen</translation>
</message>
<message>
<source>Trust it only if this fingerprint is the one your administrator gave you.</source>
<translation>Vertrauen Sie ihm nur, wenn dieser Fingerabdruck der von Ihrem Administrator ist.</translation>
</message>
<message>
<source>Trust this certificate anyway?</source>
<translation>Diesem Zertifikat trotzdem vertrauen?</translation>
</message>
<message>
<source>Trusted until now</source>
<translation>Bisher vertraut</translation>
</message>
<message>
<source>Undo</source>
<translation>Rückgängig</translation>
</message>
<message>
<source>Unlock</source>
<translation>Entsperren</translation>
</message>
<message>
<source>Use StartTLS</source>
<translation>StartTLS nehmen</translation>
</message>
<message>
<source>Used by</source>
<translation>Genutzt von</translation>
</message>
<message numerus="yes">
<source>Used by {count} integrations</source>
<translation><numerusform>In 1 Integration</numerusform><numerusform>In {count} Integrationen</numerusform></translation>
</message>
<message>
<source>Usual for {protocol}: {ports}.</source>
<translation>Üblich für {protocol}: {ports}.</translation>
</message>
<message>
<source>Valid</source>
<translation>Gültig</translation>
</message>
<message>
<source>Validate</source>
<translation>Prüfen</translation>
</message>
<message>
<source>Validate Again</source>
<translation>Erneut prüfen</translation>
</message>
<message>
<source>Validate the connection first</source>
<translation>Erst die Verbindung prüfen</translation>
</message>
<message>
<source>Validated</source>
<translation>Geprüft</translation>
</message>
<message>
<source>Validating…</source>
<translation>Wird geprüft…</translation>
</message>
<message>
<source>Validation</source>
<translation>Prüfung</translation>
</message>
<message>
<source>What should this connection do? You can add the other one later.</source>
<translation>Was soll diese Verbindung tun? Die andere können Sie später erstellen.</translation>
</message>
<message>
<source>What you typed is not saved.</source>
<translation>Was Sie eingegeben haben, ist nicht gespeichert.</translation>
</message>
<message>
<source>With Security Method None everybody on the way to the server can read it. Nothing was sent yet.</source>
<translation>Mit Sicherheit „Keine“ kann es jeder auf dem Weg zum Server lesen. Noch wurde nichts gesendet.</translation>
</message>
<message>
<source>You will also want a Send Email connection</source>
<translation>Sie brauchen auch eine Verbindung „E-Mail senden“</translation>
</message>
<message>
<source>Your email server</source>
<translation>Ihr E-Mail-Server</translation>
</message>
<message>
<source>Your password was not sent.</source>
<translation>Ihr Passwort wurde nicht gesendet.</translation>
</message>
<message>
<source>Your password would travel unencrypted</source>
<translation>Ihr Passwort ginge unverschlüsselt über das Netz</translation>
</message>
<message>
<source>entered</source>
<translation>eingegeben</translation>
</message>
<message>
<source>itself (self-signed)</source>
<translation>sich selbst (selbst unterschrieben)</translation>
</message>
<message>
<source>no</source>
<translation>nein</translation>
</message>
<message>
<source>none</source>
<translation>keine</translation>
</message>
<message>
<source>not needed</source>
<translation>nicht nötig</translation>
</message>
<message>
<source>not successful</source>
<translation>nicht erfolgreich</translation>
</message>
<message>
<source>not tried</source>
<translation>nicht versucht</translation>
</message>
<message>
<source>not used</source>
<translation>nicht benutzt</translation>
</message>
<message>
<source>saved</source>
<translation>gespeichert</translation>
</message>
<message>
<source>successful</source>
<translation>erfolgreich</translation>
</message>
<message>
<source>this certificate only</source>
<translation>nur dieses Zertifikat</translation>
</message>
<message>
<source>today, {time}</source>
<translation>heute, {time}</translation>
</message>
<message>
<source>under way</source>
<translation>läuft gerade</translation>
</message>
<message>
<source>waiting</source>
<translation>wartet</translation>
</message>
<message>
<source>warning</source>
<translation>Warnung</translation>
</message>
<message>
<source>yes</source>
<translation>ja</translation>
</message>
<message>
<source>yesterday, {time}</source>
<translation>gestern, {time}</translation>
</message>
<message>
<source>{connector} has been successfully validated</source>
<translation>„{connector}“ wurde erfolgreich geprüft</translation>
</message>
<message numerus="yes">
<source>{count} integrations use this connection. They restart with the new settings when you save.</source>
<translation><numerusform>1 Integration nutzt diese Verbindung. Sie startet beim Speichern mit den neuen Angaben neu.</numerusform><numerusform>{count} Integrationen nutzen diese Verbindung. Sie starten beim Speichern mit den neuen Angaben neu.</numerusform></translation>
</message>
<message>
<source>{host}, port {port}, {method}</source>
<translation>{host}, Port {port}, {method}</translation>
</message>
<message>
<source>{name} · issued by {issuer} · valid to {date}</source>
<translation>{name} · ausgestellt von {issuer} · gültig bis {date}</translation>
</message>
<message>
<source>{port} with {method}</source>
<translation>{port} mit {method}</translation>
</message>
<message>
<source>{provider} accepts only a browser sign-in</source>
<translation>{provider} erlaubt nur die Anmeldung im Browser</translation>
</message>
<message>
<source>{provider} needs an app password</source>
<translation>{provider} verlangt ein App-Passwort</translation>
</message>
<message numerus="yes">
<source>“{name}” is used by {count} integrations</source>
<translation><numerusform>„{name}“ wird von 1 Integration genutzt</numerusform><numerusform>„{name}“ wird von {count} Integrationen genutzt</numerusform></translation>
</message>
</context>
</TS>

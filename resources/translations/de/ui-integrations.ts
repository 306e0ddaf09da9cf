<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>ui-integrations</name>
<message>
<source>(no subject)</source>
<translation>(kein Betreff)</translation>
</message>
<message>
<source>24 hours</source>
<translation>24 Stunden</translation>
</message>
<message>
<source>30 days</source>
<translation>30 Tage</translation>
</message>
<message>
<source>7 days</source>
<translation>7 Tage</translation>
</message>
<message>
<source>About</source>
<translation>Info</translation>
</message>
<message>
<source>Activity</source>
<translation>Aktivität</translation>
</message>
<message>
<source>Added</source>
<translation>Hinzugefügt</translation>
</message>
<message>
<source>After</source>
<translation>Nachher</translation>
</message>
<message>
<source>All</source>
<translation>Alle</translation>
</message>
<message>
<source>An integration receives messages, does something with them and sends the result.</source>
<translation>Eine Integration empfängt Nachrichten, macht etwas mit ihnen und sendet das Ergebnis.</translation>
</message>
<message>
<source>Any time</source>
<translation>Jederzeit</translation>
</message>
<message>
<source>At a limit sending pauses and asks you. Nothing is lost.</source>
<translation>An einer Grenze pausiert das Senden und fragt Sie. Nichts geht verloren.</translation>
</message>
<message>
<source>Attachments</source>
<translation>Anhänge</translation>
</message>
<message>
<source>Back</source>
<translation>Zurück</translation>
</message>
<message>
<source>Bcc</source>
<translation>Bcc</translation>
</message>
<message>
<source>Before</source>
<translation>Vorher</translation>
</message>
<message>
<source>Built-in sample: {words}</source>
<translation>Mitgeliefertes Beispiel: {words}</translation>
</message>
<message>
<source>CSV (*.csv)</source>
<translation>CSV (*.csv)</translation>
</message>
<message>
<source>Cancel</source>
<translation>Abbrechen</translation>
</message>
<message>
<source>Cc</source>
<translation>Cc</translation>
</message>
<message>
<source>Changed</source>
<translation>Geändert</translation>
</message>
<message>
<source>Choose Folder</source>
<translation>Ordner wählen</translation>
</message>
<message>
<source>Choose a connection</source>
<translation>Verbindung wählen</translation>
</message>
<message>
<source>Choose a connection first</source>
<translation>Wählen Sie erst eine Verbindung</translation>
</message>
<message>
<source>Choose a connection.</source>
<translation>Wählen Sie eine Verbindung.</translation>
</message>
<message>
<source>Choose a folder</source>
<translation>Ordner wählen</translation>
</message>
<message>
<source>Choose an action</source>
<translation>Aktion wählen</translation>
</message>
<message>
<source>Chosen</source>
<translation>Gewählt</translation>
</message>
<message>
<source>Clear Filter</source>
<translation>Filter aufheben</translation>
</message>
<message>
<source>Clear Filters</source>
<translation>Filter aufheben</translation>
</message>
<message>
<source>Click a step to configure it.</source>
<translation>Klicken Sie auf einen Schritt, um ihn einzurichten.</translation>
</message>
<message>
<source>Click the connection that finishes the integration. If the connection you need is not available, click Create Connection.</source>
<translation>Klicken Sie auf die Verbindung, mit der die Integration endet. Fehlt die richtige, klicken Sie auf „Verbindung erstellen“.</translation>
</message>
<message>
<source>Click the connection that starts the integration. If the connection you need is not available, click Create Connection.</source>
<translation>Klicken Sie auf die Verbindung, mit der die Integration beginnt. Fehlt die richtige, klicken Sie auf „Verbindung erstellen“.</translation>
</message>
<message>
<source>Close</source>
<translation>Schließen</translation>
</message>
<message>
<source>Compare Versions</source>
<translation>Versionen vergleichen</translation>
</message>
<message>
<source>Compare…</source>
<translation>Vergleichen…</translation>
</message>
<message>
<source>Copy Details</source>
<translation>Details kopieren</translation>
</message>
<message>
<source>Create Connection</source>
<translation>Verbindung erstellen</translation>
</message>
<message>
<source>Create Integration</source>
<translation>Integration erstellen</translation>
</message>
<message>
<source>Create a Send Email connection, or finish with the Log step.</source>
<translation>Erstellen Sie eine Verbindung „E-Mail senden“, oder enden Sie mit dem Schritt Protokoll.</translation>
</message>
<message>
<source>Create a connection to a mailbox that Mailflow is to look into.</source>
<translation>Erstellen Sie eine Verbindung zu einem Postfach, in das Mailflow sehen soll.</translation>
</message>
<message>
<source>Current</source>
<translation>Aktuell</translation>
</message>
<message>
<source>Delete Integration</source>
<translation>Integration löschen</translation>
</message>
<message>
<source>Delete “{name}”?</source>
<translation>„{name}“ löschen?</translation>
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
<source>Details</source>
<translation>Details</translation>
</message>
<message>
<source>Details copied</source>
<translation>Details kopiert</translation>
</message>
<message>
<source>Disabled</source>
<translation>Ausgeschaltet</translation>
</message>
<message>
<source>Discard</source>
<translation>Verwerfen</translation>
</message>
<message>
<source>Discard Draft</source>
<translation>Entwurf verwerfen</translation>
</message>
<message>
<source>Discard the draft of “{name}”?</source>
<translation>Entwurf von „{name}“ verwerfen?</translation>
</message>
<message>
<source>Discard…</source>
<translation>Verwerfen…</translation>
</message>
<message>
<source>Do Not Start</source>
<translation>Nicht starten</translation>
</message>
<message>
<source>Draft</source>
<translation>Entwurf</translation>
</message>
<message>
<source>Draft, not started yet</source>
<translation>Entwurf, noch nicht gestartet</translation>
</message>
<message>
<source>Drafts</source>
<translation>Entwürfe</translation>
</message>
<message>
<source>Duplicate</source>
<translation>Duplizieren</translation>
</message>
<message>
<source>Duration</source>
<translation>Dauer</translation>
</message>
<message>
<source>Edit</source>
<translation>Bearbeiten</translation>
</message>
<message>
<source>Edit Flow</source>
<translation>Ablauf bearbeiten</translation>
</message>
<message>
<source>Edit {name}</source>
<translation>{name} bearbeiten</translation>
</message>
<message>
<source>Email bcc</source>
<translation>E-Mail Bcc</translation>
</message>
<message>
<source>Email cc</source>
<translation>E-Mail Cc</translation>
</message>
<message>
<source>Email from</source>
<translation>E-Mail von</translation>
</message>
<message>
<source>Email subject</source>
<translation>E-Mail-Betreff</translation>
</message>
<message>
<source>Email text</source>
<translation>E-Mail-Text</translation>
</message>
<message>
<source>Email to</source>
<translation>E-Mail an</translation>
</message>
<message>
<source>Enter one address.</source>
<translation>Geben Sie eine einzige Adresse ein.</translation>
</message>
<message>
<source>Error</source>
<translation>Fehler</translation>
</message>
<message>
<source>Every poll would take the same messages again</source>
<translation>Jede Abfrage nähme dieselben Nachrichten erneut</translation>
</message>
<message>
<source>Execution {id}</source>
<translation>Ausführung {id}</translation>
</message>
<message>
<source>Execution: {id}</source>
<translation>Ausführung: {id}</translation>
</message>
<message>
<source>Executions</source>
<translation>Ausführungen</translation>
</message>
<message>
<source>Export CSV…</source>
<translation>CSV exportieren…</translation>
</message>
<message>
<source>Export Metrics</source>
<translation>Kennzahlen exportieren</translation>
</message>
<message>
<source>Exported to {name}</source>
<translation>Nach {name} exportiert</translation>
</message>
<message>
<source>Export…</source>
<translation>Exportieren…</translation>
</message>
<message>
<source>Failed</source>
<translation>Fehlgeschlagen</translation>
</message>
<message>
<source>Failed at {title}</source>
<translation>Fehlgeschlagen bei {title}</translation>
</message>
<message>
<source>Filter by name</source>
<translation>Nach Name filtern</translation>
</message>
<message>
<source>Filter folders</source>
<translation>Ordner filtern</translation>
</message>
<message>
<source>Filtered out</source>
<translation>Ausgefiltert</translation>
</message>
<message>
<source>Find Mailflow in the system tray.</source>
<translation>Sie finden Mailflow im Infobereich.</translation>
</message>
<message>
<source>Find in log</source>
<translation>Suchen</translation>
</message>
<message>
<source>Finish</source>
<translation>Ende</translation>
</message>
<message>
<source>First the start and the finish. Steps in between come next.</source>
<translation>Erst der Anfang und das Ende. Die Schritte dazwischen kommen danach.</translation>
</message>
<message>
<source>Flow</source>
<translation>Ablauf</translation>
</message>
<message>
<source>Folder</source>
<translation>Ordner</translation>
</message>
<message>
<source>Folder to use</source>
<translation>Zu nutzender Ordner</translation>
</message>
<message>
<source>Folders</source>
<translation>Ordner</translation>
</message>
<message>
<source>Folders of “{name}”. Nothing is changed there.</source>
<translation>Ordner von „{name}“. Dort wird nichts geändert.</translation>
</message>
<message>
<source>From</source>
<translation>Von</translation>
</message>
<message>
<source>From: {sender}</source>
<translation>Von: {sender}</translation>
</message>
<message>
<source>Has changes that are not running yet</source>
<translation>Hat Änderungen, die noch nicht laufen</translation>
</message>
<message>
<source>Health</source>
<translation>Betrieb</translation>
</message>
<message>
<source>Hidden</source>
<translation>Ausgeblendet</translation>
</message>
<message>
<source>History</source>
<translation>Verlauf</translation>
</message>
<message>
<source>If a send fails</source>
<translation>Bei Sendefehler</translation>
</message>
<message>
<source>Import…</source>
<translation>Importieren…</translation>
</message>
<message>
<source>In words</source>
<translation>In Worten</translation>
</message>
<message>
<source>Inbox</source>
<translation>Posteingang</translation>
</message>
<message>
<source>Integration</source>
<translation>Integration</translation>
</message>
<message>
<source>Integration: {name}, version {version}</source>
<translation>Integration: {name}, Version {version}</translation>
</message>
<message>
<source>Integrations</source>
<translation>Integrationen</translation>
</message>
<message>
<source>It becomes a new version with the same steps. A draft stays as it is.</source>
<translation>Daraus wird eine neue Version mit denselben Schritten. Ein Entwurf bleibt, wie er ist.</translation>
</message>
<message>
<source>It is still under way.</source>
<translation>Sie ist noch unterwegs.</translation>
</message>
<message>
<source>It is stopped first.</source>
<translation>Sie wird zuerst angehalten.</translation>
</message>
<message>
<source>It runs again at the next poll</source>
<translation>Sie läuft bei der nächsten Abfrage erneut</translation>
</message>
<message>
<source>It runs again when you start the integration</source>
<translation>Sie läuft erneut, wenn Sie die Integration starten</translation>
</message>
<message>
<source>Its connections stay. Messages on the mail server are not touched.</source>
<translation>Ihre Verbindungen bleiben. Nachrichten auf dem Mailserver bleiben unberührt.</translation>
</message>
<message>
<source>Keep Integration</source>
<translation>Integration behalten</translation>
</message>
<message>
<source>Labels</source>
<translation>Etiketten</translation>
</message>
<message>
<source>Labels, parted by commas</source>
<translation>Etiketten, durch Kommas getrennt</translation>
</message>
<message>
<source>Last 30 days</source>
<translation>Letzte 30 Tage</translation>
</message>
<message>
<source>Last 7 days</source>
<translation>Letzte 7 Tage</translation>
</message>
<message>
<source>Last Processed</source>
<translation>Zuletzt verarbeitet</translation>
</message>
<message>
<source>Leave Them</source>
<translation>Liegen lassen</translation>
</message>
<message>
<source>Leave on the server</source>
<translation>Auf dem Server lassen</translation>
</message>
<message>
<source>Loading</source>
<translation>Wird geladen</translation>
</message>
<message>
<source>Log</source>
<translation>Protokoll</translation>
</message>
<message>
<source>Look Again (F5)</source>
<translation>Erneut nachsehen (F5)</translation>
</message>
<message>
<source>Looked at the inbox at {time}. Nothing was changed.</source>
<translation>Um {time} in den Posteingang gesehen. Nichts wurde geändert.</translation>
</message>
<message>
<source>Looked at “{folder}” at {time}. Nothing was changed.</source>
<translation>Um {time} in „{folder}“ gesehen. Nichts wurde geändert.</translation>
</message>
<message>
<source>Looking at the folder…</source>
<translation>Der Ordner wird angesehen…</translation>
</message>
<message>
<source>Looking for a sample message…</source>
<translation>Eine Beispielnachricht wird gesucht…</translation>
</message>
<message>
<source>Looking for more, back to {day}…</source>
<translation>Weitere werden gesucht, zurück bis {day}…</translation>
</message>
<message>
<source>Looking for more…</source>
<translation>Weitere werden gesucht…</translation>
</message>
<message>
<source>Mailflow ended before they were saved. Nothing of them runs yet.</source>
<translation>Mailflow endete, bevor sie gespeichert waren. Noch läuft nichts davon.</translation>
</message>
<message>
<source>Mailflow is about to look for the first time.</source>
<translation>Mailflow sieht gleich zum ersten Mal nach.</translation>
</message>
<message numerus="yes">
<source>Mailflow keeps trying to send {count} messages</source>
<translation><numerusform>Mailflow versucht weiter, {count} Nachricht zu senden</numerusform><numerusform>Mailflow versucht weiter, {count} Nachrichten zu senden</numerusform></translation>
</message>
<message numerus="yes">
<source>Mailflow looked {count} times, last at {time}.</source>
<translation><numerusform>Mailflow hat {count}-mal nachgesehen, zuletzt um {time}.</numerusform><numerusform>Mailflow hat {count}-mal nachgesehen, zuletzt um {time}.</numerusform></translation>
</message>
<message>
<source>Mailflow no longer has this message. It may still be in the mailbox.</source>
<translation>Mailflow hat diese Nachricht nicht mehr. Vielleicht ist sie noch im Postfach.</translation>
</message>
<message>
<source>Messages appear here when the integration is on.</source>
<translation>Hier erscheinen Nachrichten, wenn die Integration eingeschaltet ist.</translation>
</message>
<message>
<source>Messages per day</source>
<translation>Nachrichten pro Tag</translation>
</message>
<message>
<source>Messages per hour</source>
<translation>Nachrichten pro Stunde</translation>
</message>
<message>
<source>Metrics</source>
<translation>Kennzahlen</translation>
</message>
<message>
<source>Milliseconds per message</source>
<translation>Millisekunden pro Nachricht</translation>
</message>
<message>
<source>More</source>
<translation>Mehr</translation>
</message>
<message>
<source>More for {name}</source>
<translation>Mehr zu {name}</translation>
</message>
<message>
<source>More options</source>
<translation>Weitere Optionen</translation>
</message>
<message>
<source>Moved</source>
<translation>Verschoben</translation>
</message>
<message>
<source>Name</source>
<translation>Name</translation>
</message>
<message>
<source>Name is required.</source>
<translation>Ein Name ist erforderlich.</translation>
</message>
<message>
<source>Needs attention</source>
<translation>Zu klären</translation>
</message>
<message>
<source>Needs attention first</source>
<translation>Erst zu klären</translation>
</message>
<message>
<source>Never</source>
<translation>Nie</translation>
</message>
<message>
<source>New integration</source>
<translation>Neue Integration</translation>
</message>
<message>
<source>Next</source>
<translation>Weiter</translation>
</message>
<message>
<source>Next try {time}</source>
<translation>Nächster Versuch {time}</translation>
</message>
<message>
<source>No alarm</source>
<translation>Keine Meldung</translation>
</message>
<message>
<source>No connection can send yet</source>
<translation>Noch kann keine Verbindung senden</translation>
</message>
<message>
<source>No connection can start an integration yet</source>
<translation>Noch kann keine Verbindung eine Integration beginnen</translation>
</message>
<message>
<source>No connection yet</source>
<translation>Noch keine Verbindung</translation>
</message>
<message>
<source>No difference</source>
<translation>Kein Unterschied</translation>
</message>
<message>
<source>No integration is shown</source>
<translation>Keine Integration wird angezeigt</translation>
</message>
<message>
<source>No integrations yet</source>
<translation>Noch keine Integrationen</translation>
</message>
<message>
<source>No limit (−1)</source>
<translation>Keine Grenze (−1)</translation>
</message>
<message>
<source>No message matches</source>
<translation>Keine Nachricht passt</translation>
</message>
<message>
<source>No messages to take.</source>
<translation>Keine Nachrichten zu holen.</translation>
</message>
<message>
<source>No messages yet</source>
<translation>Noch keine Nachrichten</translation>
</message>
<message>
<source>No output</source>
<translation>Keine Ausgabe</translation>
</message>
<message>
<source>No recipient: the step would fail.</source>
<translation>Kein Empfänger: Der Schritt würde fehlschlagen.</translation>
</message>
<message>
<source>No sender</source>
<translation>Kein Absender</translation>
</message>
<message>
<source>No steps yet.</source>
<translation>Noch keine Schritte.</translation>
</message>
<message>
<source>No subject</source>
<translation>Kein Betreff</translation>
</message>
<message>
<source>No unread messages.</source>
<translation>Keine ungelesenen Nachrichten.</translation>
</message>
<message>
<source>No version yet</source>
<translation>Noch keine Version</translation>
</message>
<message>
<source>Not started yet</source>
<translation>Noch nicht gestartet</translation>
</message>
<message>
<source>Not successful</source>
<translation>Fehlgeschlagen</translation>
</message>
<message>
<source>Not validated</source>
<translation>Nicht geprüft</translation>
</message>
<message>
<source>Nothing is changed.</source>
<translation>Nichts wird geändert.</translation>
</message>
<message>
<source>Nothing is sent</source>
<translation>Nichts wird gesendet</translation>
</message>
<message>
<source>Nothing was changed. You can go on without the preview.</source>
<translation>Nichts wurde geändert. Sie können ohne die Vorschau weitermachen.</translation>
</message>
<message>
<source>Number of messages</source>
<translation>Anzahl der Nachrichten</translation>
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
<source>On average</source>
<translation>Im Mittel</translation>
</message>
<message>
<source>On or off</source>
<translation>Ein oder aus</translation>
</message>
<message>
<source>Open Log</source>
<translation>Protokoll öffnen</translation>
</message>
<message>
<source>Open Message</source>
<translation>Nachricht öffnen</translation>
</message>
<message>
<source>Open Network Settings</source>
<translation>Netzwerkeinstellungen öffnen</translation>
</message>
<message>
<source>Optional</source>
<translation>Optional</translation>
</message>
<message>
<source>Output</source>
<translation>Ausgang</translation>
</message>
<message>
<source>POP3 gives access to the inbox only. Leave Folder blank, or use an imap connection.</source>
<translation>POP3 zeigt nur den Posteingang. Lassen Sie Ordner leer, oder nehmen Sie eine imap-Verbindung.</translation>
</message>
<message>
<source>POP3 gives access to the inbox only. Leave blank.</source>
<translation>POP3 zeigt nur den Posteingang. Leer lassen.</translation>
</message>
<message>
<source>POP3 servers keep no read marks. Mailflow remembers what it has taken.</source>
<translation>POP3-Server merken sich nicht, was gelesen ist. Mailflow merkt sich, was es geholt hat.</translation>
</message>
<message>
<source>Parts</source>
<translation>Teile</translation>
</message>
<message>
<source>Paused</source>
<translation>Pausiert</translation>
</message>
<message>
<source>Period</source>
<translation>Zeitraum</translation>
</message>
<message>
<source>Preview</source>
<translation>Vorschau</translation>
</message>
<message>
<source>Push needs imap.</source>
<translation>Push braucht imap.</translation>
</message>
<message>
<source>Ready to finish an integration</source>
<translation>Kann eine Integration beenden</translation>
</message>
<message>
<source>Ready to start an integration</source>
<translation>Kann eine Integration beginnen</translation>
</message>
<message>
<source>Reason: {reason}</source>
<translation>Grund: {reason}</translation>
</message>
<message>
<source>Receive Email connections are not listed: they can start an integration, not finish one.</source>
<translation>Verbindungen „E-Mail empfangen“ stehen hier nicht: Sie können eine Integration beginnen, nicht beenden.</translation>
</message>
<message>
<source>Received</source>
<translation>Empfangen</translation>
</message>
<message>
<source>Received by Mailflow: {time}</source>
<translation>Von Mailflow empfangen: {time}</translation>
</message>
<message>
<source>Recommended</source>
<translation>Empfohlen</translation>
</message>
<message>
<source>Removed</source>
<translation>Entfernt</translation>
</message>
<message>
<source>Rename</source>
<translation>Umbenennen</translation>
</message>
<message>
<source>Replace Draft</source>
<translation>Entwurf ersetzen</translation>
</message>
<message>
<source>Replace the current draft?</source>
<translation>Den jetzigen Entwurf ersetzen?</translation>
</message>
<message>
<source>Reply to</source>
<translation>Antwort an</translation>
</message>
<message>
<source>Restart with Changes</source>
<translation>Mit Änderungen neu starten</translation>
</message>
<message>
<source>Restore</source>
<translation>Wiederherstellen</translation>
</message>
<message>
<source>Restore as Draft</source>
<translation>Als Entwurf nehmen</translation>
</message>
<message>
<source>Retry it in Needs Attention.</source>
<translation>Wiederholen Sie sie unter Zu klären.</translation>
</message>
<message>
<source>Run Again</source>
<translation>Noch einmal</translation>
</message>
<message>
<source>Run Again…</source>
<translation>Noch einmal…</translation>
</message>
<message>
<source>Run again? The message may be sent a second time.</source>
<translation>Noch einmal ausführen? Die Nachricht wird vielleicht ein zweites Mal gesendet.</translation>
</message>
<message>
<source>Running</source>
<translation>Läuft</translation>
</message>
<message>
<source>Running integrations keep working when you close this window.</source>
<translation>Laufende Integrationen arbeiten weiter, wenn Sie dieses Fenster schließen.</translation>
</message>
<message>
<source>Running since</source>
<translation>Läuft seit</translation>
</message>
<message>
<source>Sample: {subject}, {when}</source>
<translation>Beispiel: {subject}, {when}</translation>
</message>
<message>
<source>Save</source>
<translation>Speichern</translation>
</message>
<message>
<source>Save and Start</source>
<translation>Speichern und starten</translation>
</message>
<message>
<source>Save keeps it as a draft.</source>
<translation>„Speichern“ behält sie als Entwurf.</translation>
</message>
<message>
<source>Save the integration</source>
<translation>Integration speichern</translation>
</message>
<message>
<source>Saving…</source>
<translation>Wird gespeichert…</translation>
</message>
<message>
<source>Send Email connections are not listed: they can finish an integration, not start one.</source>
<translation>Verbindungen „E-Mail senden“ stehen hier nicht: Sie können eine Integration beenden, nicht beginnen.</translation>
</message>
<message>
<source>Send Test</source>
<translation>Probe senden</translation>
</message>
<message>
<source>Send This as a Test…</source>
<translation>Als Probe senden…</translation>
</message>
<message>
<source>Send this as a test</source>
<translation>Als Probe senden</translation>
</message>
<message>
<source>Send to</source>
<translation>Senden an</translation>
</message>
<message>
<source>Sending…</source>
<translation>Wird gesendet…</translation>
</message>
<message>
<source>Sent</source>
<translation>Gesendet</translation>
</message>
<message>
<source>Sent at fifth attempt</source>
<translation>Beim fünften Versuch gesendet</translation>
</message>
<message>
<source>Sent at fourth attempt</source>
<translation>Beim vierten Versuch gesendet</translation>
</message>
<message>
<source>Sent at second attempt</source>
<translation>Beim zweiten Versuch gesendet</translation>
</message>
<message>
<source>Sent at third attempt</source>
<translation>Beim dritten Versuch gesendet</translation>
</message>
<message>
<source>Sent at {number}th attempt</source>
<translation>Beim {number}. Versuch gesendet</translation>
</message>
<message>
<source>Sent to {address}</source>
<translation>Gesendet an {address}</translation>
</message>
<message>
<source>Separate multiple email addresses with a comma.</source>
<translation>Mehrere Adressen durch Kommas trennen.</translation>
</message>
<message>
<source>Servers may lock you out</source>
<translation>Manche Server könnten Sie aussperren</translation>
</message>
<message>
<source>Show</source>
<translation>Anzeigen</translation>
</message>
<message>
<source>Show Step {number}</source>
<translation>Schritt {number} zeigen</translation>
</message>
<message>
<source>Show in Needs Attention</source>
<translation>Unter Zu klären zeigen</translation>
</message>
<message>
<source>Show {count} More</source>
<translation>{count} weitere zeigen</translation>
</message>
<message>
<source>Shown</source>
<translation>Eingeblendet</translation>
</message>
<message>
<source>Skipped</source>
<translation>Übersprungen</translation>
</message>
<message>
<source>Some refuse accounts that poll so often.</source>
<translation>Manche weisen Konten ab, die so oft abfragen.</translation>
</message>
<message>
<source>Some steps still need settings</source>
<translation>Einige Schritte brauchen noch Angaben</translation>
</message>
<message>
<source>Specify the email messages that you want to send with {connection}.</source>
<translation>Legen Sie fest, welche E-Mails Sie mit {connection} senden wollen.</translation>
</message>
<message>
<source>Specify the emails that you want to obtain from {connection}.</source>
<translation>Legen Sie fest, welche E-Mails Sie von {connection} holen wollen.</translation>
</message>
<message>
<source>Start</source>
<translation>Start</translation>
</message>
<message>
<source>Start Draft</source>
<translation>Entwurf starten</translation>
</message>
<message>
<source>Start This Version…</source>
<translation>Diese Version starten…</translation>
</message>
<message>
<source>Start Version</source>
<translation>Version starten</translation>
</message>
<message>
<source>Start version {number} of “{name}”?</source>
<translation>Version {number} von „{name}“ starten?</translation>
</message>
<message>
<source>Start with Changes</source>
<translation>Mit Änderungen starten</translation>
</message>
<message>
<source>Starting…</source>
<translation>Startet…</translation>
</message>
<message>
<source>State</source>
<translation>Zustand</translation>
</message>
<message>
<source>Status</source>
<translation>Status</translation>
</message>
<message>
<source>Status: {status}</source>
<translation>Status: {status}</translation>
</message>
<message>
<source>Step</source>
<translation>Schritt</translation>
</message>
<message>
<source>Step, Time, Duration, Status, Output</source>
<translation>Schritt, Zeit, Dauer, Status, Ausgabe</translation>
</message>
<message>
<source>Stop</source>
<translation>Anhalten</translation>
</message>
<message>
<source>Stopped</source>
<translation>Angehalten</translation>
</message>
<message>
<source>Stopped at {title}</source>
<translation>Beendet bei {title}</translation>
</message>
<message>
<source>Stopping…</source>
<translation>Hält an…</translation>
</message>
<message>
<source>Subject</source>
<translation>Betreff</translation>
</message>
<message>
<source>Subject or sender</source>
<translation>Betreff/Absender</translation>
</message>
<message>
<source>Subject: {subject}</source>
<translation>Betreff: {subject}</translation>
</message>
<message>
<source>Success</source>
<translation>Erfolg</translation>
</message>
<message>
<source>Successful</source>
<translation>Erfolgreich</translation>
</message>
<message>
<source>Take All</source>
<translation>Alle nehmen</translation>
</message>
<message>
<source>Take Once</source>
<translation>Einmal nehmen</translation>
</message>
<message>
<source>Take the Newest {count}</source>
<translation>Die neuesten {count} nehmen</translation>
</message>
<message>
<source>Test Run</source>
<translation>Probelauf</translation>
</message>
<message>
<source>Text</source>
<translation>Text</translation>
</message>
<message>
<source>Text (HTML)</source>
<translation>Text (HTML)</translation>
</message>
<message>
<source>That name is taken. Try another.</source>
<translation>Der Name ist vergeben. Nehmen Sie einen anderen.</translation>
</message>
<message>
<source>The draft gets the steps of version {number}. What it holds now is lost.</source>
<translation>Der Entwurf bekommt die Schritte von Version {number}. Was er jetzt enthält, geht verloren.</translation>
</message>
<message>
<source>The draft is starting</source>
<translation>Der Entwurf startet</translation>
</message>
<message>
<source>The draft was discarded</source>
<translation>Der Entwurf wurde verworfen</translation>
</message>
<message>
<source>The email goes to this address only, whoever it names as its recipients. Nothing is marked or counted.</source>
<translation>Die E-Mail geht nur an diese Adresse, welche Empfänger auch darin stehen. Nichts wird markiert oder gezählt.</translation>
</message>
<message>
<source>The first one is kept when the integration is started.</source>
<translation>Die erste entsteht, wenn die Integration gestartet wird.</translation>
</message>
<message>
<source>The folder could not be looked at</source>
<translation>Der Ordner ließ sich nicht ansehen</translation>
</message>
<message>
<source>The integration is stopped: it runs when you start it.</source>
<translation>Die Integration ist angehalten: Sie läuft, wenn Sie sie starten.</translation>
</message>
<message>
<source>The next poll would return nothing.</source>
<translation>Die nächste Abfrage brächte nichts.</translation>
</message>
<message numerus="yes">
<source>The next poll would return {count} messages</source>
<translation><numerusform>Die nächste Abfrage brächte {count} Nachricht</numerusform><numerusform>Die nächste Abfrage brächte {count} Nachrichten</numerusform></translation>
</message>
<message>
<source>The next poll would return {count} of {all} messages</source>
<translation>Die nächste Abfrage brächte {count} von {all} Nachrichten</translation>
</message>
<message>
<source>The other {count} follow at later polls, {after} apart</source>
<translation>Die übrigen {count} folgen bei späteren Abfragen (Abstand: {after})</translation>
</message>
<message numerus="yes">
<source>The other {count} follow {after} later</source>
<translation><numerusform>Die übrige folgt {after} später</numerusform><numerusform>Die übrigen {count} folgen {after} später</numerusform></translation>
</message>
<message>
<source>This action gives the next step</source>
<translation>Das gibt diese Aktion dem nächsten Schritt</translation>
</message>
<message>
<source>This action takes</source>
<translation>Das nimmt diese Aktion auf</translation>
</message>
<message>
<source>This sample stops before</source>
<translation>Dieses Beispiel endet vorher</translation>
</message>
<message>
<source>This sample would not be sent</source>
<translation>Dieses Beispiel würde nicht gesendet</translation>
</message>
<message>
<source>This text contains HTML and is sent as HTML.</source>
<translation>Dieser Text enthält HTML und wird als HTML gesendet.</translation>
</message>
<message>
<source>Time</source>
<translation>Zeit</translation>
</message>
<message>
<source>Time of day</source>
<translation>Uhrzeit</translation>
</message>
<message>
<source>Time per message</source>
<translation>Zeit pro Nachricht</translation>
</message>
<message>
<source>To</source>
<translation>An</translation>
</message>
<message>
<source>Today</source>
<translation>Heute</translation>
</message>
<message>
<source>Total Errors</source>
<translation>Fehler gesamt</translation>
</message>
<message>
<source>Total Messages</source>
<translation>Nachrichten gesamt</translation>
</message>
<message>
<source>Tried again for {count} days, then Needs Attention</source>
<translation>{count} Tage lang erneut versucht, dann Zu klären</translation>
</message>
<message>
<source>Try Again</source>
<translation>Erneut versuchen</translation>
</message>
<message>
<source>Turn On</source>
<translation>Einschalten</translation>
</message>
<message>
<source>Under way</source>
<translation>Unterwegs</translation>
</message>
<message>
<source>Undo</source>
<translation>Rückgängig</translation>
</message>
<message>
<source>Updated at {time}</source>
<translation>Stand {time}</translation>
</message>
<message>
<source>Uptime</source>
<translation>Laufzeit</translation>
</message>
<message>
<source>Version</source>
<translation>Version</translation>
</message>
<message>
<source>Version {number}</source>
<translation>Version {number}</translation>
</message>
<message>
<source>Version {number} is starting</source>
<translation>Version {number} startet</translation>
</message>
<message>
<source>Version {number} is the draft. Nothing else was changed.</source>
<translation>Version {number} ist der Entwurf. Sonst wurde nichts geändert.</translation>
</message>
<message>
<source>Version {number} stays as it is. What the draft holds is lost.</source>
<translation>Version {number} bleibt, wie sie ist. Was der Entwurf enthält, geht verloren.</translation>
</message>
<message>
<source>Version {number} stops after the message in hand.</source>
<translation>Version {number} hält nach der laufenden Nachricht an.</translation>
</message>
<message>
<source>Versions</source>
<translation>Versionen</translation>
</message>
<message>
<source>Waiting</source>
<translation>Wartet</translation>
</message>
<message>
<source>Waiting for the server</source>
<translation>Warten auf den Server</translation>
</message>
<message>
<source>Welcome new leads</source>
<translation>Neue Kunden begrüßen</translation>
</message>
<message>
<source>What happens to your messages. Switch an integration on to start it, off to stop it.</source>
<translation>Was mit Ihren Nachrichten geschieht. Einschalten startet, Ausschalten hält an.</translation>
</message>
<message>
<source>What would be sent</source>
<translation>Was gesendet würde</translation>
</message>
<message>
<source>What you can do with it</source>
<translation>Was Sie damit tun können</translation>
</message>
<message>
<source>Where the time goes</source>
<translation>Wo die Zeit bleibt</translation>
</message>
<message>
<source>While it is off, read ones are taken too, each once: Mailflow remembers what it has taken.</source>
<translation>Ist das aus, werden auch gelesene genommen, jede einmal: Mailflow merkt sich, was es geholt hat.</translation>
</message>
<message>
<source>With {connection}.</source>
<translation>Mit {connection}.</translation>
</message>
<message>
<source>Yesterday</source>
<translation>Gestern</translation>
</message>
<message>
<source>You are here</source>
<translation>Sie sind hier</translation>
</message>
<message>
<source>You can use these fields in a filter, a data mapper or a template.</source>
<translation>Diese Felder können Sie in einem Filter, einer Datenzuordnung oder einer Vorlage benutzen.</translation>
</message>
<message>
<source>You have unsaved changes to “{name}”</source>
<translation>Sie haben ungespeicherte Änderungen an „{name}“</translation>
</message>
<message>
<source>You have unsaved changes to “{name}” and {count} more</source>
<translation>Sie haben ungespeicherte Änderungen an „{name}“ und {count} weiteren</translation>
</message>
<message>
<source>You type them on the next page, or a data mapper or a template fills them.</source>
<translation>Sie geben sie auf der nächsten Seite ein, oder eine Datenzuordnung oder Vorlage füllt sie.</translation>
</message>
<message>
<source>a later poll</source>
<translation>eine spätere Abfrage</translation>
</message>
<message>
<source>a moment</source>
<translation>einen Moment</translation>
</message>
<message>
<source>and {count} more</source>
<translation>und {count} weitere</translation>
</message>
<message>
<source>choose a connection</source>
<translation>Verbindung wählen</translation>
</message>
<message>
<source>choose an action</source>
<translation>Aktion wählen</translation>
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
<source>dddd, d MMMM</source>
<translation>dddd, d. MMMM</translation>
</message>
<message>
<source>did not run in {when}</source>
<translation>lief nicht in {when}</translation>
</message>
<message>
<source>first start</source>
<translation>erster Start</translation>
</message>
<message>
<source>in {when}</source>
<translation>in {when}</translation>
</message>
<message>
<source>mapped</source>
<translation>zugeordnet</translation>
</message>
<message>
<source>megabytes</source>
<translation>Megabyte</translation>
</message>
<message>
<source>next poll</source>
<translation>nächste Abfrage</translation>
</message>
<message>
<source>no message yet</source>
<translation>noch keine Nachricht</translation>
</message>
<message>
<source>no subject</source>
<translation>kein Betreff</translation>
</message>
<message>
<source>none</source>
<translation>keine</translation>
</message>
<message>
<source>none in {when}</source>
<translation>keine in {when}</translation>
</message>
<message>
<source>not started</source>
<translation>nicht gestartet</translation>
</message>
<message>
<source>now</source>
<translation>jetzt</translation>
</message>
<message>
<source>on average {time}</source>
<translation>im Mittel {time}</translation>
</message>
<message>
<source>ran {time} in {when}</source>
<translation>lief {time} in {when}</translation>
</message>
<message>
<source>received</source>
<translation>empfangen</translation>
</message>
<message>
<source>running since {time}</source>
<translation>läuft seit {time}</translation>
</message>
<message>
<source>since {time}</source>
<translation>seit {time}</translation>
</message>
<message>
<source>stopped by you</source>
<translation>von Ihnen</translation>
</message>
<message>
<source>the last 24 hours</source>
<translation>24 Stunden</translation>
</message>
<message>
<source>the last 30 days</source>
<translation>30 Tagen</translation>
</message>
<message>
<source>the last 7 days</source>
<translation>7 Tagen</translation>
</message>
<message>
<source>today</source>
<translation>heute</translation>
</message>
<message>
<source>typed here</source>
<translation>hier eingegeben</translation>
</message>
<message>
<source>{account} · sample messages</source>
<translation>{account} · Beispielnachrichten</translation>
</message>
<message>
<source>{count} entries in all; only the first are shown</source>
<translation>{count} Einträge insgesamt; nur die ersten werden gezeigt</translation>
</message>
<message>
<source>{count} filtered out</source>
<translation>{count} ausgefiltert</translation>
</message>
<message numerus="yes">
<source>{count} messages failed</source>
<translation><numerusform>{count} Nachricht fehlgeschlagen</numerusform><numerusform>{count} Nachrichten fehlgeschlagen</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} messages wait for another try</source>
<translation><numerusform>{count} Nachricht wartet auf einen neuen Versuch</numerusform><numerusform>{count} Nachrichten warten auf einen neuen Versuch</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} new executions</source>
<translation><numerusform>{count} neue Ausführung</numerusform><numerusform>{count} neue Ausführungen</numerusform></translation>
</message>
<message>
<source>{count} of {all} steps</source>
<translation>{count} von {all} Schritten</translation>
</message>
<message>
<source>{count} or more new executions</source>
<translation>{count} oder mehr neue Ausführungen</translation>
</message>
<message>
<source>{count} sent</source>
<translation>{count} gesendet</translation>
</message>
<message numerus="yes">
<source>{count} steps</source>
<translation><numerusform>{count} Schritt</numerusform><numerusform>{count} Schritte</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} steps still need settings</source>
<translation><numerusform>{count} Schritt braucht noch Angaben</numerusform><numerusform>{count} Schritte brauchen noch Angaben</numerusform></translation>
</message>
<message>
<source>{count} today</source>
<translation>{count} heute</translation>
</message>
<message>
<source>{count} under way or skipped</source>
<translation>{count} unterwegs oder übersprungen</translation>
</message>
<message>
<source>{count} · {unread} unread</source>
<translation>{count} · {unread} ungelesen</translation>
</message>
<message>
<source>{field} after</source>
<translation>{field} nachher</translation>
</message>
<message>
<source>{field} before</source>
<translation>{field} vorher</translation>
</message>
<message>
<source>{name} copy</source>
<translation>{name} Kopie</translation>
</message>
<message>
<source>{name}, on or off</source>
<translation>{name}, ein oder aus</translation>
</message>
<message>
<source>{number}, saved {day}</source>
<translation>{number}, gespeichert {day}</translation>
</message>
<message>
<source>{old} runs. {new} could not start: {reason}</source>
<translation>{old} läuft. {new} konnte nicht starten: {reason}</translation>
</message>
<message>
<source>{one} and {other} do the same.</source>
<translation>{one} und {other} tun dasselbe.</translation>
</message>
<message>
<source>“{name}” created. It is stopped.</source>
<translation>„{name}“ erstellt. Sie ist angehalten.</translation>
</message>
<message>
<source>“{name}” deleted</source>
<translation>„{name}“ gelöscht</translation>
</message>
<message>
<source>“{name}” starts for the first time. Nothing was taken or changed yet.

Take All handles them like new email, the oldest first. For another number use Start From in the first step.</source>
<translation>„{name}“ startet zum ersten Mal. Noch wurde nichts geholt oder geändert.

„Alle nehmen“ behandelt sie wie neue E-Mails, die ältesten zuerst. Für eine andere Zahl nehmen Sie „Anfangen bei“ im ersten Schritt.</translation>
</message>
<message>
<source>“{name}” starts when you resume</source>
<translation>„{name}“ startet, wenn Sie fortsetzen</translation>
</message>
<message>
<source>“{name}” stopped</source>
<translation>„{name}“ angehalten</translation>
</message>
<message>
<source>“{subject}” goes through the steps once more, with the current settings. Nothing is changed in the mailbox.</source>
<translation>„{subject}“ geht noch einmal durch die Schritte, mit den jetzigen Angaben. Im Postfach wird nichts geändert.</translation>
</message>
</context>
</TS>

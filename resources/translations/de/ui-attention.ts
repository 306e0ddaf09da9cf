<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>ui-attention</name>
<message>
<source>1, at {time}</source>
<translation>1, um {time}</translation>
</message>
<message>
<source>A step could not handle it</source>
<translation>Ein Schritt kam damit nicht zurecht</translation>
</message>
<message>
<source>A step could not use a value</source>
<translation>Ein Schritt konnte einen Wert nicht verwenden</translation>
</message>
<message>
<source>Actions for {title}</source>
<translation>Aktionen für {title}</translation>
</message>
<message>
<source>An address can't be used</source>
<translation>Eine Adresse ist nicht verwendbar</translation>
</message>
<message>
<source>Ask the administrator of the server, or change the text, then retry.</source>
<translation>Fragen Sie den Administrator des Servers oder ändern Sie den Text, und versuchen Sie es erneut.</translation>
</message>
<message>
<source>Ask the administrator of the server, then retry.</source>
<translation>Fragen Sie den Administrator des Servers und versuchen Sie es dann erneut.</translation>
</message>
<message>
<source>Attachments</source>
<translation>Anhänge</translation>
</message>
<message>
<source>Attachments not saved</source>
<translation>Anhänge nicht gespeichert</translation>
</message>
<message>
<source>Attempts</source>
<translation>Versuche</translation>
</message>
<message>
<source>Blocked as spam</source>
<translation>Als Spam abgewiesen</translation>
</message>
<message>
<source>Cancel</source>
<translation>Abbrechen</translation>
</message>
<message>
<source>Cause</source>
<translation>Ursache</translation>
</message>
<message>
<source>Change the settings of the step, then retry. Retry uses the current settings.</source>
<translation>Ändern Sie die Angaben des Schritts und versuchen Sie es erneut. Dann gelten die neuen Angaben.</translation>
</message>
<message>
<source>Change the text or the attachments in the step, then retry.</source>
<translation>Ändern Sie Text oder Anhänge im Schritt und versuchen Sie es erneut.</translation>
</message>
<message>
<source>Check {subject}</source>
<translation>{subject} ankreuzen</translation>
</message>
<message>
<source>Choose another folder in the step, then retry.</source>
<translation>Wählen Sie im Schritt einen anderen Ordner und versuchen Sie es erneut.</translation>
</message>
<message>
<source>Clear Filter</source>
<translation>Filter aufheben</translation>
</message>
<message>
<source>Close</source>
<translation>Schließen</translation>
</message>
<message>
<source>Composed and not sent yet.</source>
<translation>Fertig geschrieben und noch nicht gesendet.</translation>
</message>
<message>
<source>Copy Details</source>
<translation>Details kopieren</translation>
</message>
<message>
<source>Copy the details and report them. The message is kept.</source>
<translation>Kopieren Sie die Details und melden Sie sie. Die Nachricht bleibt erhalten.</translation>
</message>
<message>
<source>Correct the address in the step, or what is mapped to it, then retry.</source>
<translation>Berichtigen Sie die Adresse im Schritt oder was ihr zugeordnet ist, und versuchen Sie es erneut.</translation>
</message>
<message>
<source>Correct the value in the step, then retry.</source>
<translation>Berichtigen Sie den Wert im Schritt und versuchen Sie es erneut.</translation>
</message>
<message>
<source>Counted as sent.</source>
<translation>Gilt als gesendet.</translation>
</message>
<message>
<source>Details copied</source>
<translation>Details kopiert</translation>
</message>
<message>
<source>Edit Connection</source>
<translation>Verbindung bearbeiten</translation>
</message>
<message>
<source>Edit Integration</source>
<translation>Integration bearbeiten</translation>
</message>
<message>
<source>Edit {step} Step</source>
<translation>Schritt „{step}“ bearbeiten</translation>
</message>
<message>
<source>Email Messages (*.eml)</source>
<translation>E-Mail-Nachrichten (*.eml)</translation>
</message>
<message>
<source>Email from: {account}</source>
<translation>E-Mail von: {account}</translation>
</message>
<message>
<source>Email {number} of {count}. Send and Skip are for all of them.</source>
<translation>E-Mail {number} von {count}. Senden und Überspringen gelten für alle.</translation>
</message>
<message>
<source>Enter one email address.</source>
<translation>Geben Sie eine E-Mail-Adresse ein.</translation>
</message>
<message>
<source>Enter the account that may use this server in the connection, then retry.</source>
<translation>Geben Sie in der Verbindung das Konto ein, das diesen Server nutzen darf, und versuchen Sie es erneut.</translation>
</message>
<message>
<source>Find a message</source>
<translation>Nachricht suchen</translation>
</message>
<message>
<source>From</source>
<translation>Von</translation>
</message>
<message>
<source>Go On Sending</source>
<translation>Weiter senden</translation>
</message>
<message>
<source>Goes to {names}</source>
<translation>Geht an {names}</translation>
</message>
<message>
<source>Going round in a circle</source>
<translation>Läuft im Kreis</translation>
</message>
<message>
<source>Instead Of</source>
<translation>Statt an</translation>
</message>
<message>
<source>It Arrived</source>
<translation>Ist angekommen</translation>
</message>
<message>
<source>It does not wait any more</source>
<translation>Sie wartet nicht mehr</translation>
</message>
<message>
<source>It goes to {new}. {when}</source>
<translation>Sie geht an {new}. {when}</translation>
</message>
<message>
<source>It is sent once more.</source>
<translation>Sie wird noch einmal gesendet.</translation>
</message>
<message>
<source>It stays in the mailbox. Move it elsewhere, and skip it here.</source>
<translation>Sie bleibt im Postfach. Verschieben Sie sie anderswohin und überspringen Sie sie hier.</translation>
</message>
<message>
<source>It was decided elsewhere meanwhile.</source>
<translation>Inzwischen wurde anderswo entschieden.</translation>
</message>
<message>
<source>It was deleted or moved by another program. Nothing is left to send; skip it.</source>
<translation>Ein anderes Programm hat sie gelöscht oder verschoben. Es gibt nichts mehr zu senden; überspringen Sie sie.</translation>
</message>
<message>
<source>Its integration was deleted.</source>
<translation>Ihre Integration wurde gelöscht.</translation>
</message>
<message>
<source>Keep Waiting</source>
<translation>Weiter warten</translation>
</message>
<message>
<source>Look at the email, then send it, or skip it to leave it unsent.</source>
<translation>Sehen Sie die E-Mail an und senden Sie sie, oder überspringen Sie sie, damit sie ungesendet bleibt.</translation>
</message>
<message>
<source>Look into the Sent folder, or ask a recipient, before you send it again.</source>
<translation>Sehen Sie im Ordner „Gesendet“ nach oder fragen Sie einen Empfänger, bevor Sie sie noch einmal senden.</translation>
</message>
<message>
<source>Mailflow could not send it</source>
<translation>Mailflow konnte sie nicht senden</translation>
</message>
<message>
<source>Mailflow does not have this message. It is still in the mailbox.</source>
<translation>Mailflow hat diese Nachricht nicht. Sie ist noch im Postfach.</translation>
</message>
<message>
<source>Mailflow keeps trying</source>
<translation>Mailflow versucht es weiter</translation>
</message>
<message>
<source>Mailflow keeps trying, next at {time}</source>
<translation>Mailflow versucht es weiter, das nächste Mal um {time}</translation>
</message>
<message>
<source>Make room, or choose another folder in the step, then retry.</source>
<translation>Schaffen Sie Platz oder wählen Sie im Schritt einen anderen Ordner, und versuchen Sie es erneut.</translation>
</message>
<message>
<source>May have arrived</source>
<translation>Vielleicht angekommen</translation>
</message>
<message>
<source>Message</source>
<translation>Nachricht</translation>
</message>
<message>
<source>Message too large</source>
<translation>Nachricht zu groß</translation>
</message>
<message>
<source>Message-ID</source>
<translation>Message-ID</translation>
</message>
<message>
<source>Messages</source>
<translation>Nachrichten</translation>
</message>
<message>
<source>Messages that an integration could not finish. They stay here until you retry or skip them.</source>
<translation>Was nicht fertig wurde, bleibt hier, bis Sie es klären oder überspringen.</translation>
</message>
<message>
<source>Messages that fail will wait here.</source>
<translation>Nachrichten, die scheitern, warten hier.</translation>
</message>
<message>
<source>More Actions</source>
<translation>Weitere Aktionen</translation>
</message>
<message>
<source>Needs Attention</source>
<translation>Zu klären</translation>
</message>
<message>
<source>New messages keep flowing while these wait. Retry continues at the step that failed; earlier steps are not run again.</source>
<translation>Neue Nachrichten laufen weiter, während diese warten. Ein neuer Versuch setzt beim fehlgeschlagenen Schritt an; frühere Schritte laufen nicht noch einmal.</translation>
</message>
<message>
<source>Next</source>
<translation>Weiter</translation>
</message>
<message>
<source>Next at {time} · {said}</source>
<translation>Nächster Versuch {time} · {said}</translation>
</message>
<message>
<source>No longer in the mailbox.</source>
<translation>Nicht mehr im Postfach.</translation>
</message>
<message>
<source>No longer on the server</source>
<translation>Nicht mehr auf dem Server</translation>
</message>
<message>
<source>No message holds “{text}”.</source>
<translation>Keine Nachricht enthält „{text}“.</translation>
</message>
<message>
<source>No recipient</source>
<translation>Kein Empfänger</translation>
</message>
<message>
<source>No sender</source>
<translation>Kein Absender</translation>
</message>
<message>
<source>No subject</source>
<translation>Kein Betreff</translation>
</message>
<message>
<source>Not delivered</source>
<translation>Nicht zugestellt</translation>
</message>
<message>
<source>Not sent again by itself: it may have arrived.</source>
<translation>Nicht von selbst noch einmal gesendet: Sie ist vielleicht angekommen.</translation>
</message>
<message>
<source>Not tried again by itself.</source>
<translation>Nicht von selbst erneut versucht.</translation>
</message>
<message>
<source>Not tried again by itself: the answer is permanent.</source>
<translation>Nicht von selbst erneut versucht: Die Antwort ist endgültig.</translation>
</message>
<message>
<source>Not tried again by itself: the time is over.</source>
<translation>Nicht von selbst erneut versucht: Die Zeit ist um.</translation>
</message>
<message>
<source>Nothing needs your attention</source>
<translation>Es ist nichts zu klären</translation>
</message>
<message>
<source>Only this message goes there. The step and other messages stay as they are.</source>
<translation>Nur diese Nachricht geht dorthin. Der Schritt und andere Nachrichten bleiben, wie sie sind.</translation>
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
<source>Opening the email…</source>
<translation>E-Mail wird geöffnet…</translation>
</message>
<message>
<source>Original</source>
<translation>Original</translation>
</message>
<message>
<source>Previous</source>
<translation>Vorige</translation>
</message>
<message>
<source>Process It</source>
<translation>Verarbeiten</translation>
</message>
<message>
<source>Process it when it is new to you. Skip it when it was handled before.</source>
<translation>Verarbeiten Sie sie, wenn sie neu für Sie ist. Überspringen Sie sie, wenn sie schon erledigt war.</translation>
</message>
<message>
<source>Process it when it was not handled yet. Skip it when it was.</source>
<translation>Verarbeiten Sie sie, wenn sie noch nicht erledigt war. Sonst überspringen Sie sie.</translation>
</message>
<message>
<source>Reason</source>
<translation>Grund</translation>
</message>
<message>
<source>Received</source>
<translation>Empfangen</translation>
</message>
<message>
<source>Recipient refused</source>
<translation>Empfänger abgelehnt</translation>
</message>
<message>
<source>Refused by the server's rules</source>
<translation>Von den Regeln des Servers abgelehnt</translation>
</message>
<message>
<source>Retry</source>
<translation>Erneut versuchen</translation>
</message>
<message>
<source>Retry All</source>
<translation>Alle erneut versuchen</translation>
</message>
<message>
<source>Retry Now</source>
<translation>Jetzt versuchen</translation>
</message>
<message>
<source>Retry when the recipient has made room, or skip it.</source>
<translation>Versuchen Sie es erneut, wenn der Empfänger Platz hat, oder überspringen Sie sie.</translation>
</message>
<message>
<source>Retry when the server answers again, or skip it.</source>
<translation>Versuchen Sie es erneut, wenn der Server wieder antwortet, oder überspringen Sie sie.</translation>
</message>
<message>
<source>Retry with Another Address</source>
<translation>An andere Adresse senden</translation>
</message>
<message>
<source>Retry with Another Address…</source>
<translation>An andere Adresse senden…</translation>
</message>
<message>
<source>Retry with an Address…</source>
<translation>An eine Adresse senden…</translation>
</message>
<message>
<source>Retry {count} Checked</source>
<translation>{count} angekreuzte erneut versuchen</translation>
</message>
<message>
<source>Retry {count} Found</source>
<translation>{count} gefundene erneut versuchen</translation>
</message>
<message numerus="yes">
<source>Retry {count} Messages</source>
<translation><numerusform>{count} Nachricht erneut versuchen</numerusform><numerusform>{count} Nachrichten erneut versuchen</numerusform></translation>
</message>
<message>
<source>Run Anew</source>
<translation>Neu durchlaufen</translation>
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
<source>See what the server said. Change the step, then retry.</source>
<translation>Sehen Sie, was der Server sagt. Ändern Sie den Schritt und versuchen Sie es erneut.</translation>
</message>
<message>
<source>See whether something runs away. If all is well, go on; a higher limit can be set in the step.</source>
<translation>Sehen Sie nach, ob etwas aus dem Ruder läuft. Ist alles in Ordnung, senden Sie weiter; eine höhere Grenze stellen Sie im Schritt ein.</translation>
</message>
<message>
<source>Send</source>
<translation>Senden</translation>
</message>
<message>
<source>Send Again</source>
<translation>Noch einmal senden</translation>
</message>
<message>
<source>Send It</source>
<translation>Senden</translation>
</message>
<message>
<source>Send To</source>
<translation>Senden an</translation>
</message>
<message>
<source>Send it without attachments, or skip it.</source>
<translation>Senden Sie sie ohne Anhänge oder überspringen Sie sie.</translation>
</message>
<message numerus="yes">
<source>Send {count} Messages</source>
<translation><numerusform>{count} Nachricht senden</numerusform><numerusform>{count} Nachrichten senden</numerusform></translation>
</message>
<message>
<source>Sender refused</source>
<translation>Absender abgelehnt</translation>
</message>
<message>
<source>Sending goes on at the next poll.</source>
<translation>Bei der nächsten Abfrage wird weiter gesendet.</translation>
</message>
<message>
<source>Sending is paused</source>
<translation>Das Senden pausiert</translation>
</message>
<message>
<source>Server answer</source>
<translation>Antwort des Servers</translation>
</message>
<message>
<source>Show the Email</source>
<translation>E-Mail ansehen</translation>
</message>
<message>
<source>Skip</source>
<translation>Überspringen</translation>
</message>
<message>
<source>Skip All…</source>
<translation>Alle überspringen…</translation>
</message>
<message>
<source>Skip It</source>
<translation>Überspringen</translation>
</message>
<message>
<source>Skip {count} Checked…</source>
<translation>{count} angekreuzte überspringen…</translation>
</message>
<message>
<source>Skip {count} Found…</source>
<translation>{count} gefundene überspringen…</translation>
</message>
<message numerus="yes">
<source>Skip {count} Messages</source>
<translation><numerusform>{count} Nachricht überspringen</numerusform><numerusform>{count} Nachrichten überspringen</numerusform></translation>
</message>
<message numerus="yes">
<source>Skip {count} Messages…</source>
<translation><numerusform>{count} Nachricht überspringen…</numerusform><numerusform>{count} Nachrichten überspringen…</numerusform></translation>
</message>
<message numerus="yes">
<source>Skip {count} messages?</source>
<translation><numerusform>1 Nachricht überspringen?</numerusform><numerusform>{count} Nachrichten überspringen?</numerusform></translation>
</message>
<message numerus="yes">
<source>Skipped. They stay in the activity.</source>
<translation><numerusform>Übersprungen. Sie bleibt in der Aktivität.</numerusform><numerusform>Übersprungen. Sie bleiben in der Aktivität.</numerusform></translation>
</message>
<message>
<source>Still in its mailbox, untouched.</source>
<translation>Unberührt in ihrem Postfach.</translation>
</message>
<message>
<source>Still in the mailbox {name}, untouched.</source>
<translation>Unberührt im Postfach {name}.</translation>
</message>
<message>
<source>Subject</source>
<translation>Betreff</translation>
</message>
<message>
<source>The address is probably misspelled. Correct it in the step or in the message, then retry.</source>
<translation>Die Adresse ist wohl falsch geschrieben. Berichtigen Sie sie im Schritt oder in der Nachricht und versuchen Sie es erneut.</translation>
</message>
<message>
<source>The folder does not take it</source>
<translation>Der Ordner nimmt sie nicht an</translation>
</message>
<message>
<source>The integration was changed</source>
<translation>Die Integration wurde geändert</translation>
</message>
<message>
<source>The mail server does not know this recipient</source>
<translation>Der Mailserver kennt diesen Empfänger nicht</translation>
</message>
<message>
<source>The profile was restored from a backup</source>
<translation>Das Profil stammt aus einer Sicherung</translation>
</message>
<message>
<source>The proxy is in the way</source>
<translation>Der Proxy steht im Weg</translation>
</message>
<message>
<source>The recipient's mailbox is full</source>
<translation>Das Postfach des Empfängers ist voll</translation>
</message>
<message>
<source>The server does not hand it over</source>
<translation>Der Server gibt sie nicht heraus</translation>
</message>
<message>
<source>The server is busy</source>
<translation>Der Server ist beschäftigt</translation>
</message>
<message>
<source>The server refused the content</source>
<translation>Der Server lehnt den Inhalt ab</translation>
</message>
<message>
<source>The server refused the message</source>
<translation>Der Server hat die Nachricht abgelehnt</translation>
</message>
<message>
<source>The server refused this one.</source>
<translation>Diese hat der Server abgelehnt.</translation>
</message>
<message>
<source>The server renumbered the folder</source>
<translation>Der Server hat den Ordner neu nummeriert</translation>
</message>
<message>
<source>The server said: “{text}”.</source>
<translation>Der Server sagt: „{text}“.</translation>
</message>
<message>
<source>They are not sent, and stay in the activity as skipped. Nothing is changed in the mailbox.</source>
<translation>Sie werden nicht gesendet und bleiben als übersprungen in der Aktivität. Im Postfach ändert sich nichts.</translation>
</message>
<message numerus="yes">
<source>They are sent at the next poll.</source>
<translation><numerusform>Sie wird bei der nächsten Abfrage gesendet.</numerusform><numerusform>Sie werden bei der nächsten Abfrage gesendet.</numerusform></translation>
</message>
<message numerus="yes">
<source>They are sent when the integrations run.</source>
<translation><numerusform>Sie wird gesendet, wenn die Integrationen laufen.</numerusform><numerusform>Sie werden gesendet, wenn die Integrationen laufen.</numerusform></translation>
</message>
<message numerus="yes">
<source>They are sent when “{name}” runs.</source>
<translation><numerusform>Sie wird gesendet, wenn „{name}“ läuft.</numerusform><numerusform>Sie werden gesendet, wenn „{name}“ läuft.</numerusform></translation>
</message>
<message numerus="yes">
<source>They are tried again at the next poll.</source>
<translation><numerusform>Sie wird bei der nächsten Abfrage erneut versucht.</numerusform><numerusform>Sie werden bei der nächsten Abfrage erneut versucht.</numerusform></translation>
</message>
<message numerus="yes">
<source>They are tried again when the integrations run.</source>
<translation><numerusform>Sie wird erneut versucht, wenn die Integrationen laufen.</numerusform><numerusform>Sie werden erneut versucht, wenn die Integrationen laufen.</numerusform></translation>
</message>
<message numerus="yes">
<source>They are tried again when “{name}” runs.</source>
<translation><numerusform>Sie wird erneut versucht, wenn „{name}“ läuft.</numerusform><numerusform>Sie werden erneut versucht, wenn „{name}“ läuft.</numerusform></translation>
</message>
<message numerus="yes">
<source>They wait here again.</source>
<translation><numerusform>Sie wartet wieder hier.</numerusform><numerusform>Sie warten wieder hier.</numerusform></translation>
</message>
<message>
<source>Tried again by itself for {days} days, then it waits for you.</source>
<translation>Wird {days} Tage lang von selbst erneut versucht, dann wartet sie auf Sie.</translation>
</message>
<message>
<source>Tried for five days</source>
<translation>Fünf Tage lang versucht</translation>
</message>
<message>
<source>Try Again</source>
<translation>Erneut versuchen</translation>
</message>
<message>
<source>Try it again later, or move it to another folder of the mailbox and skip it here.</source>
<translation>Versuchen Sie es später erneut, oder verschieben Sie sie in einen anderen Ordner des Postfachs und überspringen Sie sie hier.</translation>
</message>
<message>
<source>Trying again…</source>
<translation>Wird erneut versucht…</translation>
</message>
<message>
<source>Two integrations seem to answer each other. Add a filter to one of them, then skip this message.</source>
<translation>Zwei Integrationen scheinen einander zu antworten. Geben Sie einer einen Filter und überspringen Sie diese Nachricht.</translation>
</message>
<message>
<source>Type Email from in the step, or map a value to it, then retry.</source>
<translation>Geben Sie im Schritt „E-Mail von“ ein oder ordnen Sie einen Wert zu, und versuchen Sie es erneut.</translation>
</message>
<message>
<source>Type Email to in the step, or map a value to it, then retry.</source>
<translation>Geben Sie im Schritt „E-Mail an“ ein oder ordnen Sie einen Wert zu, und versuchen Sie es erneut.</translation>
</message>
<message>
<source>Use an address of the account as Email from, then retry.</source>
<translation>Nehmen Sie eine Adresse des Kontos als „E-Mail von“ und versuchen Sie es erneut.</translation>
</message>
<message>
<source>Use {account}</source>
<translation>{account} nehmen</translation>
</message>
<message>
<source>Waiting for Your Approval</source>
<translation>Wartet auf Ihre Freigabe</translation>
</message>
<message>
<source>Waiting for your approval</source>
<translation>Freigabe nötig</translation>
</message>
<message>
<source>Waits until you go on.</source>
<translation>Wartet, bis Sie weiter senden.</translation>
</message>
<message>
<source>Where it stopped</source>
<translation>Wo sie stehen blieb</translation>
</message>
<message>
<source>Where it stopped: {names}</source>
<translation>Wo sie stehen blieb: {names}</translation>
</message>
<message>
<source>a deleted integration</source>
<translation>eine gelöschte Integration</translation>
</message>
<message>
<source>at {time}</source>
<translation>um {time}</translation>
</message>
<message numerus="yes">
<source>{count} messages</source>
<translation><numerusform>{count} Nachricht</numerusform><numerusform>{count} Nachrichten</numerusform></translation>
</message>
<message>
<source>{count} more</source>
<translation>{count} weitere</translation>
</message>
<message>
<source>{count} more appear when these are done.</source>
<translation>{count} weitere erscheinen, wenn diese erledigt sind.</translation>
</message>
<message>
<source>{count}, last at {time}</source>
<translation>{count}, zuletzt um {time}</translation>
</message>
<message>
<source>{sender} · received {when} · {where}</source>
<translation>{sender} · empfangen {when} · {where}</translation>
</message>
<message>
<source>{step} done</source>
<translation>{step} erledigt</translation>
</message>
<message>
<source>{step} failed</source>
<translation>{step} fehlgeschlagen</translation>
</message>
<message>
<source>{step} waits</source>
<translation>{step} wartet</translation>
</message>
<message>
<source>“{address}” does not exist there. {hint}</source>
<translation>„{address}“ gibt es dort nicht. {hint}</translation>
</message>
<message>
<source>“{subject}” failed again.</source>
<translation>„{subject}“ ist wieder fehlgeschlagen.</translation>
</message>
<message>
<source>“{subject}” waits for its next try.</source>
<translation>„{subject}“ wartet auf den nächsten Versuch.</translation>
</message>
<message>
<source>“{subject}” was filtered out.</source>
<translation>„{subject}“ wurde ausgefiltert.</translation>
</message>
<message>
<source>“{subject}” was sent.</source>
<translation>„{subject}“ wurde gesendet.</translation>
</message>
<message>
<source>“{subject}” was skipped.</source>
<translation>„{subject}“ wurde übersprungen.</translation>
</message>
<message>
<source>“{subject}” went on.</source>
<translation>„{subject}“ ging weiter.</translation>
</message>
</context>
</TS>

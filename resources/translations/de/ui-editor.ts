<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>ui-editor</name>
<message>
<source> and </source>
<translation> und </translation>
</message>
<message>
<source> or </source>
<translation> oder </translation>
</message>
<message>
<source>Add a step</source>
<translation>Schritt hinzufügen</translation>
</message>
<message>
<source>Add a step after {title}</source>
<translation>Schritt nach {title} hinzufügen</translation>
</message>
<message>
<source>Add a step such as Send Email after it, then map its fields.</source>
<translation>Fügen Sie danach einen Schritt wie „E-Mail senden“ hinzu und ordnen Sie seine Felder zu.</translation>
</message>
<message>
<source>Add a step to this flow</source>
<translation>Schritt zu diesem Ablauf hinzufügen</translation>
</message>
<message>
<source>Add another condition</source>
<translation>Weitere Bedingung hinzufügen</translation>
</message>
<message>
<source>Add another rule</source>
<translation>Weitere Regel hinzufügen</translation>
</message>
<message>
<source>After {title}</source>
<translation>Nach {title}</translation>
</message>
<message>
<source>Another Message…</source>
<translation>Andere Nachricht…</translation>
</message>
<message>
<source>Arrow keys: move between steps      Insert: add a step      Alt+Up / Down: reorder</source>
<translation>Pfeiltasten: zwischen Schritten wechseln      Einfg: Schritt hinzufügen      Alt+Auf / Ab: umordnen</translation>
</message>
<message>
<source>As Text</source>
<translation>Als Text</translation>
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
<source>Before {title}</source>
<translation>Vor {title}</translation>
</message>
<message>
<source>Between {one} and {other}</source>
<translation>Zwischen {one} und {other}</translation>
</message>
<message>
<source>Built-in sample</source>
<translation>Mitgeliefertes Beispiel</translation>
</message>
<message>
<source>Cancel</source>
<translation>Abbrechen</translation>
</message>
<message>
<source>Changes start when you save and restart</source>
<translation>Änderungen gelten nach dem Neustart</translation>
</message>
<message>
<source>Choose a connection</source>
<translation>Verbindung wählen</translation>
</message>
<message>
<source>Choose a message</source>
<translation>Nachricht wählen</translation>
</message>
<message>
<source>Choose another one.</source>
<translation>Wählen Sie eine andere.</translation>
</message>
<message>
<source>Close</source>
<translation>Schließen</translation>
</message>
<message>
<source>Close panel</source>
<translation>Seitenleiste schließen</translation>
</message>
<message>
<source>Complete the settings above to see what happens.</source>
<translation>Füllen Sie die Angaben oben aus, um zu sehen, was geschieht.</translation>
</message>
<message>
<source>Complete the template to see its text.</source>
<translation>Vervollständigen Sie die Vorlage, um ihren Text zu sehen.</translation>
</message>
<message>
<source>Condition {number}</source>
<translation>Bedingung {number}</translation>
</message>
<message>
<source>Configure</source>
<translation>Einrichten</translation>
</message>
<message>
<source>Connection</source>
<translation>Verbindung</translation>
</message>
<message>
<source>Connections</source>
<translation>Verbindungen</translation>
</message>
<message>
<source>Copy</source>
<translation>Kopieren</translation>
</message>
<message>
<source>Create a connection of this kind first.</source>
<translation>Erstellen Sie erst eine Verbindung dieser Art.</translation>
</message>
<message>
<source>Disable Step</source>
<translation>Schritt ausschalten</translation>
</message>
<message>
<source>Disabled · {summary}</source>
<translation>Ausgeschaltet · {summary}</translation>
</message>
<message>
<source>Discard</source>
<translation>Verwerfen</translation>
</message>
<message>
<source>Done</source>
<translation>Fertig</translation>
</message>
<message>
<source>Draft</source>
<translation>Entwurf</translation>
</message>
<message>
<source>Duplicate</source>
<translation>Duplizieren</translation>
</message>
<message>
<source>Each one filters, changes or logs the message. The plus between two steps adds one; so does Insert.</source>
<translation>Jeder filtert, ändert oder protokolliert die Nachricht. Das Plus zwischen zwei Schritten fügt einen hinzu; die Taste Einfg auch.</translation>
</message>
<message>
<source>Enable Step</source>
<translation>Schritt einschalten</translation>
</message>
<message>
<source>End Test</source>
<translation>Beenden</translation>
</message>
<message>
<source>Enter</source>
<translation>Eingabe</translation>
</message>
<message>
<source>Exactly these bytes would be sent. Only the date will be another.</source>
<translation>Genau diese Bytes würden gesendet. Nur das Datum wird ein anderes sein.</translation>
</message>
<message>
<source>Examples</source>
<translation>Beispiele</translation>
</message>
<message>
<source>Expression</source>
<translation>Ausdruck</translation>
</message>
<message>
<source>Expressions</source>
<translation>Ausdrücke</translation>
</message>
<message>
<source>Failed at {title}.</source>
<translation>Fehlgeschlagen bei {title}.</translation>
</message>
<message>
<source>Flow</source>
<translation>Ablauf</translation>
</message>
<message>
<source>Green: set or changed by this step.</source>
<translation>Grün: von diesem Schritt gesetzt oder geändert.</translation>
</message>
<message>
<source>Has changes that are not running yet</source>
<translation>Hat Änderungen, die noch nicht laufen</translation>
</message>
<message>
<source>Header…</source>
<translation>Kopffeld…</translation>
</message>
<message>
<source>How the message is shown</source>
<translation>Wie die Nachricht gezeigt wird</translation>
</message>
<message>
<source>How to Write It</source>
<translation>So schreiben Sie es</translation>
</message>
<message>
<source>In the mailbox</source>
<translation>Im Postfach</translation>
</message>
<message>
<source>In words</source>
<translation>In Worten</translation>
</message>
<message>
<source>Input</source>
<translation>Eingang</translation>
</message>
<message>
<source>It goes through the steps. Nothing is sent, and nothing is marked.</source>
<translation>Sie geht durch die Schritte. Nichts wird gesendet, nichts wird markiert.</translation>
</message>
<message>
<source>Item {number} of {count}</source>
<translation>Eintrag {number} von {count}</translation>
</message>
<message>
<source>Keep Condition</source>
<translation>Bedingung behalten</translation>
</message>
<message>
<source>Keep Editing</source>
<translation>Weiter bearbeiten</translation>
</message>
<message>
<source>Keep Flow</source>
<translation>Ablauf behalten</translation>
</message>
<message>
<source>Keep Message</source>
<translation>Nachricht behalten</translation>
</message>
<message>
<source>Kept messages stay on this computer, also when you export the integration. Del removes one.</source>
<translation>Behaltene Nachrichten bleiben auf diesem Computer, auch wenn Sie die Integration exportieren. Entf entfernt eine.</translation>
</message>
<message>
<source>Kept with this integration</source>
<translation>Bei dieser Integration behalten</translation>
</message>
<message>
<source>Keywords</source>
<translation>Stichworte</translation>
</message>
<message>
<source>Keywords of rule {number}</source>
<translation>Stichworte der Regel {number}</translation>
</message>
<message>
<source>Kind of condition {number}</source>
<translation>Art der Bedingung {number}</translation>
</message>
<message>
<source>Last messages</source>
<translation>Letzte Nachrichten</translation>
</message>
<message numerus="yes">
<source>Last {count} messages</source>
<translation><numerusform>Letzte Nachricht</numerusform><numerusform>Letzte {count} Nachrichten</numerusform></translation>
</message>
<message>
<source>Line in the log</source>
<translation>Zeile im Protokoll</translation>
</message>
<message>
<source>Look Again (F5)</source>
<translation>Erneut nachsehen (F5)</translation>
</message>
<message>
<source>Looking for a message…</source>
<translation>Eine Nachricht wird gesucht…</translation>
</message>
<message>
<source>Looking for messages…</source>
<translation>Nachrichten werden gesucht…</translation>
</message>
<message>
<source>Mailflow ended before they were saved. Nothing of them runs yet.</source>
<translation>Mailflow endete, bevor sie gespeichert waren. Noch läuft nichts davon.</translation>
</message>
<message>
<source>Mailflow stops what comes back at its first turn.</source>
<translation>Mailflow hält an, was beim ersten Mal zurückkommt.</translation>
</message>
<message>
<source>Menu of {title}</source>
<translation>Menü von {title}</translation>
</message>
<message>
<source>Messages</source>
<translation>Nachrichten</translation>
</message>
<message>
<source>Messages (*.eml);;All files (*)</source>
<translation>Nachrichten (*.eml);;Alle Dateien (*)</translation>
</message>
<message>
<source>Messages come in here</source>
<translation>Hier kommen Nachrichten herein</translation>
</message>
<message>
<source>Move Down</source>
<translation>Nach unten</translation>
</message>
<message>
<source>Move Down Condition {number}</source>
<translation>Bedingung {number} nach unten</translation>
</message>
<message>
<source>Move Up</source>
<translation>Nach oben</translation>
</message>
<message>
<source>Move Up Condition {number}</source>
<translation>Bedingung {number} nach oben</translation>
</message>
<message>
<source>Name</source>
<translation>Name</translation>
</message>
<message>
<source>Names: {names}</source>
<translation>Namen: {names}</translation>
</message>
<message>
<source>New integration</source>
<translation>Neue Integration</translation>
</message>
<message>
<source>New step goes here</source>
<translation>Neuer Schritt kommt hierher</translation>
</message>
<message>
<source>Next</source>
<translation>Weiter</translation>
</message>
<message>
<source>Next Item</source>
<translation>Nächster Eintrag</translation>
</message>
<message>
<source>No sender</source>
<translation>Kein Absender</translation>
</message>
<message>
<source>No step after this one takes data</source>
<translation>Kein Schritt danach nimmt Daten auf</translation>
</message>
<message>
<source>No step is called “{text}”</source>
<translation>Kein Schritt heißt „{text}“</translation>
</message>
<message>
<source>No subject</source>
<translation>Kein Betreff</translation>
</message>
<message>
<source>No text</source>
<translation>Kein Text</translation>
</message>
<message>
<source>Not reached</source>
<translation>Nicht erreicht</translation>
</message>
<message>
<source>Not saved yet</source>
<translation>Noch nicht gespeichert</translation>
</message>
<message>
<source>Nothing comes before this step</source>
<translation>Vor diesem Schritt kommt nichts</translation>
</message>
<message>
<source>Nothing gives {names} yet: a Data Mapper before this step can.</source>
<translation>Noch liefert nichts {names}: Eine Datenzuordnung vor diesem Schritt kann es.</translation>
</message>
<message>
<source>Nothing is mapped yet.</source>
<translation>Noch ist nichts zugeordnet.</translation>
</message>
<message>
<source>Nothing is written: choose what to log.</source>
<translation>Nichts wird geschrieben: Wählen Sie, was ins Protokoll soll.</translation>
</message>
<message>
<source>Nothing to fill</source>
<translation>Nichts zu füllen</translation>
</message>
<message>
<source>Nothing to redo</source>
<translation>Nichts zu wiederholen</translation>
</message>
<message>
<source>Nothing to undo</source>
<translation>Nichts rückgängig zu machen</translation>
</message>
<message>
<source>Nothing was sent, and nothing was marked in the mailbox.</source>
<translation>Nichts wurde gesendet, und nichts wurde im Postfach markiert.</translation>
</message>
<message>
<source>Nothing was sent.</source>
<translation>Nichts wurde gesendet.</translation>
</message>
<message>
<source>OTHERWISE</source>
<translation>SONST</translation>
</message>
<message>
<source>One, two, three</source>
<translation>Eins, zwei, drei</translation>
</message>
<message>
<source>Open Data Mapper</source>
<translation>Datenzuordnung öffnen</translation>
</message>
<message>
<source>Open File…</source>
<translation>Datei öffnen…</translation>
</message>
<message>
<source>Open a message</source>
<translation>Nachricht öffnen</translation>
</message>
<message>
<source>Operator of rule {number}</source>
<translation>Operator der Regel {number}</translation>
</message>
<message>
<source>Optional</source>
<translation>Optional</translation>
</message>
<message>
<source>Otherwise: a flow for every other message</source>
<translation>Sonst: ein Ablauf für jede andere Nachricht</translation>
</message>
<message>
<source>Output</source>
<translation>Ausgang</translation>
</message>
<message>
<source>Pattern</source>
<translation>Muster</translation>
</message>
<message>
<source>Preview</source>
<translation>Vorschau</translation>
</message>
<message>
<source>Preview for “{subject}”</source>
<translation>Vorschau für „{subject}“</translation>
</message>
<message>
<source>Previous Item</source>
<translation>Voriger Eintrag</translation>
</message>
<message>
<source>Property Name of rule {number}</source>
<translation>Feld der Regel {number}</translation>
</message>
<message>
<source>Property name</source>
<translation>Feld</translation>
</message>
<message>
<source>Recommended here</source>
<translation>Hier empfohlen</translation>
</message>
<message>
<source>Redo</source>
<translation>Wiederholen</translation>
</message>
<message>
<source>Remove</source>
<translation>Entfernen</translation>
</message>
<message>
<source>Remove Condition</source>
<translation>Bedingung entfernen</translation>
</message>
<message>
<source>Remove Condition {number}</source>
<translation>Bedingung {number} entfernen</translation>
</message>
<message>
<source>Remove Flow</source>
<translation>Ablauf entfernen</translation>
</message>
<message>
<source>Remove Rule</source>
<translation>Regel entfernen</translation>
</message>
<message>
<source>Remove Rule {number}</source>
<translation>Regel {number} entfernen</translation>
</message>
<message>
<source>Remove Step</source>
<translation>Schritt entfernen</translation>
</message>
<message numerus="yes">
<source>Remove the flow “Otherwise” and its {count} steps?</source>
<translation><numerusform>Den Ablauf „Sonst“ mit seinem Schritt entfernen?</numerusform><numerusform>Den Ablauf „Sonst“ mit seinen {count} Schritten entfernen?</numerusform></translation>
</message>
<message numerus="yes">
<source>Remove this condition and its {count} steps?</source>
<translation><numerusform>Diese Bedingung mit ihrem Schritt entfernen?</numerusform><numerusform>Diese Bedingung mit ihren {count} Schritten entfernen?</numerusform></translation>
</message>
<message>
<source>Rename</source>
<translation>Umbenennen</translation>
</message>
<message>
<source>Restore</source>
<translation>Wiederherstellen</translation>
</message>
<message>
<source>Result or settings</source>
<translation>Ergebnis oder Angaben</translation>
</message>
<message>
<source>Rule {number}</source>
<translation>Regel {number}</translation>
</message>
<message>
<source>Rules</source>
<translation>Regeln</translation>
</message>
<message>
<source>Run Again</source>
<translation>Noch einmal</translation>
</message>
<message>
<source>Run Test</source>
<translation>Probe starten</translation>
</message>
<message>
<source>Running…</source>
<translation>Läuft…</translation>
</message>
<message>
<source>Save</source>
<translation>Speichern</translation>
</message>
<message>
<source>Save and Restart</source>
<translation>Speichern und neu starten</translation>
</message>
<message>
<source>Save and Start</source>
<translation>Speichern und starten</translation>
</message>
<message>
<source>Save and Start runs it in the background. Watch it at work in the Message Log.</source>
<translation>„Speichern und starten“ lässt sie im Hintergrund laufen. Im Protokoll sehen Sie ihr bei der Arbeit zu.</translation>
</message>
<message>
<source>Save changes to “{name}”?</source>
<translation>Änderungen an „{name}“ speichern?</translation>
</message>
<message>
<source>Save this integration?</source>
<translation>Diese Integration speichern?</translation>
</message>
<message>
<source>Saved</source>
<translation>Gespeichert</translation>
</message>
<message>
<source>Search steps and connections</source>
<translation>Schritte und Verbindungen suchen</translation>
</message>
<message>
<source>Settings</source>
<translation>Einstellungen</translation>
</message>
<message>
<source>Skip Hints</source>
<translation>Hinweise überspringen</translation>
</message>
<message>
<source>Source</source>
<translation>Quelle</translation>
</message>
<message>
<source>Source of the message</source>
<translation>Quelltext der Nachricht</translation>
</message>
<message>
<source>Start Anyway</source>
<translation>Trotzdem starten</translation>
</message>
<message>
<source>Step menu</source>
<translation>Menü des Schritts</translation>
</message>
<message>
<source>Step {number}</source>
<translation>Schritt {number}</translation>
</message>
<message>
<source>Steps</source>
<translation>Schritte</translation>
</message>
<message>
<source>Steps work from top to bottom</source>
<translation>Schritte arbeiten von oben nach unten</translation>
</message>
<message>
<source>Stopped at {title}.</source>
<translation>Beendet bei {title}.</translation>
</message>
<message>
<source>Stopped here</source>
<translation>Hier beendet</translation>
</message>
<message>
<source>Stopped here: {text}</source>
<translation>Hier beendet: {text}</translation>
</message>
<message>
<source>Stops at {title}. {text}</source>
<translation>Endet bei {title}. {text}</translation>
</message>
<message>
<source>Subject</source>
<translation>Betreff</translation>
</message>
<message>
<source>Templates (*.mustache *.html *.htm *.txt *.tpl *.vm *.ftl);;All files (*)</source>
<translation>Vorlagen (*.mustache *.html *.htm *.txt *.tpl *.vm *.ftl);;Alle Dateien (*)</translation>
</message>
<message>
<source>Test Run</source>
<translation>Probelauf</translation>
</message>
<message>
<source>Test Run shows what each step makes of a message. Nothing is marked, moved or sent.</source>
<translation>Der Probelauf zeigt, was jeder Schritt aus einer Nachricht macht. Nichts wird markiert, verschoben oder gesendet.</translation>
</message>
<message>
<source>Test run with the built-in sample “{subject}”</source>
<translation>Probelauf mit dem mitgelieferten Beispiel „{subject}“</translation>
</message>
<message>
<source>Test run with “{subject}”</source>
<translation>Probelauf mit „{subject}“</translation>
</message>
<message>
<source>The mailbox could not be read</source>
<translation>Das Postfach war nicht lesbar</translation>
</message>
<message>
<source>The message did not come to this step.</source>
<translation>Die Nachricht kam nicht bis zu diesem Schritt.</translation>
</message>
<message>
<source>The message it gave is under Output.</source>
<translation>Die Nachricht, die er gab, steht unter Ausgang.</translation>
</message>
<message>
<source>The other settings of this step are kept.</source>
<translation>Die übrigen Angaben dieses Schritts bleiben.</translation>
</message>
<message>
<source>Then switch it on</source>
<translation>Dann einschalten</translation>
</message>
<message>
<source>This message stops at {title}.</source>
<translation>Diese Nachricht endet bei {title}.</translation>
</message>
<message>
<source>This step changes nothing.</source>
<translation>Dieser Schritt ändert nichts.</translation>
</message>
<message>
<source>This step failed</source>
<translation>Dieser Schritt ist fehlgeschlagen</translation>
</message>
<message>
<source>This step has no connection yet.</source>
<translation>Dieser Schritt hat noch keine Verbindung.</translation>
</message>
<message>
<source>This step looks into the practice mailbox, where sample messages wait. Click a step for its settings.</source>
<translation>Dieser Schritt sieht in das Übungspostfach, in dem Beispielnachrichten warten. Ein Klick auf einen Schritt zeigt seine Einstellungen.</translation>
</message>
<message>
<source>Try it first</source>
<translation>Erst ausprobieren</translation>
</message>
<message>
<source>Undo</source>
<translation>Rückgängig</translation>
</message>
<message>
<source>Unsaved changes are not safe from a crash: {words}</source>
<translation>Ungespeicherte Änderungen sind vor einem Absturz nicht sicher: {words}</translation>
</message>
<message>
<source>Unsaved changes restored</source>
<translation>Ungespeicherte Änderungen wiederhergestellt</translation>
</message>
<message>
<source>Upload File</source>
<translation>Datei laden</translation>
</message>
<message>
<source>Upload File…</source>
<translation>Datei laden…</translation>
</message>
<message>
<source>Use Another Connection</source>
<translation>Andere Verbindung nehmen</translation>
</message>
<message>
<source>Use the example {text}</source>
<translation>Das Beispiel {text} nehmen</translation>
</message>
<message>
<source>WHEN condition {number} (not set yet)</source>
<translation>WENN Bedingung {number} (noch nicht gesetzt)</translation>
</message>
<message>
<source>WHEN {condition}</source>
<translation>WENN {condition}</translation>
</message>
<message>
<source>Without a message</source>
<translation>Ohne Nachricht</translation>
</message>
<message>
<source>Without saving, what you changed here is lost.</source>
<translation>Ohne Speichern geht verloren, was Sie hier geändert haben.</translation>
</message>
<message>
<source>Write {written} where a value goes.</source>
<translation>Schreiben Sie {written}, wo ein Wert stehen soll.</translation>
</message>
<message>
<source>Write {{subject}} where a value goes.</source>
<translation>Schreiben Sie {{subject}}, wo ein Wert stehen soll.</translation>
</message>
<message>
<source>You can undo this.</source>
<translation>Sie können das rückgängig machen.</translation>
</message>
<message>
<source>You have unsaved changes from {time}</source>
<translation>Sie haben ungespeicherte Änderungen von {time}</translation>
</message>
<message>
<source>and {count} more</source>
<translation>und {count} weitere</translation>
</message>
<message>
<source>disabled</source>
<translation>ausgeschaltet</translation>
</message>
<message>
<source>failed</source>
<translation>fehlgeschlagen</translation>
</message>
<message>
<source>fails</source>
<translation>schlägt fehl</translation>
</message>
<message>
<source>goes on</source>
<translation>geht weiter</translation>
</message>
<message>
<source>held back</source>
<translation>zurückgehalten</translation>
</message>
<message>
<source>in the mailbox</source>
<translation>im Postfach</translation>
</message>
<message>
<source>kept with this integration</source>
<translation>bei dieser Integration behalten</translation>
</message>
<message>
<source>kept {time}</source>
<translation>behalten {time}</translation>
</message>
<message>
<source>no subject</source>
<translation>kein Betreff</translation>
</message>
<message>
<source>not reached</source>
<translation>nicht erreicht</translation>
</message>
<message>
<source>result of the test run</source>
<translation>Ergebnis des Probelaufs</translation>
</message>
<message>
<source>stopped</source>
<translation>beendet</translation>
</message>
<message>
<source>stops before</source>
<translation>endet vorher</translation>
</message>
<message>
<source>stops here</source>
<translation>endet hier</translation>
</message>
<message>
<source>this step</source>
<translation>diesem Schritt</translation>
</message>
<message>
<source>without a message</source>
<translation>ohne Nachricht</translation>
</message>
<message numerus="yes">
<source>{count} continue</source>
<translation><numerusform>{count} weiter</numerusform><numerusform>{count} weiter</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} fail</source>
<translation><numerusform>{count} schlägt fehl</numerusform><numerusform>{count} schlagen fehl</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} mappings have a field that is no longer there.</source>
<translation><numerusform>1 Zuordnung hat ein Feld, das nicht mehr da ist.</numerusform><numerusform>{count} Zuordnungen haben ein Feld, das nicht mehr da ist.</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} messages</source>
<translation><numerusform>{count} Nachricht</numerusform><numerusform>{count} Nachrichten</numerusform></translation>
</message>
<message>
<source>{count} of {all} fields mapped</source>
<translation>{count} von {all} Feldern zugeordnet</translation>
</message>
<message>
<source>{count} of {all} fields of {title} mapped</source>
<translation>{count} von {all} Feldern von „{title}“ zugeordnet</translation>
</message>
<message numerus="yes">
<source>{count} stop before</source>
<translation><numerusform>{count} endet vorher</numerusform><numerusform>{count} enden vorher</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} stop here</source>
<translation><numerusform>{count} endet hier</numerusform><numerusform>{count} enden hier</numerusform></translation>
</message>
<message>
<source>{field} {operator} “{value}”</source>
<translation>{field} {operator} „{value}“</translation>
</message>
<message>
<source>{field}, changed by this step</source>
<translation>{field}, von diesem Schritt geändert</translation>
</message>
<message>
<source>{first} to {last}</source>
<translation>{first} zu {last}</translation>
</message>
<message>
<source>{number} of {count}</source>
<translation>{number} von {count}</translation>
</message>
<message>
<source>{problem} And {count} more.</source>
<translation>{problem} Und {count} weitere.</translation>
</message>
<message>
<source>{size} more</source>
<translation>{size} weitere</translation>
</message>
<message>
<source>{title} added</source>
<translation>{title} hinzugefügt</translation>
</message>
<message>
<source>{title} changed</source>
<translation>{title} geändert</translation>
</message>
<message>
<source>{title} disabled</source>
<translation>{title} ausgeschaltet</translation>
</message>
<message>
<source>{title} duplicated</source>
<translation>{title} dupliziert</translation>
</message>
<message>
<source>{title} enabled</source>
<translation>{title} eingeschaltet</translation>
</message>
<message>
<source>{title} moved</source>
<translation>{title} verschoben</translation>
</message>
<message>
<source>{title} removed</source>
<translation>{title} entfernt</translation>
</message>
<message>
<source>{title} with “{connection}”</source>
<translation>{title} mit „{connection}“</translation>
</message>
<message>
<source>{title}. Start it anyway?</source>
<translation>{title}. Trotzdem starten?</translation>
</message>
<message>
<source>“{connection}” is gone.</source>
<translation>„{connection}“ gibt es nicht mehr.</translation>
</message>
</context>
</TS>

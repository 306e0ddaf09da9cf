<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>ui-mapper</name>
<message>
<source>(empty)</source>
<translation>(leer)</translation>
</message>
<message>
<source>A fixed text that you can map.</source>
<translation>Ein fester Text, den Sie zuordnen können.</translation>
</message>
<message>
<source>A header name has letters, digits and hyphens, and no spaces.</source>
<translation>Ein Kopffeld heißt mit Buchstaben, Ziffern und Bindestrichen, ohne Leerzeichen.</translation>
</message>
<message>
<source>A header of the received message, for example List-Id.</source>
<translation>Ein Kopffeld der empfangenen Nachricht, etwa List-Id.</translation>
</message>
<message>
<source>Add</source>
<translation>Hinzufügen</translation>
</message>
<message>
<source>Add Constant</source>
<translation>Festwert hinzufügen</translation>
</message>
<message>
<source>Add Header</source>
<translation>Kopffeld hinzufügen</translation>
</message>
<message>
<source>Add Transformation</source>
<translation>Umwandlung hinzufügen</translation>
</message>
<message>
<source>Add a condition</source>
<translation>Bedingung hinzufügen</translation>
</message>
<message>
<source>Add a constant</source>
<translation>Festwert hinzufügen</translation>
</message>
<message>
<source>Add a header</source>
<translation>Kopffeld hinzufügen</translation>
</message>
<message>
<source>Add a step such as Send Email first.</source>
<translation>Fügen Sie erst einen Schritt wie „E-Mail senden“ hinzu.</translation>
</message>
<message>
<source>Add another source</source>
<translation>Weitere Quelle hinzufügen</translation>
</message>
<message>
<source>Add another target</source>
<translation>Weiteres Ziel hinzufügen</translation>
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
<source>Built-in sample: {words}</source>
<translation>Mitgeliefertes Beispiel: {words}</translation>
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
<source>Choose Source</source>
<translation>Quelle wählen</translation>
</message>
<message>
<source>Choose Source for {field}</source>
<translation>Quelle für {field} wählen</translation>
</message>
<message>
<source>Choose Target</source>
<translation>Ziel wählen</translation>
</message>
<message>
<source>Choose Target for {field}</source>
<translation>Ziel für {field} wählen</translation>
</message>
<message>
<source>Close</source>
<translation>Schließen</translation>
</message>
<message>
<source>Close Panel (Esc)</source>
<translation>Seitenleiste schließen (Esc)</translation>
</message>
<message>
<source>Comma</source>
<translation>Komma</translation>
</message>
<message>
<source>Comma and space</source>
<translation>Komma und Leerzeichen</translation>
</message>
<message>
<source>Condition does not hold</source>
<translation>Bedingung trifft nicht zu</translation>
</message>
<message>
<source>Constant</source>
<translation>Festwert</translation>
</message>
<message>
<source>Constants</source>
<translation>Festwerte</translation>
</message>
<message>
<source>Data Mapper</source>
<translation>Datenzuordnung</translation>
</message>
<message>
<source>Discard</source>
<translation>Verwerfen</translation>
</message>
<message>
<source>Discard the changes to this mapping?</source>
<translation>Änderungen an dieser Zuordnung verwerfen?</translation>
</message>
<message>
<source>Done</source>
<translation>Fertig</translation>
</message>
<message>
<source>Drag from a source dot to a target dot, or press Enter on both. Esc cancels, Delete removes the selected line.</source>
<translation>Vom Punkt einer Quelle zu dem eines Ziels ziehen, oder auf beiden die Eingabetaste. Esc bricht ab, Entf entfernt die gewählte Linie.</translation>
</message>
<message>
<source>Drag, or press Alt+Up or Alt+Down</source>
<translation>Ziehen, oder Alt+Auf und Alt+Ab</translation>
</message>
<message>
<source>Email</source>
<translation>E-Mail</translation>
</message>
<message>
<source>Email to is empty</source>
<translation>„E-Mail an“ ist leer</translation>
</message>
<message>
<source>Email {number} of {count}: {subject}</source>
<translation>E-Mail {number} von {count}: {subject}</translation>
</message>
<message>
<source>Expression</source>
<translation>Ausdruck</translation>
</message>
<message>
<source>Find Field (Ctrl+F)</source>
<translation>Feld suchen (Strg+F)</translation>
</message>
<message>
<source>Find field</source>
<translation>Feld suchen</translation>
</message>
<message>
<source>From</source>
<translation>Von</translation>
</message>
<message>
<source>HTML is shown as text.</source>
<translation>HTML wird als Text gezeigt.</translation>
</message>
<message>
<source>Header Name</source>
<translation>Name des Kopffelds</translation>
</message>
<message>
<source>Headers</source>
<translation>Kopffelder</translation>
</message>
<message>
<source>Hide {name}</source>
<translation>{name} ausblenden</translation>
</message>
<message>
<source>Keep Editing</source>
<translation>Weiter bearbeiten</translation>
</message>
<message>
<source>Kind of condition</source>
<translation>Art der Bedingung</translation>
</message>
<message>
<source>Mailflow does not know this transformation. Remove it, or correct it in the file.</source>
<translation>Mailflow kennt diese Umwandlung nicht. Entfernen Sie sie, oder verbessern Sie sie in der Datei.</translation>
</message>
<message>
<source>Map Same Names</source>
<translation>Gleiche Namen zuordnen</translation>
</message>
<message>
<source>Mapping</source>
<translation>Zuordnung</translation>
</message>
<message>
<source>Mapping removed: {title}</source>
<translation>Zuordnung entfernt: {title}</translation>
</message>
<message>
<source>Name</source>
<translation>Name</translation>
</message>
<message>
<source>New integration</source>
<translation>Neue Integration</translation>
</message>
<message>
<source>New line</source>
<translation>Zeilenumbruch</translation>
</message>
<message>
<source>Next Message</source>
<translation>Nächste Nachricht</translation>
</message>
<message>
<source>No earlier step gives this any more. Choose another field.</source>
<translation>Kein früherer Schritt liefert das noch. Wählen Sie ein anderes Feld.</translation>
</message>
<message>
<source>No longer there</source>
<translation>Nicht mehr da</translation>
</message>
<message>
<source>No more fields with the same name</source>
<translation>Keine weiteren Felder mit gleichem Namen</translation>
</message>
<message>
<source>No sample message yet</source>
<translation>Noch keine Beispielnachricht</translation>
</message>
<message>
<source>No sender</source>
<translation>Kein Absender</translation>
</message>
<message>
<source>No step after this one sends an email.</source>
<translation>Kein Schritt danach sendet eine E-Mail.</translation>
</message>
<message>
<source>No step after this one takes data</source>
<translation>Kein Schritt danach nimmt Daten auf</translation>
</message>
<message>
<source>No subject</source>
<translation>Kein Betreff</translation>
</message>
<message>
<source>Not mapped</source>
<translation>Nicht zugeordnet</translation>
</message>
<message>
<source>Nothing</source>
<translation>Nichts</translation>
</message>
<message>
<source>Nothing is sent.</source>
<translation>Es wird nichts gesendet.</translation>
</message>
<message>
<source>Nothing of this name.</source>
<translation>Nichts heißt so.</translation>
</message>
<message>
<source>Nothing would be sent</source>
<translation>Es würde nichts gesendet</translation>
</message>
<message>
<source>Only if</source>
<translation>Nur wenn</translation>
</message>
<message>
<source>Optional</source>
<translation>Optional</translation>
</message>
<message>
<source>Press Tab, choose a target for “{name}” and press Enter. Esc cancels.</source>
<translation>Drücken Sie Tab, wählen Sie ein Ziel für „{name}“ und drücken Sie die Eingabetaste. Esc bricht ab.</translation>
</message>
<message>
<source>Preview</source>
<translation>Vorschau</translation>
</message>
<message>
<source>Preview Email</source>
<translation>E-Mail-Vorschau</translation>
</message>
<message>
<source>Previous Message</source>
<translation>Vorige Nachricht</translation>
</message>
<message>
<source>Remove Condition</source>
<translation>Bedingung entfernen</translation>
</message>
<message>
<source>Remove Constant</source>
<translation>Festwert entfernen</translation>
</message>
<message>
<source>Remove Mapping (Del)</source>
<translation>Zuordnung entfernen (Entf)</translation>
</message>
<message>
<source>Remove Source {name}</source>
<translation>Quelle {name} entfernen</translation>
</message>
<message>
<source>Remove Target {name}</source>
<translation>Ziel {name} entfernen</translation>
</message>
<message>
<source>Remove {name}</source>
<translation>{name} entfernen</translation>
</message>
<message>
<source>Reply to</source>
<translation>Antwort an</translation>
</message>
<message>
<source>Rule</source>
<translation>Regel</translation>
</message>
<message>
<source>Sales team</source>
<translation>Verkauf</translation>
</message>
<message>
<source>Sample message</source>
<translation>Beispielnachricht</translation>
</message>
<message>
<source>Save</source>
<translation>Speichern</translation>
</message>
<message>
<source>Select a line or a mapped field to see its mapping here.</source>
<translation>Wählen Sie eine Linie oder ein zugeordnetes Feld, um die Zuordnung hier zu sehen.</translation>
</message>
<message>
<source>Semicolon and space</source>
<translation>Strichpunkt und Leerzeichen</translation>
</message>
<message>
<source>Show {name}</source>
<translation>{name} anzeigen</translation>
</message>
<message>
<source>Source</source>
<translation>Quelle</translation>
</message>
<message>
<source>Sources, in this order</source>
<translation>Quellen, in dieser Reihenfolge</translation>
</message>
<message>
<source>Space</source>
<translation>Leerzeichen</translation>
</message>
<message>
<source>Split: one part for each target</source>
<translation>Aufteilen: ein Teil für jedes Ziel</translation>
</message>
<message>
<source>Step {number} of {name}</source>
<translation>Schritt {number} von {name}</translation>
</message>
<message>
<source>Subject</source>
<translation>Betreff</translation>
</message>
<message>
<source>Target</source>
<translation>Ziel</translation>
</message>
<message>
<source>Targets, in this order</source>
<translation>Ziele, in dieser Reihenfolge</translation>
</message>
<message>
<source>Text</source>
<translation>Text</translation>
</message>
<message>
<source>Text between</source>
<translation>Text dazwischen</translation>
</message>
<message>
<source>Text between the parts</source>
<translation>Text zwischen den Teilen</translation>
</message>
<message>
<source>The condition does not hold for this message: nothing is mapped.</source>
<translation>Die Bedingung trifft auf diese Nachricht nicht zu: Nichts wird zugeordnet.</translation>
</message>
<message>
<source>The email could not be shown</source>
<translation>Die E-Mail ließ sich nicht anzeigen</translation>
</message>
<message>
<source>The mapping is done only for messages that meet it.</source>
<translation>Zugeordnet wird nur bei Nachrichten, auf die sie zutrifft.</translation>
</message>
<message>
<source>The mapping stays as it was before.</source>
<translation>Die Zuordnung bleibt, wie sie vorher war.</translation>
</message>
<message>
<source>The next step does not take this. Choose another field.</source>
<translation>Der nächste Schritt nimmt das nicht auf. Wählen Sie ein anderes Feld.</translation>
</message>
<message>
<source>This message stops at {title}</source>
<translation>Diese Nachricht endet bei {title}</translation>
</message>
<message>
<source>This message stops at {title}.</source>
<translation>Diese Nachricht endet bei {title}.</translation>
</message>
<message>
<source>To</source>
<translation>An</translation>
</message>
<message>
<source>Transformation {number}: {label}</source>
<translation>Umwandlung {number}: {label}</translation>
</message>
<message>
<source>Transformations</source>
<translation>Umwandlungen</translation>
</message>
<message>
<source>Typed value {typed}</source>
<translation>Eingegebener Wert {typed}</translation>
</message>
<message>
<source>Undo</source>
<translation>Rückgängig</translation>
</message>
<message>
<source>Value</source>
<translation>Wert</translation>
</message>
<message>
<source>Value is required.</source>
<translation>Ein Wert ist erforderlich.</translation>
</message>
<message>
<source>is no longer provided</source>
<translation>wird nicht mehr geliefert</translation>
</message>
<message>
<source>mapped from {sources}</source>
<translation>zugeordnet aus {sources}</translation>
</message>
<message>
<source>mapped from {sources} with {chain}</source>
<translation>zugeordnet aus {sources} mit {chain}</translation>
</message>
<message>
<source>mapped to {names}</source>
<translation>zugeordnet zu {names}</translation>
</message>
<message>
<source>mapped to {names} with {chain}</source>
<translation>zugeordnet zu {names} mit {chain}</translation>
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
<source>not mapped</source>
<translation>nicht zugeordnet</translation>
</message>
<message>
<source>nothing</source>
<translation>nichts</translation>
</message>
<message>
<source>typed value</source>
<translation>eingegeben</translation>
</message>
<message>
<source>typed value {typed}</source>
<translation>eingegebener Wert {typed}</translation>
</message>
<message numerus="yes">
<source>{count} attachments.</source>
<translation><numerusform>{count} Anhang.</numerusform><numerusform>{count} Anhänge.</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} fields mapped by name</source>
<translation><numerusform>{count} Feld nach Namen zugeordnet</numerusform><numerusform>{count} Felder nach Namen zugeordnet</numerusform></translation>
</message>
<message>
<source>{count} of {all} mapped</source>
<translation>{count} von {all} zugeordnet</translation>
</message>
<message>
<source>{text} is no longer there. Choose another field.</source>
<translation>{text} ist nicht mehr da. Wählen Sie ein anderes Feld.</translation>
</message>
<message>
<source>{text}, no longer there</source>
<translation>{text}, nicht mehr da</translation>
</message>
<message>
<source>{title} fails for this message</source>
<translation>{title} schlägt bei dieser Nachricht fehl</translation>
</message>
</context>
</TS>

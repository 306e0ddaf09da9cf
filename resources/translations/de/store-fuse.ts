<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>store-fuse</name>
<message>
<source>- “{title}” is missing: {reason}.</source>
<translation>- „{title}“ fehlt: {reason}.</translation>
</message>
<message>
<source>Export an integration in Fuse Online.</source>
<translation>Exportieren Sie in Fuse Online eine Integration.</translation>
</message>
<message>
<source>Export fewer integrations at once.</source>
<translation>Exportieren Sie weniger Integrationen auf einmal.</translation>
</message>
<message>
<source>Export it from Fuse Online 7.x, or update Mailflow.</source>
<translation>Exportieren Sie sie aus Fuse Online 7.x oder aktualisieren Sie Mailflow.</translation>
</message>
<message>
<source>Export the integration again in Fuse Online and import that file.</source>
<translation>Exportieren Sie die Integration in Fuse Online neu und importieren Sie diese Datei.</translation>
</message>
<message>
<source>Export the integration again.</source>
<translation>Exportieren Sie die Integration neu.</translation>
</message>
<message>
<source>Flow</source>
<translation>Ablauf</translation>
</message>
<message>
<source>Fuse Online takes an email as one item; choose the field that holds the items, or remove the step</source>
<translation>Fuse Online nimmt eine E-Mail als einen Eintrag; wählen Sie das Feld mit den Einträgen oder entfernen Sie den Schritt</translation>
</message>
<message>
<source>Imported Integration</source>
<translation>Importierte Integration</translation>
</message>
<message>
<source>Imported from Fuse Online. Look at this before you start it:</source>
<translation>Aus Fuse Online importiert. Sehen Sie das an, bevor Sie sie starten:</translation>
</message>
<message>
<source>It holds more than {most} files.</source>
<translation>Sie enthält mehr als {most} Dateien.</translation>
</message>
<message>
<source>It holds no connection and no integration.</source>
<translation>Sie enthält keine Verbindung und keine Integration.</translation>
</message>
<message>
<source>It holds what can't be saved: {what}.</source>
<translation>Sie enthält, was sich nicht speichern lässt: {what}.</translation>
</message>
<message>
<source>It holds {wanted} more than once.</source>
<translation>Sie enthält {wanted} mehrmals.</translation>
</message>
<message>
<source>It is encrypted.</source>
<translation>Sie ist verschlüsselt.</translation>
</message>
<message>
<source>It is larger than {most} MB.</source>
<translation>Sie ist größer als {most} MB.</translation>
</message>
<message>
<source>It is no export of Fuse Online: it does not tell its schema version.</source>
<translation>Das ist kein Export von Fuse Online: Die Version des Schemas fehlt.</translation>
</message>
<message>
<source>It is no export of Fuse Online: it holds no model.json.</source>
<translation>Das ist kein Export von Fuse Online: model.json fehlt.</translation>
</message>
<message>
<source>It is no zip archive, or it is damaged: {words}.</source>
<translation>Das ist kein Zip-Archiv, oder es ist beschädigt: {words}.</translation>
</message>
<message>
<source>It is packed in a way that Fuse Online does not use.</source>
<translation>Sie ist auf eine Weise gepackt, die Fuse Online nicht benutzt.</translation>
</message>
<message>
<source>It names a file outside of itself: “{name}”.</source>
<translation>Sie nennt eine Datei außerhalb ihrer selbst: „{name}“.</translation>
</message>
<message>
<source>Its model.json is no export of Fuse Online.</source>
<translation>Die model.json darin ist kein Export von Fuse Online.</translation>
</message>
<message>
<source>Its {filename} can't be read as JSON.</source>
<translation>{filename} darin ist nicht als JSON lesbar.</translation>
</message>
<message>
<source>Its {filename} is larger than it says.</source>
<translation>{filename} darin ist größer als angegeben.</translation>
</message>
<message>
<source>Its {filename} is larger than {most} MB.</source>
<translation>{filename} darin ist größer als {most} MB.</translation>
</message>
<message>
<source>Mailflow does not know the template language “{name}”</source>
<translation>Mailflow kennt die Vorlagensprache „{name}“ nicht</translation>
</message>
<message>
<source>Mailflow does not run extensions</source>
<translation>Mailflow führt keine Erweiterungen aus</translation>
</message>
<message>
<source>Mailflow does not set headers</source>
<translation>Mailflow setzt keine Kopfzeilen</translation>
</message>
<message>
<source>Mailflow has no connection of the kind “{name}”</source>
<translation>Mailflow hat keine Verbindung der Art „{name}“</translation>
</message>
<message>
<source>Mailflow has no connection of the kind “{title}”</source>
<translation>Mailflow hat keine Verbindung der Art „{title}“</translation>
</message>
<message>
<source>Mailflow has no step of the kind “{name}”</source>
<translation>Mailflow hat keinen Schritt der Art „{name}“</translation>
</message>
<message>
<source>Step</source>
<translation>Schritt</translation>
</message>
<message>
<source>The export is of schema version {version}; Mailflow reads versions up to {newest}.</source>
<translation>Der Export hat die Schemaversion {version}; Mailflow liest Versionen bis {newest}.</translation>
</message>
<message>
<source>Unpack it with its password, zip the files again without one.</source>
<translation>Entpacken Sie sie mit ihrem Passwort und packen Sie die Dateien ohne eines neu.</translation>
</message>
<message>
<source>Unpacked it would be far larger than any export.</source>
<translation>Entpackt wäre sie weit größer als jeder Export.</translation>
</message>
<message>
<source>Zip the files again as usual.</source>
<translation>Packen Sie die Dateien neu wie üblich.</translation>
</message>
<message>
<source>a draft</source>
<translation>ein Entwurf</translation>
</message>
<message>
<source>a fixed text between its fields holds a $</source>
<translation>ein fester Text zwischen den Feldern enthält ein $</translation>
</message>
<message>
<source>a rule asks for “{name}”, a field that is not there</source>
<translation>eine Regel fragt nach „{name}“, einem Feld, das es nicht gibt</translation>
</message>
<message>
<source>a target is named with letters, digits, underscore and dot</source>
<translation>ein Ziel heißt nach Buchstaben, Ziffern, Unterstrich und Punkt</translation>
</message>
<message>
<source>an operation</source>
<translation>eine Operation</translation>
</message>
<message>
<source>check “{label}”: Mailflow looks for the text itself, not for a pattern</source>
<translation>prüfen Sie „{label}“: Mailflow sucht den Text selbst, kein Muster</translation>
</message>
<message>
<source>choose a connection that finishes the integration</source>
<translation>wählen Sie eine Verbindung, mit der die Integration endet</translation>
</message>
<message>
<source>choose a connection that starts the integration</source>
<translation>wählen Sie eine Verbindung, mit der die Integration beginnt</translation>
</message>
<message>
<source>choose what of each item is joined: here it is one field</source>
<translation>wählen Sie, was von jedem Eintrag verbunden wird: hier ist es ein Feld</translation>
</message>
<message>
<source>conditional flows within conditional flows do not come along</source>
<translation>bedingte Abläufe in bedingten Abläufen kommen nicht mit</translation>
</message>
<message>
<source>it calculates its value: {expression}</source>
<translation>sie berechnet ihren Wert: {expression}</translation>
</message>
<message>
<source>it calculates with a fixed text</source>
<translation>sie rechnet mit einem festen Text</translation>
</message>
<message>
<source>it can't be read</source>
<translation>es ist nicht lesbar</translation>
</message>
<message>
<source>it chooses between two values: {expression}</source>
<translation>sie wählt zwischen zwei Werten: {expression}</translation>
</message>
<message>
<source>it gives back the message before the Split; an Aggregate here joins the items</source>
<translation>es gibt die Nachricht vor dem Aufteilen zurück; „Zusammenfassen“ hier verbindet die Einträge</translation>
</message>
<message>
<source>it has no source, no target, or too many of them</source>
<translation>sie hat keine Quelle, kein Ziel oder zu viele davon</translation>
</message>
<message>
<source>it has no steps</source>
<translation>sie hat keine Schritte</translation>
</message>
<message>
<source>it has the expression {expression}</source>
<translation>sie hat den Ausdruck {expression}</translation>
</message>
<message>
<source>it is unknown where “{name}” comes from</source>
<translation>unbekannt, woher „{name}“ kommt</translation>
</message>
<message>
<source>it joins the items by a script, which Mailflow does not run</source>
<translation>es verbindet die Einträge mit einem Skript, das Mailflow nicht ausführt</translation>
</message>
<message>
<source>it joins the items by “{name}”</source>
<translation>es verbindet die Einträge mit „{name}“</translation>
</message>
<message>
<source>it keeps the last item only; an Aggregate here joins all of them</source>
<translation>es behält nur den letzten Eintrag; „Zusammenfassen“ hier verbindet alle</translation>
</message>
<message>
<source>it serves requests of an API, Mailflow only handles email</source>
<translation>sie bedient Anfragen an eine API, Mailflow verarbeitet nur E-Mail</translation>
</message>
<message>
<source>it splits by “{name}”, which Mailflow does not know</source>
<translation>es teilt mit „{name}“ auf, was Mailflow nicht kennt</translation>
</message>
<message>
<source>it takes the entries of a JSON array in the Email text, which has to hold what the step before gave</source>
<translation>es nimmt die Einträge einer JSON-Liste im E-Mail-Text, der enthalten muss, was der Schritt davor gab</translation>
</message>
<message>
<source>it uses a lookup table</source>
<translation>sie benutzt eine Nachschlagetabelle</translation>
</message>
<message>
<source>its condition can't be used here, {problem}: {expression}</source>
<translation>ihre Bedingung ist hier nicht verwendbar, {problem}: {expression}</translation>
</message>
<message>
<source>its expression asks for a fixed text</source>
<translation>ihr Ausdruck fragt nach einem festen Text</translation>
</message>
<message>
<source>its expression asks for source {written}, which is not there</source>
<translation>ihr Ausdruck fragt nach der Quelle {written}, die es nicht gibt</translation>
</message>
<message>
<source>its expression asks for “{path}”, a field that is not there</source>
<translation>der Ausdruck fragt nach „{path}“, einem Feld, das es nicht gibt</translation>
</message>
<message>
<source>its expression can't be used here, {problem}</source>
<translation>der Ausdruck ist hier nicht verwendbar, {problem}</translation>
</message>
<message>
<source>its expression can't be used here: {expression}</source>
<translation>der Ausdruck ist hier nicht verwendbar: {expression}</translation>
</message>
<message>
<source>its mappings can't be read</source>
<translation>die Zuordnungen sind nicht lesbar</translation>
</message>
<message>
<source>its sources are changed one by one before they are combined</source>
<translation>die Quellen werden einzeln geändert, bevor sie verbunden werden</translation>
</message>
<message>
<source>its steps are not in the file</source>
<translation>die Schritte sind nicht in der Datei</translation>
</message>
<message>
<source>its {extra} did not come along</source>
<translation>{extra} kam nicht mit</translation>
</message>
<message>
<source>mapping to “{name}”: {one}</source>
<translation>Zuordnung zu „{name}“: {one}</translation>
</message>
<message>
<source>nobody is named to send to: Mailflow does not take addresses from the received email by itself</source>
<translation>niemand ist als Empfänger genannt: Mailflow nimmt Adressen nicht von selbst aus der empfangenen E-Mail</translation>
</message>
<message>
<source>of “{name}”</source>
<translation>von „{name}“</translation>
</message>
<message>
<source>only the first {most_mappings} mappings came along</source>
<translation>nur die ersten {most_mappings} Zuordnungen kamen mit</translation>
</message>
<message>
<source>parentheses say what Fuse Online takes for granted: it joins from left to right</source>
<translation>Klammern sagen, was Fuse Online voraussetzt: Es verknüpft von links nach rechts</translation>
</message>
<message>
<source>password needed</source>
<translation>Passwort nötig</translation>
</message>
<message>
<source>password needed: a password was in the file; enter it in the connection</source>
<translation>Passwort nötig: In der Datei war ein Passwort; geben Sie es in der Verbindung ein</translation>
</message>
<message>
<source>password needed: the one in the file is encrypted for the other installation</source>
<translation>Passwort nötig: Das in der Datei ist für die andere Installation verschlüsselt</translation>
</message>
<message>
<source>replace or remove the step in its place</source>
<translation>ersetzen oder entfernen Sie den Schritt an seiner Stelle</translation>
</message>
<message>
<source>still missing: {name}</source>
<translation>es fehlt noch: {name}</translation>
</message>
<message>
<source>the folder “{name}” was left out: pop3 gives the inbox only</source>
<translation>der Ordner „{name}“ wurde ausgelassen: pop3 erreicht nur den Posteingang</translation>
</message>
<message>
<source>the items are joined with a space; Fuse Online makes a list of them</source>
<translation>die Einträge werden mit einem Leerzeichen verbunden; Fuse Online macht eine Liste daraus</translation>
</message>
<message>
<source>the mapping to “{name}” was left out: {error}</source>
<translation>die Zuordnung zu „{name}“ wurde ausgelassen: {error}</translation>
</message>
<message>
<source>the property “{path}” is a header that Mailflow does not have</source>
<translation>die Eigenschaft „{path}“ ist eine Kopfzeile, die Mailflow nicht hat</translation>
</message>
<message>
<source>the transformation “{name}” was left out</source>
<translation>die Umwandlung „{name}“ wurde ausgelassen</translation>
</message>
<message>
<source>the transformation “{name}” was left out: {message}</source>
<translation>die Umwandlung „{name}“ wurde ausgelassen: {message}</translation>
</message>
<message>
<source>there is no Split before it that it closes</source>
<translation>davor ist kein „Aufteilen“, das es schließt</translation>
</message>
<message>
<source>transformations of single parts were left out</source>
<translation>Umwandlungen einzelner Teile wurden ausgelassen</translation>
</message>
<message>
<source>{label} was left out: {error}</source>
<translation>{label} wurde ausgelassen: {error}</translation>
</message>
<message>
<source>{why} Nothing was changed.</source>
<translation>{why} Nichts wurde geändert.</translation>
</message>
<message>
<source>“{name}” can't be imported</source>
<translation>„{name}“ lässt sich nicht importieren</translation>
</message>
<message>
<source>“{name}” comes from “{title}”, which did not come along</source>
<translation>„{name}“ kommt von „{title}“, und das kam nicht mit</translation>
</message>
<message>
<source>“{name}” has no value in the file</source>
<translation>„{name}“ hat in der Datei keinen Wert</translation>
</message>
<message>
<source>“{path}” can't be named here</source>
<translation>„{path}“ lässt sich hier nicht nennen</translation>
</message>
<message>
<source>“{title}” gives no “{name}”</source>
<translation>„{title}“ liefert kein „{name}“</translation>
</message>
</context>
</TS>

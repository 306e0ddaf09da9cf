<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>steps</name>
<message>
<source>Add a mapping, or remove the step.</source>
<translation>Fügen Sie eine Zuordnung hinzu oder entfernen Sie den Schritt.</translation>
</message>
<message>
<source>Add a rule, or remove the step.</source>
<translation>Fügen Sie eine Regel hinzu oder entfernen Sie den Schritt.</translation>
</message>
<message>
<source>Add a rule, or write an expression.</source>
<translation>Fügen Sie eine Regel hinzu oder schreiben Sie einen Ausdruck.</translation>
</message>
<message>
<source>Advanced Filter can't be used</source>
<translation>Der Erweiterte Filter ist nicht verwendbar</translation>
</message>
<message>
<source>Advanced Filter could not decide</source>
<translation>Der Erweiterte Filter konnte nicht entscheiden</translation>
</message>
<message>
<source>Aggregate joined more text than a message can hold</source>
<translation>„Zusammenfassen“ hat mehr Text verbunden, als eine Nachricht fasst</translation>
</message>
<message>
<source>Basic Filter could not compare “{path}”</source>
<translation>Der Einfache Filter konnte „{path}“ nicht vergleichen</translation>
</message>
<message>
<source>Basic Filter has no rule</source>
<translation>Der Einfache Filter hat keine Regel</translation>
</message>
<message>
<source>Basic Filter is not complete</source>
<translation>Der Einfache Filter ist nicht vollständig</translation>
</message>
<message>
<source>Check the folder, its permissions and the free space.</source>
<translation>Prüfen Sie den Ordner, seine Rechte und den freien Platz.</translation>
</message>
<message>
<source>Choose one.</source>
<translation>Wählen Sie eines.</translation>
</message>
<message>
<source>Condition {number}</source>
<translation>Bedingung {number}</translation>
</message>
<message>
<source>Continue only if any of {count} rules match</source>
<translation>Nur weiter, wenn eine von {count} Regeln zutrifft</translation>
</message>
<message>
<source>Continue only if {condition}</source>
<translation>Nur weiter, wenn {condition}</translation>
</message>
<message numerus="yes">
<source>Continue only if {count} rules match</source>
<translation><numerusform>Nur weiter, wenn 1 Regel zutrifft</numerusform><numerusform>Nur weiter, wenn {count} Regeln zutreffen</numerusform></translation>
</message>
<message>
<source>Data Mapper could not fill “{target}”</source>
<translation>Die Datenzuordnung konnte „{target}“ nicht füllen</translation>
</message>
<message>
<source>Data Mapper is not complete</source>
<translation>Die Datenzuordnung ist nicht vollständig</translation>
</message>
<message>
<source>Data Mapper maps nothing</source>
<translation>Die Datenzuordnung ordnet nichts zu</translation>
</message>
<message>
<source>Each attachment</source>
<translation>Jeder Anhang</translation>
</message>
<message>
<source>Each entry of a JSON array</source>
<translation>Jeder Eintrag einer JSON-Liste</translation>
</message>
<message>
<source>Each line of text</source>
<translation>Jede Textzeile</translation>
</message>
<message>
<source>Each part of text</source>
<translation>Jeder Teil des Textes</translation>
</message>
<message>
<source>Each value of a list</source>
<translation>Jeder Wert einer Liste</translation>
</message>
<message>
<source>Email text</source>
<translation>E-Mail-Text</translation>
</message>
<message>
<source>Every file</source>
<translation>Jede Datei</translation>
</message>
<message>
<source>File name</source>
<translation>Dateiname</translation>
</message>
<message>
<source>File size</source>
<translation>Dateigröße</translation>
</message>
<message>
<source>File type</source>
<translation>Dateityp</translation>
</message>
<message>
<source>It is limited to {most} characters.</source>
<translation>Höchstens {most} Zeichen sind möglich.</translation>
</message>
<message>
<source>Item</source>
<translation>Eintrag</translation>
</message>
<message>
<source>Item number</source>
<translation>Nummer des Eintrags</translation>
</message>
<message>
<source>Item text</source>
<translation>Text des Eintrags</translation>
</message>
<message>
<source>Log can't be used</source>
<translation>„Protokoll“ ist nicht verwendbar</translation>
</message>
<message>
<source>Log could not be written</source>
<translation>„Protokoll“ konnte nicht schreiben</translation>
</message>
<message>
<source>Mapped data</source>
<translation>Zugeordnete Daten</translation>
</message>
<message>
<source>No condition matches, continues below</source>
<translation>Keine Bedingung trifft zu, es geht unten weiter</translation>
</message>
<message>
<source>No condition matches, takes “{title}”</source>
<translation>Keine Bedingung trifft zu, nimmt „{title}“</translation>
</message>
<message>
<source>No condition yet</source>
<translation>Noch keine Bedingung</translation>
</message>
<message>
<source>No folder yet</source>
<translation>Noch kein Ordner</translation>
</message>
<message>
<source>No rules yet</source>
<translation>Noch keine Regeln</translation>
</message>
<message>
<source>No text yet</source>
<translation>Noch kein Text</translation>
</message>
<message>
<source>Nothing mapped yet</source>
<translation>Noch nichts zugeordnet</translation>
</message>
<message>
<source>Nothing of this message was processed further.</source>
<translation>Von dieser Nachricht wurde nichts weiter verarbeitet.</translation>
</message>
<message>
<source>Nothing to log yet</source>
<translation>Noch nichts zu protokollieren</translation>
</message>
<message>
<source>Number of items</source>
<translation>Anzahl der Einträge</translation>
</message>
<message>
<source>Otherwise</source>
<translation>Sonst</translation>
</message>
<message>
<source>Save Attachments has no folder</source>
<translation>„Anhänge speichern“ hat keinen Ordner</translation>
</message>
<message>
<source>Split could not read the JSON text</source>
<translation>„Aufteilen“ konnte den JSON-Text nicht lesen</translation>
</message>
<message>
<source>Split found more than {most} items</source>
<translation>„Aufteilen“ fand mehr als {most} Einträge</translation>
</message>
<message>
<source>Takes “{title}”</source>
<translation>Nimmt „{title}“</translation>
</message>
<message>
<source>Template</source>
<translation>Vorlage</translation>
</message>
<message>
<source>Template can't be used</source>
<translation>Die Vorlage ist nicht verwendbar</translation>
</message>
<message>
<source>Template could not be filled</source>
<translation>Die Vorlage ließ sich nicht ausfüllen</translation>
</message>
<message>
<source>Template is empty</source>
<translation>Die Vorlage ist leer</translation>
</message>
<message>
<source>Text</source>
<translation>Text</translation>
</message>
<message>
<source>The first flow whose condition matches</source>
<translation>Der erste Ablauf, dessen Bedingung zutrifft</translation>
</message>
<message>
<source>The folder is not there</source>
<translation>Den Ordner gibt es nicht</translation>
</message>
<message>
<source>The folder “{folder}” can't be written</source>
<translation>In den Ordner „{folder}“ lässt sich nicht schreiben</translation>
</message>
<message>
<source>Type a text.</source>
<translation>Geben Sie einen Text ein.</translation>
</message>
<message>
<source>Type the text between two parts.</source>
<translation>Geben Sie den Text zwischen zwei Teilen ein.</translation>
</message>
<message>
<source>Type the whole path of the folder, or choose it.</source>
<translation>Geben Sie den ganzen Pfad des Ordners ein oder wählen Sie ihn.</translation>
</message>
<message>
<source>Would save no files</source>
<translation>Würde keine Dateien speichern</translation>
</message>
<message numerus="yes">
<source>Would save {count} files: {names}</source>
<translation><numerusform>Würde 1 Datei speichern: {names}</numerusform><numerusform>Würde {count} Dateien speichern: {names}</numerusform></translation>
</message>
<message>
<source>message body</source>
<translation>Nachrichtentext</translation>
</message>
<message>
<source>message context</source>
<translation>Nachrichtenkontext</translation>
</message>
<message>
<source>no fields mapped</source>
<translation>keine Felder zugeordnet</translation>
</message>
<message>
<source>no files saved</source>
<translation>keine Dateien gespeichert</translation>
</message>
<message>
<source>{because}, continue</source>
<translation>{because}, weiter</translation>
</message>
<message numerus="yes">
<source>{count} characters</source>
<translation><numerusform>{count} Zeichen</numerusform><numerusform>{count} Zeichen</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} fields mapped</source>
<translation><numerusform>1 Feld zugeordnet</numerusform><numerusform>{count} Felder zugeordnet</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} fields: {names}</source>
<translation><numerusform>1 Feld: {names}</numerusform><numerusform>{count} Felder: {names}</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} files saved</source>
<translation><numerusform>1 Datei gespeichert</numerusform><numerusform>{count} Dateien gespeichert</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} items joined</source>
<translation><numerusform>{count} Eintrag verbunden</numerusform><numerusform>{count} Einträge verbunden</numerusform></translation>
</message>
<message>
<source>{failed} of {count} rules did not match ({names})</source>
<translation>{failed} von {count} Regeln trafen nicht zu ({names})</translation>
</message>
<message>
<source>{matching} of {count} rules match, continue</source>
<translation>{matching} von {count} Regeln treffen zu, weiter</translation>
</message>
<message>
<source>{which} into “{folder}”</source>
<translation>{which} in „{folder}“</translation>
</message>
<message>
<source>{why}. Nothing was lost: the message waits, and Mailflow tries again.</source>
<translation>{why}. Nichts ging verloren: Die Nachricht wartet, und Mailflow versucht es erneut.</translation>
</message>
<message>
<source>“{field}” of all items, joined with {joint}</source>
<translation>„{field}“ aller Einträge, verbunden mit {joint}</translation>
</message>
<message>
<source>“{folder}” holds {count} files of this name.</source>
<translation>„{folder}“ enthält {count} Dateien dieses Namens.</translation>
</message>
<message>
<source>“{name}” could not be saved</source>
<translation>„{name}“ ließ sich nicht speichern</translation>
</message>
<message>
<source>“{name}” has too many copies</source>
<translation>„{name}“ hat zu viele Kopien</translation>
</message>
<message>
<source>“{title}” could not compare “{path}”</source>
<translation>„{title}“ konnte „{path}“ nicht vergleichen</translation>
</message>
<message>
<source>“{title}” could not decide</source>
<translation>„{title}“ konnte nicht entscheiden</translation>
</message>
<message>
<source>“{title}” is not complete</source>
<translation>„{title}“ ist nicht vollständig</translation>
</message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>steps</name>
<message>
<source>Add a mapping, or remove the step.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Add a rule, or remove the step.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Add a rule, or write an expression.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Advanced Filter can't be used</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Advanced Filter could not decide</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Aggregate joined more text than a message can hold</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Basic Filter could not compare “{path}”</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Basic Filter has no rule</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Basic Filter is not complete</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Check the folder, its permissions and the free space.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Choose one.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Condition {number}</source>
<translation>Bedingung {number}</translation>
</message>
<message>
<source>Continue only if any of {count} rules match</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Continue only if {condition}</source>
<translation type="unfinished"></translation>
</message>
<message numerus="yes">
<source>Continue only if {count} rules match</source>
<translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
</message>
<message>
<source>Data Mapper could not fill “{target}”</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Data Mapper is not complete</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Data Mapper maps nothing</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Each attachment</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Each entry of a JSON array</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Each line of text</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Each part of text</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Each value of a list</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Email text</source>
<translation>E-Mail-Text</translation>
</message>
<message>
<source>Every file</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>File name</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>File size</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>File type</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>It is limited to {most} characters.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Item</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Item number</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Item text</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Log can't be used</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Log could not be written</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Mapped data</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>No condition matches, continues below</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>No condition matches, takes “{title}”</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>No condition yet</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>No folder yet</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>No rules yet</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>No text yet</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Nothing mapped yet</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Nothing of this message was processed further.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Nothing to log yet</source>
<translation type="unfinished"></translation>
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
<translation type="unfinished"></translation>
</message>
<message>
<source>Split could not read the JSON text</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Split found more than {most} items</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Takes “{title}”</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Template</source>
<translation>Vorlage</translation>
</message>
<message>
<source>Template can't be used</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Template could not be filled</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Template is empty</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Text</source>
<translation>Text</translation>
</message>
<message>
<source>The first flow whose condition matches</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The folder is not there</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The folder “{folder}” can't be written</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Type a text.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Type the text between two parts.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Type the whole path of the folder, or choose it.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Would save no files</source>
<translation type="unfinished"></translation>
</message>
<message numerus="yes">
<source>Would save {count} files: {names}</source>
<translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
</message>
<message>
<source>message body</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>message context</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>no fields mapped</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>no files saved</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>{because}, continue</source>
<translation type="unfinished"></translation>
</message>
<message numerus="yes">
<source>{count} characters</source>
<translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
</message>
<message numerus="yes">
<source>{count} fields mapped</source>
<translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
</message>
<message numerus="yes">
<source>{count} fields: {names}</source>
<translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
</message>
<message numerus="yes">
<source>{count} files saved</source>
<translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
</message>
<message numerus="yes">
<source>{count} items joined</source>
<translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
</message>
<message>
<source>{failed} of {count} rules did not match ({names})</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>{matching} of {count} rules match, continue</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>{which} into “{folder}”</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>{why}. Nothing was lost: the message waits, and Mailflow tries again.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“{field}” of all items, joined with {joint}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“{folder}” holds {count} files of this name.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“{name}” could not be saved</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“{name}” has too many copies</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“{title}” could not compare “{path}”</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“{title}” could not decide</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“{title}” is not complete</source>
<translation type="unfinished"></translation>
</message>
</context>
</TS>

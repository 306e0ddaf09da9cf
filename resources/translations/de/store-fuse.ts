<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>store-fuse</name>
<message>
<source>- “{title}” is missing: {reason}.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Export an integration in Fuse Online.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Export fewer integrations at once.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Export it from Fuse Online 7.x, or update Mailflow.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Export the integration again in Fuse Online and import that file.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Export the integration again.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Flow</source>
<translation>Ablauf</translation>
</message>
<message>
<source>Imported Integration</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Imported from Fuse Online. Look at this before you start it:</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>It holds more than {most} files.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>It holds no connection and no integration.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>It holds what can't be saved: {what}.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>It holds {wanted} more than once.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>It is encrypted.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>It is larger than {most} MB.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>It is no export of Fuse Online: it does not tell its schema version.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>It is no export of Fuse Online: it holds no model.json.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>It is no zip archive, or it is damaged: {words}.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>It is packed in a way that Fuse Online does not use.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>It names a file outside of itself: “{name}”.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Its model.json is no export of Fuse Online.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Its {filename} can't be read as JSON.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Its {filename} is larger than it says.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Its {filename} is larger than {most} MB.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Mailflow does not know the template language “{name}”</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Mailflow does not run extensions</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Mailflow does not set headers</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Mailflow has no connection of the kind “{name}”</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Mailflow has no connection of the kind “{title}”</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Mailflow has no step of the kind “{name}”</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Step</source>
<translation>Schritt</translation>
</message>
<message>
<source>The export is of schema version {version}; Mailflow reads versions up to {newest}.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Unpack it with its password, zip the files again without one.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Unpacked it would be far larger than any export.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Zip the files again as usual.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>a draft</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>a fixed text between its fields holds a $</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>a rule asks for “{name}”, a field that is not there</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>a target is named with letters, digits, underscore and dot</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>an operation</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>check “{label}”: Mailflow looks for the text itself, not for a pattern</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>choose a connection that finishes the integration</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>choose a connection that starts the integration</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>conditional flows within conditional flows do not come along</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>it calculates its value: {expression}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>it calculates with a fixed text</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>it can't be read</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>it chooses between two values: {expression}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>it has no source, no target, or too many of them</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>it has no steps</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>it has the expression {expression}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>it is unknown where “{name}” comes from</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>it serves requests of an API, Mailflow only handles email</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>it uses a lookup table</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>its condition can't be used here, {problem}: {expression}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>its expression asks for a fixed text</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>its expression asks for source {written}, which is not there</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>its expression asks for “{path}”, a field that is not there</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>its expression can't be used here, {problem}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>its mappings can't be read</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>its sources are changed one by one before they are combined</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>its steps are not in the file</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>its {extra} did not come along</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>mapping to “{name}”: {one}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>nobody is named to send to: Mailflow does not take addresses from the received email by itself</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>of “{name}”</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>only the first {most_mappings} mappings came along</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>parentheses say what Fuse Online takes for granted: it joins from left to right</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>password needed</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>password needed: a password was in the file; enter it in the connection</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>password needed: the one in the file is encrypted for the other installation</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>replace or remove the step in its place</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>still missing: {name}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>the folder “{name}” was left out: pop3 gives the inbox only</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>the mapping to “{name}” was left out: {error}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>the property “{path}” is a header that Mailflow does not have</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>the transformation “{name}” was left out</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>the transformation “{name}” was left out: {message}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>transformations of single parts were left out</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>{label} was left out: {error}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>{why} Nothing was changed.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“{name}” can't be imported</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“{name}” comes from “{title}”, which did not come along</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“{name}” has no value in the file</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“{path}” can't be named here</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“{title}” gives no “{name}”</source>
<translation type="unfinished"></translation>
</message>
</context>
</TS>

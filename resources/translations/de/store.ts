<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>store</name>
<message>
<source>$CREDENTIALS_DIRECTORY is not set.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>A character is broken. Save the file as UTF-8.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>A list is expected here; each entry starts with a dash.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>A name is expected here, not a list or mapping.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>A password could not be copied</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>A password was about to be written</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>A step has either `step:`, or `connection:` and `action:`.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>A tab stands before the text. Use spaces.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>A whole number is expected here.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Another program is writing the profile</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Check the permissions of your settings folder, then try again.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Choose another backup.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Choose another directory with --profile, or change its permissions.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Choose one.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Close other Mailflow programs and try again.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Each label is one line of text.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Enter it again.</source>
<translation>Geben Sie es erneut ein.</translation>
</message>
<message>
<source>Enter the master password.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Entries are nested more than {max_depth} deep. Remove the nesting.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Entries such as `theme: dark` are expected.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Entries with names are expected here, such as `name: …`.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Everybody who has the file can try to guess it. Use at least {shortest} letters, or a few words.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Export it again, and copy the whole file.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Free some space or check the permissions, then start Mailflow again: it goes on where it stopped.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Free some space or check the permissions, then try again.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Free some space, or choose another place.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>It can't be read. It was left as it is.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>It can't be run again from here.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>It does not open your password file. Nothing was changed.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>It does not open “{name}”. Nothing was changed.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>It has schema {schema}; this program knows {current}. Nothing was changed.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>It is not whole, or it was changed after it was made. Nothing was changed here.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>It says “mailflow: {number}”.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>It was under way when the backup was made that was restored. It may have been sent since.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Mailflow can't write its records</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Mailflow is already running on this profile</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Mailflow keeps passwords in it under your master password.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Mailflow only reads them. Change the file in your service's configuration.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Mailflow was interrupted in the instant of delivery. The message may have arrived.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Mailflow's records are damaged</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Names in the file are taken</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>No credentials were handed over</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Nothing was changed.</source>
<translation>Nichts wurde geändert.</translation>
</message>
<message>
<source>Nothing was written.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>One line without control characters is expected here.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Only a step of Conditional Flows has flows.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Only one document is allowed in a file. Remove this `---`.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Passwords do not belong in a file; use `mailflow secret set`.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Put back a copy of the file. Without it Mailflow does not know what was sent, and may send it again.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Remove one of them first.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Restore it from a backup, or move it away and enter the passwords again.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Start at sign-in could not be changed</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Start the program as a service with LoadCredential=, or leave --vault out.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Text is expected here. Put quotes around it.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The backup can't be restored</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The backup could not be put in place</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The backup could not be written</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The backup was made by a newer Mailflow</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The credentials can't be used</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The file</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The file can't be read</source>
<translation>Die Datei ist nicht lesbar</translation>
</message>
<message>
<source>The file has more than {max_nodes} entries. Split it.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The file is empty. It starts with `mailflow: 1`.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The file is larger than 5 MB. Split it.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The file is no text</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The file is of version {number}, this program reads version {version}. Update Mailflow.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The file is too large</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The file says `mailflow: {plain}`. Only `mailflow: 1` is known.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The id of a step has only letters, digits, - and _, at most 64.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The integration has no list of steps. Add `steps:`.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The limit is {most} MB.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The line holds the control character U+{code}. Remove it.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The master password is blank</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The master password is wrong</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The message is too large to be kept</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The name is longer than {most_letters} letters. Shorten it.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The passphrase is too short</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The passphrase is wrong</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The password file can't be used</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The password file is damaged</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The profile can't be read</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The profile can't be written</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The profile could not be saved</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The profile directory can't be used</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The profile directory can't be written</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The profile has no known schema</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The profile was written by a newer Mailflow</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The sample could not be deleted</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The sample could not be kept</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The sample could not be read</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The setting could not be saved</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The step has no action. Add `action:`.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The step names no connection. Add `connection:`.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The version before is in “{backup}”: copy it over the file.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The work could not be kept</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>There is no backup.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>There is no connection called “{connection}”. Add it, or use one of: {there}.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>There is no “{key}” here. Known: {names}.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>This can't be written to a file</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>This is not UTF-8 text. Save it as UTF-8.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>This is not YAML: {what}. Compare the indentation and quotes with an exported file.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>This is not YAML: {words}.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>This is not a Mailflow file: it has no `mailflow: 1`.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>This message is no longer kept</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>This profile was written by a newer Mailflow</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Update Mailflow, or choose another profile with --profile.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Update Mailflow, then restore it.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Use --replace to change yours, or --keep-both to import under other names.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Use the open window, or close it first. Two programs would send messages twice.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>What was read back is not what was written. Everything is where it was.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Windows starts no command of more than {most} characters; this one has {count}.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>You already have {names}. Nothing was imported.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Your password file is locked</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>`{key}:` is missing. Add it.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>it can't be read</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>it holds a file twice, or too many</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>it holds “{file}”, which does not belong into a backup</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>it is damaged or no backup of Mailflow</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>it is no backup of Mailflow</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>it is not a profile</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>it is too large</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>it unpacks to far more than it can hold</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>its profile can't be read: {hint}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>its records are damaged</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>line {line}: {problem}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>names {addresses}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>password needed</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>password needed for {user}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>stopped</source>
<translation>beendet</translation>
</message>
<message>
<source>there is not enough free space to unpack it</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>true or false is expected here.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>{key} is on</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>{most_samples} messages are kept already</source>
<translation type="unfinished"></translation>
</message>
<message numerus="yes">
<source>{name} was refused: {count} problems</source>
<translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
</message>
<message>
<source>{path} can't be read or written ({error}). Check free space and permissions. Nothing more is taken or sent.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>{path} can't be relied on any more. Nothing more is taken or sent, so that nothing is sent twice.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>{path} has format {version}. Install the newer version, or choose another profile.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>{title}. Known: {names}.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“&amp;{anchor}” is an anchor. Remove it.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“*{anchor}” is a reference. Write the value itself.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“{connection}” is a connection of {actual}; {action} needs one of {owner}.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“{folder}” can't be read</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“{id}” can't be the id of an integration</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“{key}” is already in line {line}. Use another name.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“{key}” is already set in line {line}. Remove one of them.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“{name}” can't be a file name. Rename the connection.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“{name}” can't be read: {why}.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“{name}” can't be used</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“{name}” has more than 1 MB. Choose a smaller one.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“{name}” is larger than 1 MB.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“{name}” is not UTF-8 text.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“{name}” is not text in UTF-8.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“{name}”: {why}. Nothing was changed.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“{path}” stayed locked for {seconds} seconds. Nothing was changed.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“{path}”: {why}. It was left as it is.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“{path}”: {why}. The old file is whole.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“{tag}” is a tag. Remove it.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“{target}”: {why}. Nothing was changed.</source>
<translation type="unfinished"></translation>
</message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>engine</name>
<message>
<source>1 email message, {size}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>1 message received: {subject}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>A message</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>A step could not handle this message ({what}).</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Alarm</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Back after {time}: {done}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Cancelled.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Connected to the mail server</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Done</source>
<translation>Fertig</translation>
</message>
<message>
<source>Edit the connection.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Found in the Sent folder of “{connection}”: it counts as sent.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>It is looked for in the Sent folder of “{connection}”.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>It is not in the Sent folder of “{connection}”; that proves nothing, because this server does not file all that it sends.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>It looks new because the server renumbered or restored the folder.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>It may have been handled already: after the backup was made, or where this was moved from.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>It stands under Needs Attention meanwhile.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>It stopped answering</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>It stopped answering {count} times within an hour</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Mailflow starts it anew.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Mailflow worked on this message without coming to an end. It was broken off.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>No item came through</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Not answering</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Not in the Sent folder of “{connection}”, where the last {count} messages are: the server did not take it. It is sent again.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Not read completely: it needs too much memory.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Not read completely: reading ended early ({name}).</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Not read completely: reading took longer than {seconds} seconds.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Not read completely: the program is closing.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Not started</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Poll finished: no new messages</source>
<translation type="unfinished"></translation>
</message>
<message numerus="yes">
<source>Poll finished: {count} messages</source>
<translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
</message>
<message numerus="yes">
<source>Poll finished: {count} messages, {later} more at the next polls</source>
<translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
</message>
<message>
<source>Recipient refused: {names}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Sending is paused: {reached}. Nothing is lost; messages wait until you go on.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Something unexpected happened</source>
<translation>Etwas Unerwartetes ist geschehen</translation>
</message>
<message>
<source>Start it again, or restart Mailflow.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Started “{name}”</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Stopped</source>
<translation>Angehalten</translation>
</message>
<message>
<source>Stopped before it was sent. Mailflow goes on with it at the next start.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Stopped “{name}”</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Stopped: {output}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The Sent folder of “{connection}” could not be looked into: {title}.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The computer was asleep. Connecting again.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The connection broke in the instant of delivery. Look into the mailbox of {address}.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The connection broke in the instant of delivery. The message may have arrived; Mailflow does not send it again by itself.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The folder seems to have been restored or its message identifiers were changed.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The integration was changed meanwhile: it does not send the message any more that it had composed. Retry runs the steps anew; skip it to leave it unsent.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The mail server has not answered for more than {seconds} seconds</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The message is larger than the limit ({size} MB).</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The message is no longer on the server.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The message may have arrived. {reason}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The new settings are not used, it goes on with those before</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The other recipients have got the message.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The profile was restored from a backup.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The server did not hand over this message, several times. It is still there.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The server renumbered the folder.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The test may have arrived</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The test was not sent</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Tried for {days} days without success</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Waiting for your approval. The message is composed and is sent exactly as it is.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>no new messages</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>{circling} It was stopped here.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>{count} failed</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>{count} filtered out</source>
<translation>{count} ausgefiltert</translation>
</message>
<message numerus="yes">
<source>{count} hours</source>
<translation><numerusform>{count} Stunde</numerusform><numerusform>{count} Stunden</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} items</source>
<translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
</message>
<message numerus="yes">
<source>{count} messages failed</source>
<translation><numerusform>{count} Nachricht fehlgeschlagen</numerusform><numerusform>{count} Nachrichten fehlgeschlagen</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} messages filtered out</source>
<translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
</message>
<message numerus="yes">
<source>{count} messages in a day</source>
<translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
</message>
<message numerus="yes">
<source>{count} messages in an hour</source>
<translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
</message>
<message numerus="yes">
<source>{count} messages received</source>
<translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
</message>
<message numerus="yes">
<source>{count} messages sent</source>
<translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
</message>
<message numerus="yes">
<source>{count} messages to {one} in an hour</source>
<translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
</message>
<message numerus="yes">
<source>{count} messages were interrupted in the instant of delivery: see Needs Attention</source>
<translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
</message>
<message numerus="yes">
<source>{count} messages were recognised and are not processed again.</source>
<translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
</message>
<message numerus="yes">
<source>{count} minutes</source>
<translation><numerusform>{count} Minute</numerusform><numerusform>{count} Minuten</numerusform></translation>
</message>
<message numerus="yes">
<source>{count} older ones wait under Needs Attention.</source>
<translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
</message>
<message>
<source>{count} received</source>
<translation type="unfinished"></translation>
</message>
<message numerus="yes">
<source>{count} seconds</source>
<translation><numerusform>{count} Sekunde</numerusform><numerusform>{count} Sekunden</numerusform></translation>
</message>
<message>
<source>{count} sent</source>
<translation>{count} gesendet</translation>
</message>
<message>
<source>{reason} Trying again in {time}.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>{title}. Trying again in {time}.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“{connection}” has no Sent folder to look into.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“{name}” is not complete</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“{name}” still needs settings</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“{subject}” has been in work for more than {seconds} seconds</source>
<translation type="unfinished"></translation>
</message>
</context>
</TS>

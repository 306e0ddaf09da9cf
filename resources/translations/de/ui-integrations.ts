<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>ui-integrations</name>
<message>
<source>Close</source>
<translation>Schließen</translation>
</message>
<message>
<source>Enter one address.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Send Test</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Send This as a Test…</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Send this as a test</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Send to</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Sending…</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Sent to {address}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The email goes to this address only, whoever it names as its recipients. Nothing is marked or counted.</source>
<translation type="unfinished"></translation>
</message>
</context>
</TS>

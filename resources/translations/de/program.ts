<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>program</name>
<message>
<source>Credentials are found by its name.</source>
<translation>Zugangsdaten werden über ihren Namen gefunden.</translation>
</message>
<message>
<source>Deleted integration</source>
<translation>Gelöschte Integration</translation>
</message>
<message>
<source>Look at the integrations before you switch them on.</source>
<translation>Sehen Sie die Integrationen an, bevor Sie sie einschalten.</translation>
</message>
<message>
<source>Mailflow works with an earlier state</source>
<translation>Mailflow arbeitet mit einem früheren Stand</translation>
</message>
<message>
<source>Profile</source>
<translation>Profil</translation>
</message>
<message>
<source>Something unexpected happened in Mailflow</source>
<translation>In Mailflow ist etwas Unerwartetes geschehen</translation>
</message>
<message>
<source>The connection is not saved yet</source>
<translation>Die Verbindung ist noch nicht gespeichert</translation>
</message>
<message>
<source>“{name}” got no email</source>
<translation>„{name}“ hat keine E-Mail bekommen</translation>
</message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>ui-forms</name>
<message>
<source>No limit</source>
<translation>Keine Grenze</translation>
</message>
<message>
<source>Paste the certificate here (PEM), or drop a .pem, .crt or .cer file</source>
<translation>Zertifikat hier einfügen (PEM) oder eine .pem-, .crt- oder .cer-Datei hierher ziehen</translation>
</message>
</context>
</TS>

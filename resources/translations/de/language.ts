<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>language</name>
<message>
<source>0.5</source>
<translation>0,5</translation>
</message>
<message>
<source>1,000</source>
<translation>1.000</translation>
</message>
<message>
<source>Name of the language</source>
<translation>Deutsch</translation>
</message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>ui-widgets</name>
<message>
<source>Suggestions</source>
<translation>Vorschläge</translation>
</message>
<message>
<source>{message} (line {line}, column {column})</source>
<translation>{message} (Zeile {line}, Spalte {column})</translation>
</message>
</context>
</TS>

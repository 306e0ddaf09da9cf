<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>core</name>
<message>
<source>{field} is required.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>{field}: add at least one.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>{first} and {last}</source>
<translation type="unfinished"></translation>
</message>
</context>
</TS>

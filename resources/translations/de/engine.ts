<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>engine</name>
<message>
<source>The connection broke in the instant of delivery. Look into the mailbox of {address}.</source>
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
</context>
</TS>

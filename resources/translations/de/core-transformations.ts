<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>core-transformations</name>
<message>
<source>A mapping has at most {max_chain} transformations.</source>
<translation>Eine Zuordnung hat höchstens {max_chain} Umwandlungen.</translation>
</message>
<message>
<source>A number can't be divided by zero.</source>
<translation>Eine Zahl lässt sich nicht durch null teilen.</translation>
</message>
<message>
<source>Did you mean “{near}”?</source>
<translation>Meinten Sie „{near}“?</translation>
</message>
<message>
<source>It takes nothing.</source>
<translation>Es nimmt nichts.</translation>
</message>
<message>
<source>Known: {names}.</source>
<translation>Bekannt: {names}.</translation>
</message>
<message>
<source>The date would be outside the years 1 to 9999.</source>
<translation>Das Datum läge außerhalb der Jahre 1 bis 9999.</translation>
</message>
<message>
<source>The result is too large.</source>
<translation>Das Ergebnis ist zu groß.</translation>
</message>
<message>
<source>The result would be longer than {max_length} characters.</source>
<translation>Das Ergebnis wäre länger als {max_length} Zeichen.</translation>
</message>
<message>
<source>The text has more than {max_count} parts.</source>
<translation>Der Text hat mehr als {max_count} Teile.</translation>
</message>
<message>
<source>There is no transformation “{name}”.</source>
<translation>Es gibt keine Umwandlung „{name}“.</translation>
</message>
<message>
<source>Transformations are a list, for example [{Trim: {}}].</source>
<translation>Umwandlungen sind eine Liste, etwa [{Trim: {}}].</translation>
</message>
<message>
<source>Write a transformation as {Name: {parameter: value}}, for example {Trim: {}}.</source>
<translation>Schreiben Sie eine Umwandlung als {Name: {parameter: value}}, etwa {Trim: {}}.</translation>
</message>
<message>
<source>{label} is required.</source>
<translation>{label} ist erforderlich.</translation>
</message>
<message>
<source>{name} has no “{key}”. {known}</source>
<translation>{name} hat kein „{key}“. {known}</translation>
</message>
<message>
<source>“{match}” is not a part of a date. Use for example dd.MM.yyyy HH:mm.</source>
<translation>„{match}“ ist kein Teil eines Datums. Nehmen Sie etwa dd.MM.yyyy HH:mm.</translation>
</message>
<message>
<source>“{value}” is not a date.</source>
<translation>„{value}“ ist kein Datum.</translation>
</message>
<message>
<source>“{value}” is not a number.</source>
<translation>„{value}“ ist keine Zahl.</translation>
</message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>core-mime</name>
<message>
<source>A header field is longer than {field_bytes} bytes.</source>
<translation>Ein Kopffeld ist länger als {field_bytes} Byte.</translation>
</message>
<message>
<source>A part</source>
<translation>Ein Teil</translation>
</message>
<message>
<source>Not read completely: {excess}</source>
<translation>Nicht vollständig gelesen: {excess}</translation>
</message>
<message>
<source>Parts are nested more than {depth} deep.</source>
<translation>Teile sind mehr als {depth} tief geschachtelt.</translation>
</message>
<message>
<source>Recipient {number}, “{shown}”, {error}</source>
<translation>Empfänger {number}, „{shown}“, {error}</translation>
</message>
<message>
<source>The address “{address}” {error}</source>
<translation>Die Adresse „{address}“ {error}</translation>
</message>
<message>
<source>The body</source>
<translation>Der Inhalt</translation>
</message>
<message>
<source>The character set "{label}" is not known; guessed.</source>
<translation>Der Zeichensatz „{label}“ ist unbekannt; er wurde erraten.</translation>
</message>
<message>
<source>The header</source>
<translation>Der Kopf</translation>
</message>
<message>
<source>The header is longer than {header_bytes} bytes.</source>
<translation>Der Kopf ist länger als {header_bytes} Byte.</translation>
</message>
<message>
<source>The list of recipients is longer than {max_text} characters.</source>
<translation>Die Empfängerliste ist länger als {max_text} Zeichen.</translation>
</message>
<message>
<source>The structure could not be read ({error}).</source>
<translation>Der Aufbau war nicht lesbar ({error}).</translation>
</message>
<message>
<source>The text was cut after {body_chars} bytes.</source>
<translation>Der Text wurde nach {body_chars} Byte abgeschnitten.</translation>
</message>
<message>
<source>There are more than {fields} header fields.</source>
<translation>Es gibt mehr als {fields} Kopffelder.</translation>
</message>
<message>
<source>There are more than {parts} parts.</source>
<translation>Es gibt mehr als {parts} Teile.</translation>
</message>
<message>
<source>There are too many parts.</source>
<translation>Es gibt zu viele Teile.</translation>
</message>
<message>
<source>There are {entries} recipients; at most {limit} are possible.</source>
<translation>Es sind {entries} Empfänger; höchstens {limit} sind möglich.</translation>
</message>
<message>
<source>contains a control or invisible character.</source>
<translation>enthält ein Steuerzeichen oder unsichtbares Zeichen.</translation>
</message>
<message>
<source>contains a line break, tab or other control character.</source>
<translation>enthält Zeilenumbruch, Tabulator oder ein anderes Steuerzeichen.</translation>
</message>
<message>
<source>ends with a number; write an IP address in brackets: name@[192.0.2.1].</source>
<translation>endet mit einer Zahl; schreiben Sie eine IP-Adresse in Klammern: name@[192.0.2.1].</translation>
</message>
<message>
<source>has a bracket or quotation mark without its partner.</source>
<translation>hat eine Klammer oder ein Anführungszeichen ohne Gegenstück.</translation>
</message>
<message>
<source>has a character that is not allowed after the @ sign, in {label}.</source>
<translation>hat nach dem @ ein nicht erlaubtes Zeichen, in {label}.</translation>
</message>
<message>
<source>has a character that is not allowed after the @ sign.</source>
<translation>hat nach dem @ ein nicht erlaubtes Zeichen.</translation>
</message>
<message>
<source>has a character that is not allowed before the @ sign: {atom}</source>
<translation>hat vor dem @ ein nicht erlaubtes Zeichen: {atom}</translation>
</message>
<message>
<source>has a colon. Groups are not supported; list the addresses themselves.</source>
<translation>hat einen Doppelpunkt. Gruppen gehen nicht; nennen Sie die Adressen selbst.</translation>
</message>
<message>
<source>has a dot at the start, at the end or twice in a row after the @ sign.</source>
<translation>hat nach dem @ einen Punkt am Anfang, am Ende oder zweimal hintereinander.</translation>
</message>
<message>
<source>has a dot at the start, at the end or twice in a row before the @ sign.</source>
<translation>hat vor dem @ einen Punkt am Anfang, am Ende oder zweimal hintereinander.</translation>
</message>
<message>
<source>has a name that needs quotation marks: "Name" &lt;name@example.com&gt;.</source>
<translation>hat einen Namen, der Anführungszeichen braucht: "Name" &lt;name@example.com&gt;.</translation>
</message>
<message>
<source>has a part of more than {max_label} characters after the @ sign.</source>
<translation>hat nach dem @ einen Teil von mehr als {max_label} Zeichen.</translation>
</message>
<message>
<source>has brackets after the @ sign that do not hold an IP address.</source>
<translation>hat nach dem @ Klammern, in denen keine IP-Adresse steht.</translation>
</message>
<message>
<source>has more than one @ sign.</source>
<translation>hat mehr als ein @.</translation>
</message>
<message>
<source>has more than {max_domain} characters after the @ sign.</source>
<translation>hat nach dem @ mehr als {max_domain} Zeichen.</translation>
</message>
<message>
<source>has more than {max_local} characters before the @ sign.</source>
<translation>hat vor dem @ mehr als {max_local} Zeichen.</translation>
</message>
<message>
<source>has no @ sign.</source>
<translation>hat kein @.</translation>
</message>
<message>
<source>has nothing after the @ sign.</source>
<translation>hat nichts nach dem @.</translation>
</message>
<message>
<source>has nothing before the @ sign.</source>
<translation>hat nichts vor dem @.</translation>
</message>
<message>
<source>has parentheses. Write the name before the address: Name &lt;name@example.com&gt;.</source>
<translation>hat runde Klammern. Schreiben Sie den Namen vor die Adresse: Name &lt;name@example.com&gt;.</translation>
</message>
<message>
<source>has quotes that do not match before the @ sign.</source>
<translation>hat vor dem @ Anführungszeichen, die nicht zusammenpassen.</translation>
</message>
<message>
<source>has text after the closing bracket &gt;.</source>
<translation>hat Text nach der schließenden Klammer &gt;.</translation>
</message>
<message>
<source>holds more than one address. Put a comma between them.</source>
<translation>enthält mehr als eine Adresse. Setzen Sie ein Komma dazwischen.</translation>
</message>
<message>
<source>{name} could not be read ({error}).</source>
<translation>{name} war nicht lesbar ({error}).</translation>
</message>
<message>
<source>“{address}” needs a server that supports international addresses (SMTPUTF8).</source>
<translation>„{address}“ braucht einen Server, der internationale Adressen kann (SMTPUTF8).</translation>
</message>
</context>
</TS>

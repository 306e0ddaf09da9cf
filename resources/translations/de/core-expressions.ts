<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>core-expressions</name>
<message>
<source>${body.subject} is subject, ${body} is content, ${in.header.X-Name} is headers.X-Name.</source>
<translation>${body.subject} ist subject, ${body} ist content, ${in.header.X-Name} ist headers.X-Name.</translation>
</message>
<message>
<source>${name} for what a data mapper filled, ${steps.&lt;step&gt;.&lt;name&gt;}, ${message.&lt;field&gt;}</source>
<translation>${name} für das, was eine Datenzuordnung füllte, ${steps.&lt;step&gt;.&lt;name&gt;}, ${message.&lt;field&gt;}</translation>
</message>
<message>
<source>(empty)</source>
<translation>(leer)</translation>
</message>
<message>
<source>A blank field and one that is absent are the same. A list is compared item by item,</source>
<translation>Ein leeres und ein fehlendes Feld sind dasselbe. Eine Liste wird Eintrag für Eintrag verglichen,</translation>
</message>
<message>
<source>A comma stands only between the values of a function, or of a list after “in”.</source>
<translation>Ein Komma steht nur zwischen den Werten einer Funktion oder einer Liste nach „in“.</translation>
</message>
<message>
<source>A field can't stand inside a text. Write it without quotes, or \${ for these very characters.</source>
<translation>Ein Feld kann nicht in einem Text stehen. Schreiben Sie es ohne Anführungszeichen, oder \${ für genau diese Zeichen.</translation>
</message>
<message>
<source>A message for which a comparison has no answer (a text where a number is compared, a date that is none)</source>
<translation>Eine Nachricht, für die ein Vergleich keine Antwort hat (ein Text statt einer Zahl, ein Datum, das keines ist),</translation>
</message>
<message>
<source>A message has no “{written}”. Fields are read by their names, such as ${body.subject}.</source>
<translation>Eine Nachricht hat kein „{written}“. Felder werden mit ihren Namen gelesen, etwa ${body.subject}.</translation>
</message>
<message>
<source>After “{source}” comes an operator, such as contains, == or &gt;.</source>
<translation>Nach „{source}“ kommt ein Operator wie contains, == oder &gt;.</translation>
</message>
<message>
<source>After “{source}” comes what to compare with, {example}.</source>
<translation>Nach „{source}“ kommt, womit verglichen wird, {example}.</translation>
</message>
<message>
<source>An expression compares fields of the message and joins the comparisons. Examples:</source>
<translation>Ein Ausdruck vergleicht Felder der Nachricht und verbindet die Vergleiche. Beispiele:</translation>
</message>
<message>
<source>Dates</source>
<translation>Datumswerte</translation>
</message>
<message>
<source>Fields</source>
<translation>Felder</translation>
</message>
<message>
<source>Functions:</source>
<translation>Funktionen:</translation>
</message>
<message>
<source>How many characters a text, or items a list has.</source>
<translation>Wie viele Zeichen ein Text oder Einträge eine Liste hat.</translation>
</message>
<message>
<source>In a list stand texts and numbers, such as ("gold", "silver").</source>
<translation>In einer Liste stehen Texte und Zahlen, etwa ("gold", "silver").</translation>
</message>
<message>
<source>In “'” or “"”. Within them \' \" \\ stand for these characters, \n and \t for a line end and a tab.</source>
<translation>In ' oder ". Darin stehen \' \" \\ für diese Zeichen, \n und \t für Zeilenende und Tabulator.</translation>
</message>
<message>
<source>Joining</source>
<translation>Verbinden</translation>
</message>
<message>
<source>Lists of a message hold plain texts, so there is nothing to select. Compare the list itself.</source>
<translation>Listen einer Nachricht enthalten einfache Texte, da ist nichts auszuwählen. Vergleichen Sie die Liste selbst.</translation>
</message>
<message>
<source>No earlier step gives “{path}”.</source>
<translation>Kein früherer Schritt liefert „{path}“.</translation>
</message>
<message>
<source>Nothing</source>
<translation>Nichts</translation>
</message>
<message>
<source>Numbers</source>
<translation>Zahlen</translation>
</message>
<message>
<source>One value or the other.</source>
<translation>Der eine Wert oder der andere.</translation>
</message>
<message>
<source>Operators; “not” or “!” goes before a word and turns it round:</source>
<translation>Operatoren; „not“ oder „!“ vor einem Wort kehrt es um:</translation>
</message>
<message>
<source>Parentheses and functions stand more than {max_depth} deep inside each other.</source>
<translation>Klammern und Funktionen sind mehr als {max_depth} tief geschachtelt.</translation>
</message>
<message>
<source>Something is missing here: a condition, {example}.</source>
<translation>Hier fehlt etwas: eine Bedingung, {example}.</translation>
</message>
<message>
<source>Texts</source>
<translation>Texte</translation>
</message>
<message>
<source>The bare address in small letters.</source>
<translation>Die bloße Adresse in Kleinbuchstaben.</translation>
</message>
<message>
<source>The date is outside the years 1 to 9999.</source>
<translation>Das Datum liegt außerhalb der Jahre 1 bis 9999.</translation>
</message>
<message>
<source>The day of the week for you: 1 is Monday, 7 is Sunday.</source>
<translation>Der Wochentag bei Ihnen: 1 ist Montag, 7 ist Sonntag.</translation>
</message>
<message>
<source>The day on which Mailflow took the message.</source>
<translation>Der Tag, an dem Mailflow die Nachricht geholt hat.</translation>
</message>
<message>
<source>The day that many days before.</source>
<translation>Der Tag so viele Tage davor.</translation>
</message>
<message>
<source>The expression has more than {max_parts} parts. Use several filters.</source>
<translation>Der Ausdruck hat mehr als {max_parts} Teile. Nehmen Sie mehrere Filter.</translation>
</message>
<message>
<source>The expression is longer than {max_length} characters. Use several filters.</source>
<translation>Der Ausdruck ist länger als {max_length} Zeichen. Nehmen Sie mehrere Filter.</translation>
</message>
<message>
<source>The hour for you, 0 to 23.</source>
<translation>Die Stunde bei Ihnen, 0 bis 23.</translation>
</message>
<message>
<source>The same as value &lt; other.</source>
<translation>Dasselbe wie value &lt; other.</translation>
</message>
<message>
<source>The text in capitals.</source>
<translation>Der Text in Großbuchstaben.</translation>
</message>
<message>
<source>The text in small letters.</source>
<translation>Der Text in Kleinbuchstaben.</translation>
</message>
<message>
<source>The text without white space at its ends.</source>
<translation>Der Text ohne Leerraum an den Enden.</translation>
</message>
<message>
<source>There are no square brackets here. Use parentheses, or a name such as headers.X-Spam-Flag.</source>
<translation>Hier gibt es keine eckigen Klammern. Nehmen Sie runde oder einen Namen wie headers.X-Spam-Flag.</translation>
</message>
<message>
<source>There is no calculating here. Do it in a data mapper, and compare its result.</source>
<translation>Hier wird nicht gerechnet. Tun Sie es in einer Datenzuordnung und vergleichen Sie das Ergebnis.</translation>
</message>
<message>
<source>There is no field “{path}”. Write "{path}" for this text, or ${{path}} for a value that a data mapper fills.</source>
<translation>Es gibt kein Feld „{path}“. Schreiben Sie "{path}" für diesen Text oder ${{path}} für einen Wert, den eine Datenzuordnung füllt.</translation>
</message>
<message>
<source>There is no function “{name}”. Known: {functions}.</source>
<translation>Es gibt keine Funktion „{name}“. Bekannt: {functions}.</translation>
</message>
<message>
<source>There is no name between the braces. Write ${subject}.</source>
<translation>Zwischen den Klammern steht kein Name. Schreiben Sie ${subject}.</translation>
</message>
<message>
<source>This field has no end. Add } after its name.</source>
<translation>Dieses Feld hat kein Ende. Setzen Sie } nach seinen Namen.</translation>
</message>
<message>
<source>This is a value, not a condition. Compare a field with it, {example}.</source>
<translation>Das ist ein Wert, keine Bedingung. Vergleichen Sie ein Feld damit, {example}.</translation>
</message>
<message>
<source>This is too many days ago.</source>
<translation>Das ist zu viele Tage her.</translation>
</message>
<message>
<source>This message is too large for this expression. Use fewer comparisons of its text.</source>
<translation>Diese Nachricht ist zu groß für diesen Ausdruck. Vergleichen Sie ihren Text seltener.</translation>
</message>
<message>
<source>This text has no end. Add {source} after it.</source>
<translation>Dieser Text hat kein Ende. Setzen Sie {source} dahinter.</translation>
</message>
<message>
<source>This “(” is never closed. Add “)”.</source>
<translation>Diese „(“ wird nie geschlossen. Fügen Sie „)“ hinzu.</translation>
</message>
<message>
<source>This “)” has no “(” before it.</source>
<translation>Vor dieser „)“ steht keine „(“.</translation>
</message>
<message>
<source>This “}” closes nothing. Write a field as ${subject}.</source>
<translation>Diese „}“ schließt nichts. Schreiben Sie ein Feld als ${subject}.</translation>
</message>
<message>
<source>Use straight quotes: "offer".</source>
<translation>Nehmen Sie gerade Anführungszeichen: "Angebot".</translation>
</message>
<message>
<source>Values of steps</source>
<translation>Schrittwerte</translation>
</message>
<message>
<source>What stands after the @ of an address.</source>
<translation>Was nach dem @ einer Adresse steht.</translation>
</message>
<message>
<source>What stands in parentheses is a condition already. Write “and” or “or” after it.</source>
<translation>Was in Klammern steht, ist schon eine Bedingung. Schreiben Sie „and“ oder „or“ dahinter.</translation>
</message>
<message>
<source>Whether a field is absent or blank, or a list is empty.</source>
<translation>Ob ein Feld fehlt oder leer ist oder eine Liste leer.</translation>
</message>
<message>
<source>Write != for “not equals”.</source>
<translation>Schreiben Sie != für „ist ungleich“.</translation>
</message>
<message>
<source>Write &amp;&amp; or the word and.</source>
<translation>Schreiben Sie &amp;&amp; oder das Wort and.</translation>
</message>
<message>
<source>Write == for “equals”.</source>
<translation>Schreiben Sie == für „ist gleich“.</translation>
</message>
<message>
<source>Write == to compare.</source>
<translation>Schreiben Sie == zum Vergleichen.</translation>
</message>
<message>
<source>Write a comma between two values, and “)” after the last one.</source>
<translation>Schreiben Sie ein Komma zwischen zwei Werte und „)“ nach den letzten.</translation>
</message>
<message>
<source>Write a condition, {example}.</source>
<translation>Schreiben Sie eine Bedingung, {example}.</translation>
</message>
<message>
<source>Write a field as ${subject}, or just subject.</source>
<translation>Schreiben Sie ein Feld als ${subject} oder nur subject.</translation>
</message>
<message>
<source>Write a number here, such as 10000 or 2.5 MB.</source>
<translation>Schreiben Sie hier eine Zahl wie 10000 oder 2.5 MB.</translation>
</message>
<message>
<source>Write a text in quotes here, such as {example}.</source>
<translation>Schreiben Sie hier einen Text in Anführungszeichen wie {example}.</translation>
</message>
<message>
<source>Write contains, or matches with a pattern.</source>
<translation>Schreiben Sie contains, oder matches mit einem Muster.</translation>
</message>
<message>
<source>Write contains.</source>
<translation>Schreiben Sie contains.</translation>
</message>
<message>
<source>Write how many items here, such as 0.</source>
<translation>Schreiben Sie hier, wie viele Einträge, etwa 0.</translation>
</message>
<message>
<source>Write the field on the left and the text on the right.</source>
<translation>Schreiben Sie das Feld links und den Text rechts.</translation>
</message>
<message>
<source>Write {opposite} instead.</source>
<translation>Schreiben Sie stattdessen {opposite}.</translation>
</message>
<message>
<source>Write || or the word or.</source>
<translation>Schreiben Sie || oder das Wort or.</translation>
</message>
<message>
<source>Write ~~ for “contains (ignore case)”, or =~ for “equals (ignores case)”.</source>
<translation>Schreiben Sie ~~ für „enthält (Groß/klein egal)“ oder =~ für „ist gleich (Groß/klein egal)“.</translation>
</message>
<message>
<source>Write “)” after the last value of {form}, or a comma between two.</source>
<translation>Schreiben Sie „)“ nach den letzten Wert von {form} oder ein Komma zwischen zwei.</translation>
</message>
<message>
<source>Write “and” or “or” between two conditions.</source>
<translation>Schreiben Sie „and“ oder „or“ zwischen zwei Bedingungen.</translation>
</message>
<message>
<source>and with a number by how many items it has.</source>
<translation>und mit einer Zahl nach der Anzahl ihrer Einträge.</translation>
</message>
<message>
<source>and, or, not; also &amp;&amp;, ||, !. “and” binds closer than “or”; parentheses say it otherwise.</source>
<translation>and, or, not; auch &amp;&amp;, ||, !. „and“ bindet enger als „or“; Klammern sagen es anders.</translation>
</message>
<message>
<source>both hold</source>
<translation>beide treffen zu</translation>
</message>
<message>
<source>false</source>
<translation>falsch</translation>
</message>
<message>
<source>for example subject contains "offer"</source>
<translation>etwa subject contains "Angebot"</translation>
</message>
<message>
<source>is held in Needs Attention: it goes neither on nor away.</source>
<translation>bleibt unter „Zu klären“: Sie geht weder weiter noch verloren.</translation>
</message>
<message>
<source>not {label}</source>
<translation>nicht: {label}</translation>
</message>
<message>
<source>null, as in: cc == null</source>
<translation>null, wie in: cc == null</translation>
</message>
<message>
<source>one of them holds</source>
<translation>eine davon trifft zu</translation>
</message>
<message>
<source>the condition is {text}</source>
<translation>die Bedingung ist {text}</translation>
</message>
<message>
<source>the opposite holds</source>
<translation>das Gegenteil trifft zu</translation>
</message>
<message>
<source>true</source>
<translation>wahr</translation>
</message>
<message>
<source>{error} The pattern must describe the whole value.</source>
<translation>{error} Das Muster muss den ganzen Wert beschreiben.</translation>
</message>
<message>
<source>{message} (line {line}, column {column})</source>
<translation>{message} (Zeile {line}, Spalte {column})</translation>
</message>
<message>
<source>{node} has no answer: {error}</source>
<translation>{node} hat keine Antwort: {error}</translation>
</message>
<message>
<source>{node} is {holds}</source>
<translation>{node} ist {holds}</translation>
</message>
<message>
<source>{told}; and {rest} more</source>
<translation>{told}; und {rest} weitere</translation>
</message>
<message>
<source>“is” asks for a kind of Java object, which a message has not. Compare with ==, or use isEmpty(…).</source>
<translation>„is“ fragt nach einer Art von Java-Objekt, die eine Nachricht nicht hat. Vergleichen Sie mit == oder nehmen Sie isEmpty(…).</translation>
</message>
<message>
<source>“null” goes with == and != only.</source>
<translation>„null“ geht nur mit == und !=.</translation>
</message>
<message>
<source>“true” and “false” are neither more nor less than anything.</source>
<translation>„true“ und „false“ sind weder größer noch kleiner als etwas.</translation>
</message>
<message>
<source>“{shown}” can't stand here. Put a text in quotes.</source>
<translation>„{shown}“ kann hier nicht stehen. Setzen Sie einen Text in Anführungszeichen.</translation>
</message>
<message>
<source>“{shown}” is neither a number nor a date. Write 10000, 2.5 MB or 2026-11-24, or put a text in quotes.</source>
<translation>„{shown}“ ist weder Zahl noch Datum. Schreiben Sie 10000, 2.5 MB oder 2026-11-24, oder einen Text in Anführungszeichen.</translation>
</message>
<message>
<source>“{source}” can't stand here. Write a field or a text in quotes, {example}.</source>
<translation>„{source}“ kann hier nicht stehen. Schreiben Sie ein Feld oder einen Text in Anführungszeichen, {example}.</translation>
</message>
<message>
<source>“{source}” is a value, not a condition. Compare it with something, {example}.</source>
<translation>„{source}“ ist ein Wert, keine Bedingung. Vergleichen Sie ihn mit etwas, {example}.</translation>
</message>
<message>
<source>“{source}” is no day of the calendar. Write a date such as 2026-11-24.</source>
<translation>„{source}“ ist kein Tag des Kalenders. Schreiben Sie ein Datum wie 2026-11-24.</translation>
</message>
<message>
<source>“{source}” is not complete. Write {source} {rest}.</source>
<translation>„{source}“ ist nicht vollständig. Schreiben Sie {source} {rest}.</translation>
</message>
<message>
<source>“{text}” is not a number.</source>
<translation>„{text}“ ist keine Zahl.</translation>
</message>
<message>
<source>“{values}” is not a number of days.</source>
<translation>„{values}“ ist keine Zahl von Tagen.</translation>
</message>
<message>
<source>“{value}” is not a date.</source>
<translation>„{value}“ ist kein Datum.</translation>
</message>
<message>
<source>“{written}” can't be read here. Fields are read by their names, such as ${body.subject}.</source>
<translation>„{written}“ lässt sich hier nicht lesen. Felder werden mit ihren Namen gelesen, etwa ${body.subject}.</translation>
</message>
</context>
</TS>

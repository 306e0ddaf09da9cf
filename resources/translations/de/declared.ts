<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>declared</name>
<message>
<source>$subject and ${subject} only</source>
<translation>Nur $subject und ${subject}</translation>
</message>
<message>
<source>${subject} only</source>
<translation>Nur ${subject}</translation>
</message>
<message>
<source>%s is the value, or the next of several; $subject a source.</source>
<translation>%s ist der Wert oder der nächste von mehreren; $subject eine Quelle.</translation>
</message>
<message>
<source>*.pdf, *.csv</source>
<translation>*.pdf, *.csv</translation>
</message>
<message>
<source>/home/…</source>
<translation>/home/…</translation>
</message>
<message>
<source>09:00</source>
<translation>09:00</translation>
</message>
<message>
<source>A New Email</source>
<translation>Eine neue E-Mail</translation>
</message>
<message>
<source>A condition. A message that does not meet it ends here, as a success.</source>
<translation>Eine Bedingung. Eine Nachricht, die sie nicht erfüllt, endet hier als Erfolg.</translation>
</message>
<message>
<source>A connection that is lost, and back</source>
<translation>Eine Verbindung, die abbricht, und wiederkommt</translation>
</message>
<message>
<source>A date so many days later.</source>
<translation>Ein Datum so viele Tage später.</translation>
</message>
<message>
<source>A folder of this computer. It must exist.</source>
<translation>Ein Ordner dieses Computers. Es muss ihn geben.</translation>
</message>
<message>
<source>A larger message is not downloaded; it is shown under Needs Attention.</source>
<translation>Eine größere Nachricht wird nicht geladen; sie steht unter Zu klären.</translation>
</message>
<message>
<source>A message that failed</source>
<translation>Eine fehlgeschlagene Nachricht</translation>
</message>
<message>
<source>A moment so many seconds later.</source>
<translation>Ein Zeitpunkt so viele Sekunden später.</translation>
</message>
<message>
<source>A space: any white space.</source>
<translation>Ein Leerzeichen: jeder Leerraum.</translation>
</message>
<message>
<source>A “&lt;” in a value shows as “&lt;”</source>
<translation>Ein „&lt;“ in einem Wert erscheint als „&lt;“</translation>
</message>
<message>
<source>ALL of the following</source>
<translation>ALLE folgenden</translation>
</message>
<message>
<source>ANY of the following</source>
<translation>EINE der folgenden</translation>
</message>
<message>
<source>Absolute Value</source>
<translation>Betrag</translation>
</message>
<message>
<source>Accent color</source>
<translation>Akzentfarbe</translation>
</message>
<message>
<source>Add</source>
<translation>Hinzufügen</translation>
</message>
<message>
<source>Add Days</source>
<translation>Tage addieren</translation>
</message>
<message>
<source>Add Seconds</source>
<translation>Sekunden addieren</translation>
</message>
<message>
<source>Adds characters at the beginning.</source>
<translation>Setzt Zeichen an den Anfang.</translation>
</message>
<message>
<source>Adds characters at the end.</source>
<translation>Setzt Zeichen ans Ende.</translation>
</message>
<message>
<source>Advanced Filter</source>
<translation>Erweiterter Filter</translation>
</message>
<message>
<source>After Success</source>
<translation>Nach Erfolg</translation>
</message>
<message>
<source>Aggregate</source>
<translation>Zusammenfassen</translation>
</message>
<message>
<source>Also saves pictures that are shown within the text.</source>
<translation>Speichert auch Bilder, die im Text stehen.</translation>
</message>
<message>
<source>An Answer</source>
<translation>Eine Antwort</translation>
</message>
<message>
<source>An answer or a forwarded message takes its subject from the received one, unless you fill it.</source>
<translation>Eine Antwort oder Weiterleitung nimmt den Betreff der empfangenen Nachricht, außer Sie füllen ihn aus.</translation>
</message>
<message>
<source>An expression compares fields of the message and joins the comparisons. Examples:

  subject contains "offer" and (size &gt; 10000 or attachments &gt; 0)
  domain(from) == "example.org" and not (subject starts with "Re:")
  lower(subject) contains "invoice" and attachments ends with ".pdf"
  address(from) in ("ann@example.org", "bob@example.org") or headers.X-Priority == 1
  date &gt;= daysAgo(7) and weekday(date) &lt; 6 and size &lt; 2.5 MB
  ${body.subject} regex '(?i).*order [0-9]+.*' &amp;&amp; ${in.header.X-Spam-Flag} != 'YES'

Fields          subject, from, to, cc, bcc, content, html, date, messageId, replyTo, inReplyTo, references, attachments, folder, uid, size, headers.&lt;Name&gt;
                A blank field and one that is absent are the same. A list is compared item by item,
                and with a number by how many items it has.
Values of steps ${name} for what a data mapper filled, ${steps.&lt;step&gt;.&lt;name&gt;}, ${message.&lt;field&gt;}
Texts           In “'” or “"”. Within them \' \" \\ stand for these characters, \n and \t for a line end and a tab.
Numbers         10000, -2.5, 10 kB, 2.5 MB
Dates           2026-11-24, 2026-11-24T14:30, 2026-11-24T14:30+01:00
Nothing         null, as in: cc == null
Joining         and, or, not; also &amp;&amp;, ||, !. “and” binds closer than “or”; parentheses say it otherwise.
Fuse Online     ${body.subject} is subject, ${body} is content, ${in.header.X-Name} is headers.X-Name.

Operators; “not” or “!” goes before a word and turns it round:
  contains                    contains
  ~~                          contains (ignore case)
  ==                          equals
  =~                          equals (ignores case)
  &gt;                           greater than
  &gt;=                          greater than or equal to
  in                          in
  &lt;                           less than
  &lt;=                          less than or equal to
  regex, matches              matches
  !=                          not equals
  starts with, startswith     starts with
  ends with, endswith         ends with
  range                       in the range

Functions:
  isEmpty(value)                      Whether a field is absent or blank, or a list is empty.
  lower(text)                         The text in small letters.
  upper(text)                         The text in capitals.
  trim(text)                          The text without white space at its ends.
  length(value)                       How many characters a text, or items a list has.
  address(from)                       The bare address in small letters.
  domain(from)                        What stands after the @ of an address.
  today()                             The day on which Mailflow took the message.
  daysAgo(days)                       The day that many days before.
  weekday(date)                       The day of the week for you: 1 is Monday, 7 is Sunday.
  hour(date)                          The hour for you, 0 to 23.
  if(condition, value, otherwise)     One value or the other.
  lt(value, other)                    The same as value &lt; other.

A message for which a comparison has no answer (a text where a number is compared, a date that is none)
is held in Needs Attention: it goes neither on nor away.</source>
<translation>Ein Ausdruck vergleicht Felder der Nachricht und verknüpft die Vergleiche. Beispiele:

  subject contains "offer" and (size &gt; 10000 or attachments &gt; 0)
  domain(from) == "example.org" and not (subject starts with "Re:")
  lower(subject) contains "invoice" and attachments ends with ".pdf"
  address(from) in ("ann@example.org", "bob@example.org") or headers.X-Priority == 1
  date &gt;= daysAgo(7) and weekday(date) &lt; 6 and size &lt; 2.5 MB
  ${body.subject} regex '(?i).*order [0-9]+.*' &amp;&amp; ${in.header.X-Spam-Flag} != 'YES'

Felder          subject, from, to, cc, bcc, content, html, date, messageId, replyTo, inReplyTo, references, attachments, folder, uid, size, headers.&lt;Name&gt;
                Ein leeres Feld und eines, das fehlt, sind dasselbe. Eine Liste wird Eintrag für Eintrag verglichen,
                und mit einer Zahl danach, wie viele Einträge sie hat.
Schrittwerte    ${name} für das, was eine Datenzuordnung füllte, ${steps.&lt;Schritt&gt;.&lt;Name&gt;}, ${message.&lt;Feld&gt;}
Texte           In “'” oder “"”. Darin stehen \' \" \\ für diese Zeichen, \n und \t für Zeilenende und Tabulator.
Zahlen          10000, -2.5, 10 kB, 2.5 MB
Datumswerte     2026-11-24, 2026-11-24T14:30, 2026-11-24T14:30+01:00
Nichts          null, wie in: cc == null
Verknüpfen      and, or, not; auch &amp;&amp;, ||, !. „and“ bindet enger als „or“; Klammern sagen es anders.
Fuse Online     ${body.subject} ist subject, ${body} ist content, ${in.header.X-Name} ist headers.X-Name.

Operatoren; „not“ oder „!“ vor einem Wort kehrt es um:
  contains                    enthält
  ~~                          enthält (Groß/klein egal)
  ==                          ist gleich
  =~                          ist gleich (Groß/klein egal)
  &gt;                           größer als
  &gt;=                          größer oder gleich
  in                          ist eines von
  &lt;                           kleiner als
  &lt;=                          kleiner oder gleich
  regex, matches              entspricht dem Muster
  !=                          ist ungleich
  starts with, startswith     beginnt mit
  ends with, endswith         endet mit
  range                       liegt im Bereich

Funktionen:
  isEmpty(value)                      Ob ein Feld fehlt oder leer ist oder eine Liste leer.
  lower(text)                         Der Text in Kleinbuchstaben.
  upper(text)                         Der Text in Großbuchstaben.
  trim(text)                          Der Text ohne Leerraum an den Enden.
  length(value)                       Wie viele Zeichen ein Text oder Einträge eine Liste hat.
  address(from)                       Die bloße Adresse in Kleinbuchstaben.
  domain(from)                        Was nach dem @ einer Adresse steht.
  today()                             Der Tag, an dem Mailflow die Nachricht geholt hat.
  daysAgo(days)                       Der Tag so viele Tage davor.
  weekday(date)                       Der Wochentag bei Ihnen: 1 ist Montag, 7 ist Sonntag.
  hour(date)                          Die Stunde bei Ihnen, 0 bis 23.
  if(condition, value, otherwise)     Der eine Wert oder der andere.
  lt(value, other)                    Dasselbe wie value &lt; other.

Eine Nachricht, für die ein Vergleich keine Antwort hat (ein Text statt einer Zahl, ein Datum, das keines ist),
wird unter Zu klären aufgehoben: Sie geht weder weiter noch verloren.</translation>
</message>
<message>
<source>An integration that stopped</source>
<translation>Eine Integration, die angehalten hat</translation>
</message>
<message>
<source>Answer People Only</source>
<translation>Nur Menschen antworten</translation>
</message>
<message>
<source>Answer every new request</source>
<translation>Jede neue Anfrage beantworten</translation>
</message>
<message>
<source>Append</source>
<translation>Anhängen</translation>
</message>
<message>
<source>As HTML, even if it does not look like it.</source>
<translation>Als HTML, auch wenn es nicht so aussieht.</translation>
</message>
<message>
<source>As if a person had written it.</source>
<translation>Als hätte ein Mensch sie geschrieben.</translation>
</message>
<message>
<source>Ask Before Sending</source>
<translation>Vor dem Senden fragen</translation>
</message>
<message>
<source>Ask Me at Each Start</source>
<translation>Bei jedem Start fragen</translation>
</message>
<message>
<source>Ask its administrator to allow it, or use another proxy.</source>
<translation>Bitten Sie seinen Administrator, sie zu erlauben, oder nehmen Sie einen anderen Proxy.</translation>
</message>
<message>
<source>Ask the administrator for the new fingerprint.</source>
<translation>Fragen Sie den Administrator nach dem neuen Fingerabdruck.</translation>
</message>
<message>
<source>Ask the administrator to enable TLS 1.2 or later.</source>
<translation>Lassen Sie den Administrator TLS 1.2 oder neuer einschalten.</translation>
</message>
<message>
<source>Ask the proxy's administrator to allow user name and password.</source>
<translation>Bitten Sie den Administrator des Proxys, Benutzername und Passwort zu erlauben.</translation>
</message>
<message>
<source>Attachment</source>
<translation>Anhang</translation>
</message>
<message>
<source>Attachments</source>
<translation>Anhänge</translation>
</message>
<message>
<source>Automatic</source>
<translation>Automatisch</translation>
</message>
<message>
<source>Automatic Answer</source>
<translation>Automatische Antwort</translation>
</message>
<message>
<source>Automatic Mark</source>
<translation>Automatische Kennzeichnung</translation>
</message>
<message>
<source>Automatic backup</source>
<translation>Automatische Sicherung</translation>
</message>
<message>
<source>Average</source>
<translation>Mittelwert</translation>
</message>
<message>
<source>Basic Filter</source>
<translation>Einfacher Filter</translation>
</message>
<message>
<source>Below 0: earlier.</source>
<translation>Unter 0: früher.</translation>
</message>
<message>
<source>Blank Line</source>
<translation>Leerzeile</translation>
</message>
<message>
<source>Blank: the text is removed.</source>
<translation>Leer: Der Text wird entfernt.</translation>
</message>
<message>
<source>Browse Folders…</source>
<translation>Ordner durchsuchen…</translation>
</message>
<message>
<source>Camelize</source>
<translation>Binnengroßschreibung</translation>
</message>
<message>
<source>Capitalize</source>
<translation>Anfang groß</translation>
</message>
<message>
<source>Ceiling</source>
<translation>Aufrunden</translation>
</message>
<message>
<source>Certificate belongs to another name</source>
<translation>Das Zertifikat gehört zu einem anderen Namen</translation>
</message>
<message>
<source>Certificate expired on {date}</source>
<translation>Das Zertifikat ist am {date} abgelaufen</translation>
</message>
<message>
<source>Certificate is valid only from {date}</source>
<translation>Das Zertifikat gilt erst ab {date}</translation>
</message>
<message>
<source>Certificate issuer is not known</source>
<translation>Der Aussteller des Zertifikats ist unbekannt</translation>
</message>
<message>
<source>Certificate not trusted</source>
<translation>Dem Zertifikat wird nicht vertraut</translation>
</message>
<message>
<source>Character to add</source>
<translation>Zeichen</translation>
</message>
<message>
<source>Check both under Settings, Network.</source>
<translation>Prüfen Sie beides unter Einstellungen, Netzwerk.</translation>
</message>
<message>
<source>Check both; many servers want the full address as User Name.</source>
<translation>Prüfen Sie beides; viele Server wollen die volle Adresse als Benutzernamen.</translation>
</message>
<message>
<source>Check host name and port.</source>
<translation>Prüfen Sie Servername und Port.</translation>
</message>
<message>
<source>Check host name and port. A server of your own network may have to stand under “No proxy for”.</source>
<translation>Prüfen Sie Servername und Port. Ein Server Ihres eigenen Netzes muss vielleicht unter „Kein Proxy für“ stehen.</translation>
</message>
<message>
<source>Check its kind and port under Settings, Network.</source>
<translation>Prüfen Sie seine Art und seinen Port unter Einstellungen, Netzwerk.</translation>
</message>
<message>
<source>Check that the mail server runs[, or use the usual port for this method: {usual}].</source>
<translation>Prüfen Sie, ob der Mailserver läuft[, oder nehmen Sie den üblichen Port für diese Methode: {usual}].</translation>
</message>
<message>
<source>Check that the proxy runs, and its host and port under Settings, Network.</source>
<translation>Prüfen Sie, ob der Proxy läuft, und seinen Servernamen und Port unter Einstellungen, Netzwerk.</translation>
</message>
<message>
<source>Check the clock of this computer: it shows {now}.</source>
<translation>Prüfen Sie die Uhr dieses Computers: Sie zeigt {now}.</translation>
</message>
<message>
<source>Check the name[ ({suggestion}?)]. For an internal server connect to the VPN.</source>
<translation>Prüfen Sie den Namen[ ({suggestion}?)]. Für einen internen Server das VPN verbinden.</translation>
</message>
<message>
<source>Check the network or the VPN, then try again.</source>
<translation>Prüfen Sie Netzwerk oder VPN und versuchen Sie es erneut.</translation>
</message>
<message>
<source>Check the port; some providers and networks block 25.</source>
<translation>Prüfen Sie den Port; manche Anbieter und Netze sperren 25.</translation>
</message>
<message>
<source>Choose SSL/TLS.</source>
<translation>Wählen Sie SSL/TLS.</translation>
</message>
<message>
<source>Choose StartTLS or SSL/TLS first</source>
<translation>Wählen Sie zuerst StartTLS oder SSL/TLS</translation>
</message>
<message>
<source>Choose StartTLS or SSL/TLS.</source>
<translation>Wählen Sie StartTLS oder SSL/TLS.</translation>
</message>
<message>
<source>Choose one from the list.</source>
<translation>Wählen Sie einen aus der Liste.</translation>
</message>
<message>
<source>Choose the other kind or another port under Settings, Network.</source>
<translation>Wählen Sie unter Einstellungen, Netzwerk die andere Art oder einen anderen Port.</translation>
</message>
<message>
<source>Comfortable</source>
<translation>Bequem</translation>
</message>
<message>
<source>Comma</source>
<translation>Komma</translation>
</message>
<message>
<source>Compact</source>
<translation>Kompakt</translation>
</message>
<message>
<source>Compare the fingerprint with the one from your administrator, then trust it.</source>
<translation>Vergleichen Sie den Fingerabdruck mit dem Ihres Administrators und vertrauen Sie ihm dann.</translation>
</message>
<message>
<source>Compare…</source>
<translation>Vergleichen…</translation>
</message>
<message>
<source>Concatenate</source>
<translation>Verketten</translation>
</message>
<message>
<source>Conditional Flows</source>
<translation>Bedingte Abläufe</translation>
</message>
<message>
<source>Connect to a network or VPN, then try again.</source>
<translation>Verbinden Sie sich mit einem Netzwerk oder VPN und versuchen Sie es erneut.</translation>
</message>
<message>
<source>Connecting</source>
<translation>Verbindungsaufbau</translation>
</message>
<message>
<source>Constants</source>
<translation>Festwerte</translation>
</message>
<message>
<source>Consumed Data</source>
<translation>Empfangene Daten</translation>
</message>
<message>
<source>Contains</source>
<translation>Enthält</translation>
</message>
<message>
<source>Continue only if an expression holds</source>
<translation>Nur weiter, wenn ein Ausdruck zutrifft</translation>
</message>
<message>
<source>Continue only if incoming data match</source>
<translation>Nur weiter, wenn die Daten passen</translation>
</message>
<message>
<source>Continue only if simple criteria are met</source>
<translation>Nur weiter, wenn einfache Kriterien erfüllt sind</translation>
</message>
<message>
<source>Convert Area Unit</source>
<translation>Flächenmaß umrechnen</translation>
</message>
<message>
<source>Convert Distance Unit</source>
<translation>Längenmaß umrechnen</translation>
</message>
<message>
<source>Convert Mass Unit</source>
<translation>Gewicht umrechnen</translation>
</message>
<message>
<source>Convert Volume Unit</source>
<translation>Raummaß umrechnen</translation>
</message>
<message>
<source>Converts a number from one unit to another.</source>
<translation>Rechnet eine Zahl von einer Einheit in eine andere um.</translation>
</message>
<message>
<source>Copy Details</source>
<translation>Details kopieren</translation>
</message>
<message>
<source>Copy To</source>
<translation>Kopieren nach</translation>
</message>
<message>
<source>Copy everything from BEGIN CERTIFICATE to END CERTIFICATE.</source>
<translation>Kopieren Sie alles von BEGIN CERTIFICATE bis END CERTIFICATE.</translation>
</message>
<message>
<source>Copy the details for your administrator.</source>
<translation>Kopieren Sie die Details für Ihren Administrator.</translation>
</message>
<message>
<source>Count</source>
<translation>Anzahl</translation>
</message>
<message>
<source>Counted from 0.</source>
<translation>Ab 0 gezählt.</translation>
</message>
<message>
<source>Create an app password in your account and paste it here.</source>
<translation>Erstellen Sie in Ihrem Konto ein App-Passwort und fügen Sie es hier ein.</translation>
</message>
<message>
<source>Create the Folder</source>
<translation>Ordner anlegen</translation>
</message>
<message>
<source>Cubic Foot</source>
<translation>Kubikfuß</translation>
</message>
<message>
<source>Cubic Meter</source>
<translation>Kubikmeter</translation>
</message>
<message>
<source>Custom Text</source>
<translation>Eigener Text</translation>
</message>
<message>
<source>Dark</source>
<translation>Dunkel</translation>
</message>
<message>
<source>Data Mapper</source>
<translation>Datenzuordnung</translation>
</message>
<message>
<source>Dates</source>
<translation>Datumswerte</translation>
</message>
<message>
<source>Day of Week</source>
<translation>Wochentag</translation>
</message>
<message>
<source>Day of Year</source>
<translation>Tag im Jahr</translation>
</message>
<message>
<source>Days</source>
<translation>Tage</translation>
</message>
<message>
<source>Default if empty</source>
<translation>Ersatz, wenn leer</translation>
</message>
<message>
<source>Delay</source>
<translation>Abstand</translation>
</message>
<message>
<source>Delete on the server</source>
<translation>Auf dem Server löschen</translation>
</message>
<message>
<source>Deliver into Folder</source>
<translation>In Ordner ablegen</translation>
</message>
<message>
<source>Density</source>
<translation>Dichte</translation>
</message>
<message>
<source>Deutsch</source>
<translation>Deutsch</translation>
</message>
<message>
<source>Divide</source>
<translation>Dividieren</translation>
</message>
<message>
<source>Each address or name of a field that holds several.</source>
<translation>Jede Adresse oder jeder Name eines Felds mit mehreren.</translation>
</message>
<message>
<source>Each attachment by itself; a text file's content is the Email text.</source>
<translation>Jeder Anhang für sich; der Inhalt einer Textdatei ist der E-Mail-Text.</translation>
</message>
<message>
<source>Each entry; the names in an entry become fields.</source>
<translation>Jeder Eintrag; die Namen darin werden Felder.</translation>
</message>
<message>
<source>Each line that is not blank.</source>
<translation>Jede Zeile, die nicht leer ist.</translation>
</message>
<message>
<source>Each mapping fills one or several fields of the next step.</source>
<translation>Jede Zuordnung füllt ein oder mehrere Felder des nächsten Schritts.</translation>
</message>
<message>
<source>Each mapping is a row. The value goes through its transformations in their order.

  - {from: [subject], to: subject, transformations: [{Trim: {}}, {Prepend: {string: "Re: "}}]}
  - {from: [subject, from], to: text, combine: {delimiter: " - "}}
  - {from: [content], to: [first, rest], split: {delimiter: ","}}
  - {constant: sales@example.org, to: cc, when: 'subject contains "order"'}

“when” is a rule, {path: subject, op: contains, value: order}, or an expression (see: mailflow steps advanced-filter).
Several sources are joined with the delimiter, unless a transformation makes one value of them.

Text
  Append                Puts a text at the end.
                          string: Text to put at the end (default '')
  Camelize              Joins the words: “new order” becomes newOrder.
  Capitalize            Writes the first letter large.
  Contains              True if the text contains another one; of several values, if one of them is equal to it.
                          value: Text to look for (required)
  CopyTo                Fills one of several targets, by its number.
                          index: Number of the target. Counted from 0. (default 0)
  DefaultIfEmpty        Takes another text if there is none.
                          value: Text to use instead (default '')
  EndsWith              True if the text ends with another one.
                          string: Text to look for (required)
  Equals                True if the text is exactly this one.
                          value: Text to compare with (default '')
  FileExtension         What stands after the last dot: pdf of offer.pdf.
  Format                Puts the values into a text.
                          template: Text with places. %s is the value, or the next of several; $subject a source. (required)
  IndexOf               Where another text begins first, counted from 0; -1 if nowhere.
                          string: Text to look for (required)
  IsNull                True if there is no value.
  LastIndexOf           Where another text begins last, counted from 0; -1 if nowhere.
                          string: Text to look for (required)
  Length                How many characters the text has, or items the list; -1 without a value.
  Lowercase             Writes every letter small.
  Normalize             Removes white space at the ends and makes one space of each run within.
  PadStringLeft         Adds characters at the beginning.
                          padCharacter: Character to add (default ' ')
                          padCount: How many (default 0)
  PadStringRight        Adds characters at the end.
                          padCharacter: Character to add (default ' ')
                          padCount: How many (default 0)
  Prepend               Puts a text in front.
                          string: Text to put in front (default '')
  Repeat                Writes the text several times.
                          count: How many times (default 1)
  ReplaceAll            Replaces a text wherever it stands.
                          match: Text to look for. This very text; it is not a pattern. (required)
                          newString: Text to put there. Blank: the text is removed. (default '')
  ReplaceFirst          Replaces a text where it stands first.
                          match: Text to look for. This very text; it is not a pattern. (required)
                          newString: Text to put there. Blank: the text is removed. (default '')
  SeparateByDash        Writes a dash for white space, colon, underscore, plus and equals sign.
  SeparateByUnderscore  Writes an underscore for white space, colon, dash, plus and equals sign.
  Split                 Takes the text apart; with several targets each gets one part.
                          delimiter: Text between the parts. A space: any white space. (default ' ')
  StartsWith            True if the text begins with another one.
                          string: Text to look for (required)
  Substring             Takes a piece of the text.
                          startIndex: First character. Counted from 0. (default 0)
                          endIndex: Up to character. This one is left out. -1: up to the end. (default -1)
  SubstringAfter        Takes what stands after a text; all if that is not there.
                          startIndex: First character. Counted from 0. (default 0)
                          endIndex: Up to character. This one is left out. -1: up to the end. (default -1)
                          match: Text to look for. This very text; it is not a pattern. (required)
  SubstringBefore       Takes what stands before a text; all if that is not there.
                          startIndex: First character. Counted from 0. (default 0)
                          endIndex: Up to character. This one is left out. -1: up to the end. (default -1)
                          match: Text to look for. This very text; it is not a pattern. (required)
  Trim                  Removes white space at both ends.
  TrimLeft              Removes white space at the beginning.
  TrimRight             Removes white space at the end.
  Uppercase             Writes every letter large.

Numbers
  AbsoluteValue         The number without its sign.
  Ceiling               The next whole number above.
  ConvertAreaUnit       Converts a number from one unit to another.
                          fromUnit: From (default 'Square Meter')
                          toUnit: To (default 'Square Meter')
  ConvertDistanceUnit   Converts a number from one unit to another.
                          fromUnit: From (default 'Meter (m)')
                          toUnit: To (default 'Meter (m)')
  ConvertMassUnit       Converts a number from one unit to another.
                          fromUnit: From (default 'Kilogram (kg)')
                          toUnit: To (default 'Kilogram (kg)')
  ConvertVolumeUnit     Converts a number from one unit to another.
                          fromUnit: From (default 'Cubic Meter')
                          toUnit: To (default 'Cubic Meter')
  Floor                 The next whole number below.
  Round                 The nearest whole number; halves go up.

Dates
  AddDays               A date so many days later.
                          days: Days. Below 0: earlier. (default 0)
  AddSeconds            A moment so many seconds later.
                          seconds: Seconds. Below 0: earlier. (default 0)
  DayOfWeek             The day of the week as a number: 1 is Monday.
  DayOfYear             The day of the year as a number, from 1.
  FormatDate            Writes a date as you want it.
                          format: How to write it. Such as dd.MM.yyyy, EEEE d MMMM yyyy or HH:mm. A text stands in single quotes. (default 'yyyy-MM-dd HH:mm')

Several values
  Add                   The sum of the values.
  Average               The mean of the values.
  Concatenate           Joins the values into one text; blank ones are left out.
                          delimiter: Text between the values (default ' ')
  Count                 How many values there are; blank ones do not count.
  Divide                The first value divided by each of the others.
  ItemAt                One of the values, by its number.
                          index: Number of the item. Counted from 0. (default 0)
  Maximum               The largest value.
  Minimum               The smallest value.
  Multiply              The product of the values.
  Subtract              The first value less each of the others.</source>
<translation>Jede Zuordnung ist eine Zeile. Der Wert durchläuft ihre Umwandlungen der Reihe nach.

  - {from: [subject], to: subject, transformations: [{Trim: {}}, {Prepend: {string: "Re: "}}]}
  - {from: [subject, from], to: text, combine: {delimiter: " - "}}
  - {from: [content], to: [first, rest], split: {delimiter: ","}}
  - {constant: sales@example.org, to: cc, when: 'subject contains "order"'}

„when“ ist eine Regel, {path: subject, op: contains, value: order}, oder ein Ausdruck (siehe: mailflow steps advanced-filter).
Mehrere Quellen werden mit dem Trennzeichen verbunden, außer eine Umwandlung macht einen Wert daraus.

Text
  Append                Setzt einen Text ans Ende.
                          string: Text für das Ende (Vorgabe '')
  Camelize              Zieht die Wörter zusammen: aus „new order“ wird newOrder.
  Capitalize            Schreibt den ersten Buchstaben groß.
  Contains              Wahr, wenn der Text einen anderen enthält; bei mehreren Werten, wenn einer ihm gleicht.
                          value: Gesuchter Text (erforderlich)
  CopyTo                Füllt eines von mehreren Zielen nach seiner Nummer.
                          index: Nummer des Ziels. Ab 0 gezählt. (Vorgabe 0)
  DefaultIfEmpty        Nimmt einen anderen Text, wenn es keinen gibt.
                          value: Ersatztext (Vorgabe '')
  EndsWith              Wahr, wenn der Text mit einem anderen endet.
                          string: Gesuchter Text (erforderlich)
  Equals                Wahr, wenn der Text genau dieser ist.
                          value: Vergleichstext (Vorgabe '')
  FileExtension         Was nach dem letzten Punkt steht: pdf bei angebot.pdf.
  Format                Setzt die Werte in einen Text ein.
                          template: Text mit Platzhaltern. %s ist der Wert oder der nächste von mehreren; $subject eine Quelle. (erforderlich)
  IndexOf               Wo ein anderer Text zuerst beginnt, ab 0 gezählt; -1, wenn nirgends.
                          string: Gesuchter Text (erforderlich)
  IsNull                Wahr, wenn es keinen Wert gibt.
  LastIndexOf           Wo ein anderer Text zuletzt beginnt, ab 0 gezählt; -1, wenn nirgends.
                          string: Gesuchter Text (erforderlich)
  Length                Wie viele Zeichen der Text oder Einträge die Liste hat; -1 ohne Wert.
  Lowercase             Schreibt jeden Buchstaben klein.
  Normalize             Entfernt Leerraum an den Enden und macht aus jeder Folge im Innern ein Leerzeichen.
  PadStringLeft         Setzt Zeichen an den Anfang.
                          padCharacter: Zeichen (Vorgabe ' ')
                          padCount: Wie viele (Vorgabe 0)
  PadStringRight        Setzt Zeichen ans Ende.
                          padCharacter: Zeichen (Vorgabe ' ')
                          padCount: Wie viele (Vorgabe 0)
  Prepend               Setzt einen Text davor.
                          string: Text für den Anfang (Vorgabe '')
  Repeat                Schreibt den Text mehrmals.
                          count: Wie oft (Vorgabe 1)
  ReplaceAll            Ersetzt einen Text überall.
                          match: Gesuchter Text. Genau dieser Text; er ist kein Muster. (erforderlich)
                          newString: Neuer Text. Leer: Der Text wird entfernt. (Vorgabe '')
  ReplaceFirst          Ersetzt einen Text an seiner ersten Stelle.
                          match: Gesuchter Text. Genau dieser Text; er ist kein Muster. (erforderlich)
                          newString: Neuer Text. Leer: Der Text wird entfernt. (Vorgabe '')
  SeparateByDash        Schreibt einen Bindestrich für Leerraum, Doppelpunkt, Unterstrich, Plus- und Gleichheitszeichen.
  SeparateByUnderscore  Schreibt einen Unterstrich für Leerraum, Doppelpunkt, Bindestrich, Plus- und Gleichheitszeichen.
  Split                 Zerlegt den Text; bei mehreren Zielen bekommt jedes einen Teil.
                          delimiter: Text zwischen den Teilen. Ein Leerzeichen: jeder Leerraum. (Vorgabe ' ')
  StartsWith            Wahr, wenn der Text mit einem anderen beginnt.
                          string: Gesuchter Text (erforderlich)
  Substring             Nimmt ein Stück des Texts.
                          startIndex: Erstes Zeichen. Ab 0 gezählt. (Vorgabe 0)
                          endIndex: Bis Zeichen. Dieses zählt nicht mehr dazu. -1: bis zum Ende. (Vorgabe -1)
  SubstringAfter        Nimmt, was nach einem Text steht; alles, wenn er fehlt.
                          startIndex: Erstes Zeichen. Ab 0 gezählt. (Vorgabe 0)
                          endIndex: Bis Zeichen. Dieses zählt nicht mehr dazu. -1: bis zum Ende. (Vorgabe -1)
                          match: Gesuchter Text. Genau dieser Text; er ist kein Muster. (erforderlich)
  SubstringBefore       Nimmt, was vor einem Text steht; alles, wenn er fehlt.
                          startIndex: Erstes Zeichen. Ab 0 gezählt. (Vorgabe 0)
                          endIndex: Bis Zeichen. Dieses zählt nicht mehr dazu. -1: bis zum Ende. (Vorgabe -1)
                          match: Gesuchter Text. Genau dieser Text; er ist kein Muster. (erforderlich)
  Trim                  Entfernt Leerraum an beiden Enden.
  TrimLeft              Entfernt Leerraum am Anfang.
  TrimRight             Entfernt Leerraum am Ende.
  Uppercase             Schreibt jeden Buchstaben groß.

Zahlen
  AbsoluteValue         Die Zahl ohne ihr Vorzeichen.
  Ceiling               Die nächste ganze Zahl darüber.
  ConvertAreaUnit       Rechnet eine Zahl von einer Einheit in eine andere um.
                          fromUnit: Von (Vorgabe 'Square Meter')
                          toUnit: An (Vorgabe 'Square Meter')
  ConvertDistanceUnit   Rechnet eine Zahl von einer Einheit in eine andere um.
                          fromUnit: Von (Vorgabe 'Meter (m)')
                          toUnit: An (Vorgabe 'Meter (m)')
  ConvertMassUnit       Rechnet eine Zahl von einer Einheit in eine andere um.
                          fromUnit: Von (Vorgabe 'Kilogram (kg)')
                          toUnit: An (Vorgabe 'Kilogram (kg)')
  ConvertVolumeUnit     Rechnet eine Zahl von einer Einheit in eine andere um.
                          fromUnit: Von (Vorgabe 'Cubic Meter')
                          toUnit: An (Vorgabe 'Cubic Meter')
  Floor                 Die nächste ganze Zahl darunter.
  Round                 Die nächste ganze Zahl; halbe werden aufgerundet.

Datumswerte
  AddDays               Ein Datum so viele Tage später.
                          days: Tage. Unter 0: früher. (Vorgabe 0)
  AddSeconds            Ein Zeitpunkt so viele Sekunden später.
                          seconds: Sekunden. Unter 0: früher. (Vorgabe 0)
  DayOfWeek             Der Wochentag als Zahl: 1 ist Montag.
  DayOfYear             Der Tag im Jahr als Zahl, ab 1.
  FormatDate            Schreibt ein Datum, wie Sie es wollen.
                          format: Schreibweise. Etwa dd.MM.yyyy, EEEE d MMMM yyyy oder HH:mm. Ein Text steht in einfachen Anführungszeichen. (Vorgabe 'yyyy-MM-dd HH:mm')

Mehrere Werte
  Add                   Die Summe der Werte.
  Average               Das Mittel der Werte.
  Concatenate           Verbindet die Werte zu einem Text; leere fallen weg.
                          delimiter: Text zwischen den Werten (Vorgabe ' ')
  Count                 Wie viele Werte es gibt; leere zählen nicht.
  Divide                Der erste Wert, geteilt durch jeden der anderen.
  ItemAt                Einer der Werte nach seiner Nummer.
                          index: Nummer des Eintrags. Ab 0 gezählt. (Vorgabe 0)
  Maximum               Der größte Wert.
  Minimum               Der kleinste Wert.
  Multiply              Das Produkt der Werte.
  Subtract              Der erste Wert, vermindert um jeden der anderen.</translation>
</message>
<message>
<source>Each message is composed and waits under Needs Attention until you send or skip it.</source>
<translation>Jede Nachricht wird fertig geschrieben und wartet unter Zu klären, bis Sie sie senden oder überspringen.</translation>
</message>
<message>
<source>Each rule is a row, such as {path: subject, op: contains, value: offer}.

Paths: subject, from, to, cc, bcc, content, html, date, messageId, replyTo, inReplyTo, references, attachments, folder, uid, size, headers.&lt;Name&gt;, message.&lt;field&gt;, steps.&lt;step&gt;.&lt;name&gt;.
A list is compared item by item, and by &gt; and &lt; with a number by how many items it has.

Operators:
  contains      contains
  ~~            contains (ignore case)
  ==            equals
  =~            equals (ignores case)
  &gt;             greater than
  &gt;=            greater than or equal to
  in            in
  &lt;             less than
  &lt;=            less than or equal to
  regex         matches
  not contains  not contains
  !=            not equals
  not in        not in
  not regex     not matches</source>
<translation>Jede Regel ist eine Zeile, etwa {path: subject, op: contains, value: offer}.

Pfade: subject, from, to, cc, bcc, content, html, date, messageId, replyTo, inReplyTo, references, attachments, folder, uid, size, headers.&lt;Name&gt;, message.&lt;field&gt;, steps.&lt;step&gt;.&lt;name&gt;.
Eine Liste wird Eintrag für Eintrag verglichen, mit &gt; und &lt; und einer Zahl danach, wie viele Einträge sie hat.

Operatoren:
  contains      enthält
  ~~            enthält (Groß/klein egal)
  ==            ist gleich
  =~            ist gleich (Groß/klein egal)
  &gt;             größer als
  &gt;=            größer oder gleich
  in            ist eines von
  &lt;             kleiner als
  &lt;=            kleiner oder gleich
  regex         entspricht dem Muster
  not contains  enthält nicht
  !=            ist ungleich
  not in        ist keines von
  not regex     entspricht nicht dem Muster</translation>
</message>
<message>
<source>Each rule names a field, an operator and keywords.</source>
<translation>Jede Regel nennt ein Feld, einen Operator und Stichworte.</translation>
</message>
<message>
<source>Edit Email from</source>
<translation>„E-Mail von“ bearbeiten</translation>
</message>
<message>
<source>Edit Host Name</source>
<translation>Servername bearbeiten</translation>
</message>
<message>
<source>Edit Password</source>
<translation>Passwort bearbeiten</translation>
</message>
<message>
<source>Edit Recipients</source>
<translation>Empfänger bearbeiten</translation>
</message>
<message>
<source>Email HTML</source>
<translation>E-Mail-HTML</translation>
</message>
<message>
<source>Email Host Name</source>
<translation>Servername</translation>
</message>
<message>
<source>Email Server Port Number</source>
<translation>Port des Servers</translation>
</message>
<message>
<source>Email bcc</source>
<translation>E-Mail Bcc</translation>
</message>
<message>
<source>Email cc</source>
<translation>E-Mail Cc</translation>
</message>
<message>
<source>Email from</source>
<translation>E-Mail von</translation>
</message>
<message>
<source>Email message</source>
<translation>E-Mail-Nachricht</translation>
</message>
<message>
<source>Email subject</source>
<translation>E-Mail-Betreff</translation>
</message>
<message>
<source>Email text</source>
<translation>E-Mail-Text</translation>
</message>
<message>
<source>Email to</source>
<translation>E-Mail an</translation>
</message>
<message>
<source>Encrypted from the first byte. Recommended.</source>
<translation>Vom ersten Byte an verschlüsselt. Empfohlen.</translation>
</message>
<message>
<source>Ends With</source>
<translation>Endet mit</translation>
</message>
<message>
<source>English</source>
<translation>English</translation>
</message>
<message>
<source>Enter Password</source>
<translation>Passwort eingeben</translation>
</message>
<message>
<source>Enter User Name</source>
<translation>Benutzername eingeben</translation>
</message>
<message>
<source>Enter User Name and Password, or use the right server.</source>
<translation>Geben Sie Benutzername und Passwort ein oder nehmen Sie den richtigen Server.</translation>
</message>
<message>
<source>Enter it again under Settings, Network.</source>
<translation>Geben Sie es unter Einstellungen, Netzwerk neu ein.</translation>
</message>
<message>
<source>Enter it again.</source>
<translation>Geben Sie es erneut ein.</translation>
</message>
<message>
<source>Enter the account that may use this server.</source>
<translation>Geben Sie das Konto ein, das diesen Server nutzen darf.</translation>
</message>
<message>
<source>Enter them under Settings, Network.</source>
<translation>Geben Sie beides unter Einstellungen, Netzwerk ein.</translation>
</message>
<message>
<source>Entry of a JSON Array</source>
<translation>Eintrag einer JSON-Liste</translation>
</message>
<message>
<source>Equals</source>
<translation>Gleich</translation>
</message>
<message>
<source>Exactly as written, even if it contains HTML.</source>
<translation>Genau wie geschrieben, auch wenn es HTML enthält.</translation>
</message>
<message>
<source>Expected By</source>
<translation>Erwartet bis</translation>
</message>
<message>
<source>Expected email that did not come</source>
<translation>Erwartete E-Mail, die nicht kam</translation>
</message>
<message>
<source>Expression</source>
<translation>Ausdruck</translation>
</message>
<message>
<source>Fetch from Server</source>
<translation>Vom Server holen</translation>
</message>
<message>
<source>Fetch the current one and compare it.</source>
<translation>Holen Sie das aktuelle und vergleichen Sie es.</translation>
</message>
<message>
<source>Field</source>
<translation>Feld</translation>
</message>
<message>
<source>File Extension</source>
<translation>Dateiendung</translation>
</message>
<message>
<source>Files</source>
<translation>Dateien</translation>
</message>
<message>
<source>Fills one of several targets, by its number.</source>
<translation>Füllt eines von mehreren Zielen nach seiner Nummer.</translation>
</message>
<message>
<source>First character</source>
<translation>Erstes Zeichen</translation>
</message>
<message>
<source>Floor</source>
<translation>Abrunden</translation>
</message>
<message>
<source>Folder</source>
<translation>Ordner</translation>
</message>
<message>
<source>Folder “{folder}” does not exist</source>
<translation>Den Ordner „{folder}“ gibt es nicht</translation>
</message>
<message>
<source>Foot (ft)</source>
<translation>Fuß (ft)</translation>
</message>
<message>
<source>For an answer to the received message.</source>
<translation>Für eine Antwort auf die empfangene Nachricht.</translation>
</message>
<message>
<source>Format</source>
<translation>Format</translation>
</message>
<message>
<source>Format Date</source>
<translation>Datum formatieren</translation>
</message>
<message>
<source>Forward invoices</source>
<translation>Rechnungen weiterleiten</translation>
</message>
<message>
<source>Forwarded as Attachment</source>
<translation>Weitergeleitet als Anhang</translation>
</message>
<message>
<source>Forwarded in the Text</source>
<translation>Weitergeleitet im Text</translation>
</message>
<message>
<source>Freemarker</source>
<translation>Freemarker</translation>
</message>
<message>
<source>From</source>
<translation>Von</translation>
</message>
<message>
<source>Gallon (US Fluid)</source>
<translation>Gallone (US, flüssig)</translation>
</message>
<message>
<source>Goes to the sender of the received message, unless Email to is filled.</source>
<translation>Geht an den Absender der empfangenen Nachricht, außer „E-Mail an“ ist ausgefüllt.</translation>
</message>
<message>
<source>HTML</source>
<translation>HTML</translation>
</message>
<message>
<source>HTML when the text contains HTML, otherwise plain text.</source>
<translation>HTML, wenn der Text HTML enthält, sonst reiner Text.</translation>
</message>
<message>
<source>HTTP</source>
<translation>HTTP</translation>
</message>
<message>
<source>Host Name</source>
<translation>Servername</translation>
</message>
<message>
<source>How many</source>
<translation>Wie viele</translation>
</message>
<message>
<source>How many characters the text has, or items the list; -1 without a value.</source>
<translation>Wie viele Zeichen der Text oder Einträge die Liste hat; -1 ohne Wert.</translation>
</message>
<message>
<source>How many of the newest messages are taken.</source>
<translation>Wie viele der neuesten Nachrichten genommen werden.</translation>
</message>
<message>
<source>How many times</source>
<translation>Wie oft</translation>
</message>
<message>
<source>How many values there are; blank ones do not count.</source>
<translation>Wie viele Werte es gibt; leere zählen nicht.</translation>
</message>
<message>
<source>How the text is marked.</source>
<translation>Wie der Text ausgezeichnet ist.</translation>
</message>
<message>
<source>How to write it</source>
<translation>Schreibweise</translation>
</message>
<message>
<source>Imap keeps email on the server in folders. Pop3 gives access to the inbox only.</source>
<translation>Imap hält E-Mails auf dem Server in Ordnern. Pop3 erreicht nur den Posteingang.</translation>
</message>
<message>
<source>In place of rules: a condition in the language of Advanced Filter.</source>
<translation>Statt Regeln: eine Bedingung in der Sprache des Erweiterten Filters.</translation>
</message>
<message>
<source>In-Reply-To</source>
<translation>In-Reply-To</translation>
</message>
<message>
<source>Inbox</source>
<translation>Posteingang</translation>
</message>
<message>
<source>Inch (in)</source>
<translation>Zoll (in)</translation>
</message>
<message>
<source>Index Of</source>
<translation>Position</translation>
</message>
<message>
<source>Input Values</source>
<translation>Eingabewerte</translation>
</message>
<message>
<source>Insert values into a text that you write</source>
<translation>Werte in einen eigenen Text einsetzen</translation>
</message>
<message>
<source>Install one (for example GNOME Keyring or KWallet), or use an encrypted file with a master password.</source>
<translation>Installieren Sie einen (etwa GNOME Keyring oder KWallet) oder nehmen Sie eine verschlüsselte Datei mit Hauptpasswort.</translation>
</message>
<message>
<source>Is Null</source>
<translation>Ist leer</translation>
</message>
<message>
<source>It answered, then hung up. Often too many sign-ins in a short time.</source>
<translation>Er hat geantwortet und dann aufgelegt. Oft waren es zu viele Anmeldungen in kurzer Zeit.</translation>
</message>
<message>
<source>It asked to come back later. Your settings may be right.</source>
<translation>Er bat, später wiederzukommen. Ihre Angaben können richtig sein.</translation>
</message>
<message>
<source>It cannot switch to encryption here, so Mailflow stopped before signing in.</source>
<translation>Er kann hier nicht verschlüsseln, daher hat Mailflow vor der Anmeldung abgebrochen.</translation>
</message>
<message>
<source>It hung up before there was a way to {host}. It may be of another kind, or too busy.</source>
<translation>Er hat aufgelegt, bevor es einen Weg zu {host} gab. Vielleicht ist er von anderer Art oder überlastet.</translation>
</message>
<message>
<source>It lets nobody through without a user name and password of its own.</source>
<translation>Er lässt niemanden ohne einen eigenen Benutzernamen und ein Passwort durch.</translation>
</message>
<message>
<source>It offers only {version}, which is no longer safe.</source>
<translation>Er bietet nur {version}, das nicht mehr sicher ist.</translation>
</message>
<message>
<source>It refuses passwords on an open connection. Yours was not sent.</source>
<translation>Er lehnt Passwörter auf einer offenen Verbindung ab. Ihres wurde nicht gesendet.</translation>
</message>
<message>
<source>It took the connection, then said nothing for {seconds} seconds. It is too busy, of another kind, or waits for {host} itself.</source>
<translation>Er hat die Verbindung angenommen und dann {seconds} Sekunden geschwiegen. Er ist überlastet, von anderer Art oder wartet selbst auf {host}.</translation>
</message>
<message>
<source>It was removed from the keyring, or belongs to another user account.</source>
<translation>Es wurde aus dem Schlüsselbund entfernt oder gehört zu einem anderen Benutzerkonto.</translation>
</message>
<message>
<source>It was removed from where Mailflow keeps passwords, or was never entered on this computer.</source>
<translation>Es wurde dort gelöscht, wo Mailflow Passwörter aufbewahrt, oder auf diesem Computer nie eingegeben.</translation>
</message>
<message>
<source>Item At</source>
<translation>Eintrag an Stelle</translation>
</message>
<message>
<source>Items</source>
<translation>Einträge</translation>
</message>
<message>
<source>Join With</source>
<translation>Verbinden mit</translation>
</message>
<message>
<source>Join items after a split</source>
<translation>Einträge nach dem Aufteilen verbinden</translation>
</message>
<message>
<source>Joined items</source>
<translation>Verbundene Einträge</translation>
</message>
<message>
<source>Joined text</source>
<translation>Verbundener Text</translation>
</message>
<message>
<source>Joins the values into one text; blank ones are left out.</source>
<translation>Verbindet die Werte zu einem Text; leere fallen weg.</translation>
</message>
<message>
<source>Joins the words: “new order” becomes newOrder.</source>
<translation>Zieht die Wörter zusammen: aus „new order“ wird newOrder.</translation>
</message>
<message>
<source>Keep Running</source>
<translation>Weiterlaufen</translation>
</message>
<message>
<source>Keep a record</source>
<translation>Ein Verzeichnis führen</translation>
</message>
<message>
<source>Kilogram (kg)</source>
<translation>Kilogramm (kg)</translation>
</message>
<message>
<source>Language</source>
<translation>Sprache</translation>
</message>
<message>
<source>Largest Message</source>
<translation>Größte Nachricht</translation>
</message>
<message>
<source>Largest number of messages that one poll can return. If there are more, the oldest come first and the rest at the next poll.</source>
<translation>Höchstzahl der Nachrichten einer Abfrage. Sind es mehr, kommen die ältesten zuerst und der Rest bei der nächsten Abfrage.</translation>
</message>
<message>
<source>Last Index Of</source>
<translation>Letzte Position</translation>
</message>
<message>
<source>Lead: {{subject}}</source>
<translation>Anfrage: {{subject}}</translation>
</message>
<message>
<source>Leave Folder blank, or use an IMAP connection.</source>
<translation>Lassen Sie Ordner leer oder nehmen Sie eine IMAP-Verbindung.</translation>
</message>
<message>
<source>Leave as it is</source>
<translation>Lassen, wie sie ist</translation>
</message>
<message>
<source>Leave blank to obtain email from the inbox.</source>
<translation>Leer lassen, um E-Mails aus dem Posteingang zu holen.</translation>
</message>
<message>
<source>Leave both empty only if the server does not ask for a sign-in.</source>
<translation>Nur beide leer lassen, wenn der Server keine Anmeldung verlangt.</translation>
</message>
<message>
<source>Leave it, start with new email</source>
<translation>Liegen lassen, mit neuen E-Mails anfangen</translation>
</message>
<message>
<source>Length</source>
<translation>Länge</translation>
</message>
<message>
<source>Light</source>
<translation>Hell</translation>
</message>
<message>
<source>Line of Text</source>
<translation>Textzeile</translation>
</message>
<message>
<source>Liter</source>
<translation>Liter</translation>
</message>
<message>
<source>Log</source>
<translation>Protokoll</translation>
</message>
<message>
<source>Lowercase</source>
<translation>Kleinbuchstaben</translation>
</message>
<message>
<source>Mail of programs, mailing lists and delivery reports gets no answer (RFC 3834), so that no loop begins.</source>
<translation>Programme, Mailinglisten und Zustellberichte bekommen keine Antwort (RFC 3834), damit keine Schleife entsteht.</translation>
</message>
<message>
<source>Mailflow</source>
<translation>Mailflow</translation>
</message>
<message>
<source>Mailflow cannot sign in through the browser yet. Ask the administrator to allow passwords, or use an account of another provider.</source>
<translation>Mailflow kann sich noch nicht über den Browser anmelden. Bitten Sie den Administrator, Passwörter zuzulassen, oder verwenden Sie ein Konto bei einem anderen Anbieter.</translation>
</message>
<message>
<source>Mailflow keeps passwords in the system keyring and cannot read it now.</source>
<translation>Mailflow verwahrt Passwörter im Schlüsselbund des Systems und kann ihn jetzt nicht lesen.</translation>
</message>
<message>
<source>Mailflow reaches no server while “Work offline” is on.</source>
<translation>Mailflow erreicht keinen Server, solange „Offline arbeiten“ eingeschaltet ist.</translation>
</message>
<message>
<source>Mailflow remembers what it has taken. Every poll matters only while Unseen Only is off.</source>
<translation>Mailflow merkt sich, was es geholt hat. „Bei jeder Abfrage“ wirkt nur, solange „Nur ungelesene“ aus ist.</translation>
</message>
<message>
<source>Mailflow signs in to a proxy with user name and password[; this one asks for {ways}].</source>
<translation>Mailflow meldet sich bei einem Proxy mit Benutzername und Passwort an[; dieser verlangt {ways}].</translation>
</message>
<message>
<source>Map fields from the input to the next step</source>
<translation>Felder der Eingabe dem nächsten Schritt zuordnen</translation>
</message>
<message>
<source>Mappings</source>
<translation>Zuordnungen</translation>
</message>
<message>
<source>Mark as Read</source>
<translation>Als gelesen markieren</translation>
</message>
<message>
<source>Mark as read</source>
<translation>Als gelesen markieren</translation>
</message>
<message>
<source>Mark as read and copy to a folder</source>
<translation>Als gelesen markieren und in einen Ordner kopieren</translation>
</message>
<message>
<source>Maximum</source>
<translation>Höchstwert</translation>
</message>
<message>
<source>Maximum Emails</source>
<translation>Höchstzahl E-Mails</translation>
</message>
<message>
<source>Message Body</source>
<translation>Nachrichtentext</translation>
</message>
<message>
<source>Message Context</source>
<translation>Nachrichtenkontext</translation>
</message>
<message>
<source>Message-ID</source>
<translation>Message-ID</translation>
</message>
<message>
<source>Messages per Day</source>
<translation>Nachrichten pro Tag</translation>
</message>
<message>
<source>Messages per Hour</source>
<translation>Nachrichten pro Stunde</translation>
</message>
<message>
<source>Meter (m)</source>
<translation>Meter (m)</translation>
</message>
<message>
<source>Mile (mi)</source>
<translation>Meile (mi)</translation>
</message>
<message>
<source>Minimum</source>
<translation>Kleinster Wert</translation>
</message>
<message>
<source>Move to a folder</source>
<translation>In einen Ordner verschieben</translation>
</message>
<message>
<source>Multiply</source>
<translation>Multiplizieren</translation>
</message>
<message>
<source>Mustache</source>
<translation>Mustache</translation>
</message>
<message>
<source>Mustache
  {{name}}                  a value; made safe when the text is HTML
  {{{name}}} or {{&amp;name}}   a value as it is
  {{#name}} … {{/name}}     only if there is a value; for a list, once for each item, which is {{.}}
  {{^name}} … {{/name}}     only if there is none
  {{! … }}                  a comment
  {{=&lt;% %&gt;=}}               other delimiters from here on
Partials ({{&gt;name}}) are not read.

Velocity
  $name, ${name}, $!name    a value
  ## …, #* … *#             a comment
  \$                        a dollar sign before a letter

FreeMarker
  ${name}                   a value
  &lt;#-- … --&gt;                a comment

A name is a field of the message, a name that a data mapper filled, message.&lt;field&gt;, or steps.&lt;step&gt;.&lt;name&gt;. A value
that is not there is left blank. What a value holds is never read as a template. Loops, conditions and calls of Velocity
and FreeMarker are refused: Mustache has sections for that.</source>
<translation>Mustache
  {{name}}                  ein Wert; gesichert, wenn der Text HTML ist
  {{{name}}} oder {{&amp;name}} ein Wert, wie er ist
  {{#name}} … {{/name}}     nur, wenn es einen Wert gibt; bei einer Liste einmal je Eintrag, der {{.}} ist
  {{^name}} … {{/name}}     nur, wenn es keinen gibt
  {{! … }}                  ein Kommentar
  {{=&lt;% %&gt;=}}               von hier an andere Begrenzer
Teilvorlagen ({{&gt;name}}) werden nicht gelesen.

Velocity
  $name, ${name}, $!name    ein Wert
  ## …, #* … *#             ein Kommentar
  \$                        ein Dollarzeichen vor einem Buchstaben

FreeMarker
  ${name}                   ein Wert
  &lt;#-- … --&gt;                ein Kommentar

Ein Name ist ein Feld der Nachricht, ein Name, den eine Datenzuordnung füllte, message.&lt;Feld&gt; oder
steps.&lt;Schritt&gt;.&lt;Name&gt;. Ein fehlender Wert bleibt leer. Was ein Wert enthält, wird nie als Vorlage gelesen. Schleifen,
Bedingungen und Aufrufe von Velocity und FreeMarker werden abgelehnt: Mustache hat dafür Abschnitte.</translation>
</message>
<message>
<source>Name</source>
<translation>Name</translation>
</message>
<message>
<source>Names of fixed texts, for the window. Mappings hold the texts themselves.</source>
<translation>Namen fester Texte, für das Fenster. Die Texte selbst stehen in den Zuordnungen.</translation>
</message>
<message>
<source>Needed only for a server on an internal network that uses its own certificate.</source>
<translation>Nur für einen Server im internen Netz nötig, der ein eigenes Zertifikat verwendet.</translation>
</message>
<message>
<source>New Line</source>
<translation>Neue Zeile</translation>
</message>
<message>
<source>No Proxy</source>
<translation>Kein Proxy</translation>
</message>
<message>
<source>No answer within {seconds} seconds. Usually a wrong port or a firewall that drops connections silently.</source>
<translation>Keine Antwort in {seconds} Sekunden. Meist ein falscher Port oder eine Firewall, die Verbindungen still verwirft.</translation>
</message>
<message>
<source>No keyring on this system</source>
<translation>Kein Schlüsselbund auf diesem System</translation>
</message>
<message>
<source>No limit (−1)</source>
<translation>Keine Grenze (−1)</translation>
</message>
<message>
<source>No mail server answers on port {port}</source>
<translation>Auf Port {port} antwortet kein Mailserver</translation>
</message>
<message>
<source>No name server gave an answer, so it is not known where this server is.</source>
<translation>Kein Nameserver hat geantwortet, daher ist unbekannt, wo dieser Server ist.</translation>
</message>
<message>
<source>No proxy for</source>
<translation>Kein Proxy für</translation>
</message>
<message>
<source>No server has this name. It may be misspelled, or known only inside your company network.</source>
<translation>Kein Server heißt so. Der Name ist vielleicht verschrieben oder nur im Firmennetz bekannt.</translation>
</message>
<message>
<source>None</source>
<translation>Keine</translation>
</message>
<message>
<source>Normalize</source>
<translation>Leerraum bereinigen</translation>
</message>
<message>
<source>Not encrypted: everybody on the way can read along.</source>
<translation>Unverschlüsselt: Jeder auf dem Weg kann mitlesen.</translation>
</message>
<message>
<source>Nothing</source>
<translation>Nichts</translation>
</message>
<message>
<source>Number of items</source>
<translation>Anzahl der Einträge</translation>
</message>
<message>
<source>Number of the item</source>
<translation>Nummer des Eintrags</translation>
</message>
<message>
<source>Number of the target</source>
<translation>Nummer des Ziels</translation>
</message>
<message>
<source>Number on the server</source>
<translation>Nummer auf dem Server</translation>
</message>
<message>
<source>Numbers</source>
<translation>Zahlen</translation>
</message>
<message>
<source>Obtain email from an imap or pop3 server.</source>
<translation>E-Mails von einem imap- oder pop3-Server holen.</translation>
</message>
<message>
<source>Obtain messages from the email account that this connection is authorized to access.</source>
<translation>Nachrichten aus dem E-Mail-Konto holen, auf das diese Verbindung zugreifen darf.</translation>
</message>
<message>
<source>Obtain only messages that are marked as unread on the email server.</source>
<translation>Nur Nachrichten holen, die auf dem Server als ungelesen markiert sind.</translation>
</message>
<message>
<source>One of the values, by its number.</source>
<translation>Einer der Werte nach seiner Nummer.</translation>
</message>
<message>
<source>Only Files Named</source>
<translation>Nur Dateien mit Namen</translation>
</message>
<message>
<source>Only continue if</source>
<translation>Nur weiter, wenn</translation>
</message>
<message>
<source>Open Account Page</source>
<translation>Kontoseite öffnen</translation>
</message>
<message>
<source>Open File…</source>
<translation>Datei öffnen…</translation>
</message>
<message>
<source>Open Network Settings</source>
<translation>Netzwerkeinstellungen öffnen</translation>
</message>
<message>
<source>Open Settings, Network, and choose the proxy anew.</source>
<translation>Öffnen Sie Einstellungen, Netzwerk und wählen Sie den Proxy neu.</translation>
</message>
<message>
<source>Other programs do not answer it.</source>
<translation>Andere Programme antworten nicht darauf.</translation>
</message>
<message>
<source>Otherwise</source>
<translation>Sonst</translation>
</message>
<message>
<source>POP3 gives access to the inbox only</source>
<translation>POP3 erreicht nur den Posteingang</translation>
</message>
<message>
<source>Pad Left</source>
<translation>Links auffüllen</translation>
</message>
<message>
<source>Pad Right</source>
<translation>Rechts auffüllen</translation>
</message>
<message>
<source>Parameter Priority</source>
<translation>Vorrang der Angaben</translation>
</message>
<message>
<source>Part of Text</source>
<translation>Textteil</translation>
</message>
<message>
<source>Pass on attachments</source>
<translation>Anhänge weitergeben</translation>
</message>
<message>
<source>Password</source>
<translation>Passwort</translation>
</message>
<message>
<source>Password file</source>
<translation>Passwortdatei</translation>
</message>
<message>
<source>Passwords are kept in</source>
<translation>Passwörter liegen in</translation>
</message>
<message>
<source>Passwords are switched off for mail programs by the provider.</source>
<translation>Der Anbieter hat Passwörter für E-Mail-Programme abgeschaltet.</translation>
</message>
<message>
<source>Paste Password</source>
<translation>Passwort einfügen</translation>
</message>
<message>
<source>Patterns with * and ?, separated by commas, such as *.pdf, invoice*. Blank: every file.</source>
<translation>Muster mit * und ?, durch Kommas getrennt, etwa *.pdf, rechnung*. Leer: jede Datei.</translation>
</message>
<message>
<source>Pause on battery</source>
<translation>Bei Akkubetrieb pausieren</translation>
</message>
<message>
<source>Per Recipient and Hour</source>
<translation>Pro Empfänger und Stunde</translation>
</message>
<message>
<source>Pictures in the Text Too</source>
<translation>Auch Bilder im Text</translation>
</message>
<message>
<source>Placeholders such as {{subject}}, and sections</source>
<translation>Platzhalter wie {{subject}} und Abschnitte</translation>
</message>
<message>
<source>Plain Text</source>
<translation>Reiner Text</translation>
</message>
<message>
<source>Poll at once when the server announces new email. Needs imap; polls go on beneath it.</source>
<translation>Sofort abfragen, wenn der Server neue E-Mails meldet. Nur mit imap; die Abfragen laufen daneben weiter.</translation>
</message>
<message>
<source>Port</source>
<translation>Port</translation>
</message>
<message>
<source>Port {port} does not start with encryption</source>
<translation>Port {port} beginnt nicht verschlüsselt</translation>
</message>
<message>
<source>Port {port} expects SSL/TLS</source>
<translation>Port {port} erwartet SSL/TLS</translation>
</message>
<message>
<source>Port {port} speaks {found}, not {wanted}</source>
<translation>Port {port} spricht {found}, nicht {wanted}</translation>
</message>
<message>
<source>Pound (lb)</source>
<translation>Pfund (lb)</translation>
</message>
<message>
<source>Prepend</source>
<translation>Voranstellen</translation>
</message>
<message>
<source>Process Each</source>
<translation>Einzeln verarbeiten</translation>
</message>
<message>
<source>Process each item on its own</source>
<translation>Jeden Eintrag für sich verarbeiten</translation>
</message>
<message>
<source>Protocol</source>
<translation>Protokoll</translation>
</message>
<message>
<source>Proxy</source>
<translation>Proxy</translation>
</message>
<message>
<source>Push</source>
<translation>Push</translation>
</message>
<message>
<source>Put the received message, unchanged, into a folder of this account.</source>
<translation>Die empfangene Nachricht unverändert in einen Ordner dieses Kontos legen.</translation>
</message>
<message>
<source>Puts a text at the end.</source>
<translation>Setzt einen Text ans Ende.</translation>
</message>
<message>
<source>Puts a text in front.</source>
<translation>Setzt einen Text davor.</translation>
</message>
<message>
<source>Puts the received text below your answer, each line marked with &gt;.</source>
<translation>Setzt den empfangenen Text unter Ihre Antwort, jede Zeile mit &gt; markiert.</translation>
</message>
<message>
<source>Puts the values into a text.</source>
<translation>Setzt die Werte in einen Text ein.</translation>
</message>
<message>
<source>Quiet from</source>
<translation>Ruhe ab</translation>
</message>
<message>
<source>Quiet hours</source>
<translation>Ruhezeit</translation>
</message>
<message>
<source>Quiet to</source>
<translation>Ruhe bis</translation>
</message>
<message>
<source>Quit</source>
<translation>Beenden</translation>
</message>
<message>
<source>Quote the Received Text</source>
<translation>Empfangenen Text zitieren</translation>
</message>
<message>
<source>Receive Email</source>
<translation>E-Mail empfangen</translation>
</message>
<message>
<source>Recommended</source>
<translation>Empfohlen</translation>
</message>
<message>
<source>References</source>
<translation>References</translation>
</message>
<message>
<source>Removes white space at both ends.</source>
<translation>Entfernt Leerraum an beiden Enden.</translation>
</message>
<message>
<source>Removes white space at the beginning.</source>
<translation>Entfernt Leerraum am Anfang.</translation>
</message>
<message>
<source>Removes white space at the end.</source>
<translation>Entfernt Leerraum am Ende.</translation>
</message>
<message>
<source>Removes white space at the ends and makes one space of each run within.</source>
<translation>Entfernt Leerraum an den Enden und macht aus jeder Folge im Innern ein Leerzeichen.</translation>
</message>
<message>
<source>Repeat</source>
<translation>Wiederholen</translation>
</message>
<message>
<source>Replace All</source>
<translation>Alle ersetzen</translation>
</message>
<message>
<source>Replace First</source>
<translation>Erstes ersetzen</translation>
</message>
<message>
<source>Replaces a text where it stands first.</source>
<translation>Ersetzt einen Text an seiner ersten Stelle.</translation>
</message>
<message>
<source>Replaces a text wherever it stands.</source>
<translation>Ersetzt einen Text überall.</translation>
</message>
<message>
<source>Reply at once to messages in one folder.</source>
<translation>Sofort auf Nachrichten in einem Ordner antworten.</translation>
</message>
<message>
<source>Reply to</source>
<translation>Antwort an</translation>
</message>
<message>
<source>Round</source>
<translation>Runden</translation>
</message>
<message>
<source>Rules</source>
<translation>Regeln</translation>
</message>
<message>
<source>SOCKS5</source>
<translation>SOCKS5</translation>
</message>
<message>
<source>SSL/TLS</source>
<translation>SSL/TLS</translation>
</message>
<message>
<source>Save Attachments</source>
<translation>Anhänge speichern</translation>
</message>
<message>
<source>Save files of the message into a folder</source>
<translation>Dateien der Nachricht in einen Ordner speichern</translation>
</message>
<message>
<source>Saved files</source>
<translation>Gespeicherte Dateien</translation>
</message>
<message>
<source>Seconds</source>
<translation>Sekunden</translation>
</message>
<message>
<source>Security Method</source>
<translation>Sicherheit</translation>
</message>
<message>
<source>Send Email</source>
<translation>E-Mail senden</translation>
</message>
<message>
<source>Send Text As</source>
<translation>Text senden als</translation>
</message>
<message>
<source>Send an email message from the account that this connection is authorized to access.</source>
<translation>Eine E-Mail von dem Konto senden, auf das diese Verbindung zugreifen darf.</translation>
</message>
<message>
<source>Send email through an smtp server.</source>
<translation>E-Mails über einen smtp-Server senden.</translation>
</message>
<message>
<source>Send messages with “invoice” in the subject on to your accountant.</source>
<translation>Nachrichten mit „invoice“ im Betreff an Ihre Buchhaltung weiterleiten.</translation>
</message>
<message>
<source>Send the message down different flows</source>
<translation>Die Nachricht in verschiedene Abläufe leiten</translation>
</message>
<message>
<source>Send the password unencrypted</source>
<translation>Passwort unverschlüsselt senden</translation>
</message>
<message>
<source>Sends the attachments of the received message along.</source>
<translation>Sendet die Anhänge der empfangenen Nachricht mit.</translation>
</message>
<message>
<source>Sent</source>
<translation>Gesendet</translation>
</message>
<message>
<source>Sent by a Program</source>
<translation>Von einem Programm gesendet</translation>
</message>
<message>
<source>Separate by Dash</source>
<translation>Mit Bindestrich trennen</translation>
</message>
<message>
<source>Separate by Underscore</source>
<translation>Mit Unterstrich trennen</translation>
</message>
<message>
<source>Separator</source>
<translation>Trennzeichen</translation>
</message>
<message>
<source>Server Certificate</source>
<translation>Serverzertifikat</translation>
</message>
<message>
<source>Server “{host}” was not found</source>
<translation>Der Server „{host}“ wurde nicht gefunden</translation>
</message>
<message>
<source>Set a Master Password…</source>
<translation>Hauptpasswort festlegen…</translation>
</message>
<message>
<source>Several values</source>
<translation>Mehrere Werte</translation>
</message>
<message>
<source>Shared As</source>
<translation>Gemeinsam als</translation>
</message>
<message>
<source>Show Details</source>
<translation>Details anzeigen</translation>
</message>
<message>
<source>Show subjects</source>
<translation>Betreffs anzeigen</translation>
</message>
<message>
<source>Size</source>
<translation>Größe</translation>
</message>
<message>
<source>Someone interferes with the encryption</source>
<translation>Jemand greift in die Verschlüsselung ein</translation>
</message>
<message>
<source>Something else answers here ({banner}).</source>
<translation>Hier antwortet etwas anderes ({banner}).</translation>
</message>
<message>
<source>Something else answers there.</source>
<translation>Dort antwortet etwas anderes.</translation>
</message>
<message>
<source>Something is missing or can't be read. Mailflow does not go past a proxy, so no server is reached.</source>
<translation>Etwas fehlt oder ist nicht lesbar. Mailflow umgeht keinen Proxy, daher wird kein Server erreicht.</translation>
</message>
<message>
<source>Something unexpected happened</source>
<translation>Etwas Unerwartetes ist geschehen</translation>
</message>
<message>
<source>Space</source>
<translation>Leerzeichen</translation>
</message>
<message>
<source>Split</source>
<translation>Aufteilen</translation>
</message>
<message>
<source>Square Foot</source>
<translation>Quadratfuß</translation>
</message>
<message>
<source>Square Meter</source>
<translation>Quadratmeter</translation>
</message>
<message>
<source>Square Mile</source>
<translation>Quadratmeile</translation>
</message>
<message>
<source>Start From</source>
<translation>Anfangen bei</translation>
</message>
<message>
<source>StartTLS</source>
<translation>StartTLS</translation>
</message>
<message>
<source>Starts With</source>
<translation>Beginnt mit</translation>
</message>
<message>
<source>Starts plain, then switches to encryption before you sign in.</source>
<translation>Beginnt offen und verschlüsselt vor der Anmeldung.</translation>
</message>
<message>
<source>Subject, sender, date, message ID, folder and UID</source>
<translation>Betreff, Absender, Datum, Message-ID, Ordner und UID</translation>
</message>
<message>
<source>Substring</source>
<translation>Teiltext</translation>
</message>
<message>
<source>Substring After</source>
<translation>Teiltext nach</translation>
</message>
<message>
<source>Substring Before</source>
<translation>Teiltext vor</translation>
</message>
<message>
<source>Subtract</source>
<translation>Subtrahieren</translation>
</message>
<message>
<source>Such as dd.MM.yyyy, EEEE d MMMM yyyy or HH:mm. A text stands in single quotes.</source>
<translation>Etwa dd.MM.yyyy, EEEE d MMMM yyyy oder HH:mm. Ein Text steht in einfachen Anführungszeichen.</translation>
</message>
<message>
<source>Switch it off under Settings, Network.</source>
<translation>Ausschalten unter Einstellungen, Netzwerk.</translation>
</message>
<message>
<source>Switch it on in the account's settings, or ask the administrator.</source>
<translation>Schalten Sie es in den Kontoeinstellungen ein oder fragen Sie den Administrator.</translation>
</message>
<message>
<source>System</source>
<translation>System</translation>
</message>
<message>
<source>System keyring</source>
<translation>Schlüsselbund des Systems</translation>
</message>
<message>
<source>Take all of it</source>
<translation>Alle nehmen</translation>
</message>
<message>
<source>Take each message once</source>
<translation>Jede Nachricht einmal nehmen</translation>
</message>
<message>
<source>Take the newest</source>
<translation>Die neuesten nehmen</translation>
</message>
<message>
<source>Take the same messages at every poll</source>
<translation>Bei jeder Abfrage dieselben Nachrichten nehmen</translation>
</message>
<message>
<source>Takes a piece of the text.</source>
<translation>Nimmt ein Stück des Texts.</translation>
</message>
<message>
<source>Takes another text if there is none.</source>
<translation>Nimmt einen anderen Text, wenn es keinen gibt.</translation>
</message>
<message>
<source>Takes the text apart; with several targets each gets one part.</source>
<translation>Zerlegt den Text; bei mehreren Zielen bekommt jedes einen Teil.</translation>
</message>
<message>
<source>Takes what stands after a text; all if that is not there.</source>
<translation>Nimmt, was nach einem Text steht; alles, wenn er fehlt.</translation>
</message>
<message>
<source>Takes what stands before a text; all if that is not there.</source>
<translation>Nimmt, was vor einem Text steht; alles, wenn er fehlt.</translation>
</message>
<message>
<source>Tell me when no email has come between midnight and this time of day.</source>
<translation>Melden, wenn von Mitternacht bis zu dieser Uhrzeit keine E-Mail gekommen ist.</translation>
</message>
<message>
<source>Tell the administrator. On an internal network you may accept it if the fingerprint is right.</source>
<translation>Sagen Sie es dem Administrator. Im internen Netz können Sie es annehmen, wenn der Fingerabdruck stimmt.</translation>
</message>
<message>
<source>Tells other mail programs that no person wrote this email (RFC 3834): they do not answer by themselves.</source>
<translation>Sagt anderen Programmen, dass kein Mensch diese E-Mail schrieb (RFC 3834): Sie antworten nicht von selbst.</translation>
</message>
<message>
<source>Template</source>
<translation>Vorlage</translation>
</message>
<message>
<source>Template Language</source>
<translation>Vorlagensprache</translation>
</message>
<message>
<source>Text</source>
<translation>Text</translation>
</message>
<message>
<source>Text between the parts</source>
<translation>Text zwischen den Teilen</translation>
</message>
<message>
<source>Text between the values</source>
<translation>Text zwischen den Werten</translation>
</message>
<message>
<source>Text to compare with</source>
<translation>Vergleichstext</translation>
</message>
<message>
<source>Text to look for</source>
<translation>Gesuchter Text</translation>
</message>
<message>
<source>Text to put at the end</source>
<translation>Text für das Ende</translation>
</message>
<message>
<source>Text to put in front</source>
<translation>Text für den Anfang</translation>
</message>
<message>
<source>Text to put there</source>
<translation>Neuer Text</translation>
</message>
<message>
<source>Text to use instead</source>
<translation>Ersatztext</translation>
</message>
<message>
<source>Text with places</source>
<translation>Text mit Platzhaltern</translation>
</message>
<message>
<source>The account has no folder with this name. Names may differ in case or language.</source>
<translation>Das Konto hat keinen Ordner dieses Namens. Groß- und Kleinschreibung oder Sprache können abweichen.</translation>
</message>
<message>
<source>The account is locked for now</source>
<translation>Das Konto ist vorerst gesperrt</translation>
</message>
<message>
<source>The account may use only its own addresses.</source>
<translation>Das Konto darf nur seine eigenen Adressen benutzen.</translation>
</message>
<message>
<source>The address that the email comes from. One address; many servers accept only the account's own.</source>
<translation>Die Adresse, von der die E-Mail kommt. Eine Adresse; viele Server nehmen nur die des Kontos an.</translation>
</message>
<message>
<source>The body. Plain text, without placeholders. Text that contains HTML is sent as HTML.</source>
<translation>Der Text. Reiner Text ohne Platzhalter. Text, der HTML enthält, wird als HTML gesendet.</translation>
</message>
<message>
<source>The certificate you gave is valid, but the server shows another one.</source>
<translation>Das angegebene Zertifikat ist gültig, aber der Server zeigt ein anderes.</translation>
</message>
<message>
<source>The date of this computer or of the server is probably wrong.</source>
<translation>Das Datum dieses Computers oder des Servers ist wohl falsch.</translation>
</message>
<message>
<source>The day of the week as a number: 1 is Monday.</source>
<translation>Der Wochentag als Zahl: 1 ist Montag.</translation>
</message>
<message>
<source>The day of the year as a number, from 1.</source>
<translation>Der Tag im Jahr als Zahl, ab 1.</translation>
</message>
<message>
<source>The delivered message counts as read.</source>
<translation>Die abgelegte Nachricht gilt als gelesen.</translation>
</message>
<message>
<source>The field that is split.</source>
<translation>Das Feld, das aufgeteilt wird.</translation>
</message>
<message>
<source>The first value divided by each of the others.</source>
<translation>Der erste Wert, geteilt durch jeden der anderen.</translation>
</message>
<message>
<source>The first value less each of the others.</source>
<translation>Der erste Wert, vermindert um jeden der anderen.</translation>
</message>
<message>
<source>The folder is created when it is missing.</source>
<translation>Der Ordner wird angelegt, wenn er fehlt.</translation>
</message>
<message>
<source>The folder that gets the message.</source>
<translation>Der Ordner, in den die Nachricht kommt.</translation>
</message>
<message>
<source>The largest value.</source>
<translation>Der größte Wert.</translation>
</message>
<message>
<source>The mapped value wins. What you type above is the default.</source>
<translation>Der zugeordnete Wert gilt. Was Sie oben eingeben, ist der Ersatz.</translation>
</message>
<message>
<source>The mean of the values.</source>
<translation>Das Mittel der Werte.</translation>
</message>
<message>
<source>The name “{host}” could not be looked up</source>
<translation>Der Name „{host}“ ließ sich nicht auflösen</translation>
</message>
<message>
<source>The nearest whole number; halves go up.</source>
<translation>Die nächste ganze Zahl; halbe werden aufgerundet.</translation>
</message>
<message>
<source>The next whole number above.</source>
<translation>Die nächste ganze Zahl darüber.</translation>
</message>
<message>
<source>The next whole number below.</source>
<translation>Die nächste ganze Zahl darunter.</translation>
</message>
<message>
<source>The number without its sign.</source>
<translation>Die Zahl ohne ihr Vorzeichen.</translation>
</message>
<message>
<source>The parts between a separator.</source>
<translation>Die Teile zwischen einem Trennzeichen.</translation>
</message>
<message>
<source>The password is kept in your system keyring.</source>
<translation>Das Passwort liegt im Schlüsselbund Ihres Systems.</translation>
</message>
<message>
<source>The pasted text has no readable PEM block, or it is a private key.</source>
<translation>Der eingefügte Text hat keinen lesbaren PEM-Block oder ist ein privater Schlüssel.</translation>
</message>
<message>
<source>The product of the values.</source>
<translation>Das Produkt der Werte.</translation>
</message>
<message>
<source>The proxy can't reach {host} on port {port}</source>
<translation>Der Proxy erreicht {host} auf Port {port} nicht</translation>
</message>
<message>
<source>The proxy does not allow {host} on port {port}</source>
<translation>Der Proxy erlaubt {host} auf Port {port} nicht</translation>
</message>
<message>
<source>The proxy {proxy} asks for a sign-in</source>
<translation>Der Proxy {proxy} verlangt eine Anmeldung</translation>
</message>
<message>
<source>The proxy {proxy} can't be reached</source>
<translation>Der Proxy {proxy} ist nicht erreichbar</translation>
</message>
<message>
<source>The proxy {proxy} closed the connection</source>
<translation>Der Proxy {proxy} hat die Verbindung geschlossen</translation>
</message>
<message>
<source>The proxy {proxy} does not answer</source>
<translation>Der Proxy {proxy} antwortet nicht</translation>
</message>
<message>
<source>The proxy {proxy} itself works[. It says: {why}].</source>
<translation>Der Proxy {proxy} selbst funktioniert[. Er sagt: {why}].</translation>
</message>
<message>
<source>The proxy {proxy} refused the user name or password</source>
<translation>Der Proxy {proxy} hat Benutzername oder Passwort abgelehnt</translation>
</message>
<message>
<source>The proxy {proxy} wants another kind of sign-in</source>
<translation>Der Proxy {proxy} verlangt eine andere Art der Anmeldung</translation>
</message>
<message>
<source>The proxy's password is missing</source>
<translation>Das Passwort des Proxys fehlt</translation>
</message>
<message>
<source>The proxy's settings can't be used</source>
<translation>Die Einstellungen des Proxys sind nicht verwendbar</translation>
</message>
<message>
<source>The received message is attached, byte for byte.</source>
<translation>Die empfangene Nachricht wird angehängt, Byte für Byte.</translation>
</message>
<message>
<source>The received message stands below your text.</source>
<translation>Die empfangene Nachricht steht unter Ihrem Text.</translation>
</message>
<message>
<source>The rules of the proxy {proxy} forbid this connection; many allow web sites only.</source>
<translation>Die Regeln des Proxys {proxy} verbieten diese Verbindung; viele erlauben nur Webseiten.</translation>
</message>
<message>
<source>The saved password is missing</source>
<translation>Das gespeicherte Passwort fehlt</translation>
</message>
<message>
<source>The server allows sign-in only when encrypted</source>
<translation>Der Server erlaubt die Anmeldung nur verschlüsselt</translation>
</message>
<message>
<source>The server asks for a sign-in</source>
<translation>Der Server verlangt eine Anmeldung</translation>
</message>
<message>
<source>The server closed the connection</source>
<translation>Der Server hat die Verbindung geschlossen</translation>
</message>
<message>
<source>The server does not forward to other domains</source>
<translation>Der Server leitet nicht an andere Domains weiter</translation>
</message>
<message>
<source>The server does not let you send as {from}</source>
<translation>Der Server lässt Sie nicht als {from} senden</translation>
</message>
<message>
<source>The server does not offer StartTLS on port {port}</source>
<translation>Der Server bietet auf Port {port} kein StartTLS</translation>
</message>
<message>
<source>The server does not use this certificate</source>
<translation>Der Server benutzt dieses Zertifikat nicht</translation>
</message>
<message>
<source>The server exists, but nothing answers on this port, or a firewall blocks it.</source>
<translation>Den Server gibt es, aber auf diesem Port antwortet nichts oder eine Firewall sperrt ihn.</translation>
</message>
<message>
<source>The server is busy ({code})</source>
<translation>Der Server ist überlastet ({code})</translation>
</message>
<message>
<source>The server is right, only the sign-in failed.</source>
<translation>Der Server stimmt, nur die Anmeldung schlug fehl.</translation>
</message>
<message>
<source>The server refused the user name or password</source>
<translation>Der Server hat Benutzername oder Passwort abgelehnt</translation>
</message>
<message>
<source>The server sent an answer that Mailflow does not know.</source>
<translation>Der Server sandte eine Antwort, die Mailflow nicht kennt.</translation>
</message>
<message>
<source>The server shows a different certificate</source>
<translation>Der Server zeigt ein anderes Zertifikat</translation>
</message>
<message>
<source>The server signed its certificate itself, as many internal servers do.</source>
<translation>Der Server hat sein Zertifikat selbst unterschrieben, wie viele interne Server.</translation>
</message>
<message>
<source>The server's answer to StartTLS carried more than it may. Mailflow stopped before signing in.</source>
<translation>Die Antwort des Servers auf StartTLS enthielt mehr, als sie darf. Mailflow hat vor der Anmeldung abgebrochen.</translation>
</message>
<message>
<source>The server's certificate is too old, so its identity cannot be confirmed.</source>
<translation>Das Zertifikat des Servers ist zu alt, daher lässt sich nicht bestätigen, wer er ist.</translation>
</message>
<message>
<source>The server's encryption is too old</source>
<translation>Die Verschlüsselung des Servers ist zu alt</translation>
</message>
<message>
<source>The smallest value.</source>
<translation>Der kleinste Wert.</translation>
</message>
<message>
<source>The subject line. Plain text, without placeholders.</source>
<translation>Die Betreffzeile. Reiner Text ohne Platzhalter.</translation>
</message>
<message>
<source>The sum of the values.</source>
<translation>Die Summe der Werte.</translation>
</message>
<message>
<source>The text between two parts.</source>
<translation>Der Text zwischen zwei Teilen.</translation>
</message>
<message>
<source>The text is not a certificate</source>
<translation>Der Text ist kein Zertifikat</translation>
</message>
<message>
<source>The text of the message. It stays in the log.</source>
<translation>Der Text der Meldung. Er bleibt im Protokoll.</translation>
</message>
<message>
<source>Theme</source>
<translation>Farbschema</translation>
</message>
<message>
<source>There is a mail server, but for another protocol.</source>
<translation>Da ist ein Mailserver, aber für ein anderes Protokoll.</translation>
</message>
<message>
<source>There is no network connection, so no server can be reached.</source>
<translation>Es gibt keine Netzwerkverbindung, daher ist kein Server erreichbar.</translation>
</message>
<message>
<source>This Email Is</source>
<translation>Diese E-Mail ist</translation>
</message>
<message>
<source>This computer is offline</source>
<translation>Dieser Computer ist offline</translation>
</message>
<message>
<source>This flow takes every message that no other flow takes.</source>
<translation>Dieser Ablauf nimmt jede Nachricht, die kein anderer nimmt.</translation>
</message>
<message>
<source>This is the proxy's own sign-in. Nothing was said to {host}.</source>
<translation>Das ist die eigene Anmeldung des Proxys. Zu {host} wurde nichts gesagt.</translation>
</message>
<message>
<source>This one is left out. -1: up to the end.</source>
<translation>Dieses zählt nicht mehr dazu. -1: bis zum Ende.</translation>
</message>
<message>
<source>This server has no folder “{folder}”. Other folders need IMAP.</source>
<translation>Dieser Server hat keinen Ordner „{folder}“. Andere Ordner brauchen IMAP.</translation>
</message>
<message>
<source>This very text; it is not a pattern.</source>
<translation>Genau dieser Text; er ist kein Muster.</translation>
</message>
<message>
<source>Time between two polls.</source>
<translation>Zeit zwischen zwei Abfragen.</translation>
</message>
<message>
<source>To</source>
<translation>An</translation>
</message>
<message>
<source>Too many attempts. The server refuses even the right password.</source>
<translation>Zu viele Versuche. Der Server lehnt auch das richtige Passwort ab.</translation>
</message>
<message>
<source>Trim</source>
<translation>Ränder kürzen</translation>
</message>
<message>
<source>Trim Left</source>
<translation>Links kürzen</translation>
</message>
<message>
<source>Trim Right</source>
<translation>Rechts kürzen</translation>
</message>
<message>
<source>True if the text begins with another one.</source>
<translation>Wahr, wenn der Text mit einem anderen beginnt.</translation>
</message>
<message>
<source>True if the text contains another one; of several values, if one of them is equal to it.</source>
<translation>Wahr, wenn der Text einen anderen enthält; bei mehreren Werten, wenn einer ihm gleicht.</translation>
</message>
<message>
<source>True if the text ends with another one.</source>
<translation>Wahr, wenn der Text mit einem anderen endet.</translation>
</message>
<message>
<source>True if the text is exactly this one.</source>
<translation>Wahr, wenn der Text genau dieser ist.</translation>
</message>
<message>
<source>True if there is no value.</source>
<translation>Wahr, wenn es keinen Wert gibt.</translation>
</message>
<message>
<source>Trust Anyway…</source>
<translation>Trotzdem vertrauen…</translation>
</message>
<message>
<source>Trust New Certificate</source>
<translation>Neuem Zertifikat vertrauen</translation>
</message>
<message>
<source>Trust This Certificate</source>
<translation>Zertifikat vertrauen</translation>
</message>
<message>
<source>Trust it after comparing the fingerprint, or paste your company's root certificate.</source>
<translation>Vertrauen Sie ihm nach Vergleich des Fingerabdrucks oder fügen Sie das Stammzertifikat Ihrer Firma ein.</translation>
</message>
<message>
<source>Trust this certificate whatever its name and dates say</source>
<translation>Diesem Zertifikat ungeachtet von Name und Datum vertrauen</translation>
</message>
<message>
<source>Try All Usual Ports</source>
<translation>Alle üblichen Ports versuchen</translation>
</message>
<message>
<source>Try Port {usual}</source>
<translation>Port {usual} versuchen</translation>
</message>
<message>
<source>Try again in a minute.</source>
<translation>Versuchen Sie es in einer Minute erneut.</translation>
</message>
<message>
<source>Try again in a minute; then check kind and port under Settings, Network.</source>
<translation>Versuchen Sie es in einer Minute erneut; prüfen Sie dann Art und Port unter Einstellungen, Netzwerk.</translation>
</message>
<message>
<source>Try {user@domain}</source>
<translation>{user@domain} versuchen</translation>
</message>
<message>
<source>Unlock Keyring</source>
<translation>Schlüsselbund entsperren</translation>
</message>
<message>
<source>Unlock it with your login password.</source>
<translation>Entsperren Sie ihn mit Ihrem Anmeldepasswort.</translation>
</message>
<message>
<source>Unseen Only</source>
<translation>Nur ungelesene</translation>
</message>
<message>
<source>Until now it used the one you trusted. It was renewed, or someone is in between. Nothing was sent.</source>
<translation>Bisher benutzte er das, dem Sie vertrauen. Es wurde erneuert, oder jemand ist dazwischen. Nichts wurde gesendet.</translation>
</message>
<message>
<source>Up to character</source>
<translation>Bis Zeichen</translation>
</message>
<message>
<source>Uppercase</source>
<translation>Großbuchstaben</translation>
</message>
<message>
<source>Use Inbox</source>
<translation>Posteingang nehmen</translation>
</message>
<message>
<source>Use Port {tlsPort}</source>
<translation>Port {tlsPort} nehmen</translation>
</message>
<message>
<source>Use Port {usual}</source>
<translation>Port {usual} nehmen</translation>
</message>
<message>
<source>Use SSL/TLS</source>
<translation>SSL/TLS nehmen</translation>
</message>
<message>
<source>Use SSL/TLS on {tlsPort}</source>
<translation>SSL/TLS auf {tlsPort} nehmen</translation>
</message>
<message>
<source>Use SSL/TLS with port {tlsPort}, or another network.</source>
<translation>Nehmen Sie SSL/TLS mit Port {tlsPort} oder ein anderes Netz.</translation>
</message>
<message>
<source>Use SSL/TLS with port {tlsPort}.</source>
<translation>Nehmen Sie SSL/TLS mit Port {tlsPort}.</translation>
</message>
<message>
<source>Use StartTLS</source>
<translation>StartTLS nehmen</translation>
</message>
<message>
<source>Use StartTLS on this port, or SSL/TLS on {tlsPort}.</source>
<translation>Nehmen Sie StartTLS auf diesem Port oder SSL/TLS auf {tlsPort}.</translation>
</message>
<message>
<source>Use for This Session Only</source>
<translation>Nur für diese Sitzung benutzen</translation>
</message>
<message>
<source>Use the name in the certificate if it is your provider's.</source>
<translation>Nehmen Sie den Namen im Zertifikat, wenn er der Ihres Anbieters ist.</translation>
</message>
<message>
<source>Use {account}</source>
<translation>{account} nehmen</translation>
</message>
<message>
<source>Use {account} as Email from.</source>
<translation>Nehmen Sie {account} als „E-Mail von“.</translation>
</message>
<message>
<source>Use {found}</source>
<translation>{found} nehmen</translation>
</message>
<message>
<source>Use {name}</source>
<translation>{name} nehmen</translation>
</message>
<message>
<source>Use {suggestion}</source>
<translation>{suggestion} nehmen</translation>
</message>
<message>
<source>User Name</source>
<translation>Benutzername</translation>
</message>
<message>
<source>User name and password may be right, but the account does not allow {protocol}.</source>
<translation>Benutzername und Passwort mögen stimmen, aber das Konto erlaubt kein {protocol}.</translation>
</message>
<message>
<source>Validate Again</source>
<translation>Erneut prüfen</translation>
</message>
<message>
<source>Value of a List</source>
<translation>Wert einer Liste</translation>
</message>
<message>
<source>Values are made safe when the template is HTML</source>
<translation>Werte werden gesichert, wenn die Vorlage HTML ist</translation>
</message>
<message>
<source>Values stay as they are</source>
<translation>Werte bleiben, wie sie sind</translation>
</message>
<message>
<source>Velocity</source>
<translation>Velocity</translation>
</message>
<message>
<source>Wait 15 minutes; Mailflow does not try by itself meanwhile.</source>
<translation>Warten Sie 15 Minuten; Mailflow versucht es solange nicht von selbst.</translation>
</message>
<message>
<source>Wait a few minutes, or close other mail programs.</source>
<translation>Warten Sie einige Minuten oder schließen Sie andere E-Mail-Programme.</translation>
</message>
<message>
<source>Waiting for an answer</source>
<translation>Warten auf eine Antwort</translation>
</message>
<message>
<source>What becomes of a message on the server when all steps have succeeded.</source>
<translation>Was mit einer Nachricht auf dem Server geschieht, wenn alle Schritte gelungen sind.</translation>
</message>
<message>
<source>What happens with several rules.</source>
<translation>Was bei mehreren Regeln gilt.</translation>
</message>
<message>
<source>What happens with several rules. A message that does not match ends here, as a success.</source>
<translation>Was bei mehreren Regeln gilt. Eine Nachricht, die nicht passt, endet hier als Erfolg.</translation>
</message>
<message>
<source>What of each item is joined.</source>
<translation>Was von jedem Eintrag verbunden wird.</translation>
</message>
<message>
<source>What stands after the last dot: pdf of offer.pdf.</source>
<translation>Was nach dem letzten Punkt steht: pdf bei angebot.pdf.</translation>
</message>
<message>
<source>What the flow is called on the canvas. Blank: its condition in words.</source>
<translation>Wie der Ablauf im Bild heißt. Leer: seine Bedingung in Worten.</translation>
</message>
<message>
<source>What to do with email that is already there when the integration starts for the first time.</source>
<translation>Was mit E-Mails geschieht, die beim ersten Start der Integration schon da sind.</translation>
</message>
<message>
<source>What you type above always wins over the mapped value.</source>
<translation>Was Sie oben eingeben, gilt immer vor dem zugeordneten Wert.</translation>
</message>
<message>
<source>When I close the window</source>
<translation>Wenn ich das Fenster schließe</translation>
</message>
<message>
<source>When a field is typed here and also mapped</source>
<translation>Wenn ein Feld hier eingegeben und auch zugeordnet ist</translation>
</message>
<message>
<source>When incoming data match</source>
<translation>Wenn die Daten passen</translation>
</message>
<message>
<source>When one address has got so many in an hour, sending pauses and asks you. -1: no limit.</source>
<translation>Hat eine Adresse so viele in einer Stunde bekommen, pausiert das Senden und fragt Sie. -1: keine Grenze.</translation>
</message>
<message>
<source>When several computers run this integration: the same word on each, and only one of them takes each message. Otherwise all do. Needs imap.</source>
<translation>Wenn mehrere Computer diese Integration ausführen: auf jedem dasselbe Wort, dann nimmt nur einer von ihnen jede Nachricht. Sonst tun es alle. Braucht imap.</translation>
</message>
<message>
<source>When the account has no folder of this name.</source>
<translation>Wenn das Konto keinen Ordner dieses Namens hat.</translation>
</message>
<message>
<source>When the integration has sent so many in a day, sending pauses and asks you. -1: no limit.</source>
<translation>Hat die Integration so viele an einem Tag gesendet, pausiert das Senden und fragt Sie. -1: keine Grenze.</translation>
</message>
<message>
<source>When the integration has sent so many in an hour, sending pauses and asks you. -1: no limit.</source>
<translation>Hat die Integration so viele in einer Stunde gesendet, pausiert das Senden und fragt Sie. -1: keine Grenze.</translation>
</message>
<message>
<source>Where another text begins first, counted from 0; -1 if nowhere.</source>
<translation>Wo ein anderer Text zuerst beginnt, ab 0 gezählt; -1, wenn nirgends.</translation>
</message>
<message>
<source>Where another text begins last, counted from 0; -1 if nowhere.</source>
<translation>Wo ein anderer Text zuletzt beginnt, ab 0 gezählt; -1, wenn nirgends.</translation>
</message>
<message>
<source>Where answers go, when not to Email from.</source>
<translation>Wohin Antworten gehen, wenn nicht an „E-Mail von“.</translation>
</message>
<message>
<source>Who gets a copy without the others seeing it.</source>
<translation>Wer eine Kopie bekommt, ohne dass die anderen es sehen.</translation>
</message>
<message>
<source>Who gets a copy. Everyone sees these addresses.</source>
<translation>Wer eine Kopie bekommt. Alle sehen diese Adressen.</translation>
</message>
<message>
<source>Who gets the email. Separate several addresses with a comma.</source>
<translation>Wer die E-Mail bekommt. Mehrere Adressen durch Kommas trennen.</translation>
</message>
<message>
<source>Without a keyring Mailflow cannot store passwords safely.</source>
<translation>Ohne Schlüsselbund kann Mailflow Passwörter nicht sicher speichern.</translation>
</message>
<message>
<source>Without a relation to the received message.</source>
<translation>Ohne Bezug zur empfangenen Nachricht.</translation>
</message>
<message>
<source>Without sign-in it accepts only its own addresses.</source>
<translation>Ohne Anmeldung nimmt er nur seine eigenen Adressen an.</translation>
</message>
<message>
<source>Work offline</source>
<translation>Offline arbeiten</translation>
</message>
<message>
<source>Write sender, subject and time of each message to the log.</source>
<translation>Absender, Betreff und Zeit jeder Nachricht ins Protokoll schreiben.</translation>
</message>
<message>
<source>Write to the integration’s log</source>
<translation>In das Protokoll der Integration schreiben</translation>
</message>
<message>
<source>Write {{name}} where a value goes.</source>
<translation>Schreiben Sie {{name}}, wo ein Wert stehen soll.</translation>
</message>
<message>
<source>Writes a dash for white space, colon, underscore, plus and equals sign.</source>
<translation>Schreibt einen Bindestrich für Leerraum, Doppelpunkt, Unterstrich, Plus- und Gleichheitszeichen.</translation>
</message>
<message>
<source>Writes a date as you want it.</source>
<translation>Schreibt ein Datum, wie Sie es wollen.</translation>
</message>
<message>
<source>Writes an underscore for white space, colon, dash, plus and equals sign.</source>
<translation>Schreibt einen Unterstrich für Leerraum, Doppelpunkt, Bindestrich, Plus- und Gleichheitszeichen.</translation>
</message>
<message>
<source>Writes every letter large.</source>
<translation>Schreibt jeden Buchstaben groß.</translation>
</message>
<message>
<source>Writes every letter small.</source>
<translation>Schreibt jeden Buchstaben klein.</translation>
</message>
<message>
<source>Writes the first letter large.</source>
<translation>Schreibt den ersten Buchstaben groß.</translation>
</message>
<message>
<source>Writes the text several times.</source>
<translation>Schreibt den Text mehrmals.</translation>
</message>
<message>
<source>Written As</source>
<translation>Schreibweise</translation>
</message>
<message>
<source>Yard (yd)</source>
<translation>Yard (yd)</translation>
</message>
<message>
<source>You asked for {host}, the certificate is for {names}. It may be a wrong name, or someone in between.</source>
<translation>Sie wollten {host}, das Zertifikat ist für {names}. Der Name ist vielleicht falsch, oder jemand ist dazwischen.</translation>
</message>
<message>
<source>You chose SSL/TLS, but the server speaks plain text first on this port.</source>
<translation>Sie haben SSL/TLS gewählt, aber der Server spricht auf diesem Port zuerst offen.</translation>
</message>
<message>
<source>You chose {method}, but this port is encrypted from the first byte.</source>
<translation>Sie haben {method} gewählt, aber dieser Port ist vom ersten Byte an verschlüsselt.</translation>
</message>
<message>
<source>You left User Name and Password empty, but this server needs them.</source>
<translation>Benutzername und Passwort sind leer, aber dieser Server braucht sie.</translation>
</message>
<message>
<source>You work offline</source>
<translation>Sie arbeiten offline</translation>
</message>
<message>
<source>Your account has two-step sign-in. The normal password does not work in mail programs.</source>
<translation>Ihr Konto hat eine Anmeldung in zwei Schritten. Das normale Passwort gilt nicht in E-Mail-Programmen.</translation>
</message>
<message>
<source>Your keyring is locked</source>
<translation>Ihr Schlüsselbund ist gesperrt</translation>
</message>
<message>
<source>[Change Protocol to {receivesToo}, or use port {usual}.][Use port {usual}. For {sends} create a Send Email connection.][Use port {usual}. For {receives} create a Receive Email connection.]</source>
<translation>[Ändern Sie das Protokoll in {receivesToo} oder nehmen Sie Port {usual}.][Nehmen Sie Port {usual}. Für {sends} erstellen Sie eine Verbindung „E-Mail senden“.][Nehmen Sie Port {usual}. Für {receives} erstellen Sie eine Verbindung „E-Mail empfangen“.]</translation>
</message>
<message>
<source>[{why} ]Mailflow reaches mail servers only through it, never past it.</source>
<translation>[{why} ]Mailflow erreicht Mailserver nur durch ihn, nie an ihm vorbei.</translation>
</message>
<message>
<source>contains</source>
<translation>enthält</translation>
</message>
<message>
<source>contains (ignore case)</source>
<translation>enthält (Groß/klein egal)</translation>
</message>
<message>
<source>ends with</source>
<translation>endet mit</translation>
</message>
<message>
<source>equals</source>
<translation>ist gleich</translation>
</message>
<message>
<source>equals (ignores case)</source>
<translation>ist gleich (Groß/klein egal)</translation>
</message>
<message>
<source>example.org, 192.168.0.0/16</source>
<translation>example.org, 192.168.0.0/16</translation>
</message>
<message>
<source>greater than</source>
<translation>größer als</translation>
</message>
<message>
<source>greater than or equal to</source>
<translation>größer oder gleich</translation>
</message>
<message>
<source>imap</source>
<translation>imap</translation>
</message>
<message>
<source>imap.example.org</source>
<translation>imap.example.org</translation>
</message>
<message>
<source>in</source>
<translation>ist eines von</translation>
</message>
<message>
<source>in the range</source>
<translation>liegt im Bereich</translation>
</message>
<message>
<source>less than</source>
<translation>kleiner als</translation>
</message>
<message>
<source>less than or equal to</source>
<translation>kleiner oder gleich</translation>
</message>
<message>
<source>matches</source>
<translation>entspricht dem Muster</translation>
</message>
<message>
<source>megabytes</source>
<translation>Megabyte</translation>
</message>
<message>
<source>name@example.org</source>
<translation>name@example.org</translation>
</message>
<message>
<source>name@example.org, …</source>
<translation>name@example.org, …</translation>
</message>
<message>
<source>not contains</source>
<translation>enthält nicht</translation>
</message>
<message>
<source>not equals</source>
<translation>ist ungleich</translation>
</message>
<message>
<source>not in</source>
<translation>ist keines von</translation>
</message>
<message>
<source>not matches</source>
<translation>entspricht nicht dem Muster</translation>
</message>
<message>
<source>pop3</source>
<translation>pop3</translation>
</message>
<message>
<source>proxy.example.org</source>
<translation>proxy.example.org</translation>
</message>
<message>
<source>smtp.example.org</source>
<translation>smtp.example.org</translation>
</message>
<message>
<source>starts with</source>
<translation>beginnt mit</translation>
</message>
<message>
<source>subject contains "offer" and (size &gt; 10000 or attachments &gt; 0)</source>
<translation>subject contains "Angebot" and (size &gt; 10000 or attachments &gt; 0)</translation>
</message>
<message>
<source>{host} does not accept connections on port {port}</source>
<translation>{host} nimmt auf Port {port} keine Verbindungen an</translation>
</message>
<message>
<source>{host} does not answer</source>
<translation>{host} antwortet nicht</translation>
</message>
<message>
<source>{protocol} is switched off for this account</source>
<translation>{protocol} ist für dieses Konto abgeschaltet</translation>
</message>
<message>
<source>{provider} accepts only a browser sign-in</source>
<translation>{provider} erlaubt nur die Anmeldung im Browser</translation>
</message>
<message>
<source>{provider} needs an app password</source>
<translation>{provider} verlangt ein App-Passwort</translation>
</message>
<message>
<source>{proxy} is not a proxy of the kind {kind}</source>
<translation>{proxy} ist kein Proxy der Art {kind}</translation>
</message>
<message>
<source>“{issuer}” signed it, but this computer does not know that issuer. Common for company certificates.</source>
<translation>„{issuer}“ hat es unterschrieben, aber dieser Computer kennt diesen Aussteller nicht. Bei Firmenzertifikaten üblich.</translation>
</message>
</context>
</TS>

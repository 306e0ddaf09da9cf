<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>declared</name>
<message>
<source>$subject and ${subject} only</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>${subject} only</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>%s is the value, or the next of several; $subject a source.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>*.pdf, *.csv</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>/home/…</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>A New Email</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>A condition. A message that does not meet it ends here, as a success.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>A date so many days later.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>A folder of this computer. It must exist.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>A larger message is not downloaded; it is shown under Needs Attention.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>A moment so many seconds later.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>A space: any white space.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>A “&lt;” in a value shows as “&lt;”</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>ALL of the following</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>ANY of the following</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Absolute Value</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Add</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Add Days</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Add Seconds</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Adds characters at the beginning.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Adds characters at the end.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Advanced Filter</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>After Success</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Aggregate</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Also saves pictures that are shown within the text.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>An Answer</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>An answer or a forwarded message takes its subject from the received one, unless you fill it.</source>
<translation type="unfinished"></translation>
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
<translation type="unfinished"></translation>
</message>
<message>
<source>Answer People Only</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Append</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>As HTML, even if it does not look like it.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>As if a person had written it.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Ask Before Sending</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Ask Me at Each Start</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Ask the administrator for the new fingerprint.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Ask the administrator to enable TLS 1.2 or later.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Attachment</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Attachments</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Automatic</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Automatic Answer</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Automatic Mark</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Average</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Basic Filter</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Below 0: earlier.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Blank Line</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Blank: the text is removed.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Browse Folders…</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Camelize</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Capitalize</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Ceiling</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Certificate belongs to another name</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Certificate expired on {date}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Certificate is valid only from {date}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Certificate issuer is not known</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Certificate not trusted</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Change Protocol to {found}, or use port {usual}. For SMTP create a Send Email connection.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Character to add</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Check both; many servers want the full address as User Name.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Check host name and port.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Check the clock of this computer: it shows {now}.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Check the name[ ({suggestion}?)]. For an internal server connect to the VPN.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Check the network or the VPN, then try again.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Check the port; some providers and networks block 25.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Choose SSL/TLS.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Choose StartTLS or SSL/TLS.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Choose one from the list.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Comma</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Compare the fingerprint with the one from your administrator, then trust it.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Compare…</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Concatenate</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Conditional Flows</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Connect to a network or VPN, then try again.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Constants</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Consumed Data</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Contains</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Continue only if an expression holds</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Continue only if incoming data match</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Continue only if simple criteria are met</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Convert Area Unit</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Convert Distance Unit</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Convert Mass Unit</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Convert Volume Unit</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Converts a number from one unit to another.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Copy Details</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Copy To</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Copy everything from BEGIN CERTIFICATE to END CERTIFICATE.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Copy the details for your administrator.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Count</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Counted from 0.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Create an app password in your account and paste it here.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Create the Folder</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Cubic Foot</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Cubic Meter</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Custom Text</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Data Mapper</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Dates</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Day of Week</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Day of Year</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Days</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Default if empty</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Delay</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Delete on the server</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Deliver into Folder</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Divide</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Each address or name of a field that holds several.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Each attachment by itself; a text file's content is the Email text.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Each entry; the names in an entry become fields.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Each line that is not blank.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Each mapping fills one or several fields of the next step.</source>
<translation type="unfinished"></translation>
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
<translation type="unfinished"></translation>
</message>
<message>
<source>Each message is composed and waits under Needs Attention until you send or skip it.</source>
<translation type="unfinished"></translation>
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
<translation type="unfinished"></translation>
</message>
<message>
<source>Each rule names a field, an operator and keywords.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Edit Email from</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Edit Host Name</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Edit Password</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Edit Recipients</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Email HTML</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Email Host Name</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Email Server Port Number</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Email bcc</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Email cc</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Email from</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Email message</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Email subject</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Email text</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Email to</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Encrypted from the first byte. Recommended.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Ends With</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Enter Password</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Enter User Name</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Enter User Name and Password, or use the right server.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Enter it again.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Enter the account that may use this server.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Entry of a JSON Array</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Equals</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Exactly as written, even if it contains HTML.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Expression</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Fetch from Server</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Fetch the current one and compare it.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Field</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>File Extension</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Files</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Fills one of several targets, by its number.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>First character</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Floor</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Folder</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Folder “{folder}” does not exist</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Foot (ft)</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>For an answer to the received message.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Format</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Format Date</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Forwarded as Attachment</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Forwarded in the Text</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Freemarker</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>From</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Gallon (US Fluid)</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Goes to the sender of the received message, unless Email to is filled.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>HTML</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>HTML when the text contains HTML, otherwise plain text.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>How many</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>How many characters the text has, or items the list; -1 without a value.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>How many of the newest messages are taken.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>How many times</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>How many values there are; blank ones do not count.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>How the text is marked.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>How to write it</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Imap keeps email on the server in folders. Pop3 gives access to the inbox only.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>In place of rules: a condition in the language of Advanced Filter.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>In-Reply-To</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Inbox</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Inch (in)</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Index Of</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Input Values</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Insert values into a text that you write</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Install one (for example GNOME Keyring or KWallet), or use an encrypted file with a master password.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Is Null</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>It answered, then hung up. Often too many sign-ins in a short time.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>It asked to come back later. Your settings may be right.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>It cannot switch to encryption here, so Mailflow stopped before signing in.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>It offers only {version}, which is no longer safe.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>It refuses passwords on an open connection. Yours was not sent.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>It was removed from the keyring, or belongs to another user account.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Item At</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Items</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Join With</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Join items after a split</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Joined items</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Joined text</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Joins the values into one text; blank ones are left out.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Joins the words: “new order” becomes newOrder.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Kilogram (kg)</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Largest Message</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Largest number of messages that one poll can return. If there are more, the oldest come first and the rest at the next poll.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Last Index Of</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Lead: {{subject}}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Leave Folder blank, or use an IMAP connection.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Leave as it is</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Leave blank to obtain email from the inbox.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Leave both empty only if the server does not ask for a sign-in.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Leave it, start with new email</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Length</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Line of Text</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Liter</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Log</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Lowercase</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Mail of programs, mailing lists and delivery reports gets no answer (RFC 3834), so that no loop begins.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Mailflow keeps passwords in the system keyring and cannot read it now.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Mailflow remembers what it has taken. Every poll matters only while Unseen Only is off.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Map fields from the input to the next step</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Mappings</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Mark as Read</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Mark as read</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Mark as read and copy to a folder</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Maximum</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Maximum Emails</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Message Body</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Message Context</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Message-ID</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Messages per Day</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Messages per Hour</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Meter (m)</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Mile (mi)</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Minimum</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Move to a folder</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Multiply</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Mustache</source>
<translation type="unfinished"></translation>
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
<translation type="unfinished"></translation>
</message>
<message>
<source>Name</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Names of fixed texts, for the window. Mappings hold the texts themselves.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Needed only for a server on an internal network that uses its own certificate.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>New Line</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>No answer within {seconds} seconds. Usually a wrong port or a firewall that drops connections silently.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>No keyring on this system</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>No limit (−1)</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>No mail server answers on port {port}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>No name server gave an answer, so it is not known where this server is.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>No server has this name. It may be misspelled, or known only inside your company network.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>None</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Normalize</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Not encrypted: everybody on the way can read along.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Nothing</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Number of items</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Number of the item</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Number of the target</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Number on the server</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Numbers</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Obtain email from an imap or pop3 server.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Obtain messages from the email account that this connection is authorized to access.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Obtain only messages that are marked as unread on the email server.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>One of the values, by its number.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Only Files Named</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Only continue if</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Open Account Page</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Open File…</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Other programs do not answer it.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Otherwise</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>POP3 gives access to the inbox only</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Pad Left</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Pad Right</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Parameter Priority</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Part of Text</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Pass on attachments</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Password</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Passwords are switched off for mail programs by the provider.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Paste Password</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Patterns with * and ?, separated by commas, such as *.pdf, invoice*. Blank: every file.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Per Recipient and Hour</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Pictures in the Text Too</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Placeholders such as {{subject}}, and sections</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Plain Text</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Poll at once when the server announces new email. Needs imap; polls go on beneath it.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Port {port} does not start with encryption</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Port {port} expects SSL/TLS</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Port {port} speaks {found}, not {wanted}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Pound (lb)</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Prepend</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Process Each</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Process each item on its own</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Protocol</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Push</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Put the received message, unchanged, into a folder of this account.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Puts a text at the end.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Puts a text in front.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Puts the received text below your answer, each line marked with &gt;.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Puts the values into a text.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Quote the Received Text</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Receive Email</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Recommended</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>References</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Removes white space at both ends.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Removes white space at the beginning.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Removes white space at the end.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Removes white space at the ends and makes one space of each run within.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Repeat</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Replace All</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Replace First</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Replaces a text where it stands first.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Replaces a text wherever it stands.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Reply to</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Round</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Rules</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>SSL/TLS</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Save Attachments</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Save files of the message into a folder</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Saved files</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Seconds</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Security Method</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Send Email</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Send Text As</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Send an email message from the account that this connection is authorized to access.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Send email through an smtp server.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Send the message down different flows</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Send the password unencrypted</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Sends the attachments of the received message along.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Sent</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Sent by a Program</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Separate by Dash</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Separate by Underscore</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Separator</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Server Certificate</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Server “{host}” was not found</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Set a Master Password…</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Several values</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Show Details</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Sign In with {provider}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Sign in in your browser instead.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Size</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Someone interferes with the encryption</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Something else answers here ({banner}).</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Something unexpected happened</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Space</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Split</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Square Foot</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Square Meter</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Square Mile</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Start From</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>StartTLS</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Starts With</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Starts plain, then switches to encryption before you sign in.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Subject, sender, date, message ID, folder and UID</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Substring</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Substring After</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Substring Before</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Subtract</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Such as dd.MM.yyyy, EEEE d MMMM yyyy or HH:mm. A text stands in single quotes.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Switch it on in the account's settings, or ask the administrator.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Take all of it</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Take each message once</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Take the newest</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Take the same messages at every poll</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Takes a piece of the text.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Takes another text if there is none.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Takes the text apart; with several targets each gets one part.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Takes what stands after a text; all if that is not there.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Takes what stands before a text; all if that is not there.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Tell the administrator. On an internal network you may accept it if the fingerprint is right.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Tells other mail programs that no person wrote this email (RFC 3834): they do not answer by themselves.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Template</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Template Language</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Text</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Text between the parts</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Text between the values</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Text to compare with</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Text to look for</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Text to put at the end</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Text to put in front</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Text to put there</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Text to use instead</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Text with places</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The account has no folder with this name. Names may differ in case or language.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The account is locked for now</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The account may use only its own addresses.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The address that the email comes from. One address; many servers accept only the account's own.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The body. Plain text, without placeholders. Text that contains HTML is sent as HTML.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The certificate you gave is valid, but the server shows another one.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The date of this computer or of the server is probably wrong.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The day of the week as a number: 1 is Monday.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The day of the year as a number, from 1.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The delivered message counts as read.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The field that is split.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The first value divided by each of the others.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The first value less each of the others.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The folder is created when it is missing.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The folder that gets the message.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The largest value.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The mapped value wins. What you type above is the default.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The mean of the values.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The name “{host}” could not be looked up</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The nearest whole number; halves go up.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The next whole number above.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The next whole number below.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The number without its sign.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The parts between a separator.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The password is kept in your system keyring.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The pasted text has no readable PEM block, or it is a private key.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The product of the values.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The received message is attached, byte for byte.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The received message stands below your text.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The saved password is missing</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The server allows sign-in only when encrypted</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The server asks for a sign-in</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The server closed the connection</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The server does not forward to other domains</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The server does not let you send as {from}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The server does not offer StartTLS on port {port}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The server does not use this certificate</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The server exists, but nothing answers on this port, or a firewall blocks it.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The server is busy ({code})</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The server is right, only the sign-in failed.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The server refused the user name or password</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The server sent an answer that Mailflow does not know.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The server shows a different certificate</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The server signed its certificate itself, as many internal servers do.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The server's answer to StartTLS carried more than it may. Mailflow stopped before signing in.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The server's certificate is too old, so its identity cannot be confirmed.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The server's encryption is too old</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The smallest value.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The subject line. Plain text, without placeholders.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The sum of the values.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The text between two parts.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The text is not a certificate</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The text of the message. It stays in the log.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>There is a mail server, but for another protocol.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>There is no network connection, so no server can be reached.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>This Email Is</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>This computer is offline</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>This flow takes every message that no other flow takes.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>This one is left out. -1: up to the end.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>This server has no folder “{folder}”. Other folders need IMAP.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>This very text; it is not a pattern.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Time between two polls.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>To</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Too many attempts. The server refuses even the right password.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Trim</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Trim Left</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Trim Right</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>True if the text begins with another one.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>True if the text contains another one; of several values, if one of them is equal to it.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>True if the text ends with another one.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>True if the text is exactly this one.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>True if there is no value.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Trust Anyway…</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Trust New Certificate</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Trust This Certificate</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Trust it after comparing the fingerprint, or paste your company's root certificate.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Trust this certificate whatever its name and dates say</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Try All Usual Ports</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Try Port {usual}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Try again in a minute.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Try {user@domain}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Unlock Keyring</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Unlock it with your login password.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Unseen Only</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Until now it used the one you trusted. It was renewed, or someone is in between. Nothing was sent.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Up to character</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Uppercase</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Use Inbox</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Use Port {tlsPort}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Use Port {usual}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Use SSL/TLS</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Use SSL/TLS on {tlsPort}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Use SSL/TLS with port {tlsPort}, or another network.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Use SSL/TLS with port {tlsPort}.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Use StartTLS</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Use StartTLS on this port, or SSL/TLS on {tlsPort}.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Use for This Session Only</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Use the name in the certificate if it is your provider's.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Use the usual port for this protocol and security method.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Use {account}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Use {account} as Email from.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Use {found}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Use {name}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Use {suggestion}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>User Name</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>User name and password may be right, but the account does not allow {protocol}.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Validate Again</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Value of a List</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Values are made safe when the template is HTML</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Values stay as they are</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Velocity</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Wait 15 minutes; Mailflow does not try by itself meanwhile.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Wait a few minutes, or close other mail programs.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>What becomes of a message on the server when all steps have succeeded.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>What happens with several rules.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>What happens with several rules. A message that does not match ends here, as a success.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>What of each item is joined.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>What stands after the last dot: pdf of offer.pdf.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>What the flow is called on the canvas. Blank: its condition in words.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>What to do with email that is already there when the integration starts for the first time.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>What you type above always wins over the mapped value.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>When a field is typed here and also mapped</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>When incoming data match</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>When one address has got so many in an hour, sending pauses and asks you. -1: no limit.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>When the account has no folder of this name.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>When the integration has sent so many in a day, sending pauses and asks you. -1: no limit.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>When the integration has sent so many in an hour, sending pauses and asks you. -1: no limit.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Where another text begins first, counted from 0; -1 if nowhere.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Where another text begins last, counted from 0; -1 if nowhere.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Where answers go, when not to Email from.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Who gets a copy without the others seeing it.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Who gets a copy. Everyone sees these addresses.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Who gets the email. Separate several addresses with a comma.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Without a keyring Mailflow cannot store passwords safely.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Without a relation to the received message.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Without sign-in it accepts only its own addresses.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Write to the integration’s log</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Write {{name}} where a value goes.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Writes a dash for white space, colon, underscore, plus and equals sign.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Writes a date as you want it.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Writes an underscore for white space, colon, dash, plus and equals sign.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Writes every letter large.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Writes every letter small.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Writes the first letter large.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Writes the text several times.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Written As</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Yard (yd)</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>You asked for {host}, the certificate is for {names}. It may be a wrong name, or someone in between.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>You chose SSL/TLS, but the server speaks plain text first on this port.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>You chose {method}, but this port is encrypted from the first byte.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>You left User Name and Password empty, but this server needs them.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Your account has two-step sign-in. The normal password does not work in mail programs.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Your keyring is locked</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>contains</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>contains (ignore case)</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>ends with</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>equals</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>equals (ignores case)</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>greater than</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>greater than or equal to</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>imap</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>imap.example.org</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>in</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>in the range</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>less than</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>less than or equal to</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>matches</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>megabytes</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>name@example.org</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>name@example.org, …</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>not contains</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>not equals</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>not in</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>not matches</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>pop3</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>smtp.example.org</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>starts with</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>subject contains "offer" and (size &gt; 10000 or attachments &gt; 0)</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>{host} does not accept connections on port {port}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>{host} does not answer</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>{protocol} is switched off for this account</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>{provider} accepts only a browser sign-in</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>{provider} needs an app password</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“{issuer}” signed it, but this computer does not know that issuer. Common for company certificates.</source>
<translation type="unfinished"></translation>
</message>
</context>
</TS>

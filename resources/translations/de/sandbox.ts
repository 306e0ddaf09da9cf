<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>sandbox</name>
<message>
<source>&lt;html&gt;&lt;body&gt;&lt;h1&gt;Spring is here&lt;/h1&gt;&lt;p&gt;Until Friday all seeds are &lt;b&gt;20&amp;nbsp;%&lt;/b&gt; cheaper.&lt;/p&gt;&lt;p&gt;&lt;a href="https://www.example.com/shop"&gt;To the shop&lt;/a&gt;&lt;/p&gt;&lt;/body&gt;&lt;/html&gt;
</source>
<translation>&lt;html&gt;&lt;body&gt;&lt;h1&gt;Der Frühling ist da&lt;/h1&gt;&lt;p&gt;Bis Freitag ist alles Saatgut &lt;b&gt;20&amp;nbsp;%&lt;/b&gt; günstiger.&lt;/p&gt;&lt;p&gt;&lt;a href="https://www.example.com/shop"&gt;Zum Laden&lt;/a&gt;&lt;/p&gt;&lt;/body&gt;&lt;/html&gt;
</translation>
</message>
<message>
<source>&lt;p&gt;Hello,&lt;/p&gt;&lt;p&gt;shall we meet on &lt;em&gt;Thursday at 10:00&lt;/em&gt; in room 4?&lt;/p&gt;&lt;p&gt;Mira&lt;/p&gt;
</source>
<translation>&lt;p&gt;Hallo,&lt;/p&gt;&lt;p&gt;treffen wir uns am &lt;em&gt;Donnerstag um 10:00&lt;/em&gt; in Raum 4?&lt;/p&gt;&lt;p&gt;Mira&lt;/p&gt;
</translation>
</message>
<message>
<source>Automatic reply: Question</source>
<translation>Automatische Antwort: Frage</translation>
</message>
<message>
<source>Dear customer,

your invoice 2026-0417 over 1,240.00 EUR is attached.

Northwind Paper
</source>
<translation>Guten Tag,

anbei Ihre Rechnung 2026-0417 über 1.240,00 EUR.

Northwind Paper
</translation>
</message>
<message>
<source>Good morning,

does your product A-100 also run on 110 volts, and how long is the warranty?
We would need 25 pieces by the end of the month.

Kind regards
Ada Brandt
</source>
<translation>Guten Morgen,

läuft Ihr Produkt A-100 auch mit 110 Volt, und wie lange gilt die Garantie?
Wir bräuchten 25 Stück bis Monatsende.

Freundliche Grüße
Ada Brandt
</translation>
</message>
<message>
<source>Hello,

shall we meet on Thursday at 10:00 in room 4?

Mira
</source>
<translation>Hallo,

treffen wir uns am Donnerstag um 10:00 in Raum 4?

Mira
</translation>
</message>
<message>
<source>Hello,

what does the starter kit cost for a school?

Thank you
Tom Okafor
</source>
<translation>Hallo,

was kostet das Starterpaket für eine Schule?

Vielen Dank
Tom Okafor
</translation>
</message>
<message>
<source>I am out of the office until 16 March and will answer after my return.
</source>
<translation>Ich bin bis 16. März nicht im Büro und antworte nach meiner Rückkehr.
</translation>
</message>
<message>
<source>Invoice 2026-0417</source>
<translation>Rechnung 2026-0417</translation>
</message>
<message>
<source>Meeting on Thursday</source>
<translation>Treffen am Donnerstag</translation>
</message>
<message>
<source>On day {day} {who} wrote:</source>
<translation>Am Tag {day} schrieb {who}:</translation>
</message>
<message>
<source>Price for the starter kit?</source>
<translation>Preis für das Starterpaket?</translation>
</message>
<message>
<source>Question about product A-100</source>
<translation>Frage zum Produkt A-100</translation>
</message>
<message>
<source>Re: Re: Re: Question about product A-100</source>
<translation>Re: Re: Re: Frage zum Produkt A-100</translation>
</message>
<message>
<source>Spring offers: 20 % off seeds</source>
<translation>Frühlingsangebote: 20 % auf Saatgut</translation>
</message>
<message>
<source>That is answer number {number}.</source>
<translation>Das ist Antwort Nummer {number}.</translation>
</message>
<message>
<source>Then we order 25 pieces. Thank you for your patience.</source>
<translation>Dann bestellen wir 25 Stück. Danke für Ihre Geduld.</translation>
</message>
<message>
<source>Two of five boxes were wet. Photo attached.
.
The line above is a single dot.

R. Novak
</source>
<translation>Zwei von fünf Kartons waren nass. Foto anbei.
.
Die Zeile darüber ist ein einzelner Punkt.

R. Novak
</translation>
</message>
<message>
<source>URGENT: delivery 5521 is damaged</source>
<translation>DRINGEND: Lieferung 5521 ist beschädigt</translation>
</message>
</context>
</TS>

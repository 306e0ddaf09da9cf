<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>ui-connections</name>
<message>
<source> or </source>
<translation type="unfinished"></translation>
</message>
<message>
<source>1 integration uses this connection. It restarts with the new settings when you save.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>A connection is a mail server with your account. Integrations receive and send through it.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>A pretend mail server on this computer with sample messages.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Ask the administrator for the new fingerprint. Trust the new certificate only if it is the same.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Back</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Cancel</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Cancel Validation</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Cancelled</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Certificates (*.pem *.crt *.cer *.der);;All files (*)</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Choose Next to give this connection a name.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Choose Save to use these settings.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Choose a connector</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Choose a name that helps you tell it apart from your other connections.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Choose connector</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Clear Filter</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Click a connector, or press Enter</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Close</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Compare the certificates</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Compare the fingerprint first</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Configure connection</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Connection “{name}” created</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Connection “{name}” deleted</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Connection “{name}” has been successfully validated</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Connections</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Copy Details</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Copy Fingerprint</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Create Connection</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Create one in your account and use it here instead of your normal password.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Delete…</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Description</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Discard</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Discard this connection?</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Edit</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Edit Settings</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Enter Master Password…</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Enter a name.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Fetch from Server</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Fetching…</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Fill In</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Filter by name</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Finishes an integration, or sends in the middle</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>I compared the fingerprint</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Issued by</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Issued to</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>It can't be deleted while these use it:</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Its name or dates do not fit. Mailflow will accept exactly this certificate and no other.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Keep Editing</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Mail servers and accounts that your integrations can use.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Mailflow can't do that yet. A password is refused there.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>More Actions</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>More Actions for {name}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Name</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Name connection</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Name this connection</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Next</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>No answer on this port.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>No connection is called “{text}”</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>No connections yet</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>No integration uses this connection yet.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>No server has this name.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>No sign-in</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Not successful</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Not tried.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Not used yet</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Not validated</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Nothing answers on this port.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Nothing leaves your machine</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Nothing was saved.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Open Account Page</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Open Certificate</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Open File…</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Optional</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Practice</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Refused by the server.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Running</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>SHA-256 fingerprint</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Sandbox</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Save</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Save Without Validating</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Save changes to “{name}”?</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Saving…</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Send Anyway</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Show Integrations</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Shown by the server now</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Starts an integration</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Successful</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Summary</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Technical details</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>That name is taken. Try another.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The certificate is for another name.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The fields marked with|*|are required.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The file can't be read</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The server's certificate</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>The server's certificate is too old.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>These are the settings of {provider}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>This is the name you see when you build an integration.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>This server needs a sign-in.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>This server needs its certificate here.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>To answer or forward messages, create one after you save.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>To answer or forward messages, create one for {server} after you save.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Trust Anyway</source>
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
<source>Trust it only if this fingerprint is the one your administrator gave you.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Trust this certificate anyway?</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Trusted until now</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Undo</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Use StartTLS</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Used by</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Used by 1 integration</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Used by {count} integrations</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Usual for {protocol}: {ports}.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Valid</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Validate</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Validate Again</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Validate the connection first</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Validated</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Validating…</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Validation</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>What should this connection do? You can add the other one later.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>What you typed is not saved.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>With Security Method None everybody on the way to the server can read it. Nothing was sent yet.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>You will also want a Send Email connection</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Your email server</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Your password was not sent.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>Your password would travel unencrypted</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>in your keyring</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>itself (self-signed)</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>no</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>none</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>not needed</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>not used</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>this certificate only</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>today, {time}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>yes</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>yesterday, {time}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>{connector} has been successfully validated</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>{count} integrations use this connection. They restart with the new settings when you save.</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>{host}, port {port}, {method}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>{name} · issued by {issuer} · valid to {date}</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>{port} with {method}</source>
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
<source>“{name}” is used by 1 integration</source>
<translation type="unfinished"></translation>
</message>
<message>
<source>“{name}” is used by {count} integrations</source>
<translation type="unfinished"></translation>
</message>
</context>
</TS>

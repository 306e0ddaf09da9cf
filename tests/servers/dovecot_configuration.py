"""The text of a Dovecot 2.3 configuration: unprivileged, loopback, fast answers to wrong passwords."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

SERVICES = ("imap", "imaps", "pop3", "pop3s", "submission", "submissions", "lmtp")


@dataclass(frozen=True)
class DovecotOptions:
    """What a test may vary. `settings` is appended verbatim, so it wins over everything above it.

    encrypted_sign_in_only: LOGINDISABLED until StartTLS. Dovecot trusts a client on its own address, so it
    then listens on 127.0.0.2 (`Dovecot.host` says so).
    hidden: IMAP capabilities that are not announced, for example ("MOVE", "UIDPLUS").
    relay_port: where submission hands mail on to; without it submission is not offered.
    introspection_url: OAuth 2.0 token introspection (GET, token appended); switches XOAUTH2 on.
    """

    encrypted_sign_in_only: bool = False
    separator: str = "/"
    prefix: str = ""
    hidden: tuple[str, ...] = ()
    relay_port: int | None = None
    introspection_url: str | None = None
    mechanisms: str = "plain login"
    settings: str = ""

    @property
    def address(self) -> str:
        """The address it listens on."""
        return "127.0.0.2" if self.encrypted_sign_in_only else "127.0.0.1"


_GENERAL = """
base_dir = {home}/run
state_dir = {home}/state
log_path = {home}/dovecot.log
listen = {listen}
instance_name = mailflow-test
hostname = mail.example.org
default_internal_user = {user}
default_login_user = {user}
default_internal_group = {group}
first_valid_uid = 0
mail_uid = {user}
mail_gid = {group}
mail_location = maildir:{home}/mail/%n
mail_fsync = never
mail_max_userip_connections = 200
mailbox_idle_check_interval = 1 s
disable_plaintext_auth = {encrypted_only}
ssl = yes
ssl_cert = <{home}/cert.pem
ssl_key = <{home}/key.pem
ssl_dh =
auth_mechanisms = {mechanisms}
auth_failure_delay = 0
auth_username_format = %n
auth_verbose = yes
auth_debug = yes
pop3_uidl_format = %08Xu%08Xv
submission_max_mail_size = 50M
recipient_delimiter =
userdb {{
  driver = static
  args = uid={user} gid={group} home={home}/mail/%n
}}
namespace inbox {{
  inbox = yes
  separator = {separator}
  prefix = {prefix}
  mailbox Sent {{
    special_use = \\Sent
  }}
  mailbox Trash {{
    special_use = \\Trash
  }}
}}
service lmtp {{
  user = {user}
  inet_listener lmtp {{
    port = {lmtp}
  }}
}}
service anvil {{
  chroot =
  # Without this each failed sign-in slows the next ones down by up to 15 s.
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
}}
"""

_PASSWORDS = """
passdb {{
  driver = passwd-file
  mechanisms = plain login cram-md5
  args = scheme=PLAIN username_format=%n {home}/users/%n
}}
"""

_TOKENS = """
passdb {{
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = {home}/oauth2.conf.ext
}}
"""

_LOGIN = """
service {name}-login {{
  chroot =
  service_count = 0
  inet_listener {name} {{
    port = {plain}
  }}
  inet_listener {name}s {{
    port = {tls}
    ssl = yes
  }}
}}
"""

_INTROSPECTION = """
introspection_mode = get
introspection_url = {url}
active_attribute = active
active_value = true
username_attribute = username
timeout_msecs = 2000
"""

_IMAP_CAPABILITIES = (
    "IMAP4rev1 SASL-IR LOGIN-REFERRALS ID ENABLE IDLE SORT SORT=DISPLAY THREAD=REFERENCES THREAD=REFS "
    "THREAD=ORDEREDSUBJECT MULTIAPPEND URL-PARTIAL CATENATE UNSELECT CHILDREN NAMESPACE UIDPLUS "
    "LIST-EXTENDED I18NLEVEL=1 CONDSTORE QRESYNC ESEARCH ESORT SEARCHRES WITHIN CONTEXT=SEARCH LIST-STATUS "
    "BINARY MOVE SNIPPET=FUZZY PREVIEW=FUZZY PREVIEW STATUS=SIZE SAVEDATE LITERAL+ NOTIFY SPECIAL-USE"
)


def configuration(options: DovecotOptions, home: Path, account: tuple[str, str], ports: Mapping[str, int]) -> str:
    """The `dovecot.conf` for these options; `account` is the system user and group it runs as."""
    tokens = options.introspection_url is not None
    parts = [
        "protocols = imap pop3 lmtp" + (" submission" if options.relay_port else ""),
        _GENERAL.format(
            home=home,
            user=account[0],
            group=account[1],
            encrypted_only="yes" if options.encrypted_sign_in_only else "no",
            listen=options.address,
            mechanisms=options.mechanisms + (" xoauth2 oauthbearer" if tokens else ""),
            separator=options.separator,
            prefix=options.prefix,
            lmtp=ports["lmtp"],
        ),
        _TOKENS.format(home=home) if tokens else "",
        _PASSWORDS.format(home=home),
    ]
    names = ["imap", "pop3"]
    if options.relay_port:
        names.append("submission")
        parts.append(f"submission_relay_host = 127.0.0.1\nsubmission_relay_port = {options.relay_port}")
    parts += [_LOGIN.format(name=name, plain=ports[name], tls=ports[name + "s"]) for name in names]
    if options.hidden:
        shown = (word for word in _IMAP_CAPABILITIES.split() if word not in options.hidden)
        parts.append("imap_capability = " + " ".join(shown))
    return "\n".join([*parts, options.settings, ""])


def introspection(url: str) -> str:
    """The text of `oauth2.conf.ext`."""
    return _INTROSPECTION.format(url=url)

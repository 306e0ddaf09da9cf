"""The text of a Dovecot configuration, for 2.3 and 2.4: unprivileged, loopback, fast answers to wrong passwords."""

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
mail_fsync = never
mail_max_userip_connections = 200
mailbox_idle_check_interval = 1 s
ssl = yes
auth_mechanisms = {mechanisms}
auth_failure_delay = 0
auth_verbose = yes
auth_debug = yes
submission_max_mail_size = 50M
recipient_delimiter =
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

# What the two versions say differently.
_VERSIONS = """
dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
"""

_GENERAL_23 = """
protocols = {protocols}
mail_location = maildir:{home}/mail/%n
disable_plaintext_auth = {encrypted_only}
ssl_cert = <{home}/cert.pem
ssl_key = <{home}/key.pem
ssl_dh =
auth_username_format = %n
pop3_uidl_format = %08Xu%08Xv
userdb {{
  driver = static
  args = uid={user} gid={group} home={home}/mail/%n
}}
"""

_GENERAL_24 = """
protocols = {protocols}
mail_driver = maildir
mail_path = {home}/mail/%{{user | username}}
auth_allow_cleartext = {clear_too}
ssl_server_cert_file = {home}/cert.pem
ssl_server_key_file = {home}/key.pem
auth_username_format = %{{user | username}}
pop3_uidl_format = %{{uid | hex(8)}}%{{uidvalidity | hex(8)}}
# Otherwise Dovecot 2.4.5 gives each message a keyword of its own.
mail_attachment_detection_options {{
  add-flags = no
}}
userdb static {{
  fields {{
    uid = {user}
    gid = {group}
    home = {home}/mail/%{{user | username}}
  }}
}}
"""

_PASSWORDS_23 = """
passdb {{
  driver = passwd-file
  mechanisms = plain login cram-md5
  args = scheme=PLAIN username_format=%n {home}/users/%n
}}
"""

_PASSWORDS_24 = """
passdb passwd-file {{
  mechanisms_filter = plain login cram-md5
  default_password_scheme = PLAIN
  passwd_file_path = {home}/users/%{{user | username}}
}}
"""

_TOKENS_23 = """
passdb {{
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = {home}/oauth2.conf.ext
}}
"""

_TOKENS_24 = """
passdb oauth2 {{
  mechanisms_filter = xoauth2 oauthbearer
}}
oauth2 {{
  introspection_mode = get
  introspection_url = {introspection_url}
  active_attribute = active
  active_value = true
  username_attribute = username
}}
"""

_LOGIN = """
service {name}-login {{
  chroot =
  {reuse}
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


@dataclass(frozen=True)
class Setting:
    """Where a server runs: its folder, the system user and group it runs as, its ports, and Dovecot's version."""

    home: Path
    user: str
    group: str
    ports: Mapping[str, int]
    version: tuple[int, int]


def configuration(options: DovecotOptions, setting: Setting) -> str:
    """The `dovecot.conf` for these options."""
    old = setting.version < (2, 4)
    names = ["imap", "pop3"] + ["submission"] * bool(options.relay_port)
    tokens = options.introspection_url is not None
    parts = ["" if old else _VERSIONS, _GENERAL, _GENERAL_23 if old else _GENERAL_24]
    parts += [_TOKENS_23 if old else _TOKENS_24] * tokens + [_PASSWORDS_23 if old else _PASSWORDS_24]
    facts = {
        "home": setting.home,
        "user": setting.user,
        "group": setting.group,
        "protocols": " ".join([*names, "lmtp"]),
        "encrypted_only": "yes" if options.encrypted_sign_in_only else "no",
        "clear_too": "no" if options.encrypted_sign_in_only else "yes",
        "listen": options.address,
        "mechanisms": options.mechanisms + (" xoauth2 oauthbearer" if tokens else ""),
        "introspection_url": options.introspection_url,
        "separator": options.separator,
        "prefix": options.prefix,
        "lmtp": setting.ports["lmtp"],
    }
    texts = [part.format(**facts) for part in parts]
    if options.relay_port:
        texts.append(f"submission_relay_host = 127.0.0.1\nsubmission_relay_port = {options.relay_port}")
    reuse = "service_count = 0" if old else "restart_request_count = unlimited"
    texts += [
        _LOGIN.format(name=name, reuse=reuse, plain=setting.ports[name], tls=setting.ports[name + "s"])
        for name in names
    ]
    if options.hidden:
        shown = (word for word in _IMAP_CAPABILITIES.split() if word not in options.hidden)
        texts.append("imap_capability = " + " ".join(shown))
    return "\n".join([*texts, options.settings, ""])


def introspection(url: str) -> str:
    """The text of `oauth2.conf.ext`, which Dovecot 2.3 reads."""
    return _INTROSPECTION.format(url=url)

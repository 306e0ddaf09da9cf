"""Postfix with its own queue and ports on loopback: the mail server that most people who host their own mail have.

Sign-in and mailboxes are a Dovecot's. Needs root, as Postfix's master does. Blocking calls for the thread of the test.
"""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Self

from tests.servers.certificates import Certificate, signed_by_authority
from tests.servers.dovecot import Dovecot
from tests.servers.ports import free_port, wait_until

PROGRAM = Path("/usr/sbin/postfix")
DOMAIN = "example.org"
SECONDS = 30.0

# postconf(5), master(5). Mail for DOMAIN goes into Dovecot's folders; a name without an account is refused at RCPT.
_MAIN = f"""
compatibility_level = 3.6
queue_directory = {{home}}/queue
data_directory = {{home}}/data
maillog_file = {{home}}/postfix.log
maillog_file_prefixes = {{home}}
inet_interfaces = loopback-only
inet_protocols = ipv4
mynetworks =
myhostname = mail.{DOMAIN}
mydestination =
alias_maps =
local_recipient_maps =
virtual_mailbox_domains = {DOMAIN}
virtual_mailbox_maps = texthash:{{home}}/accounts
virtual_mailbox_base = {{mail}}
virtual_uid_maps = static:{{uid}}
virtual_gid_maps = static:{{gid}}
default_transport = error:no other domain is served here
message_size_limit = 2000000
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:127.0.0.1:{{auth}}
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
smtpd_tls_cert_file = {{certificate}}
smtpd_tls_key_file = {{key}}
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_recipient_restrictions = permit_sasl_authenticated, reject
smtpd_error_sleep_time = 0
"""
_MASTER = """
127.0.0.1:{smtp} inet n - n - - smtpd
127.0.0.1:{smtps} inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
virtual unix - n n - - virtual
error unix - - n - - error
retry unix - - n - - error
showq unix n - n - - showq
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
"""


def missing() -> str:
    """Why there is no Postfix here; empty when there is one."""
    if not PROGRAM.exists():
        return f"{PROGRAM} is missing (Debian package postfix)"
    return "" if os.geteuid() == 0 else "Postfix has to be started by root"


class Postfix:
    """A submission server; a context manager. `port` has StartTLS, `tls_port` TLS from the first octet.

    `dovecot` has the accounts, and listens for sign-ins on `auth_port` (see `auth_settings`).
    """

    def __init__(self, dovecot: Dovecot, auth_port: int) -> None:
        self.certificate: Certificate = signed_by_authority()
        self.port = self.tls_port = 0
        self._dovecot, self._auth_port = dovecot, auth_port
        self._home = Path()

    @property
    def log(self) -> str:
        """What it logged until now."""
        path = self._home / "postfix.log"
        return path.read_text("utf-8", "replace") if path.exists() else ""

    def __enter__(self) -> Self:
        self._home = Path(tempfile.mkdtemp(prefix="mailflow-postfix-"))
        self._home.chmod(0o755)  # its daemons run as other users
        for name in ("queue", "data", "etc"):
            (self._home / name).mkdir()
        shutil.chown(self._home / "data", "postfix")
        (self._home / "accounts").write_text("".join(f"{one}@{DOMAIN} {one}/\n" for one in self._dovecot.users))
        self.port, self.tls_port = free_port(), free_port()
        mail = self._dovecot.home / "mail"
        values = {
            "home": self._home, "mail": mail, "uid": mail.stat().st_uid, "gid": mail.stat().st_gid,
            "auth": self._auth_port, "smtp": self.port, "smtps": self.tls_port,
            "certificate": self.certificate.cert_path, "key": self.certificate.key_path,
        }  # fmt: skip
        (self._home / "etc" / "main.cf").write_text(_MAIN.format(**values))
        (self._home / "etc" / "master.cf").write_text(_MASTER.format(**values))
        self._order("start")
        try:
            wait_until(lambda: "daemon started" in self.log, SECONDS)
        except TimeoutError:
            self.__exit__()
            raise
        return self

    def _order(self, what: str, *, check: bool = True) -> None:
        command = [str(PROGRAM), "-c", str(self._home / "etc"), what]
        subprocess.run(command, capture_output=True, timeout=SECONDS, check=check)

    def __exit__(self, *_: object) -> None:
        self._order("stop", check=False)  # returns when it has ended; fails when it never began
        shutil.rmtree(self._home, ignore_errors=True)


def auth_settings(port: int) -> str:
    """For `DovecotOptions.settings`: the service where Postfix asks whether a sign-in is right."""
    return f"service auth {{\n  inet_listener postfix {{\n    port = {port}\n  }}\n}}\n"

"""Dovecot as a plain unprivileged process on loopback ports, with its state in a temporary folder.

Blocking calls for the thread that runs the test.
"""

import contextlib
import functools
import getpass
import grp
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import uuid
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Self

import imapclient

from tests.servers.certificates import Certificate, signed_by_authority
from tests.servers.dovecot_configuration import (
    SERVICES,
    DovecotOptions,
    Setting,
    configuration,
    introspection,
)
from tests.servers.ports import free_port, wait_until

PROGRAM = Path("/usr/sbin/dovecot")
LOG_MARK = "log-mark"
FIRST_USERS = {"alice": "secret", "bob": "secret"}


@functools.cache
def version() -> tuple[int, int]:
    """The version of the installed Dovecot, such as (2, 4)."""
    said = subprocess.run([PROGRAM, "--version"], capture_output=True, text=True, timeout=10, check=True).stdout
    major, minor = said.split(".")[:2]
    return int(major), int(minor)


class Dovecot:
    """A real IMAP, POP3, LMTP and (with a relay) submission server; a context manager.

    `ports` has imap, imaps, pop3, pop3s, submission, submissions and lmtp, all on `host`; they outlive
    `restart()`. The name `alice@anything` means the user `alice`.
    """

    def __init__(
        self,
        users: Mapping[str, str] | None = None,
        options: DovecotOptions | None = None,
        certificate: Certificate | None = None,
    ) -> None:
        self.users: dict[str, str] = dict(FIRST_USERS if users is None else users)
        self.options = options or DovecotOptions()
        self.certificate = certificate or signed_by_authority()
        self.host = "127.0.0.2" if self.options.encrypted_sign_in_only else "localhost"
        self.ports: dict[str, int] = {}
        self.home = Path()
        self._process: subprocess.Popen[bytes] | None = None

    # ---- life ----

    def start(self) -> Self:
        """Start and wait until IMAP greets. Raises RuntimeError with the log when it cannot."""
        self.home = Path(tempfile.mkdtemp(prefix="mailflow-dovecot-"))
        for name in ("run", "state", "mail", "users"):
            (self.home / name).mkdir()
        for attempt in range(3):  # a port may be taken between asking for it and listening
            self.ports = {name: free_port() for name in SERVICES}
            self._write_files()
            try:
                self._launch()
                break
            except RuntimeError:
                if attempt == 2:
                    raise
        return self

    def stop(self) -> None:
        """Stop at once and remove the state. May be called twice."""
        self._end(gently=False)
        if self.home != Path():
            shutil.rmtree(self.home, ignore_errors=True)

    def restart(self) -> None:
        """Close every connection, then serve again on the same ports with the same mail."""
        self._end()
        self._launch()

    def pause(self) -> None:
        """Stop serving (connection refused) but keep the mail; `resume()` goes on."""
        self._end()

    def resume(self) -> None:
        """Serve again after `pause()`."""
        self._launch()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    # ---- accounts and mail ----

    @property
    def authority_pem(self) -> str:
        """The PEM text a client has to trust."""
        return self.certificate.trust_pem

    def add_user(self, name: str | None = None, password: str = "secret") -> str:
        """Add an account while running; returns its name (made up when none is given)."""
        name = name or f"user{uuid.uuid4().hex[:10]}"
        self.users[name] = password
        self._write_user(name, password)
        return name

    @contextlib.contextmanager
    def client(self, user: str) -> Iterator[imapclient.IMAPClient]:
        """A signed-in IMAP client of the test's own."""
        context = self.certificate.client_context()
        with imapclient.IMAPClient(
            self.options.address, self.ports["imaps"], ssl=True, ssl_context=context, timeout=10
        ) as client:
            client.login(user, self.users[user])
            yield client

    def deliver(
        self, user: str, raw: bytes, folder: str = "INBOX", flags: Iterable[str] = (), made: bool = True
    ) -> None:
        """Append one message; the folder is created when it is missing (unless `made` is False)."""
        self.deliver_all(user, [raw], folder, flags, made)

    def deliver_all(
        self,
        user: str,
        raws: Iterable[bytes],
        folder: str = "INBOX",
        flags: Iterable[str] = (),
        made: bool = True,
    ) -> None:
        """Append messages in order over one connection."""
        with self.client(user) as client:
            if made and folder.upper() != "INBOX" and not client.folder_exists(folder):
                client.create_folder(folder)
            for raw in raws:
                client.append(folder, raw, list(flags))

    def create_folder(self, user: str, folder: str) -> None:
        """Create and subscribe a folder."""
        with self.client(user) as client:
            client.create_folder(folder)
            client.subscribe_folder(folder)

    def folders(self, user: str) -> list[str]:
        """The names of all folders, sorted."""
        with self.client(user) as client:
            return sorted(name for _, _, name in client.list_folders())

    def uids(self, user: str, folder: str = "INBOX") -> list[int]:
        """UIDs in order."""
        with self.client(user) as client:
            client.select_folder(folder, readonly=True)
            return [int(uid) for uid in client.search("ALL")]

    def flags(self, user: str, folder: str = "INBOX") -> dict[int, frozenset[str]]:
        r"""The flags of each UID, without \Recent."""
        with self.client(user) as client:
            client.select_folder(folder, readonly=True)
            found = client.get_flags(client.search("ALL"))
        return {
            int(uid): frozenset(flag.decode() for flag in flags if flag != b"\\Recent") for uid, flags in found.items()
        }

    def fetch_all(self, user: str, folder: str = "INBOX") -> list[bytes]:
        """The messages of a folder in UID order; nothing is marked."""
        with self.client(user) as client:
            client.select_folder(folder, readonly=True)
            uids = sorted(client.search("ALL"))
            found = client.fetch(uids, ["BODY.PEEK[]"]) if uids else {}
            return [bytes(found[uid][b"BODY[]"]) for uid in uids]

    def sizes(self, user: str, folder: str = "INBOX") -> list[int]:
        """RFC822.SIZE in octets of each message in UID order."""
        with self.client(user) as client:
            client.select_folder(folder, readonly=True)
            uids = sorted(client.search("ALL"))
            found = client.fetch(uids, ["RFC822.SIZE"]) if uids else {}
            return [int(found[uid][b"RFC822.SIZE"]) for uid in uids]

    def replace_folder(self, user: str, folder: str) -> None:
        """Delete and create the folder anew: same name, another UIDVALIDITY, no mail."""
        with self.client(user) as client:
            client.delete_folder(folder)
            client.create_folder(folder)

    # ---- log ----

    def log(self) -> str:
        """Everything logged so far; the last lines may be some milliseconds behind."""
        path = self.home / "dovecot.log"
        return path.read_text(errors="replace") if path.exists() else ""

    def auth_attempts(self, user: str) -> int:
        """How many times somebody tried to sign in as `user`, by any protocol, since the start.

        A sign-in of our own marks the end of the log first, so that no attempt is still under way to it.
        The test's own calls (`deliver`, `flags` …) count as well: compare two readings.
        """
        before = self._lookups(LOG_MARK)
        address, port = self.options.address, self.ports["imap"]
        with imapclient.IMAPClient(address, port, ssl=False, timeout=10) as client:
            if self.options.encrypted_sign_in_only:
                client.starttls(self.certificate.client_context())
            client.login(LOG_MARK, LOG_MARK)
        wait_until(lambda: self._lookups(LOG_MARK) > before, what="the mark in Dovecot's log")
        return self._lookups(user)

    # ---- inside ----

    def _lookups(self, user: str) -> int:
        lines = (line for line in self.log().splitlines() if "Performing passdb lookup" in line)
        return sum(f"({user}," in line for line in lines)

    def _write_files(self) -> None:
        user = getpass.getuser() if os.getuid() else "nobody"
        group = grp.getgrgid(pwd.getpwnam(user).pw_gid).gr_name
        shutil.copyfile(self.certificate.cert_path, self.home / "cert.pem")
        shutil.copyfile(self.certificate.key_path, self.home / "key.pem")
        text = configuration(self.options, Setting(self.home, user, group, self.ports, version()))
        (self.home / "dovecot.conf").write_text(text)
        if self.options.introspection_url:
            (self.home / "oauth2.conf.ext").write_text(introspection(self.options.introspection_url))
        for name, password in {**self.users, LOG_MARK: LOG_MARK}.items():
            self._write_user(name, password)
        if os.getuid() == 0:
            for path in [self.home, *self.home.rglob("*")]:
                shutil.chown(path, user, group)

    def _write_user(self, name: str, password: str) -> None:
        """One file an account: Dovecot looks at a changed file once a second, but at a new one at once."""
        path = self.home / "users" / name
        path.write_text(f"{name}:{{PLAIN}}{password}\n")
        if os.getuid() == 0:
            shutil.chown(path, "nobody")

    def _launch(self) -> None:
        command = [str(PROGRAM), "-F", "-c", str(self.home / "dovecot.conf")]
        if os.getuid() == 0:  # the login processes refuse to run as root
            group = pwd.getpwnam("nobody").pw_gid
            self._process = subprocess.Popen(
                command, user="nobody", group=group, extra_groups=[], start_new_session=True
            )
        else:
            self._process = subprocess.Popen(command, start_new_session=True)
        try:
            wait_until(self._answers, 15, "Dovecot's greeting")
        except TimeoutError as error:
            self._end()
            raise RuntimeError(f"Dovecot did not start:\n{self.log()}") from error

    def _answers(self) -> bool:
        assert self._process
        if self._process.poll() is not None:
            raise RuntimeError(f"Dovecot ended with {self._process.returncode}:\n{self.log()}")
        try:
            with socket.create_connection((self.options.address, self.ports["imap"]), 2) as connection:
                return connection.recv(100).startswith(b"* OK")
        except OSError:
            return False

    def _end(self, gently: bool = True) -> None:
        """End the master and, as a group, its children: those that carry TLS would outlive it."""
        if self._process is None:
            return
        process, self._process = self._process, None
        if gently:
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(10)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(10)

"""A tiny OAuth 2.0 token introspection endpoint (after RFC 7662) that Dovecot asks about bearer tokens."""

import json
import threading
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self
from urllib.parse import parse_qs, urlsplit

from tests.servers.ports import HOST


class TokenIntrospection:
    """token → user name in `tokens`; change it while the server runs. A context manager."""

    def __init__(self, tokens: Mapping[str, str] | None = None) -> None:
        self.tokens = dict(tokens or {})
        tokens_now = self.tokens

        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                token = parse_qs(urlsplit(self.path).query).get("token", [""])[0]
                user = tokens_now.get(token)
                body = json.dumps({"active": user is not None, "username": user or ""}).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:
                """Quiet."""

        self._server = ThreadingHTTPServer((HOST, 0), Answer)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), name="introspection")

    @property
    def url(self) -> str:
        """What to give to DovecotOptions.introspection_url."""
        return f"http://{HOST}:{self._server.server_address[1]}/introspect?token="

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(10)

"""Runs first in the frozen program: finds the system's certificate authorities where they are not in Debian's place.

The OpenSSL that is packed looks only where it was built to look; other distributions keep the same file elsewhere.
"""

import os
import ssl

PLACES = (
    "/etc/ssl/certs/ca-certificates.crt",  # Debian, Ubuntu, Arch, Alpine
    "/etc/pki/tls/certs/ca-bundle.crt",  # Fedora, RHEL
    "/etc/ssl/ca-bundle.pem",  # openSUSE
    "/etc/ssl/cert.pem",  # macOS, the BSDs
)


def find(default: str | None, places: tuple[str, ...] = PLACES) -> str | None:
    """The file to name in SSL_CERT_FILE: None when OpenSSL finds its own, or when there is none at all."""
    if default is not None and os.path.exists(default):  # noqa: PTH110 - pathlib would slow down each start
        return None
    return next((place for place in places if os.path.exists(place)), None)  # noqa: PTH110


if os.name == "posix" and "SSL_CERT_FILE" not in os.environ:
    _paths = ssl.get_default_verify_paths()
    _file = find(_paths.cafile or _paths.capath)
    if _file is not None:
        os.environ["SSL_CERT_FILE"] = _file

"""Transfer encodings, whole and broken."""

from __future__ import annotations

import pytest

from mailflow_gui.core.mime.transfer import decode_body


@pytest.mark.parametrize(
    ("body", "encoding", "decoded"),
    [
        (b"SGVs\r\nbG8=\r\n", "BASE64", b"Hello"),
        (b"SGVsbG8", "base64", b"Hello"),
        (b"SGVs!bG8=*", "base64", b"Hello"),
        (b"SGVsbG8h A", "base64", b"Hello!"),
        (b"a=C3=BC=\r\nb", "quoted-printable", "aüb".encode()),
        (b"a=XYb=", "Quoted-Printable", b"a=XYb"),
        (b"a=3D", "8bit", b"a=3D"),
        (b"a=3D", "made-up", b"a=3D"),
        (b"begin 644 x\n%2&5L;&\\\n`\nend\n", "x-uuencode", b"Hello"),
        (b"no begin", "uuencode", b"no begin"),
        (b"", "base64", b""),
    ],
)
def test_decoding(body: bytes, encoding: str, decoded: bytes) -> None:
    assert decode_body(body, encoding) == decoded

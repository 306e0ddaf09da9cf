"""The practice server's certificate is good for loopback names and nothing else."""

import ssl

from cryptography import x509

from mailflow_gui.sandbox.certificate import make_certificate


def test_names_this_computer_only_and_is_new_each_time() -> None:
    made = make_certificate()
    certificate = x509.load_pem_x509_certificate(made.pem.encode())
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert names.get_values_for_type(x509.DNSName) == ["localhost"]
    assert [str(one) for one in names.get_values_for_type(x509.IPAddress)] == ["127.0.0.1", "::1"]
    constraints = certificate.extensions.get_extension_for_class(x509.BasicConstraints).value
    assert not constraints.ca, "trusting it must not let it sign certificates for other servers"
    assert "PRIVATE" not in made.pem
    assert made.context.protocol == ssl.PROTOCOL_TLS_SERVER
    assert make_certificate().pem != made.pem

"""A certificate that a machine makes for itself, where no authority gives one: in trials, and between two machines."""

from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from rekam.edge.key.secretfile import create


def make_certificate(folder: Path, address: str, *, now: int, days: int = 7) -> tuple[Path, Path]:
    """A self-signed certificate for one address, and its key.

    Args:
        folder: Where both are put; made by the caller.
        address: IP address that the certificate is for.
        now: Unix seconds; it holds from here on.
        days: How long it holds.

    Returns:
        The certificate and the key, both PEM.

    Raises:
        Problem: As `secretfile.create`.
    """
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, address)])
    begun = datetime.fromtimestamp(now, UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begun)
        .not_valid_after(begun + timedelta(days=days))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(address))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, SHA256())
    )
    shown, secret = folder / "tls.pem", folder / "tls.key"
    shown.write_bytes(certificate.public_bytes(Encoding.PEM))
    create(secret, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()), name=secret.name)
    return shown, secret

import base64
import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509.oid import NameOID

from rekam.edge.device import first_use, only
from rekam.edge.device.simulator.key import DeviceKey
from rekam.edge.device.token import EMPTY_HASH, TokenReader, chained, from_unpadded, unpadded
from rekam.problem import Problem

NOW = datetime.now(UTC)


@pytest.fixture(scope="module")
def writer():
    return DeviceKey.create().signer()


def reader(trusted, now=NOW):
    return TokenReader("D1", "Rekam D1", trusted, now)


def refused(token, trusted, now=NOW):
    with pytest.raises(Problem) as caught:
        reader(trusted, now).read(token)
    return caught.value.code


def everyone(_signer, _thumbprint):
    return True


def segment(value):
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def self_signed(key, start=NOW - timedelta(days=1), end=NOW + timedelta(days=1)):
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "test")])
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    certificate = builder.serial_number(1).not_valid_before(start).not_valid_after(end)
    return certificate.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)


def signed(key, payload, certificate, header=None):
    """A token made without the library under test."""
    head = {"alg": "RS256", "typ": "JWT", "x5c": [base64.b64encode(certificate).decode()], **(header or {})}
    body = f"{segment(head)}.{segment(payload)}"
    signature = key.sign(body.encode(), padding.PKCS1v15(), hashes.SHA256())
    return f"{body}.{base64.urlsafe_b64encode(signature).rstrip(b'=').decode()}"


def test_a_token_signed_by_the_device_is_believed(writer):
    read = reader(only(writer.thumbprint)).read(writer.write({"bioType": "Finger"}))
    assert read.payload == {"bioType": "Finger"}
    assert read.thumbprint == hashlib.sha256(writer.certificate).hexdigest().upper()


def test_the_signature_verifies_with_plain_cryptography(writer):
    head, body, signature = writer.write({"a": 1}).split(".")
    certificate = x509.load_der_x509_certificate(writer.certificate)
    certificate.public_key().verify(
        from_unpadded(signature), f"{head}.{body}".encode(), padding.PKCS1v15(), hashes.SHA256()
    )
    assert json.loads(from_unpadded(head))["alg"] == "RS256"


def test_a_token_of_another_maker_is_believed_if_its_certificate_is():
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    certificate = self_signed(key)
    token = signed(key, {"x": 1}, certificate, {"kid": "k1", "vendor": "header"})
    assert reader(only(hashlib.sha256(certificate).hexdigest())).read(token).payload == {"x": 1}


def test_a_picture_of_two_megabytes_fits_into_a_token(writer):
    assert len(reader(everyone).read(writer.write({"v": "x" * 2_000_000})).payload["v"]) == 2_000_000


def test_a_changed_payload_is_refused(writer):
    head, _, signature = writer.write({"a": 1}).split(".")
    assert refused(f"{head}.{segment({'a': 2})}.{signature}", everyone) == "device.signature_bad"


def test_an_unsigned_token_is_refused(writer):
    x5c = [base64.b64encode(writer.certificate).decode()]
    assert refused(f"{segment({'alg': 'none', 'x5c': x5c})}.{segment({'a': 1})}.", everyone) == (
        "device.signature_bad"
    )


def test_the_public_key_does_not_serve_as_a_shared_secret(writer):
    certificate = x509.load_der_x509_certificate(writer.certificate)
    pem = certificate.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    x5c = [base64.b64encode(writer.certificate).decode()]
    body = f"{segment({'alg': 'HS256', 'x5c': x5c})}.{segment({'a': 1})}"
    forged = hmac.digest(pem, body.encode(), "sha256")
    assert refused(f"{body}.{unpadded(forged)}", everyone) == "device.signature_bad"


def test_a_short_rsa_key_is_refused():
    key = rsa.generate_private_key(public_exponent=65537, key_size=1024)
    assert refused(signed(key, {"a": 1}, self_signed(key)), everyone) == "device.signature_bad"


def test_a_key_that_is_not_rsa_is_refused(writer):
    certificate = self_signed(ec.generate_private_key(ec.SECP256R1()))
    _, body, signature = writer.write({"a": 1}).split(".")
    head = segment({"alg": "RS256", "x5c": [base64.b64encode(certificate).decode()]})
    assert refused(f"{head}.{body}.{signature}", everyone) == "device.signature_bad"


@pytest.mark.parametrize(
    "token", ["", ".", "..", "a.b.c", "null", "é.é.é", segment({"alg": "RS256"}) + ".e30.e30"]
)
def test_what_is_no_token_is_refused(token):
    assert refused(token, everyone) == "device.signature_bad"


def test_an_expired_certificate_is_named():
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    token = signed(key, {"a": 1}, self_signed(key))
    assert refused(token, everyone, NOW + timedelta(days=2)) == "device.certificate_expired"
    assert refused(token, everyone, NOW - timedelta(days=2)) == "device.certificate_expired"


def test_an_unknown_certificate_is_not_trusted(writer):
    assert refused(writer.write({}), only("00" * 32)) == "device.not_trusted"


def test_on_first_use_a_device_is_pinned_to_its_first_certificate(writer):
    trusted = first_use()
    reader(trusted).read(writer.write({}))
    reader(trusted).read(writer.write({}))
    assert refused(DeviceKey.create().signer().write({}), trusted) == "device.not_trusted"


def test_the_digital_id_may_have_a_certificate_of_its_own(writer):
    trusted = first_use()
    module = DeviceKey.create().signer()
    reader(trusted).read(writer.write({}))
    assert reader(trusted).read_digital_id(module.write({"serialNo": "1"})).thumbprint == module.thumbprint


def test_a_kept_key_is_the_same_next_time_and_readable_by_its_owner_only(tmp_path):
    path = tmp_path / "device.pem"
    first = DeviceKey.kept(path)
    assert DeviceKey.kept(path) == first
    assert path.stat().st_mode & 0o777 == 0o600


def test_base64url_is_read_with_and_without_padding():
    assert from_unpadded("-_8") == from_unpadded("-_8=") == b"\xfb\xff"
    assert unpadded(b"\xfb\xff") == "-_8"


@pytest.mark.parametrize("text", ["a", "+/8", "a b", "é"])
def test_other_text_is_no_base64url(text):
    with pytest.raises(ValueError, match=r"."):
        from_unpadded(text)


def test_the_hash_chain_begins_with_the_hash_of_nothing():
    assert EMPTY_HASH == "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855"
    record_hash = hashlib.sha256(b"record").digest()
    assert chained(EMPTY_HASH, b"record") == (
        hashlib.sha256(hashlib.sha256(b"").digest() + record_hash).hexdigest().upper()
    )

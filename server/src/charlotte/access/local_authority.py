"""A certificate for machines without one, signed by an authority of this installation that phones can trust."""

import ipaddress
import os
import socket
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from charlotte.clock import Clock

AUTHORITY_DAYS = 3650
SERVER_DAYS = 397
"""Browsers refuse longer ones."""
RENEW_DAYS = 30


@dataclass(frozen=True)
class Certificate:
    """Where the files are (PEM)."""

    authority: Path
    cert: Path
    key: Path


def local_certificate(folder: Path, host: str, clock: Clock) -> Certificate:
    """Return a certificate for this machine's names and addresses; makes or renews what is missing or old."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    files = Certificate(folder / "authority.pem", folder / "server.pem", folder / "server.key")
    names = own_names(host)
    if not _still_good(files, names, clock.now()):
        authority, signer = _authority(folder, clock.now())
        _write_server(files, names, authority, signer, clock.now())
    return files


def own_names(host: str) -> tuple[str, ...]:
    """Return what this machine is called and the addresses it can be reached at."""
    names = ["localhost", "127.0.0.1", "::1", socket.gethostname(), own_address()]
    if host not in ("0.0.0.0", "::", ""):  # noqa: S104 - compared, not bound
        names.append(host)
    return tuple(dict.fromkeys(name for name in names if name))


def own_address() -> str | None:
    """Return the address other machines of the network see; asks the routing table, sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return None
        address: str = probe.getsockname()[0]
        return address


def _still_good(files: Certificate, names: tuple[str, ...], now: datetime) -> bool:
    if not all(path.is_file() for path in (files.authority, files.cert, files.key)):
        return False
    cert = x509.load_pem_x509_certificate(files.cert.read_bytes())
    known = cert.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    covered = {str(name.value) for name in known}
    return set(names) <= covered and cert.not_valid_after_utc - now > timedelta(days=RENEW_DAYS)


def _authority(folder: Path, now: datetime) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    cert_file, key_file = folder / "authority.pem", folder / "authority.key"
    if cert_file.is_file() and key_file.is_file():
        key = load_pem_private_key(key_file.read_bytes(), None)
        assert isinstance(key, ec.EllipticCurvePrivateKey)
        return x509.load_pem_x509_certificate(cert_file.read_bytes()), key
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"Charlotte on {socket.gethostname()}"[:64])])
    cert = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=AUTHORITY_DAYS))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    _write_private(key_file, _pem(key))
    cert_file.write_bytes(cert.public_bytes(serialization.Encoding.PEM))
    return cert, key


def _write_server(
    files: Certificate,
    names: tuple[str, ...],
    authority: x509.Certificate,
    signer: ec.EllipticCurvePrivateKey,
    now: datetime,
) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    cert = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Charlotte")]))
        .issuer_name(authority.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=SERVER_DAYS - 1))
        .add_extension(x509.SubjectAlternativeName([_general_name(name) for name in names]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), critical=False)
        .sign(signer, hashes.SHA256())
    )
    _write_private(files.key, _pem(key))
    chain = (cert, authority)
    files.cert.write_bytes(b"".join(each.public_bytes(serialization.Encoding.PEM) for each in chain))


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _general_name(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)


def _pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def _write_private(path: Path, content: bytes) -> None:
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)

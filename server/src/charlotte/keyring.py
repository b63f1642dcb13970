"""The keys of one installation: what is not configured is made once and kept under the data folder."""

import base64
import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from charlotte.errors import CharlotteError


class KeyFileUnusable(CharlotteError):
    """A key file cannot be read or written."""

    code = "key_file_unusable"


@dataclass(frozen=True)
class Keyring:
    """All secrets of the server; their values never appear in a `repr`."""

    api_key: str = field(repr=False)
    """Standard key of `/v1`, also used by the broker to call the embedded engine."""
    staff_token: str = field(repr=False)
    cookie_key: bytes = field(repr=False)
    """Signs cookies; 32 bytes."""
    vault_key: bytes = field(repr=False)
    """Wraps the key of each session's words; 32 bytes."""


def open_keyring(data: Path, *, api_key: str | None = None, staff_token: str | None = None) -> Keyring:
    """Return the keys given, completed from files under `data`/keys that are made (mode 0600) when missing."""
    folder = data / "keys"
    return Keyring(
        api_key=api_key or _kept(folder / "api-key", lambda: "sk-charlotte-" + secrets.token_urlsafe(32)),
        staff_token=staff_token or _kept(folder / "staff-token", lambda: secrets.token_urlsafe(32)),
        cookie_key=_key_bytes(folder / "cookie-key"),
        vault_key=_key_bytes(folder / "vault-key"),
    )


def _key_bytes(path: Path) -> bytes:
    text = _kept(path, lambda: base64.b64encode(secrets.token_bytes(32)).decode())
    try:
        key = base64.b64decode(text, validate=True)
    except ValueError:
        key = b""
    if len(key) != 32:
        raise KeyFileUnusable(
            f"{path} does not hold a key of 32 bytes in base64.",
            hint="Restore the file from a backup. If it is lost, delete it: a new key is made, and what was "
            "encrypted with the old one can no longer be read.",
        )
    return key


def _kept(path: Path, make: Callable[[], str]) -> str:
    """Return the file's text; written whole before it gets its name, so that two starts agree on one value."""
    try:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
            descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w") as file:
                file.write(make() + "\n")
                file.flush()
                os.fsync(file.fileno())
            try:
                os.link(draft, path)
            except FileExistsError:
                pass
            finally:
                draft.unlink()
        text = path.read_text().strip()
    except OSError as failure:
        raise KeyFileUnusable(
            f"Cannot read or write {path}: {failure.strerror}.",
            hint="Choose another data folder with --data, or give this user the right to write there.",
        ) from None
    if not text:
        raise KeyFileUnusable(f"{path} is empty.", hint="Delete it: a new key is made at the next start.")
    return text

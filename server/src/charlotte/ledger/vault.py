"""Words at rest: AES-256-GCM with a key per session, wrapped by the key of the installation."""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap

from charlotte.errors import CharlotteError

NONCE_BYTES = 12


class WordsUnreadable(CharlotteError):
    """The words cannot be decrypted: another key, or bytes that were changed."""

    code = "words_unreadable"


class Vault:
    """Makes and opens the keys of sessions."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def new_key(self) -> bytes:
        """Return a fresh session key, wrapped."""
        return aes_key_wrap(self._key, AESGCM.generate_key(bit_length=256))

    def open(self, wrapped: bytes) -> "SessionCipher":
        """Return the cipher of a session. Raises `WordsUnreadable` when the key file is another one."""
        try:
            return SessionCipher(aes_key_unwrap(self._key, wrapped))
        except InvalidUnwrap:
            raise WordsUnreadable(
                "The key file does not fit this data folder.",
                hint="Restore keys/vault-key from the backup that belongs to this database.",
            ) from None


class SessionCipher:
    """Encrypts the words of one session; each is bound to its place in the journal."""

    def __init__(self, key: bytes) -> None:
        self._aead = AESGCM(key)

    def seal(self, words: bytes, place: str) -> bytes:
        """Return nonce and ciphertext."""
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._aead.encrypt(nonce, words, place.encode())

    def unseal(self, sealed: bytes, place: str) -> bytes:
        """Return the words. Raises `WordsUnreadable` when anything was changed or moved."""
        try:
            return self._aead.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], place.encode())
        except InvalidTag:
            raise WordsUnreadable("A journal entry was changed or moved.") from None


def place(session_id: str, seq: int, event_type: str) -> str:
    """Return the associated data of a journal entry."""
    return f"{session_id}|{seq}|{event_type}"

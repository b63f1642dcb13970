"""Words at rest: readable only with the session's key, in the place they were written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charlotte.ledger.vault import Vault, WordsUnreadable, place

VAULT = Vault(bytes(range(32)))
PLACE = place("talk_1", 7, "response.done")


@given(st.binary(max_size=2000))
def test_words_come_back_as_they_were(words: bytes) -> None:
    cipher = VAULT.open(VAULT.new_key())
    assert cipher.unseal(cipher.seal(words, PLACE), PLACE) == words


def test_the_same_words_never_look_the_same() -> None:
    cipher = VAULT.open(VAULT.new_key())
    assert cipher.seal(b"hello", PLACE) != cipher.seal(b"hello", PLACE)


@pytest.mark.parametrize(
    "elsewhere", [("talk_2", 7, "response.done"), ("talk_1", 8, "response.done"), ("talk_1", 7, "error")]
)
def test_words_moved_elsewhere_are_unreadable(elsewhere: tuple[str, int, str]) -> None:
    cipher = VAULT.open(VAULT.new_key())
    with pytest.raises(WordsUnreadable):
        cipher.unseal(cipher.seal(b"hello", PLACE), place(*elsewhere))


def test_one_flipped_bit_is_noticed() -> None:
    cipher = VAULT.open(VAULT.new_key())
    sealed = bytearray(cipher.seal(b"hello", PLACE))
    sealed[-1] ^= 1
    with pytest.raises(WordsUnreadable):
        cipher.unseal(bytes(sealed), PLACE)


def test_keys_of_other_sessions_and_installations_do_not_open() -> None:
    sealed = VAULT.open(VAULT.new_key()).seal(b"hello", PLACE)
    with pytest.raises(WordsUnreadable):
        VAULT.open(VAULT.new_key()).unseal(sealed, PLACE)
    with pytest.raises(WordsUnreadable) as raised:
        Vault(bytes(32)).open(VAULT.new_key())
    assert raised.value.hint is not None

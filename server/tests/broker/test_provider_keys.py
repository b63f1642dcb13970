"""The provider's key: where it comes from, what is wrong with it, and that it hides."""

from pathlib import Path

import pytest

from charlotte.broker.keys import ProviderKey, Secret, UpstreamKeyUnusable, checked_key
from charlotte.broker.upstream import Upstream


@pytest.mark.parametrize(
    "content",
    [b"sk-canary", b"sk-canary\n", b"\xef\xbb\xbfsk-canary\r\n", b"  sk-canary\t\n\n"],
)
def test_what_editors_add_is_taken_off(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "key"
    file.write_bytes(content)
    keys = ProviderKey(file=file)
    keys.check()
    assert keys.current() == "sk-canary"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "cannot be read"),
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b"\xff\xfes\x00k\x00", "not plain text"),
        (b"OPENAI_API_KEY = sk-canary", "more than a key"),
        (b"sk-canary\nsk-canary-2\n", "more than a key"),
        ("sk-canary\u2011x".encode(), "more than a key"),
        (b"ek_canary", "short-lived"),
    ],
)
def test_a_file_without_a_key_says_what_is_wrong(tmp_path: Path, content: bytes | None, said: str) -> None:
    file = tmp_path / "key"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(UpstreamKeyUnusable, match=said) as raised:
        ProviderKey(file=file).check()
    assert raised.value.hint
    assert "canary" not in raised.value.message + raised.value.hint


def test_a_key_given_is_checked_too() -> None:
    with pytest.raises(UpstreamKeyUnusable, match="CHARLOTTE_UPSTREAM_KEY"):
        ProviderKey(Secret("two words")).check()
    assert ProviderKey(Secret(" sk-1\n")).current() == "sk-1"
    assert ProviderKey().current() == ""


def test_a_replaced_file_is_read_and_a_broken_one_takes_nothing_away(tmp_path: Path) -> None:
    file, draft = tmp_path / "key", tmp_path / "draft"
    file.write_text("sk-one")
    keys = ProviderKey(file=file)
    assert keys.current() == "sk-one"
    draft.write_text("sk-two")
    draft.replace(file)
    assert keys.current() == "sk-two"
    file.write_text("")
    assert keys.current() == "sk-two"
    file.unlink()
    assert keys.current() == "sk-two"
    file.write_text("sk-three")
    assert keys.current() == "sk-three"


def test_it_hides_in_dumps() -> None:
    key = checked_key("sk-canary", "here")
    upstream = Upstream(kind="openai", name="openai", base_url="https://p/v1", key=key, keys=ProviderKey(key))
    assert "sk-canary" not in repr((key, upstream, upstream.keys, upstream.headers, [upstream.headers]))
    assert upstream.headers["Authorization"].encode() == b"Bearer sk-canary"

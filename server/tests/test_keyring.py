"""Keys are made once, readable only by the owner, and never shown by accident."""

from pathlib import Path

import pytest

from charlotte.keyring import KeyFileUnusable, open_keyring


def test_keys_are_made_once_with_mode_0600(tmp_path: Path) -> None:
    first = open_keyring(tmp_path)
    assert open_keyring(tmp_path) == first
    files = list((tmp_path / "keys").iterdir())
    assert {file.name for file in files} == {"api-key", "staff-token", "cookie-key", "vault-key"}
    assert all(file.stat().st_mode & 0o777 == 0o600 for file in files)
    assert first.api_key not in repr(first)
    assert first.staff_token not in repr(first)


def test_configured_keys_win_and_are_not_written(tmp_path: Path) -> None:
    keys = open_keyring(tmp_path, api_key="sk-given", staff_token="staff-given")
    assert (keys.api_key, keys.staff_token) == ("sk-given", "staff-given")
    assert not (tmp_path / "keys" / "api-key").exists()


def test_a_damaged_vault_key_is_never_replaced_silently(tmp_path: Path) -> None:
    open_keyring(tmp_path)
    (tmp_path / "keys" / "vault-key").write_text("not a key")
    with pytest.raises(KeyFileUnusable) as raised:
        open_keyring(tmp_path)
    assert raised.value.hint is not None

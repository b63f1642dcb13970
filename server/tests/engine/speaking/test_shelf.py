"""Rendered clauses on disk: found by what they say and by which model, within a bound."""

from pathlib import Path

import numpy as np

from charlotte.engine.speaking.cache import Said
from charlotte.engine.speaking.shelf import Shelf

SOUND = np.arange(500, dtype=np.int16)


def _said(text: str, speaker: str = "anna") -> Said:
    return Said(text, "it", speaker, 1.0)


def _files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.pcm"))


async def _opened(folder: Path, model: str = "one", megabytes: float = 1) -> Shelf:
    shelf = Shelf(folder, megabytes)
    await shelf.open(model)
    return shelf


async def test_what_was_put_is_there_after_a_restart(tmp_path: Path) -> None:
    await (await _opened(tmp_path)).put(_said("alle nove,"), SOUND)
    again = await _opened(tmp_path)
    found = await again.get(_said("alle nove,"))
    assert found is not None and np.array_equal(found, SOUND)
    assert await again.get(_said("alle dieci,")) is None
    assert await again.get(_said("alle nove,", speaker="bruno")) is None


async def test_another_model_has_sounds_of_its_own(tmp_path: Path) -> None:
    await (await _opened(tmp_path)).put(_said("alle nove,"), SOUND)
    assert _said("alle nove,") not in await _opened(tmp_path, "two")
    assert _said("alle nove,") not in await _opened(tmp_path), "the old one's were deleted"


async def test_only_what_is_wanted_stays(tmp_path: Path) -> None:
    shelf = await _opened(tmp_path)
    for text in ("a", "b", "c"):
        await shelf.put(_said(text), SOUND)
    await shelf.keep_only([_said("b")])
    assert [_said(text) in shelf for text in ("a", "b", "c")] == [False, True, False]
    assert len(_files(tmp_path)) == 1


async def test_its_bound(tmp_path: Path) -> None:
    shelf = await _opened(tmp_path, megabytes=0.0015)
    await shelf.put(_said("a"), SOUND)
    assert not shelf.is_full
    await shelf.put(_said("b"), SOUND)
    assert shelf.is_full and shelf.size_bytes == 2000
    await shelf.drop([_said("a")])
    assert not shelf.is_full


async def test_damage_is_survived(tmp_path: Path) -> None:
    shelf = await _opened(tmp_path)
    await shelf.put(_said("a"), SOUND)
    await shelf.put(_said("b"), SOUND)
    first, second = _files(tmp_path)
    first.write_bytes(b"odd")
    second.with_suffix(".pcm.part").write_bytes(b"unfinished")
    again = await _opened(tmp_path)
    assert again.size_bytes == 1000
    for file in _files(tmp_path):
        file.unlink()
    assert [await again.get(_said(text)) for text in ("a", "b")] == [None, None]

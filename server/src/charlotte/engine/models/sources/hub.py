"""A file at its publisher's address, over HTTPS, taken up again where it broke off."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import httpx2

from charlotte.engine.models.failures import SourceFailed
from charlotte.engine.models.manifest import HubSource, ModelFile

CONNECT_S = 4.0
"""A hub that cannot be reached must not hold up the next source."""
READ_S = 30.0


class Hub:
    """Publishers' addresses; one that could not be reached is not tried again in the same pull."""

    def __init__(self) -> None:
        self._unreachable: set[str] = set()

    async def fetch(self, source: HubSource, file: ModelFile, into: Path, advance: Callable[[int], None]) -> None:
        """Complete `into`, which may hold a first part already. Raises `SourceFailed`."""
        host = urlsplit(source.url).netloc
        if host in self._unreachable:
            raise SourceFailed(f"{host} cannot be reached")
        timeout = httpx2.Timeout(READ_S, connect=CONNECT_S)
        try:
            async with httpx2.AsyncClient(timeout=timeout, follow_redirects=True) as client:
                await _download(client, source.url, file, into, advance)
        except httpx2.ConnectError as error:
            self._unreachable.add(host)
            raise SourceFailed(f"{host} cannot be reached") from error
        except httpx2.ConnectTimeout as error:
            self._unreachable.add(host)
            raise SourceFailed(f"{host} did not answer within {CONNECT_S:.0f} s") from error
        except httpx2.HTTPError as error:
            raise SourceFailed(f"{host}: {type(error).__name__}") from error


async def _download(
    client: httpx2.AsyncClient, url: str, file: ModelFile, into: Path, advance: Callable[[int], None]
) -> None:
    start = _size_so_far(into, file)
    headers = {"Accept-Encoding": "identity"} | ({"Range": f"bytes={start}-"} if start else {})
    async with client.stream("GET", url, headers=headers) as answer:
        if answer.status_code not in (200, 206):
            raise SourceFailed(f"{urlsplit(url).netloc} answered {answer.status_code}")
        resumed = answer.status_code == 206
        done = start if resumed else 0
        with into.open("ab" if resumed else "wb") as out:
            async for piece in answer.aiter_raw():
                done += len(piece)
                if done > file.size:
                    raise SourceFailed(f"{urlsplit(url).netloc} sends more than the {file.size} bytes expected")
                out.write(piece)
                advance(done)


def _size_so_far(into: Path, file: ModelFile) -> int:
    size = into.stat().st_size if into.exists() else 0
    return size if size < file.size else 0

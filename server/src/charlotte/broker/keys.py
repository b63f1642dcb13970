"""The standard key of a provider: given once, or kept in a file that may be replaced while calls go on."""

from dataclasses import dataclass, field
from pathlib import Path

import structlog

from charlotte.errors import CharlotteError

log = structlog.get_logger(__name__)

Stamp = tuple[int, int, int]


class UpstreamKeyUnusable(CharlotteError):
    """What should be the provider's key is not one."""

    code = "upstream_key_unusable"


class Secret(str):
    """Text that hides in every `repr`, so that a dump of local variables does not show it."""

    def __repr__(self) -> str:
        return "'**********'"


@dataclass
class ProviderKey:
    """A key from the settings or from a file; the file is read again whenever it changes."""

    given: Secret | None = None
    file: Path | None = None
    _last: Secret = field(default=Secret(), repr=False)
    _stamp: Stamp | None = field(default=None, repr=False)

    def check(self) -> None:
        """Return if there is a key. Raises `UpstreamKeyUnusable` that says what is wrong."""
        if self.file is not None:
            self._last, self._stamp = read_key(self.file), _stamp(self.file)
        elif self.given is not None:
            self._last = checked_key(self.given, "CHARLOTTE_UPSTREAM_KEY")

    def current(self) -> Secret:
        """Return the key as it is now; "" is for providers that want none.

        A file that cannot be used any more does not take the key away: the last good one stays.
        """
        if self.file is not None and (stamp := _stamp(self.file)) != self._stamp:
            self._stamp = stamp
            try:
                self._last = read_key(self.file)
                log.info("upstream.key_read", file=str(self.file))
            except UpstreamKeyUnusable as failure:
                log.error("upstream.key_unusable", reason=failure.message, hint=failure.hint)
        elif self.given is not None and not self._last:
            self._last = checked_key(self.given, "CHARLOTTE_UPSTREAM_KEY")
        return self._last


def read_key(file: Path) -> Secret:
    """Return the key in a file, without what editors add. Raises `UpstreamKeyUnusable`."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except OSError as failure:
        raise UpstreamKeyUnusable(
            f"The key file {file} cannot be read: {failure.strerror}.",
            hint="Check CHARLOTTE_UPSTREAM_KEY_FILE and that the server's user may read the file.",
        ) from None
    except UnicodeDecodeError:
        raise UpstreamKeyUnusable(
            f"The key file {file} is not plain text.", hint="Save it as UTF-8, with the key and nothing else."
        ) from None
    return checked_key(text, f"The key file {file}")


def checked_key(text: str, where: str) -> Secret:
    """Return a key without the white space around it. Raises `UpstreamKeyUnusable`; never repeats the text."""
    key = text.strip().removeprefix("\ufeff")
    if not key:
        raise UpstreamKeyUnusable(f"{where} is empty.", hint="Put the provider's standard key there.")
    if not (key.isascii() and key.isprintable()) or " " in key:
        raise UpstreamKeyUnusable(
            f"{where} holds more than a key: there are spaces, several lines or characters no key has.",
            hint="Leave only the key, on one line, without quotes or a name before it.",
        )
    if key.startswith("ek_"):
        raise UpstreamKeyUnusable(
            f"{where} holds a short-lived `ek_` secret.", hint="Put the provider's standard key there instead."
        )
    return Secret(key)


def _stamp(file: Path) -> Stamp | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino

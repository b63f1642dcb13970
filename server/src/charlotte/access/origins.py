"""Which web pages may use the API: our own, and those named in the configuration."""

from urllib.parse import urlsplit

from charlotte.errors import Forbidden


class ForeignOrigin(Forbidden):
    """A page of another site tried to use the API."""

    code = "foreign_origin"


class Origins:
    """Checks the `Origin` header; programs that are not browsers send none."""

    def __init__(self, allowed: tuple[str, ...], public_url: str | None) -> None:
        self._allowed = {origin.rstrip("/") for origin in (*allowed, *([public_url] if public_url else []))}

    def check(self, origin: str | None, host: str | None) -> str | None:
        """Return the origin if it may use the API. Raises `ForeignOrigin` otherwise."""
        if origin is None or origin in self._allowed:
            return origin
        if host and urlsplit(origin).netloc.lower() == host.lower():
            return origin
        raise ForeignOrigin(
            "This page may not use this server.",
            hint="Open the server's own page, or add the page's origin to CHARLOTTE_ORIGINS.",
        )

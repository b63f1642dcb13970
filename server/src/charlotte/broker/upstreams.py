"""Who may speak, in order of preference; the embedded engine is always last and always there."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from charlotte.broker.upstream import Upstream

EMBEDDED = "embedded"


@dataclass(frozen=True)
class Upstreams:
    """The upstreams of this server."""

    hosted: tuple[Upstream, ...]
    embedded: Callable[[], Upstream]
    """Its address is known once it listens."""

    def in_order(self) -> tuple[Upstream, ...]:
        """Return every upstream with the key it has now, the preferred one first."""
        return (*(replace(each, key=each.keys.current()) for each in self.hosted), self.embedded())

    @property
    def names(self) -> tuple[str, ...]:
        """What they are called, in order."""
        return (*(each.name for each in self.hosted), EMBEDDED)

    @property
    def direct_origins(self) -> tuple[str, ...]:
        """Where browsers open calls by themselves."""
        return tuple("{0.scheme}://{0.netloc}".format(urlsplit(each.base_url)) for each in self.hosted if each.direct)

    def preferred(self) -> Upstream:
        """Return the upstream that speaks when nothing is wrong."""
        return self.in_order()[0]

"""What every event of a server has, and the parts that several of them share."""

from pydantic import Field

from charlotte.protocol.base import Frame
from charlotte.protocol.ids import new_event_id


class ServerEvent(Frame):
    """Something a server tells; `event_id` is its own."""

    event_id: str = Field(default_factory=new_event_id)

    @classmethod
    def constant_fields(cls) -> frozenset[str]:
        """`event_id` is always written."""
        return super().constant_fields() | {"event_id"}


class ErrorDetails(Frame):
    """What went wrong; `event_id` is the client event at fault."""

    type: str | None = None
    code: str | None = None
    message: str | None = None
    param: str | None = None
    event_id: str | None = None

    @classmethod
    def constant_fields(cls) -> frozenset[str]:
        """An error names only what it knows."""
        return frozenset()


class Part(Frame):
    """A part of an assistant's item: `text` with `text`, or `audio` with `transcript`."""

    type: str | None = None
    text: str | None = None
    transcript: str | None = None


class RateLimit(Frame):
    """One limit of the provider."""

    name: str
    limit: int
    remaining: int
    reset_seconds: float

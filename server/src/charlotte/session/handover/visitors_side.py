"""What a page has told its call and another call must be told again: pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from charlotte.protocol.base import Frame
from charlotte.protocol.client import ClientEvent, InputAudioAppend, InputAudioCommit, ItemCreate, SessionUpdate
from charlotte.protocol.config import Session
from charlotte.protocol.server import ItemAdded
from charlotte.session.handover.last_sound import LastSound
from charlotte.session.happened import Source

UNCONFIRMED_ITEMS = 20


@dataclass(frozen=True)
class VisitorsSide:
    """The page's half of a relayed call."""

    settings: Mapping[str, Any] = field(default_factory=dict)
    """The page's own choices, merged."""
    unconfirmed: tuple[ItemCreate, ...] = ()
    """What was typed and the upstream has not taken yet."""
    sound: LastSound = LastSound()

    def observe(self, event: Frame, source: Source) -> "VisitorsSide":
        """Return the state after an event of either side."""
        side = replace(self, sound=self.sound.observe(event))
        match event:
            case SessionUpdate() if source == "visitor":
                return replace(side, settings=merged(self.settings, event.session.wire()))
            case ItemCreate() if source == "visitor":
                return replace(side, unconfirmed=(*self.unconfirmed, event)[-UNCONFIRMED_ITEMS:])
            case ItemAdded():
                left = tuple(asked for asked in self.unconfirmed if asked.item.id != event.item.id)
                return replace(side, unconfirmed=left)
            case _:
                return side

    def again(self) -> tuple[ClientEvent, ...]:
        """Return what to tell the next call once it knows the history."""
        return (*self.chosen(), *self.untaken())

    def chosen(self) -> tuple[ClientEvent, ...]:
        """Return the page's own choices."""
        if not self.settings:
            return ()
        return (SessionUpdate(session=Session.model_validate({"type": "realtime", **self.settings})),)

    def untaken(self) -> tuple[ClientEvent, ...]:
        """Return the words that the upstream has not taken."""
        told: list[ClientEvent] = [*self.unconfirmed]
        if self.sound.speaking or self.sound.committed or not self.sound.detects:
            told += [InputAudioAppend(audio=piece) for piece in self.sound.pieces]
            if self.sound.committed and not self.sound.detects:
                told.append(InputAudioCommit())
        return tuple(told)


def merged(before: Mapping[str, Any], change: Mapping[str, Any]) -> dict[str, Any]:
    """Return nested settings with a change laid over them; null is a setting too."""
    result = dict(before)
    for name, value in change.items():
        old = result.get(name)
        result[name] = merged(old, value) if isinstance(value, Mapping) and isinstance(old, Mapping) else value
    return result

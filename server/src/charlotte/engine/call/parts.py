"""What the calls of one engine are made of; models may come later than the first call."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from charlotte.clock import Clock, SystemClock
from charlotte.engine.builtin import BuiltinTools
from charlotte.engine.ear import Ear, Names
from charlotte.engine.mind import Mind
from charlotte.engine.mouth import Mouth
from charlotte.engine.vad import EndOfTurn, Vad


@dataclass
class Parts:
    """The ports behind an engine. `ear`, `mouth` and `vad_factory` are None while their models load."""

    mind: Mind
    ear: Ear | None = None
    mouth: Mouth | None = None
    vad_factory: Callable[[], Vad] | None = None
    end_of_turn: EndOfTurn | None = None
    clock: Clock = field(default_factory=SystemClock)
    builtin_tools: BuiltinTools | None = None
    variables: Callable[[], Mapping[str, Any]] = dict
    """Values beneath each prompt's own variables, such as the congress loaded by default."""

    names: Callable[[Mapping[str, Any]], Awaitable[Names | None]] | None = None
    """What to listen for in a call with these variables."""

    @property
    def can_hear(self) -> bool:
        """Whether speech can be understood already."""
        return self.ear is not None and self.vad_factory is not None

    @property
    def can_speak(self) -> bool:
        """Whether answers can sound already."""
        return self.mouth is not None

"""Whether the attendee agreed to what was proposed: pure, because a model may neither answer nor hasten it."""

from dataclasses import dataclass, replace

from rapidfuzz.fuzz import partial_ratio

from charlotte.congress.search.folding import words
from charlotte.protocol.base import Frame
from charlotte.protocol.items import InputAudio, InputText, Message, OutputAudio, OutputText
from charlotte.protocol.server import InputTranscriptCompleted, InputTranscriptFailed, ItemAdded, OutputItemDone

AS_PUT = 85
"""How alike (of 100) the spoken question must be to the one that was to be put; below, a yes answers something else."""

YES = frozenset(
    "yes yeah yep yup sure ok okay please si certo certamente volentieri esatto oui ouais volontiers accord ja jawohl "
    "gerne klar genau claro vale sip".split()
)
NO = frozenset("no nope nah non nein nee niente lascia nulla rien nichts nada".split())
AROUND = frozenset(
    "thanks thank you do it that is right of course go ahead grazie per favore va bene prego fallo pure d tout fait "
    "bien sur merci s il vous te plait bitte danke schon mach das natuerlich naturlich gut por favor gracias hazlo "
    "bueno de acuerdo perfect perfetto parfait perfekt perfecto".split()
)
"""What may stand beside a yes or a no without making it anything else."""


@dataclass(frozen=True)
class Verdict:
    """The attendee's answer in words."""

    confirmation_id: str
    yes: bool


@dataclass(frozen=True)
class Agreement:
    """Where the one open question of a call stands."""

    confirmation_id: str | None = None
    question: str = ""
    put: bool = False
    """The question itself was said or written to the attendee."""
    awaited: str | None = None
    """The spoken answer whose words are not known yet."""

    def proposed(self, confirmation_id: str, question: str) -> "Agreement":
        """Take in a new question; it takes the place of an earlier one."""
        return self if confirmation_id == self.confirmation_id else Agreement(confirmation_id, question)

    def observe(self, event: Frame) -> tuple["Agreement", Verdict | None]:
        """Take in what happens in the call."""
        if self.confirmation_id is None:
            return self, None
        match event:
            case OutputItemDone(item=Message(role="assistant") as said) if not self.put:
                return replace(self, put=_is_put(self.question, _text(said))), None
            case ItemAdded(item=Message(role="user") as said) if self.put and self.awaited is None:
                text = _text(said)
                if not text and said.id and any(isinstance(part, InputAudio) for part in said.content):
                    return replace(self, awaited=said.id), None
                return self._answered(text)
            case InputTranscriptCompleted() if event.item_id == self.awaited:
                return self._answered(event.transcript)
            case InputTranscriptFailed() if event.item_id == self.awaited:
                return Agreement(), None
            case _:
                return self, None

    def _answered(self, text: str) -> tuple["Agreement", Verdict | None]:
        yes = answer_of(text)
        assert self.confirmation_id is not None
        # Whatever was said instead, the question is over: a later yes would answer something else.
        return Agreement(), None if yes is None else Verdict(self.confirmation_id, yes)


def answer_of(text: str) -> bool | None:
    """Read a plain yes or no in any of the five languages; None = it is neither, or says more than that."""
    said = words(text).tokens
    if not said or not set(said) <= YES | NO | AROUND:
        return None
    yes, no = any(word in YES for word in said), any(word in NO for word in said)
    if yes == no:
        return True if not no and words(text).text in _AGREED else None
    return yes


_AGREED = frozenset(
    words(phrase).text
    for phrase in (
        "do it", "go ahead", "of course", "va bene", "fallo pure", "bien sûr", "tout à fait", "mach das",
        "natürlich", "de acuerdo", "por favor", "per favore", "s'il vous plaît", "s'il te plaît", "bitte",
        "perfetto", "perfect", "parfait", "perfekt", "perfecto", "d'accord",
    )
)  # fmt: skip


def _is_put(question: str, said: str) -> bool:
    asked, told = words(question).text, words(said).text
    return len(told) >= len(asked) // 2 and partial_ratio(asked, told) >= AS_PUT


def _text(message: Message) -> str:
    said = []
    for part in message.content:
        if isinstance(part, InputText | OutputText):
            said.append(part.text)
        elif isinstance(part, InputAudio | OutputAudio):
            said.append(part.transcript or "")
    return " ".join(filter(None, said))

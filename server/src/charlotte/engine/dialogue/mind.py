"""The dialogue without an LLM: understands, calls the congress tools, says what they return."""

import re
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from charlotte.congress.lexicon import Lexicon
from charlotte.congress.programme import Programme
from charlotte.congress.search.folding import words
from charlotte.congress.search.search import Search
from charlotte.engine.dialogue import apart, breath, goals
from charlotte.engine.dialogue.answer import documents
from charlotte.engine.dialogue.answer.pursuing import answers
from charlotte.engine.dialogue.errands import errand, registration
from charlotte.engine.dialogue.families.family import UNKNOWN, Family
from charlotte.engine.dialogue.grammar import LANGUAGES
from charlotte.engine.dialogue.heard.language import detect
from charlotte.engine.dialogue.question.focus import Focus, focus_of, last_turn, text_of
from charlotte.engine.dialogue.question.reading import Reading
from charlotte.engine.dialogue.saying.wording import Wording
from charlotte.engine.dialogue.wish import likely
from charlotte.engine.dialogue.wish.ellipsis import goes_on
from charlotte.engine.dialogue.wish.room_asked import in_each_room
from charlotte.engine.dialogue.wish.spoken_of import meant
from charlotte.engine.dialogue.wish.understanding import LONGEST_READ
from charlotte.engine.mind import Call, Prompt, Say
from charlotte.errors import NotFound
from charlotte.protocol.items import Item, Message

SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


class Programmes(Protocol):
    """Whatever knows the current programme of a congress."""

    async def programme(self, event_id: str) -> Programme:
        """Return the latest version. Raises `NotFound` when there is no such congress."""
        ...


class Families(Protocol):
    """Whatever tells what a question is likely to be, by its meaning."""

    async def of(self, question: str) -> Family:
        """Return how likely it is of each family; nothing where nobody can say."""
        ...


FIXED = frozenset({"emergency", "injection", "authority", "change", "personal", "privacy", "identity", "staff"})
"""Answers whose words are approved as they stand, whoever else could answer."""


@dataclass(frozen=True)
class Standing:
    """What the dialogue says about a turn that another mind may answer."""

    language: str
    is_fixed: bool
    """Its own words must be used."""
    broke_off: str
    """What to say when an answer breaks off."""


class Dialogue:
    """A `Mind`: it keeps nothing of a conversation."""

    def __init__(self, programmes: Programmes, families: Families | None = None) -> None:
        """Make it; without `families` questions are told apart by their words alone."""
        self._programmes = programmes
        self._families = families

    async def respond(self, prompt: Prompt) -> AsyncIterator[Say | Call]:
        """Yield tool calls, or the answer once their outputs are there."""
        at, question = last_turn(prompt.items)
        lexicon = await self._lexicon(prompt)
        earlier = prompt.items[: max(at, 0)]
        language = _language(prompt, question, earlier, lexicon)
        say = Wording(language, prompt.spoken, datetime.min.date())
        if lexicon is None:
            yield Say(say("no_tools"), language)
            return
        prompt = replace(prompt, variables={**prompt.variables, "timezone": lexicon.programme.congress.timezone})
        since, known = prompt.items[at + 1 :], {tool.name for tool in prompt.tools}
        errand_of = errand.answered(question, earlier)
        if errand_of is not None and errand_of.name in known:
            for piece in errand.pursue(errand_of, since, prompt, say, first=False):
                yield piece
            return
        reading, goal = await self._meant(_question_of(question), language, lexicon, focus_of(earlier, lexicon))
        if wish := registration.wish_for(question[-LONGEST_READ:], earlier, goal, prompt, language):
            for piece in registration.pursue(wish, since, prompt, say):
                yield piece
            return
        if isinstance(goal, goals.Answer) and goal.phrase in apart.ORDERS:
            reading, goal = await self._beside_the_order(question, reading, goal, lexicon, prompt)
        if goal == goals.Answer("staff") and errand.TOOL in known:
            for piece in errand.pursue(errand.message_of(question, language), since, prompt, say, first=True):
                yield piece
            return
        for part in await self._answered(question, reading, goal, lexicon, prompt, at):
            yield part

    async def standing(self, prompt: Prompt) -> Standing:
        """Return in which language a turn is answered, and whether its answer is fixed."""
        at, question = last_turn(prompt.items)
        lexicon = await self._lexicon(prompt)
        earlier = prompt.items[: max(at, 0)]
        language = _language(prompt, question, earlier, lexicon)
        broke_off = Wording(language, prompt.spoken, datetime.min.date())("lookup_failed")
        if lexicon is None:
            return Standing(language, False, broke_off)
        reading, goal = await self._meant(_question_of(question), language, lexicon, focus_of(earlier, lexicon))
        if isinstance(goal, goals.Answer) and goal.phrase in apart.ORDERS:
            reading, goal = await self._beside_the_order(question, reading, goal, lexicon, prompt)
        fixed = isinstance(goal, goals.Answer) and goal.phrase in FIXED
        own = registration.wish_for(question[-LONGEST_READ:], earlier, goal, prompt, language) is not None
        return Standing(language, fixed or own or errand.answered(question, earlier) is not None, broke_off)

    async def _meant(self, said: str, language: str, lexicon: Lexicon, focus: Focus) -> tuple[Reading, goals.Goal]:
        return meant(said, language, lexicon, focus, await self._family(said))

    async def _family(self, said: str) -> Family:
        return UNKNOWN if self._families is None else await self._families.of(said)

    async def _beside_the_order(
        self, question: str, reading: Reading, order: goals.Answer, lexicon: Lexicon, prompt: Prompt
    ) -> tuple[Reading, goals.Goal]:
        for part in apart.parts(question[-LONGEST_READ:]):
            of_part, goal = meant(part, reading.language, lexicon, Focus())
            is_question = apart.is_question(goal, of_part, prompt.variables)
            if not is_question and not documents.come_first(goal, of_part, prompt):
                continue
            if not likely.is_an_order(await self._family(part)):
                return of_part, goal
        return reading, order

    async def _answered(  # noqa: PLR0913 - a question as it was understood, and where it was asked
        self, question: str, reading: Reading, goal: goals.Goal, lexicon: Lexicon, prompt: Prompt, at: int
    ) -> Sequence[Say | Call]:
        several = await self._several(question, reading, goal, lexicon, prompt)
        if len(several) == 1:
            asked = breath.Breath(_question_of(question), *several[0], lexicon, prompt, at)
            if (in_turn := await breath.in_turn(asked, self._meant)) is not None:
                return in_turn
        return answers(several, prompt, at)

    async def _several(
        self, question: str, reading: Reading, goal: goals.Goal, lexicon: Lexicon, prompt: Prompt
    ) -> list[tuple[Reading, goals.Goal]]:
        """Return the questions of one breath where each stands by itself, else the one that was understood."""
        parts = apart.questions(question[-LONGEST_READ:])
        found: list[tuple[Reading, goals.Goal]] = []
        for at, one in enumerate(parts):
            meaning = await self._meant(one, reading.language, lexicon, Focus(asked=parts[:at]))
            if found and isinstance(meaning[1], goals.Slice) and goes_on(meaning[0]):
                found.pop()  # "anything during lunch? What, today?" is one question
            found.append(meaning)
        by_itself = [
            isinstance(wanted, goals.Search)
            and bool(of_one.asks)
            or apart.is_question(wanted, of_one, prompt.variables)
            for of_one, wanted in found
        ]
        if found and all(by_itself):
            return found
        return [(reading, one) for one in in_each_room(reading, goal, lexicon)] or [(reading, goal)]

    async def _lexicon(self, prompt: Prompt) -> Lexicon | None:
        event_id = prompt.variables.get("event")
        if not isinstance(event_id, str):
            return None
        try:
            programme = await self._programmes.programme(event_id)
        except NotFound:
            return None
        return Lexicon(await Search.ready(programme))


def _question_of(speech: str) -> str:
    """Return what to answer: who speaks at length comes to the question at the end."""
    if len(speech) <= LONGEST_READ:
        return speech
    sentences = [sentence for sentence in SENTENCE_END.split(speech.strip()) if len(sentence.split()) > 2]
    return sentences[-1][-LONGEST_READ:] if sentences else speech[-LONGEST_READ:]


def _language(prompt: Prompt, question: str, earlier: Sequence[Item], lexicon: Lexicon | None) -> str:
    if prompt.language in LANGUAGES:
        return str(prompt.language)
    event_languages = lexicon.programme.congress.languages if lexicon else ()
    event = next((code for code in event_languages if code in LANGUAGES), None)
    habit = None
    for item in earlier:
        if isinstance(item, Message) and item.role == "user" and (said := text_of(item)):
            habit = detect(words(said), habit=habit, event=event)
    return detect(words(question), habit=habit, event=event)

"""The dialogue without an LLM: understands, calls the congress tools, says what they return."""

import re
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from charlotte.congress.lexicon import Lexicon
from charlotte.congress.programme import Programme
from charlotte.congress.search.folding import words
from charlotte.congress.search.search import Search
from charlotte.engine.dialogue import apart, by_meaning, documents, errand, goals, likely, registration
from charlotte.engine.dialogue.answering import Unusable, clauses_for, names_two, wording
from charlotte.engine.dialogue.families.family import UNKNOWN, Family
from charlotte.engine.dialogue.focus import Focus, earlier_answer, focus_of, last_turn, outputs, text_of
from charlotte.engine.dialogue.grammar import LANGUAGES
from charlotte.engine.dialogue.language import detect
from charlotte.engine.dialogue.plan import calls_for
from charlotte.engine.dialogue.practical import is_told, told_food, with_told
from charlotte.engine.dialogue.reading import Reading
from charlotte.engine.dialogue.saying.wording import Wording
from charlotte.engine.dialogue.spoken_of import is_talk, meant
from charlotte.engine.dialogue.standing import look_up
from charlotte.engine.dialogue.unsaid import unsaid
from charlotte.engine.mind import Call, Prompt, Say
from charlotte.errors import NotFound
from charlotte.protocol.items import FunctionCall, Item, Message

LONGEST_READ = 300
"""Characters of a question that are read as a whole."""
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
        async for part in _answers(await self._several(question, reading, goal, lexicon, prompt), prompt, at):
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

    async def _several(
        self, question: str, reading: Reading, goal: goals.Goal, lexicon: Lexicon, prompt: Prompt
    ) -> list[tuple[Reading, goals.Goal]]:
        """Return the questions of one breath where each stands by itself, else the one that was understood."""
        parts = apart.questions(question[-LONGEST_READ:])
        found = [await self._meant(one, reading.language, lexicon, Focus()) for one in parts]
        by_itself = [
            isinstance(wanted, goals.Search)
            and bool(of_one.asks)
            or apart.is_question(wanted, of_one, prompt.variables)
            for of_one, wanted in found
        ]
        return found if found and all(by_itself) else [(reading, goal)]

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


async def _answers(
    wanted: Sequence[tuple[Reading, goals.Goal]], prompt: Prompt, asked_at: int
) -> AsyncIterator[Say | Call]:
    """Yield the next call, or once all outputs are there the answers one after the other."""
    said: list[Say] = []
    for reading, goal in wanted:
        if said:
            said.append(Say(" ", reading.language))
        async for part in _answered(goal, reading, prompt, asked_at):
            if isinstance(part, Call):  # before it nothing is said, or it would be said again
                yield part
                return
            said.append(part)
    for clause in said:
        yield clause


async def _answered(goal: goals.Goal, reading: Reading, prompt: Prompt, asked_at: int) -> AsyncIterator[Say | Call]:
    if found := _beforehand(goal, reading, prompt, asked_at):
        for piece in found:
            yield piece
        return
    if (shown := look_up(goal, reading, prompt, prompt.items[asked_at + 1 :])) is not None:
        yield shown
        return
    if isinstance(goal, goals.Answer):
        for piece in by_meaning.found(goal, (), reading, prompt, asked_at) or [_said(goal, reading, prompt, asked_at)]:
            yield piece
        return
    beside = documents.pursue(reading, prompt, asked_at) if documents.stand_beside(goal, reading, prompt) else []
    if beside and (isinstance(beside[0], Call) or not documents.asks_both(reading)):
        for piece in beside:
            yield piece
        return
    if (told := _of_meals(goal, reading, prompt, asked_at, is_told=bool(beside))) is not None:
        yield told
        return
    parts = [part async for part in _pursue(goal, reading, prompt, asked_at)]
    is_said = any(isinstance(part, Call) or part in beside for part in parts)  # or not yet to be said
    for part in parts if is_said or not beside else (*parts, Say(" ", reading.language), *beside):
        yield part


def _beforehand(goal: goals.Goal, reading: Reading, prompt: Prompt, asked_at: int) -> list[Say | Call]:
    """Return what documents or the meaning of sessions tell better than what the words were understood as."""
    if documents.come_first(goal, reading, prompt):
        meant = by_meaning.before_documents(goal, (), reading, prompt, asked_at)
        if found := meant or documents.pursue(reading, prompt, asked_at):
            return found
    return by_meaning.instead(goal, reading, prompt, asked_at)


def _of_meals(goal: goals.Goal, reading: Reading, prompt: Prompt, asked_at: int, *, is_told: bool) -> Say | None:
    """Return what staff told of food, or that nothing is known where diets are asked about; `is_told` by documents."""
    if not isinstance(goal, goals.Break):
        return None
    if not is_told and documents.is_about_diets(reading):  # when one eats is no answer to that
        return _said(goals.Answer("practical"), reading, prompt, asked_at)
    food = told_food(reading.words.text, reading.language, prompt.variables, spoken=prompt.spoken)
    return Say(food, reading.language) if food is not None else None


def _said(goal: goals.Answer, reading: Reading, prompt: Prompt, asked_at: int) -> Say:
    language, question = reading.language, reading.words.text
    goal = goal if is_told(goal.phrase, question, language, prompt.variables) else likely.worded(goal, reading)
    said = _fixed(goal, prompt.items[: max(asked_at, 0)], language, prompt.spoken)
    told = with_told(
        goal.phrase, said, question=question, language=language, variables=prompt.variables, spoken=prompt.spoken
    )
    return Say(told, language)


async def _pursue(goal: goals.Goal, reading: Reading, prompt: Prompt, asked_at: int) -> AsyncIterator[Say | Call]:
    language = reading.language
    earlier, since = prompt.items[:asked_at], prompt.items[asked_at + 1 :]
    wanted = calls_for(goal)
    known = {tool.name for tool in prompt.tools}
    if any(call.name not in known for call in wanted):
        yield Say(Wording(language, prompt.spoken, datetime.min.date())("no_tools"), language)
        return
    made = {(item.name, item.arguments) for item in since if isinstance(item, FunctionCall)}
    missing = [call for call in wanted if (call.name, call.arguments) not in made]
    if missing:  # one at a time: a response ends with its first call
        yield missing[0]
        return
    # A tool that missed its time may have answered after all: the later answer to the same call counts.
    answers = {(made_call.name, made_call.arguments): result for made_call, result in outputs(since)}
    results = [answers[key] for call in wanted if (key := (call.name, call.arguments)) in answers]
    if (
        isinstance(goal, goals.Both)
        and goal.otherwise is not None
        and not names_two(goal, results, or_near=is_talk(reading))
    ):
        async for part in _answered(goal.otherwise, reading, prompt, asked_at):
            yield part
        return
    if found := _elsewhere(goal, results, reading, prompt, asked_at):
        for piece in found:
            yield piece
        return
    say = wording(results, language, prompt)
    try:
        clauses = clauses_for(goal, results, say, _break_words(goal))
    except Unusable:
        clauses = [say("lookup_failed")]
    if clauses == [say("not_understood")]:
        clauses = [_fixed(goals.Answer("not_understood"), earlier, language, prompt.spoken)]
    heard = prompt.variables.get("heard")
    for clause in unsaid(clauses, heard) if isinstance(heard, str) else clauses:
        yield Say(clause, language)


def _elsewhere(
    goal: goals.Goal, results: Sequence[dict[str, Any]], reading: Reading, prompt: Prompt, asked_at: int
) -> list[Say | Call]:
    """Return what the documents or the meaning of sessions tell where the programme's words tell nothing."""
    if documents.come_last(goal, results):
        meant = by_meaning.before_documents(goal, results, reading, prompt, asked_at)
        if found := meant or documents.pursue(reading, prompt, asked_at):
            return found
        # It was no topic of the programme; of a room, that much is known.
        if documents.is_practical(reading) and not isinstance(goal, goals.Place):
            return by_meaning.found(goals.Answer("practical"), (), reading, prompt, asked_at) or [
                _said(goals.Answer("practical"), reading, prompt, asked_at)
            ]
        if likely.is_beside_it(reading) and isinstance(goal, goals.Search):
            return [_said(goals.Answer("out_of_scope"), reading, prompt, asked_at)]
    return by_meaning.found(goal, results, reading, prompt, asked_at)


def _fixed(goal: goals.Answer, earlier: Sequence[Item], language: str, spoken: bool) -> str:
    say = Wording(language, spoken, datetime.min.date())
    said = earlier_answer(earlier)
    if goal.phrase == "repeat":
        return said or say("repeat_nothing")
    if goal.phrase == "not_understood" and said == say("not_understood"):
        return say("not_understood_again")
    return say(goal.phrase)


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


def _break_words(goal: goals.Goal) -> Sequence[str]:
    """Return how lunches and coffees are called in programmes of any language."""
    if not isinstance(goal, goals.Break):
        return ()
    return {
        "lunch": ("lunch", "pranzo", "mittag", "déjeuner", "dejeuner", "repas", "almuerzo", "comida"),
        "coffee": ("coffee", "caff", "kaffee", "café", "cafe", "break", "pausa", "pause"),
    }.get(goal.sort, ())

"""What Charlotte will probably say soon, in the very words of the dialogue: answers about what is on and what comes."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from charlotte.clock import Clock
from charlotte.congress.model import Congress, Session
from charlotte.congress.programme import Programme
from charlotte.engine.dialogue.answer.emergency import with_number
from charlotte.engine.dialogue.grammar import LANGUAGES
from charlotte.engine.dialogue.phrases import load as load_phrases
from charlotte.engine.dialogue.saying.one import about_session
from charlotte.engine.dialogue.saying.slots import slot
from charlotte.engine.dialogue.saying.wording import Wording
from charlotte.engine.mind import Say
from charlotte.errors import NotFound
from charlotte.tools.arguments import SessionDetails, WhatsOn
from charlotte.tools.session_details import session_details
from charlotte.tools.tool import ToolContext
from charlotte.tools.whats_on import whats_on

BEFORE, AFTER = timedelta(minutes=45), timedelta(hours=2)
"""Sessions that began or begin within these are asked about by title, and spoken of whole."""
MOST_WHOLE = 40
STEP_S = 600
"""The script is written anew so often."""
EARLY = timedelta(days=2)
"""People ask about a congress this long before it begins."""
ASKED: tuple[frozenset[str], ...] = (frozenset(), frozenset({"where"}), frozenset({"who"}))


class Congresses(Protocol):
    """Whatever holds the congresses."""

    async def all(self) -> tuple[Congress, ...]:
        """Return every congress."""
        ...

    async def programme(self, event_id: str) -> Programme:
        """Return the current programme. Raises `NotFound`."""
        ...


class Clocks(Protocol):
    """Whatever knows what time it is at a congress."""

    def of(self, programme: Programme) -> Clock:
        """Return the clock of a congress."""
        ...


@dataclass(frozen=True)
class _Held:
    """The tools' view of one version of a programme."""

    held: Programme

    async def programme(self, event_id: str) -> Programme:
        """Return it."""
        return self.held


class ProgrammeScript:
    """A `Script` made of the congresses that are on or about to begin."""

    def __init__(self, congresses: Congresses, clocks: Clocks) -> None:
        self._congresses = congresses
        self._clocks = clocks

    async def version(self) -> object:
        """Return which programmes are on, and which part of which hour it is there."""
        return tuple(
            (programme.congress.id, programme.version, int(now.timestamp() / STEP_S))
            for programme, now in await self._live()
        )

    async def lines(self) -> Iterable[Say]:
        """Return for each congress how answers begin, then whole answers, the latter in its own languages only."""
        found: list[Say] = []
        for programme, _ in await self._live():
            clock = self._clocks.of(programme)
            context = ToolContext(programme.congress.id, clock, None, "script", _Held(programme))
            own = [code for code in programme.congress.languages if code in LANGUAGES]
            others = [code for code in LANGUAGES if code not in own]
            for languages, parts in ((own, (_openings, _answers, _fixed)), (others, (_openings, _fixed))):
                for part in parts:
                    for language in languages:
                        found += [line async for line in part(context, programme, language)]
        return found

    async def _live(self) -> list[tuple[Programme, datetime]]:
        live = []
        for congress in await self._congresses.all():
            try:
                programme = await self._congresses.programme(congress.id)
            except NotFound:  # deleted just now
                continue
            now = self._clocks.of(programme).now().astimezone(congress.zone)
            days = programme.days
            if days and days[0] - EARLY <= congress.day_of(now) <= days[-1]:
                live.append((programme, now))
        return live


async def _openings(context: ToolContext, programme: Programme, language: str) -> AsyncIterator[Say]:
    """Yield how answers begin about each time and each room of the programme, the nearest first."""
    known: set[object] = set()
    for session in _by_nearness(programme, context.clock.now()):
        new = {session.start, session.room} - known - {None}
        known |= new
        if new:
            for asks in ASKED[:2]:
                said = await _about(context, programme, session, asks, language)
                yield Say(said[0], language)


async def _answers(context: ToolContext, programme: Programme, language: str) -> AsyncIterator[Say]:
    """Yield whole answers about what is on and what comes next."""
    now = context.clock.now()
    say = _wording(context, programme, language)
    near = [s for s in _by_nearness(programme, now) if s.start and now - BEFORE <= s.start <= now + AFTER]
    for session in near[:MOST_WHOLE]:
        for asks in ASKED:
            for clause in await _about(context, programme, session, asks, language):
                yield Say(clause, language)
    for when in ("now", "next"):
        for room in (None, *(room.name for room in programme.rooms)):
            result = await whats_on(context, WhatsOn(when=when, room=room))
            for clause in slot(result, room, say):
                yield Say(clause, language)


async def _fixed(_context: ToolContext, programme: Programme, language: str) -> AsyncIterator[Say]:
    """Yield the texts in which nothing is filled in, and that for an emergency with the number of the place."""
    place = {"timezone": programme.congress.timezone}
    for name, written in load_phrases(language).texts.items():
        text = with_number(written, language, place, spoken=True) if name == "emergency" else written
        if "{" not in text and text.rstrip()[-1:] in (".", "!", "?"):
            yield Say(text, language)


async def _about(
    context: ToolContext, programme: Programme, session: Session, asks: frozenset[str], language: str
) -> list[str]:
    await asyncio.sleep(0)
    result = await session_details(context, SessionDetails(session_id=session.id))
    return about_session(result, asks, _wording(context, programme, language))


def _wording(context: ToolContext, programme: Programme, language: str) -> Wording:
    now = context.clock.now().astimezone(programme.congress.zone)
    return Wording(language, spoken=True, today=now.date())


def _by_nearness(programme: Programme, now: datetime) -> list[Session]:
    def seconds(session: Session) -> float:
        assert session.start is not None
        ahead = (session.start - now).total_seconds()
        return ahead if ahead >= 0 else -3 * ahead  # what is over is asked for less

    return sorted(programme.happening, key=seconds)

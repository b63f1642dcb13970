"""Small pieces of an answer: times, days, rooms, names, lengths, in one language."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from babel.dates import format_date

from charlotte.congress.model import lasts_all_day
from charlotte.engine.dialogue.phrases import Phrases
from charlotte.engine.dialogue.phrases import load as load_phrases
from charlotte.tools.results import SessionCard

_LANGUAGE_OF_DATES = {"en": "en_GB"}
_PEOPLE_SPOKEN = 3


@dataclass(frozen=True)
class Wording:
    """How one answer words things."""

    language: str
    spoken: bool
    today: date

    @property
    def phrases(self) -> Phrases:
        """The texts of the language."""
        return load_phrases(self.language)

    def __call__(self, key: str, **values: object) -> str:
        """Return a text; names that begin with a capital are filled in with one."""
        capitals = {name.capitalize(): capital(str(value)) for name, value in values.items()}
        return self.phrases(key, **{**capitals, **values})

    def clock(self, moment: datetime) -> str:
        """Return "14:30"."""
        return moment.strftime("%-H:%M" if moment.hour else "%H:%M")

    def at(self, moment: datetime) -> str:
        """Return "at 14:30"."""
        return self("at_one" if moment.hour == 1 else "at", time=self.clock(moment))

    def day(self, day: date) -> str:
        """Return "today", "tomorrow", or the weekday with its date."""
        near = {0: "today", 1: "tomorrow", -1: "yesterday"}.get((day - self.today).days)
        if near:
            return self(near)
        locale = _LANGUAGE_OF_DATES.get(self.language, self.language)
        pattern = self.phrases.texts["date_format"]
        return str(format_date(day, pattern, locale=locale))

    def when(self, session: SessionCard, *, with_day: bool = True) -> str:
        """Return "tomorrow at 14:30"."""
        if session.start is None or session.day is None:
            return self("no_time")
        at = self("all_day") if lasts_all_day(session.start, session.end) else self.at(session.start)
        return self("day_at", day=self.day(session.day), at=at) if with_day else at

    def where(self, room: str | None) -> str:
        """Return "in Room 5"."""
        return self("in_room", room=room) if room else ""

    def span(self, session: SessionCard, *, with_day: bool = False) -> str:
        """Return "from 14:30 to 15:00"."""
        if session.start is None:
            return self("no_time")
        span = (
            self("all_day")
            if lasts_all_day(session.start, session.end)
            else self("from_to", time=self.clock(session.start), end=self.clock(session.end))
            if session.end
            else self.at(session.start)
        )
        return self("day_at", day=self.day(session.day), at=span) if with_day and session.day else span

    def title(self, session: SessionCard) -> str:
        """Return the title in the quotation marks of the language."""
        return self("quoted", title=session.title)

    def people(self, names: Sequence[str]) -> str:
        """Return "A, B and C"; of many, the first few when spoken."""
        named = list(names)
        if self.spoken and len(named) > _PEOPLE_SPOKEN + 1:
            named = named[:_PEOPLE_SPOKEN]
            return ", ".join(named) + "…"
        return self.join(named, "and")

    def by(self, session: SessionCard) -> str:
        """Return ", with A and B", or nothing where nobody is named."""
        return ", " + self("by", people=self.people(session.speakers)) if session.speakers else ""

    def within(self, session: SessionCard) -> str:
        """Return " (in the session X)" of a talk that is one of several in a session, else nothing."""
        return self("within", title=self("quoted", title=session.part_of)) if session.part_of else ""

    def join(self, parts: Sequence[str], conjunction: str) -> str:
        """Return the parts with commas and, before the last, "and" or "or"."""
        if len(parts) < 2:
            return "".join(parts)
        return ", ".join(parts[:-1]) + self(conjunction) + parts[-1]

    def length(self, span: timedelta) -> str:
        """Return "1 hour and 40 minutes"."""
        total = round(span.total_seconds() / 60)
        days, rest = divmod(total, 24 * 60)
        hours, minutes = divmod(rest, 60)
        if days:
            return self._count(days, "days")
        if hours and minutes:
            parts = {"hours": self._count(hours, "hours"), "minutes": self._count(minutes, "minutes")}
            return self("hours_minutes", **parts)
        return self._count(hours, "hours") if hours else self._count(minutes, "minutes")

    def _count(self, count: int, unit: str) -> str:
        return self(f"{unit}_one") if count == 1 else self(unit, count=count)


def capital(text: str) -> str:
    """Return `text` with its first letter large."""
    return text[:1].upper() + text[1:]

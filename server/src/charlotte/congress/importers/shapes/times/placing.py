"""Puts a row in time: its day, weekday, times and length against the event's days and zone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.shapes.times.lengths import Unit, read_length
from charlotte.congress.importers.shapes.times.when import Order, When, read_when
from charlotte.congress.importers.times import end_of, localise
from charlotte.congress.model import DAY_CUT, Congress, RowWarning

EVENING = time(17)


@dataclass(frozen=True)
class Told:
    """What a row and what stands above it say about time, as texts."""

    days: tuple[tuple[str, bool], ...] = ()
    """Each with whether it stands above several rows."""
    start: str | None = None
    end: str | None = None
    length: str | None = None
    order: Order = "dmy"
    unit: Unit = "minutes"
    utc: bool = False

    def on_the_day_of(self, before: "Told | None") -> "Told":
        """Return it with the day of the row before, where it names none: lists often name a day once."""
        if self.days or before is None or self.start is not None and read_when(self.start, self.order).has_day:
            return self
        return replace(self, days=before.days)


@dataclass(frozen=True)
class Placed:
    """When a row takes place."""

    start: datetime | None
    end: datetime | None
    told: Told
    warnings: tuple[RowWarning, ...] = ()


def place(row: str, told: Told, congress: Congress) -> Placed:
    """Return when a row takes place, with a warning for what contradicts itself or cannot be read."""
    begin = read_when(_on_one_line(told.start or ""), told.order, "clock")
    days = [(read_when(text, told.order, "date"), above) for text, above in told.days]
    days = [(when, above) for when, above in days if when.has_day or _bare_number(when)]
    on, above, warnings = _day(row, [(begin, False), *days], told, congress)
    moment = begin.moment or next((when.moment for when, _ in days if when.moment), None)
    if moment is not None and begin.moment is None and begin.start is not None:
        # A talk with a clock of its own in a session that begins at a moment: of that only the day holds.
        held = localise(moment, congress.zone)
        on, moment = held.astimezone(congress.zone).date() if held is not None else on, None
    if moment is not None:
        start = localise(moment, congress.zone)
    else:
        clock = begin.start or next((when.start for when, _ in days if when.start is not None), None)
        if clock is None:
            said = told.start if told.start and not begin.has_day else None
            if said:
                told_time = said[:60]
                message = f"The time {told_time!r} cannot be read."
                warnings.append(RowWarning(row, "bad_time", message, {"time": told_time}))
            return Placed(None, None, told, tuple(warnings))
        if on is None:
            message = f"The row begins at {clock:%H:%M} but on no day that is known."
            warnings.append(RowWarning(row, "no_date", message, {"time": f"{clock:%H:%M}"}))
            return Placed(None, None, told, tuple(warnings))
        start = _at(on + timedelta(days=1) if above and clock < DAY_CUT else on, clock, told, congress)
    end, found = _end(row, start, begin, told, congress)
    return Placed(start, end, told, (*warnings, *found))


def _on_one_line(said: str) -> str:
    """Return a time whose end stands in a line of its own as a range."""
    first, broken, second = said.partition("\n")
    whens = (read_when(first), read_when(second.lstrip(" -–—")))
    if broken and all(when.has_clock and when.end is None for when in whens) and not whens[1].has_day:
        return f"{first} - {second.lstrip(' -–—')}"
    return said


def _at(on: date, clock: time, told: Told, congress: Congress) -> datetime | None:
    return localise(datetime.combine(on, clock, UTC if told.utc else congress.zone), congress.zone)


def _day(
    row: str, whens: Sequence[tuple[When, bool]], told: Told, congress: Congress
) -> tuple[date | None, bool, list[RowWarning]]:
    """Return the day that the texts name, whether it stands above the row, and what they disagree about."""
    dated = [(on, above) for when, above in whens if (on := _dated(when, congress)) is not None]
    weekday = next((when.weekday for when, _ in whens if when.weekday is not None), None)
    warnings: list[RowWarning] = []
    days = event_days(congress)
    # What lies in the event's dates comes before what does not; a file bears other dates than those of its programme.
    dated.sort(key=lambda one: bool(days) and one[0] not in days and (one[0] - timedelta(days=1)) not in days)
    if dated:
        on, above = dated[0]
        # "Export of 2 April" above a programme of the 15th contradicts no row of it.
        apart = {other for other, is_above in dated if is_above and on in days and other not in days}
        if others := {other for other, _ in dated if other != on} - apart:
            message = f"The row says {on} and {min(others)}; {on} is used."
            warnings.append(
                RowWarning(row, "date_contradiction", message, {"date": f"{on}", "other": f"{min(others)}"})
            )
        if weekday is not None and weekday != on.weekday():
            named = next(
                text for text, _ in (*told.days, (told.start or "", False)) if read_when(text).weekday == weekday
            )
            named = named.strip()[:40]
            message = f"{on} is no {named!r}: it is a {on:%A}; the date is used."
            values: dict[str, str | int] = {"date": f"{on}", "named": named, "weekday": on.isoweekday()}
            warnings.append(RowWarning(row, "weekday_contradiction", message, values))
        return on, above, warnings
    for when, above in whens:
        named_days = [day for day in days if _is_named(when, day, days)]
        if len(named_days) > 1:
            message = f"The event has {len(named_days)} such days; {named_days[0]} is used."
            counted: dict[str, str | int] = {"count": len(named_days), "date": f"{named_days[0]}"}
            warnings.append(RowWarning(row, "ambiguous_weekday", message, counted))
        if named_days:
            return named_days[0], above, warnings
    instants = any(when.moment is not None for when, _ in whens)
    said = next((text for text, _ in told.days if read_when(text, told.order, "date").has_day and not instants), None)
    if said is None and len(days) == 1:
        return days[0], True, warnings
    if said is not None:
        message = f"{said[:40]!r} is no day of the event."
        warnings.append(RowWarning(row, "unknown_day", message, {"day": said[:40]}))
    return None, False, warnings


def event_days(congress: Congress) -> list[date]:
    """Return the days of the event, as far as they are known."""
    return [*Facts(start_date=congress.start_date, end_date=congress.end_date).days]


def day_named(when: When, congress: Congress) -> date | None:
    """Return the day that a text names: by its date, or as one of the event's."""
    days = event_days(congress)
    return _dated(when, congress) or next((day for day in days if _is_named(when, day, days)), None)


def _dated(when: When, congress: Congress) -> date | None:
    if when.on is not None:
        return when.on
    if when.month_day is None or congress.start_date is None:
        return None
    try:
        on = date(congress.start_date.year, *when.month_day)
        # A congress over New Year: the month after December is the next year's.
        return on if on >= congress.start_date - timedelta(days=180) else on.replace(year=on.year + 1)
    except ValueError:
        return None


def _is_named(when: When, day: date, days: Sequence[date]) -> bool:
    if when.weekday is not None:
        return day.weekday() == when.weekday
    if when.day_number is not None:
        return 0 < when.day_number <= len(days) and days[when.day_number - 1] == day
    number = _bare_number(when)
    if number is None:
        return False
    # The number of a weekday where it is one of the event's; a number of the event's days otherwise.
    if any(one.isoweekday() % 7 == number % 7 for one in days):
        return day.isoweekday() % 7 == number % 7
    return 0 < number <= len(days) and days[number - 1] == day


def _bare_number(when: When) -> int | None:
    return int(when.rest) if when.rest.isdigit() and len(when.rest) == 1 and not when.has_day else None


def _end(
    row: str, start: datetime | None, begin: When, told: Told, congress: Congress
) -> tuple[datetime | None, tuple[RowWarning, ...]]:
    """Return when the row ends: as its end says, else its range, else its length."""
    if start is None:
        return None, ()
    length = read_length(told.length, told.unit) if told.length else None
    by_length = end_of(start, length, congress.zone)
    finish = read_when(told.end or "", told.order, "clock")
    clock = finish.end or finish.start or begin.end
    if finish.moment is not None:
        end = localise(finish.moment, congress.zone)
    elif clock is None:
        return by_length, ()
    else:
        on = _dated(finish, congress) or (start.astimezone(UTC) if told.utc else start).date()
        end = _at(on, clock, told, congress)
        if end is not None and end <= start and start.timetz().replace(tzinfo=None) >= EVENING and clock <= time(8):
            end = _at(on + timedelta(days=1), clock, told, congress)
    if end is not None and by_length is not None and end != by_length and end > start:
        message = f"The end {end:%H:%M} and the length {told.length!r} do not agree; the end is used."
        values = {"end": f"{end:%H:%M}", "length": told.length or ""}
        return end, (RowWarning(row, "length_contradiction", message, values),)
    return end, ()

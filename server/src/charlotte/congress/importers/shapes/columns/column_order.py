"""What only a whole column tells: whether the day or the month comes first, and what its bare numbers count."""

from collections.abc import Sequence
from datetime import date, timedelta

from charlotte.congress.importers.shapes.times.lengths import Unit, read_length
from charlotte.congress.importers.shapes.times.when import Order, When, read_when
from charlotte.congress.importers.shapes.values.words import words_of
from charlotte.congress.model import Congress

ORDERS: tuple[Order, ...] = ("dmy", "mdy")


def date_order(values: Sequence[str], congress: Congress, told: Order | None = None) -> tuple[Order, str]:
    """Return the order that the column's dates are in, and a note where nothing in it decides.

    What a header says, `told`, comes after the event's days and the weekdays: not everybody does as it says.
    """
    read = {order: [read_when(value, order, "date") for value in values] for order in ORDERS}
    unclear = [when for when in read["dmy"] if when.both_orders]
    if not unclear:
        return "dmy", ""
    scores = {order: _plausible(read[order], congress, order == told) for order in ORDERS}
    if scores["dmy"] == scores["mdy"]:
        return "dmy", "Nothing in the column tells whether its dates are day/month or month/day; day/month was taken."
    return max(ORDERS, key=lambda order: scores[order]), ""


def _plausible(whens: Sequence[When], congress: Congress, is_told: bool) -> tuple[int, ...]:
    """Return how well a reading suits: on the event's days, on the weekdays named, as it is told, close together."""
    days = [(when, on) for when in whens if (on := _on(when, congress)) is not None]
    first, last = congress.start_date, congress.end_date or congress.start_date
    around = timedelta(days=1)
    held = sum(1 for _, on in days if first and last and first - around <= on <= last + around)
    named = sum(1 for when, on in days if when.weekday is not None and when.weekday == on.weekday())
    span = (max(on for _, on in days) - min(on for _, on in days)).days if days else 0
    return (held, named, int(is_told), -span)


def _on(when: When, congress: Congress) -> date | None:
    if when.on is not None:
        return when.on
    if when.month_day is None:
        return None
    year = congress.start_date.year if congress.start_date else 2024
    try:
        return date(year, *when.month_day)
    except ValueError:
        return None


def duration_unit(columns: Sequence[str], values: Sequence[str]) -> Unit:
    """Return what bare numbers count: the column's name says it, else how large they are."""
    words = {word for column in columns for word in words_of(column)}
    if words & {"hours", "ore", "stunden", "heures", "horas", "hrs"}:
        return "hours"
    if words & {"seconds", "secondi", "sekunden", "secondes", "segundos", "sec", "secs"}:
        return "seconds"
    numbers = [
        float(value.replace(",", ".")) for value in values if value.replace(",", "", 1).replace(".", "", 1).isdigit()
    ]
    if not numbers or words & {"min", "mins", "minutes", "minuti", "minuten", "minutos"}:
        return "minutes"
    if max(numbers) <= 8 and all(read_length(value) is not None for value in values):
        return "hours"
    return "seconds" if min(numbers) >= 300 else "minutes"

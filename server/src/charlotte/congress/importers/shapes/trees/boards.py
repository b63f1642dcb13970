"""Boards: cards in lists, with what each holds in a list beside them (Trello and its like); put into the cards."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from charlotte.congress.importers.shapes.cells.line_starts import TIMED
from charlotte.congress.importers.shapes.columns.of_the_record import tells_of_the_record
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.trees.named_values import IDS, id_of
from charlotte.congress.importers.shapes.trees.talks_listed import talks_listed
from charlotte.congress.importers.shapes.values.words import best_name

NAMES = ("name", "title", "text", "content", "label")
PLACES = ("pos", "position", "order", "sort", "rank")
CLOSED = ("closed", "archived", "isArchived", "is_archived")
"""What a board says of a card or a list that was put away."""
ARCHIVED, TALKS = "archived", "talks"
PLACE_SIGN = "📍"
LIKELY = 0.3
FEWEST, MOSTLY = 2, 0.5
LONGEST_NAME, LONGEST_TIME = 120, 40
DEEPEST = 3
Record = dict[str, Any]


def with_boards_told(tree: Any, depth: int = 0) -> Any:
    """Return a tree whose cards say in which list they stand and hold the timed items of their checklists.

    What was put away, or stands in a list where nothing has a time, says that it is archived.
    """
    if isinstance(tree, list) and _are_records(tree):
        return with_boards_told({"cards": tree}, depth)["cards"]
    if not isinstance(tree, Mapping) or depth > DEEPEST:
        return tree
    lists = {str(key): [{**one} for one in rows] for key, rows in tree.items() if _are_records(rows)}
    cards = next((key for key, rows in lists.items() if _are_timed(rows)), None)
    if cards is None:
        return {key: with_boards_told(one, depth + 1) for key, one in tree.items()}
    gone = {key for key, rows in lists.items() if key != cards and _hang(lists[cards], rows)}
    put = {key for key in lists if key not in (cards, *gone) and _named(lists[cards], key, lists[key])}
    for card in lists[cards]:
        _listed(card)
        _timed_by_name(card)
    return {key: lists[cards] if key == cards else one for key, one in tree.items() if key not in {*gone, *put}}


def _are_records(rows: Any) -> bool:
    return isinstance(rows, list) and bool(rows) and all(isinstance(one, Mapping) and id_of(one) for one in rows)


def _are_timed(rows: Sequence[Record]) -> bool:
    return sum(_is_timed(one) for one in rows) >= FEWEST and all(_called(one) for one in rows)


def _is_timed(record: Record) -> bool:
    return TIMED.match(_called(record)) is not None or _has_moment(record)


def _has_moment(record: Record) -> bool:
    texts = (one for key, one in record.items() if isinstance(one, str) and not tells_of_the_record(key))
    whens = (read_when(one) for one in texts if len(one) < LONGEST_TIME)
    return any(when.moment is not None or when.on is not None and when.has_clock for when in whens)


def _timed_by_name(card: Record) -> None:
    """Put what a card is called into fields of its own where it tells its time: "9:30-10:15 Mint (Ada Orr)"."""
    key = next((one for one in NAMES if isinstance(card.get(one), str) and card[one].strip()), "")
    told = talks_listed(TALKS, [card[key]]) if key and not _has_moment(card) else []
    if told and told[0].get("start"):
        card |= {key: told[0]["title"], **{one: text for one, text in told[0].items() if one != "title" and text}}


def _called(record: Mapping[str, Any]) -> str:
    return next((record[key] for key in NAMES if isinstance(record.get(key), str) and record[key].strip()), "")


def _named(cards: Sequence[Record], name: str, rows: Sequence[Record]) -> bool:
    """Put the names of lists into the cards that stand in them; return whether these are such lists.

    A list has a name and says nothing else, and is called like nothing that programmes have.
    """
    if best_name(name)[1] > LIKELY or any(map(_tells_more, rows)):
        return False
    by_id = {id_of(one): one for one in rows}
    keys = {key for card in cards for key, one in card.items() if isinstance(one, str | int) and str(one) in by_id}
    keys = {key for key in keys if all(not card.get(key) or str(card[key]) in by_id for card in cards)} - {*IDS}
    key = next((one for one in keys if len({card.get(one) for card in cards}) >= FEWEST), None)
    if key is None:
        return False
    held = _held(cards, key)
    used = [_called(by_id[number]) for number, group in held.items() if any(map(_is_timed, group)) and number in by_id]
    are_days = all(read_when(one).has_day for one in used)
    field = "date" if are_days else "room" if any(PLACE_SIGN in one for one in used) else name
    for number, group in held.items():
        one = by_id.get(number, {})
        for card in group:
            card.pop(key, None)
        is_gone = _is_closed(one) or not any(map(_is_timed, group))
        for card in group:
            card[field] = _called(one).replace(PLACE_SIGN, "").strip()
            card[ARCHIVED] = is_gone or _is_closed(card)
    for card in cards:
        for word in CLOSED:
            if word != ARCHIVED:
                card.pop(word, None)
    return True


def _held(cards: Sequence[Record], key: str) -> dict[str, list[Record]]:
    """Return the cards of each list, by its id."""
    held: dict[str, list[Record]] = defaultdict(list)
    for card in cards:
        held[str(card.get(key, ""))].append(card)
    return held


def _is_closed(record: Mapping[str, Any]) -> bool:
    return any(record.get(word) is True for word in CLOSED)


def _tells_more(record: Record) -> bool:
    texts = [one for one in record.values() if isinstance(one, str)]
    fields = {best_name(key)[0] for key, one in record.items() if one not in (None, "", [])}
    return any(len(one) > LONGEST_NAME for one in texts) or bool(fields & {"start", "date", "speakers", "abstract"})


def _hang(cards: Sequence[Record], rows: Sequence[Record]) -> bool:
    """Put what rows that name a card hold into that card; return whether they are its checklists."""
    by_id = {id_of(one): one for one in cards}
    keys = [key for key, one in rows[0].items() if key not in IDS and str(one) in by_id]
    if not keys or not all(str(one.get(keys[0])) in by_id for one in rows):
        return False
    told = [(by_id[str(one[keys[0]])], items) for one in rows for items in _items(one)]
    if not told:
        return False
    for card, items in told:
        card.setdefault(TALKS, []).extend(items)
    return True


def _listed(card: Record) -> None:
    """Put what checklists inside of a card hold into it as its talks, and the timed steps below it."""
    for key, one in list(card.items()):
        if key == TALKS or not isinstance(one, list):
            continue
        inner = [texts for each in one if isinstance(each, Mapping) for texts in _items(each)]
        found = [_texts(one)] if _texts(one) else inner
        if found:
            del card[key]
            card.setdefault(TALKS, []).extend(text for texts in found for text in texts)


def _items(record: Mapping[str, Any]) -> Iterator[list[str]]:
    """Yield the items of each checklist of a record."""
    yield from (texts for one in record.values() if (texts := _texts(one)))


def _texts(items: Any) -> list[str]:
    """Return the items of a checklist, in their order, where most begin with a time."""
    if not isinstance(items, list) or not all(isinstance(one, Mapping) and _called(one) for one in items):
        return []
    texts = [_called(one) for one in sorted(items, key=_place)]
    return texts if sum(TIMED.match(text) is not None for text in texts) > MOSTLY * len(texts) else []


def _place(item: Mapping[str, Any]) -> float:
    place = next((item[key] for key in PLACES if key in item), 0)
    return float(place) if isinstance(place, int | float) else 0.0

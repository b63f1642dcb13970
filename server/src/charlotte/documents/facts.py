"""JSON that holds facts: names and values, or questions and answers, nested as somebody liked."""

from collections.abc import Iterator
from typing import Any

import orjson

from charlotte.documents.errors import UnreadableDocument
from charlotte.documents.html.visible import one_line, visible
from charlotte.documents.paper import Block, Paper, Remark
from charlotte.documents.text_of import text_of

QUESTIONS = ("question", "q", "domanda", "frage", "pregunta", "title", "name", "titolo", "titel", "titre", "titulo")
ANSWERS = ("answer", "a", "risposta", "antwort", "reponse", "réponse", "respuesta", "text", "content", "value", "body")
UNITS = frozenset(
    "€ eur euro euros chf gbp usd dollar dollars franken cent cents h hours ore stunden heures horas min mins minutes"
    " minuti minuten minutos km m meter metri metres metros kg".split()
)
"""What the last word of a name may say of a number: `price_eur`, `dauer_min`."""
DEEPEST = 12
MOST_ALIKE = 12
"""Records of one list among facts, as the hours of each day; more are an export of people, rooms or sessions."""
MOST_BLOCKS = 20_000


def read(raw: bytes) -> Paper:
    """Read the facts."""
    try:
        data = orjson.loads(text_of(raw))
    except orjson.JSONDecodeError as fault:
        raise UnreadableDocument(f"is not valid JSON: line {fault.lineno}, column {fault.colno}: {fault.msg}") from None
    blocks = []
    for block in _blocks(data, 1):
        blocks.append(block)
        if len(blocks) >= MOST_BLOCKS:
            message = f"Only the first {MOST_BLOCKS} facts were read."
            cut = Remark(code="facts_cut", message=message, values={"most": MOST_BLOCKS})
            return Paper(blocks=tuple(blocks), warnings=(cut,))
    return Paper(blocks=tuple(blocks))


def are_facts(raw: bytes) -> bool:
    """Return whether JSON tells facts under their names, and is no list of records that a system keeps."""
    try:
        data = orjson.loads(text_of(raw))
    except (orjson.JSONDecodeError, UnreadableDocument):
        return False
    return isinstance(data, dict) and not _holds_records(data, 1)


def _holds_records(value: Any, level: int) -> bool:
    if level > DEEPEST:
        return True
    if isinstance(value, list) and sum(isinstance(one, dict | list) for one in value) > MOST_ALIKE:
        return True
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return any(_holds_records(one, level + 1) for one in inside)


def _blocks(value: Any, level: int) -> Iterator[Block]:
    if level > DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            if isinstance(one, dict) and (told := _in_a_line(one)):
                yield Block(kind="item", level=1, text=told)
            elif isinstance(one, dict | list):
                yield from _blocks(one, level)
            elif text := _scalar(one):
                yield Block(kind="item", level=1, text=text)
    elif isinstance(value, dict):
        yield from _fields(value, level)


def _fields(value: dict[str, Any], level: int) -> Iterator[Block]:
    fields = {key.casefold(): key for key in value}
    asked = next((fields[name] for name in QUESTIONS if name in fields), None)
    told = next((fields[name] for name in ANSWERS if name in fields), None)
    if asked is not None and told is not None and isinstance(value[asked], str):
        yield Block(kind="heading", level=level, text=one_line(value[asked]))
        yield from _said(value[told], level)
        return
    for key, inside in value.items():  # first what is told of this thing itself, then what has a heading of its own
        if not isinstance(inside, dict | list) and (text := _scalar(inside)):
            name, unit = _measured(_name(key), inside)
            yield Block(kind="item", level=1, text=f"{name}: {text}{unit}")
    for key, inside in value.items():
        if isinstance(inside, dict | list):
            yield Block(kind="heading", level=level, text=_name(key))
            yield from _blocks(inside, level + 1)


def _in_a_line(record: dict[str, Any]) -> str:
    """Return a record of a list as one item: the hours of a day belong to that day; nothing where it holds more."""
    names = {key.casefold() for key in record}
    if (
        names & {*QUESTIONS}
        and names & {*ANSWERS}
        or any(isinstance(inside, dict | list) for inside in record.values())
    ):
        return ""
    told = [(*_measured(_name(key), inside), text) for key, inside in record.items() if (text := _scalar(inside))]
    return "; ".join(f"{name}: {text}{unit}" for name, unit, text in told)


def _said(value: Any, level: int) -> Iterator[Block]:
    if isinstance(value, dict | list):
        yield from _blocks(value, level + 1)
    elif text := _scalar(value):
        yield Block(kind="text", text=text)


def _scalar(value: Any) -> str:
    if value is None or isinstance(value, bool):
        return "" if value is None else ("yes" if value else "no")
    return visible(str(value))


def _measured(name: str, value: Any) -> tuple[str, str]:
    """Return the name of a number without the unit that it ends in, and the unit as it stands behind a number."""
    first, _, last = name.rpartition(" ")
    is_unit = first and last.casefold() in UNITS and isinstance(value, int | float) and not isinstance(value, bool)
    return (first, f" {last}") if is_unit else (name, "")


def _name(key: str) -> str:
    return one_line(key.replace("_", " ")) or "?"

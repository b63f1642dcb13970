"""On which floor documents say that rooms are, and where two of them do not agree: a map and a text, say."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from charlotte.congress.search.folding import fold, folded
from charlotte.knowledge.passage import Document, DocumentWarning, Passage
from charlotte.knowledge.sentences import sentences

_ORDINALS = {
    1: "1st first primo prima 1er premier premiere erster ersten erste primer primera",
    2: "2nd second secondo seconda deuxieme 2e zweiter zweiten zweite segundo segunda",
    3: "3rd third terzo terza troisieme 3e dritter dritten dritte tercer tercera tercero",
    4: "4th fourth quarto quarta quatrieme 4e vierter vierten vierte cuarto cuarta",
}
_NUMBER = {word: number for number, words in _ORDINALS.items() for word in words.split()}
_COUNTED = "|".join(sorted(_NUMBER, key=len, reverse=True))
_FLOOR = re.compile(
    r"(?P<ground>(?:ground|entrance) (?:floor|level)|piano ?terra|pianterreno|rez de chaussee|rdc|erdgeschoss"
    r"|parterre|eg|planta baja)"
    r"|(?P<below>basement|lower ground floor|seminterrato|sous sol|untergeschoss|ug|sotano)"
    rf"|(?:(?P<word>{_COUNTED})|(?P<digit>\d)[ao]?) "
    r"(?:floor|level|piano|etage|obergeschoss|og|stock|stockwerk|planta|piso)"
    r"|(?:floor|level|piano|livello|etage|niveau|ebene|planta|nivel) (?P<behind>\d)(?!\d)"
)
_KINDS = (
    r"Sala|Aula|Salle|Amphi(?:théâtre)?|Anfiteatro|Raum|Saal|Hörsaal|Seminarraum|Auditorium|Auditorio|Room|Hall|Salón"
    r"|Laboratorio|Laboratoire|Labor|Atelier"
)
_ROOM = re.compile(
    rf"\b(?:(?:{_KINDS})\s+[A-ZÀ-Ý0-9][\w.'’-]*(?:\s(?!(?:{_KINDS})\b)(?:[A-ZÀ-Ý][\w'’-]+|\d+[a-z]?(?!\w))){{0,2}}"
    rf"|[A-ZÀ-Ý][\w'’-]+\s(?:Room|Hall|Suite|Theatre))(?!\w)"
)


@dataclass(frozen=True)
class Placed:
    """A room on a floor (0 = ground, -1 = below it), as one document says."""

    room: str
    floor: int
    document: str


def placed(document: Document) -> Iterator[Placed]:
    """Yield the rooms of which a document tells the floor, in one sentence or by the heading above it."""
    for passage in document.passages:
        above = _floor_above(passage)
        for sentence in (one for line in passage.text.split("\n") for one in sentences(line)):
            floors = set(_floors(sentence)) or above
            if len(floors) == 1:
                for room in _ROOM.findall(sentence):
                    yield Placed(room.rstrip(".:,;"), next(iter(floors)), document.name)


def contradicted(documents: Sequence[Document]) -> list[DocumentWarning]:
    """Return a warning for each room that two places put on different floors."""
    first: dict[str, Placed] = {}
    warned: set[str] = set()
    found = []
    for here in (one for document in documents for one in placed(document)):
        room = fold(here.room)
        there = first.setdefault(room, here)
        if there.floor != here.floor and room not in warned:
            warned.add(room)
            values: dict[str, str | int] = {
                "room": here.room,
                "floor": here.floor,
                "other": there.floor,
                "document": there.document,
            }
            message = f"“{here.room}” is on floor {here.floor} here, and on floor {there.floor} in {there.document}."
            found.append(DocumentWarning(here.document, message, "floor_contradiction", values))
    return found


def _floor_above(passage: Passage) -> set[int]:
    """Return the floor that the heading just above names."""
    return set(_floors(passage.path[-1])) if passage.path else set()


def _floors(text: str) -> Iterator[int]:
    for match in re.finditer(rf"(?<!\w)(?:{_FLOOR.pattern})(?!\w)", " ".join(folded(text))):
        if match["ground"]:
            yield 0
        elif match["below"]:
            yield -1
        elif match["word"]:
            yield _NUMBER[match["word"]]
        else:
            yield int(match["digit"] or match["behind"])

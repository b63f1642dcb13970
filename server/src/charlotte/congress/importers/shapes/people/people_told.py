"""Who a cell names, told apart into those who speak and those who chair."""

import re
from collections.abc import Iterable
from dataclasses import replace

from charlotte.congress.importers.draft import DraftPerson
from charlotte.congress.importers.shapes.people.name_order import TITLE
from charlotte.congress.importers.shapes.people.names import AND, PARTICLES, looks_like_person, people_in
from charlotte.congress.importers.shapes.people.roles import CHAIR_BEHIND, by_labels, labelled, leads_others, one_leads
from charlotte.congress.importers.wording import lines_of

MARKED = re.compile(r"<(?:li|br|p|div)\b", re.IGNORECASE)
"""What stands between people in a cell of a page."""
PIECES = re.compile(r"\s*[;|\n\r•]\s*")
BETWEEN_SEVERAL = re.compile(r"\s+/\s+|\s*[;|\n]\s*")
SENTENCE = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=\)))\.\s+(?=[A-ZÀ-Þ][^\W\d_]+(?:\s\S+)*\s[a-zß-ÿ]{4,}\W*$)")
"""Before a sentence, which ends small as the name of no institution does."""
COMMAS = re.compile(r"[,;]\s*")
FIRST = re.compile(r"[,;(]\s*|\.\s+")
IN_BRACKETS = re.compile(r"\([^()]*\)")
PLURAL = re.compile(
    r"(?:chairs|moderators|moderatori|moderatrici|\w+innen|moderatoren|modérateurs|moderadores)\W*$", re.I
)
"""Words for several who lead."""
SINGULAR = re.compile(
    r"\W*(?:es )?(?:modera|modère|préside|presiede|preside|coordina|conduce|leitet|moderiert|introduce)\b",
    re.IGNORECASE,
)
"""Verbs that have one person: "Modera: Ida Riva, Radio Lodi"."""
Named = tuple[tuple[DraftPerson, ...], tuple[DraftPerson, ...]]
"""Who speaks, and who chairs."""


def people_told(text: str, last_name_first: bool = False, employers: bool = False) -> Named:
    """Return everybody a cell names: a label ("Moderation:") holds for the names behind it in its line."""
    runs: list[tuple[bool, list[str]]] = []
    lines = [line.removeprefix("- ") for line in lines_of(text)] if MARKED.search(text) else text.splitlines()
    is_led = one_leads(text)
    for line in unbroken(lines, employers):
        chairing = False
        for piece in (one for part in PIECES.split(line) for one in by_labels(part) if one):
            label = labelled(piece)
            if label is not None:
                chairing = label[0] == "chairs" or is_led and leads_others(piece)
            ahead, piece = _last_chairs(piece) if label is None and not chairing else ("", piece)
            if ahead:
                runs.append((False, [ahead]))
            chairs = chairing or CHAIR_BEHIND.search(piece) is not None
            said = label[1] if label is not None and label[0] != "room" else piece
            said = _of_one(said) if SINGULAR.match(piece) else said
            said = CHAIR_BEHIND.sub("", _without_sentence(said))
            if runs and runs[-1][0] == chairs:
                runs[-1][1].append(said)
            else:
                runs.append((chairs, [said]))
    found: tuple[list[DraftPerson], list[DraftPerson]] = ([], [])
    for chairs, pieces in runs:
        found[chairs].extend(people_in("\n".join(pieces), last_name_first, employers))
    return tuple(found[0]), tuple(found[1])


def _of_one(said: str) -> str:
    """Return the name of one person with what stands behind the comma, which is nobody else, in brackets."""
    name, comma, rest = said.partition(", ")
    is_one = bool(comma) and "," not in rest and "(" not in said and looks_like_person(name) and not AND.search(said)
    return f"{name} ({rest})" if is_one and TITLE.match(rest) is None else said


def _without_sentence(said: str) -> str:
    """Return names without the sentence behind them: "Ada Orr and Bo Lie. Please bring your own boots."."""
    stop = SENTENCE.search(said)
    names = people_in(said[: stop.start()]) if stop is not None else ()
    is_named = bool(names) and all(looks_like_person(one.name) for one in names)
    return said[: stop.start()] if stop is not None and is_named else said


def _last_chairs(piece: str) -> tuple[str, str]:
    """Cut a list of names before the last, whom alone a word in brackets calls the chair: "Bo Lie, Ada Orr (chair)"."""
    behind = CHAIR_BEHIND.search(piece)
    if behind is None or "(" not in behind[0] or PLURAL.search(behind[0]):
        return "", piece
    hidden = IN_BRACKETS.sub(lambda found: "x" * len(found[0]), piece)
    ahead, comma, _ = hidden.rpartition(", ")
    names = people_in(piece[: len(ahead)]) if comma else ()
    is_list = bool(names) and all(looks_like_person(one.name) for one in names)
    return (piece[: len(ahead)], piece[len(ahead) + 2 :]) if is_list else ("", piece)


def unbroken(lines: Iterable[str], employers: bool = False) -> list[str]:
    """Return lines, a name whose two halves stand in two of them whole again: "Moderation: Silke", "Aumann".

    So is what a narrow column broke in a list or in brackets: "Ada Orr, Bo", "Lie (Kiln", "Works)". With `employers`,
    one word behind a comma is where somebody works: "Ada Orr, Ulm", "Bo Lie, Kiel". So it is where all lines end so.
    """
    lines = [*lines]
    employers = employers or len(lines) > 1 and all(map(_ends_with_a_word, lines))
    found: list[str] = []
    for line in lines:
        if found and found[-1].split()[-1:] and found[-1].split()[-1] in PARTICLES and line[:1].isalpha():
            found[-1] = f"{found[-1]} {line}"  # "Università di", "Padova"
            continue
        if found and found[-1].count("(") > found[-1].count(")") and ")" in line:
            found[-1] = f"{found[-1]} {line}"
            continue
        if found and _is_one_name(found[-1], line, employers):
            found[-1] = f"{found[-1]} {line}"
        else:
            found.append(line)
    return found


def _ends_with_a_word(line: str) -> bool:
    """Return whether a line is a name and one word behind its comma, which is no half of a name in the last of all."""
    name, comma, word = line.rpartition(", ")
    return bool(comma) and looks_like_person(name) and "," not in name and _is_half(word)


def _is_one_name(above: str, line: str, employers: bool) -> bool:
    """Return whether a line begins with the other half of the name that the line above ends with.

    A name of one word behind others is a half; so is one before others below a line of names: "Ada Orr, Jan Bo",
    "Lie, Eve Moss".
    """
    if labelled(line) is not None or TITLE.match(line):
        return False
    *others, last = COMMAS.split(by_labels(above)[-1])
    label = labelled(last)
    name = TITLE.sub("", (label[1] if label is not None else last).strip())
    first, rest = _first_of(line), COMMAS.split(line)[1:]
    if _is_half(name):
        are_named = bool(others) and all(looks_like_person(IN_BRACKETS.sub("", one)) for one in others)
        return _is_surname(first) or not employers and are_named and looks_like_person(first)
    is_listed = bool(others and rest) and all(looks_like_person(IN_BRACKETS.sub("", one)) for one in (*others, *rest))
    return is_listed and looks_like_person(name) and _is_half(first)


def _first_of(line: str) -> str:
    """Return what stands before the first comma, bracket or stop of a line."""
    return FIRST.split(line)[0].strip()


def _is_half(name: str) -> bool:
    return name.isalpha() and name[:1].isupper() and not name.isupper()


def _is_surname(name: str) -> bool:
    """Return whether a text may be the other half of a name: "Fedrizza", "van der Berg"."""
    rest = name.split()
    while len(rest) > 1 and rest[0] in PARTICLES:
        rest = rest[1:]
    return len(rest) == 1 and _is_half(rest[0])


def with_affiliations(people: list[DraftPerson], organisations: list[str]) -> list[DraftPerson]:
    """Return people with what a column of organisations says of each, where there are as many."""
    if len(organisations) == 1 and len(people) > 1:
        organisations = [one.strip() for one in BETWEEN_SEVERAL.split(organisations[0])]
    if len(people) != len(organisations):
        return people
    pairs = zip(people, organisations, strict=True)
    return [replace(one, affiliation=one.affiliation or of) for one, of in pairs]


def each_once(people: Iterable[DraftPerson]) -> tuple[DraftPerson, ...]:
    """Return people without those named twice."""
    return tuple({person.name: person for person in people if person.name}.values())

"""Who takes part in a session of a page: people one by one in elements of their own, or told in a line."""

import re

from charlotte.congress.importers.draft import DraftPerson
from charlotte.congress.importers.shapes.html.elements import LONGEST_LABEL, Element
from charlotte.congress.importers.shapes.html.labels import PEOPLE, Parts, ends_as_label
from charlotte.congress.importers.shapes.html.parts import part_of, part_of_class
from charlotte.congress.importers.shapes.people.names import looks_like_person, people_in
from charlotte.congress.importers.shapes.people.people_told import each_once, people_told
from charlotte.congress.importers.shapes.people.roles import labelled, says_that_they_chair

LONGEST_MARK = 6
LONGEST_CARD = 160
MOST_LINES = 2
"""Below a name: a position, and where."""
ENDING = re.compile(r"[/*:(_][\w*-]{1,6}\)?$")
"""`Moderador/a`, `Moderator:in`"""


def people_of(found: Parts, employers: bool) -> tuple[list[DraftPerson], list[DraftPerson]]:
    """Return who speaks and who chairs; each person of a list with the employer that stands beside."""
    speakers: list[DraftPerson] = []
    chairs: list[DraftPerson] = []
    presenting: set[str] = set()
    for field in PEOPLE:
        for one in (apart for told in found.get(field, ()) for apart in _apart(told)):
            named = _each(one) or None
            said = (
                ([], named) if named is not None and field == "chairs" else (named, []) if named is not None else None
            )
            if said is None:
                told = people_told("\n".join(one.lines(_marks(one) | _labels(one) | one.struck)), employers=employers)
                said = (list(told[0]), list(told[1])) if field == "speakers" else ([], [*told[0], *told[1]])
            label = labelled(one.text)
            leads = ":" in one.text and says_that_they_chair(one.text.partition(":")[0])
            leads = leads or field == "speakers" and _is_chair(one)
            speaks = not leads and label is not None and label[0] == "speakers"
            speakers += [] if leads else [*said[0], *said[1]] if speaks else said[0]
            chairs += [] if speaks else said[1] if not leads else [*said[0], *said[1]]
            if "presenter" in " ".join(one.classes).casefold():
                presenting |= {person.name for person in said[0]}
    speakers.sort(key=lambda person: person.name not in presenting)
    employed = {person.name: person for person in speakers if person.affiliation}
    return [*each_once(employed.get(person.name, person) for person in speakers)], [*each_once(chairs)]


def _apart(element: Element) -> list[Element]:
    """Return the people of a list one by one where one is called the chair, or each has lines of their own."""
    each = [one for one in element.children if one.tag not in ("br", "i")]
    if len(each) == 1 and len(list(each[0].children)) > 1:
        return _apart(each[0])  # the list in its frame
    is_list = len(each) > 1 and (any(map(_is_chair, each)) or all(map(_has_lines, each)))
    return each if is_list else [element]


def _has_lines(element: Element) -> bool:
    """Return whether an element tells of one person in lines: the name, and what they are below."""
    lines = element.lines()
    return 1 < len(lines) <= MOST_LINES + 1 and looks_like_person(lines[0])


def _is_chair(element: Element) -> bool:
    """Return whether somebody among people is called the chair: by a class, or by what stands beside the name."""
    own = (part_of_class(token) for token in element.attributes.get("class", "").split())
    beside = [one.text for one in element.all() if one is not element and 0 < one.size <= LONGEST_LABEL]
    beside += element.lines()[1:] if element.size <= LONGEST_CARD else []
    return "chairs" in own or any(says_that_they_chair(ENDING.sub("", said)) for said in beside)


def is_portrait(element: Element) -> bool:
    """Return whether an element shows one person: a picture, the name, and at most what they are and where."""
    if not 0 < element.size <= LONGEST_CARD or not any(one.tag == "img" for one in element.all()):
        return False
    lines = element.lines()
    return 0 < len(lines) <= MOST_LINES + 1 and looks_like_person(lines[0])


def _marks(element: Element) -> frozenset[int]:
    """Return the raised signs behind names that refer to where somebody works."""
    raised = (one for one in element.all() if one.tag == "sup" and one.size <= LONGEST_MARK)
    return frozenset(one.at for one in raised)


def _labels(element: Element) -> frozenset[int]:
    """Return the label of people that stands apart from them: `<div class="label">Guests</div>`."""
    labels = [one for one in element.all() if one.is_label or ends_as_label(one)]
    return frozenset(one.at for one in labels) if len(labels) == 1 else frozenset()


def _each(element: Element) -> list[DraftPerson]:
    """Return the people of an element in which each name, or each employer, is marked."""
    found: list[DraftPerson] = []
    marked = [
        one
        for one in element.all()
        if one is not element and part_of(one) in ("speakers", "chairs", "title", "affiliation")
    ]
    inner = [
        one
        for one in marked
        if not any(part_of(below) in ("speakers", "title") for below in one.all() if below is not one)
    ]
    if not any(part_of(one) == "affiliation" for one in inner) and len(inner) < 2:
        return _one_with_employer(element, inner)
    for one in inner:
        if part_of(one) == "affiliation" and found:
            employer = one.text.strip(" ()")
            of = [found[-1].affiliation, employer] if found[-1].affiliation else [employer]
            found[-1] = DraftPerson(found[-1].name, None, ", ".join(of))
        elif part_of(one) != "affiliation" and not _is_label(one.text):
            found += _one_with_employer(one, []) or people_in(one.text)
    if not found and inner:
        names = (
            people_in(element.lines(frozenset(one.at for one in inner))[0])
            if element.lines(frozenset(one.at for one in inner))
            else ()
        )
        found = [DraftPerson(names[0].name.strip(" ,(–-"), None, inner[0].text.strip(" ()"))] if names else []
    return found


def _one_with_employer(element: Element, named: list[Element]) -> list[DraftPerson]:
    """Return the one person of an element that tells below the name what they are; nobody where it tells otherwise."""
    lines = element.lines(_marks(element) | _labels(element) | element.struck)
    name, below = lines[0] if lines else "", lines[1:]
    rest = [line for line in below if not says_that_they_chair(ENDING.sub("", line))]
    if below and not rest and looks_like_person(name):
        return [DraftPerson(one.name) for one in people_in(name)]
    told = [name, *rest]
    if not rest or len(rest) > MOST_LINES or any(_is_label(line) or not line[0].isalnum() for line in told):
        return []
    is_sure = [one.text for one in named] == [name] or is_portrait(element)
    is_name = is_sure or looks_like_person(name) and not any(map(looks_like_person, rest))
    people = people_in(name) if is_name and not any(map(labelled, told)) else ()
    return [DraftPerson(people[0].name, None, ", ".join(rest))] if len(people) == 1 else []


def _is_label(text: str) -> bool:
    return text.rstrip().endswith(":") or says_that_they_chair(text)

"""What a source tells only in its texts: people behind the title or a label, the language behind a label."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import islice

from charlotte.congress.importers.draft import Draft, DraftPerson
from charlotte.congress.importers.shapes.people.name_order import TITLE
from charlotte.congress.importers.shapes.people.names import looks_like_person, writes_employers
from charlotte.congress.importers.shapes.people.people_told import each_once, people_told
from charlotte.congress.importers.shapes.people.roles import by_labels, labelled
from charlotte.congress.importers.shapes.texts.usual_room import VISITS
from charlotte.congress.importers.shapes.values.given_by import given_by
from charlotte.congress.importers.shapes.values.people_lines import names_people
from charlotte.congress.importers.shapes.values.spoken_in import LEAD, language_in
from charlotte.congress.importers.shapes.values.title_and_people import title_and_people_in
from charlotte.congress.importers.shapes.values.words import name_score
from charlotte.congress.importers.wording import TAG, kind_of, lines_of, plain, without_mark

SENTENCES = re.compile(r"(?<=[.!?])\s+")
MAY_NAME = re.compile(r":|\s(?:by|da|par|por|von|with|mit|con|avec|bei|d[ei])\s|\sd[’']")
People = tuple[DraftPerson, ...]
STOPS = re.compile(r"(?<=[^\W\d_]{3})\.\s+(?=[A-ZÀ-Þ])")
FEWEST_NAMED = 0.1
"""Share of drafts with speakers from which on a source has a place of its own for them."""
OFTEN = 0.3
MOST_LOOKED_AT = 20_000
LONGEST_LABELLED = 300
LONGEST_LABEL = 20
SURE = 0.6
LED_BY = re.compile(r"\S+ (?:by|da|par|por|von) \S+(?: \S+){1,7}\.?$")
"""A line that is nothing but "Chaired by Ada Lind." """


def with_facts_of_texts(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Yield drafts with the people and the languages of their texts, where the source has no place of its own."""
    rest = iter(drafts)
    found = list(islice(rest, MOST_LOOKED_AT))
    whole = [one for one in found if one.part_of is None]  # talks that a description lists name their own
    labels = [_labelled_in(one.abstract or "") for one in found]
    employers = writes_employers(said for told in labels for _, said in told)
    if sum(1 for one in whole if one.speakers) <= FEWEST_NAMED * len(whole):
        told = [_people_of(said, employers) for said in labels]
        open_titles = [plain(one.title) for one, (people, _) in zip(found, told, strict=True) if not people]
        open_titles = [title for title in open_titles if kind_of(None, title, False) not in ("break", "social")]
        titled = sum(1 for title in open_titles if title_and_people_in(title)[1])
        in_titles = titled >= max(2, OFTEN * len(open_titles))
        found = [_completed(one, in_titles, *people) for one, people in zip(found, told, strict=True)]
        known = {person.name for one in found for person in (*one.speakers, *one.chairs)}
        found = [one if one.speakers else replace(one, speakers=_named_alone(one, known)) for one in found]
    if sum(1 for one in whole if one.chairs) <= FEWEST_NAMED * len(whole):
        pairs = zip(found, labels, strict=True)
        found = [one if one.chairs else _with_chairs(one, _people_of(said, employers)[1]) for one, said in pairs]
    found = [one if one.speakers else replace(one, speakers=_named_instead(one.abstract or "")) for one in found]
    found = [one if one.speakers or one.chairs else _led_at_end(one, employers) for one in found]
    found = [one if one.language else replace(one, language=_spoken_in(one.abstract or "")) for one in found]
    yield from found
    yield from rest


def _spoken_in(text: str) -> str | None:
    """Return the language that a description tells: "Sprache: Deutsch", "Talk in English."."""
    for line in TAG.sub("\n", text).splitlines():
        label, colon, said = plain(line).partition(":")
        if colon and len(label) <= LONGEST_LABEL and name_score("language", label) > SURE:
            return language_in(said) or None
        for sentence in SENTENCES.split(plain(line)):
            if LEAD.match(sentence) and (code := language_in(sentence)):
                return code
    return None


def _completed(draft: Draft, in_titles: bool, told: People, chairs: People) -> Draft:
    title = plain(draft.title)
    speakers: tuple[DraftPerson, ...] = draft.speakers
    if in_titles and not speakers:
        shorter, people = title_and_people_in(title)
        named = people_told(people)[0] if people and without_mark(title) != people else ()
        title, speakers = (shorter, named) if named else (title, ())
    if not (speakers or told or draft.chairs) and _is_workshop(draft):
        told, chairs = chairs, ()  # who leads a workshop is who teaches it
    return replace(
        draft,
        title=title if title != plain(draft.title) else draft.title,
        speakers=speakers or told,
        chairs=draft.chairs or chairs,
    )


def _with_chairs(draft: Draft, chairs: People) -> Draft:
    """Return a draft with who chairs, as its description says, beside those who speak."""
    speaking = {plain(person.name).casefold() for person in draft.speakers}
    if not draft.speakers:  # who leads a workshop, a tour: told as who holds it where there is a place for that
        return draft
    return replace(draft, chairs=tuple(one for one in chairs if plain(one.name).casefold() not in speaking))


def _led_at_end(draft: Draft, employers: bool) -> Draft:
    """Return a draft with whom its description names last behind a label: "… Bring boots. Guide: Ada Orr".

    Who leads a workshop, a visit or a walk is who holds it.
    """
    parts = [part.strip() for line in lines_of(draft.abstract or "") for part in by_labels(line)]
    told: list[tuple[str, str]] = []
    while parts and (role := labelled(parts[-1])) is not None and role[0] != "room" and ":" in parts[-1]:
        told.insert(0, (role[0], role[1]))
        parts.pop()
    speakers, chairs = _people_of(told, employers)
    if not speakers and (_is_workshop(draft) or VISITS.match(plain(draft.title))):
        speakers, chairs = chairs, ()
    return replace(draft, speakers=speakers, chairs=chairs)


def _named_alone(draft: Draft, known: Set[str]) -> tuple[DraftPerson, ...]:
    """Return who a description names in lines of their own above all it says.

    A line that may be names is some where a title stands before them, an employer in brackets behind each, or where all
    of them are known.
    """
    found: list[DraftPerson] = []
    for line in lines_of(draft.abstract or ""):
        if ":" in line or len(line) > LONGEST_LABELLED or not names_people(line, True):
            break
        people = people_told(line, employers="," in line)[0]
        is_known = TITLE.match(line) is not None or all(person.name in known for person in people)
        if not is_known and not all(person.affiliation and line.endswith(")") for person in people):
            break
        found += people
    return each_once(found)


def _named_instead(text: str) -> tuple[DraftPerson, ...]:
    """Return who takes part, where a description begins with their names: "With Ada Orr, Bo Lie and Eve Moss".

    One alone is told with what they are: "With Ada Orr, keeper of the mill".
    """
    line = plain(next(iter(lines_of(text)), "")).strip()
    label = labelled(by_labels(line)[0]) if len(line) <= LONGEST_LABELLED else None
    said = _names_alone(label[1]).removesuffix(".") if label is not None else ""
    if label is None or label[0] != "speakers" or not names_people(said):
        return ()
    people = people_told(said)[0]
    is_told = len(people) > 1 or all(one.affiliation for one in people)
    return people if is_told and all(looks_like_person(one.name) for one in people) else ()


def _is_workshop(draft: Draft) -> bool:
    title = without_mark(plain(draft.title))
    return kind_of(draft.format_name or " ".join(title.split()[:1]), title, False) == "workshop"


def _people_of(named: Sequence[tuple[str, str]], employers: bool) -> tuple[People, People]:
    """Return who a description names behind labels: those who speak, and those who chair.

    With `employers`, its source writes where somebody works behind a comma.
    """
    employers = employers or writes_employers(said for _, said in named)
    found: tuple[list[DraftPerson], list[DraftPerson]] = ([], [])
    for role, said in named:
        if names_people(said, employers) or names_people(said, True):
            found[role == "chairs"].extend(
                people_told(said.removesuffix("."), employers=employers or not names_people(said))[0]
            )
    return each_once(found[0]), each_once(found[1])


def _names_alone(said: str) -> str:
    """Return what stands behind a label without the sentences behind the names: "Ada Orr. Free of charge."."""
    heads = (said[: stop.start()] for stop in STOPS.finditer(said))
    return said if names_people(said) else next((head for head in heads if names_people(head)), said)


def _labelled_in(text: str) -> list[tuple[str, str]]:
    """Return what the lines of a description say behind labels of people, each with its role."""
    if not MAY_NAME.search(text):
        return []
    lines = [part for line in lines_of(text) for part in by_labels(line.removeprefix("- "))]
    return [role for line in lines if len(line) <= LONGEST_LABELLED and (role := _role_in(line)) is not None]


def _role_in(line: str) -> tuple[str, str] | None:
    """Return whether those whom a line names speak or chair, and their names."""
    if (given := given_by(line)) is not None:
        return given[0], given[2]
    label = labelled(line) if ":" in line or LED_BY.match(line) else None
    return (label[0], _names_alone(label[1])) if label is not None and label[0] != "room" else None

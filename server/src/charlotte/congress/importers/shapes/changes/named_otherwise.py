"""What a remark means without a title or a room of the programme: "the round table on Friday at 16:30"."""

import re
from collections.abc import Callable, Sequence, Set

from charlotte.congress.importers.draft import Draft
from charlotte.congress.importers.shapes.changes.before_and_now import INSTEAD
from charlotte.congress.importers.shapes.changes.named_by_title import bare_words
from charlotte.congress.importers.shapes.people.name_order import TITLE
from charlotte.congress.importers.shapes.times.placing import day_named
from charlotte.congress.importers.shapes.times.when import When, read_when
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.shapes.values.venue_lines import VENUES
from charlotte.congress.model import Congress
from charlotte.congress.search.folding import fold
from charlotte.congress.search.function_words import FUNCTION_WORDS

LEAST = 4
"""Letters of a word that may show which session is meant."""
TO = re.compile(
    r"\b(?:auf|to|until|bis|fino a(?:lle)?|hasta(?: las)?|jusqu[’']à)\s+(?:um )?\d[\d.:h]*",
    re.IGNORECASE,
)
"""The time that holds from now on, where it stands before the verb: "wird auf 16 Uhr verschoben"."""
OF_TALK = re.compile(
    r"(?<!\w)(?:talk|lecture|presentation|paper|keynote|session|workshop|\w*vortrag\w*|\w*beitrag\w*|referat|sitzung|kurs|"
    r"relazione|intervento|conferenza|laboratorio|lezione|sessione|ponencia|charla|conferencia|taller|comunicaci[óo]n|"
    r"sesi[óo]n|communication|conf[ée]rence|expos[ée]|intervention|atelier|s[ée]ance)s?(?!\w)",
    re.IGNORECASE,
)
THIS = re.compile(
    r"(?<!\w)(?:this (?:talk|session|workshop|lecture|panel|event|tour)|"
    r"ce(?:t|tte)? (?:atelier|séance|session|conférence|table|visite|exposé)|"
    r"dies(?:e[rs]?|em|en) (?:\w*vortrag\w*|sitzung|workshop|session|kurs|führung|veranstaltung)|"
    r"quest[oa] (?:sessione|laboratorio|relazione|incontro|visita|tavola|intervento)|"
    r"est[ea] (?:sesi[óo]n|taller|charla|ponencia|mesa|visita|conferencia))(?!\w)",
    re.IGNORECASE,
)
PLACE = re.compile(
    r"\b(?:in der|in den|in die|im|in the|to the|at the|in|at|to|nell[ao’'] ?|nel|en la|en el|en|a la|al|"
    r"dans la|dans le|"
    r"dans l[’'] ?|à la|à l[’'] ?|au|alla|presso|zum|zur|"
    r"ins)\s+"
    r"((?:(?:salle|salon|amphi|sala|aula|salón|saletta|raum|saal|room|hall)\s+)?(?:[A-ZÀ-Þ\d][\w’'.-]*)"
    r"(?:\s+(?:[A-ZÀ-Þ\d][\w’'-]*|de|del|della|dei|di|du|des|la|von|of|the)){0,5})"
)
EDGES = " .,;:!?"
CALLED = re.compile(
    r"(?<!\w)(?:Herrn?|Frau|Mr|Mrs|Ms|Mme|Mlle|M|Sig(?:\.ra|\.na|nora|nor)?|Sra?|Se[ñn]ora?|Dr|Prof|Madame|Monsieur)\b\.?\s+"
    r"((?:(?:von|van|de|di|del|della|da|du|le|la)\s+)*[A-ZÀ-Þ][\w’'-]+)(?!\s+[A-ZÀ-Þ][a-zß-ÿ])"
)
"""Somebody by the last name."""
OPENING = 4
"""Words that a sentence begins with."""
LONG_LABEL = 8
"""Letters of a label that may name one session."""


def named_by_time(head: str, drafts: Sequence[Draft], congress: Congress, when_in: Callable[[str], When]) -> list[int]:
    """Return the one session that a sentence names by when it begins and a word of its title or who speaks.

    `head` is what stands before the words that tell the change.
    """
    turn = TO.search(head)
    head = head[: turn.start()] if turn else head
    when = when_in(head)
    if when.start is None:
        return []
    on = day_named(when, congress)
    words = _words(head)
    found: list[int] = []
    for at, one in enumerate(drafts):
        if one.start is None or one.repeated:
            continue
        held = one.start.astimezone(congress.zone)
        is_then = held.time() == when.start and (on is None or on == congress.day_of(one.start))
        told = _words(" ".join((one.title, *(person.name for person in (*one.speakers, *one.chairs)))))
        if is_then and words & told:
            found.append(at)
    return found if len(found) == 1 else []


def named_by_speaker(text: str, drafts: Sequence[Draft]) -> list[int]:
    """Return the one session whose speaker a sentence names that tells of a talk: "Ada Lind's talk begins at 9:15".

    Of somebody called by the last name, "Frau Lind", or of a title's label, "the round table", there may be only one.
    """
    if CALLED.search(text) is None and (labels := _named_by_label(text, drafts)):
        return labels
    if OF_TALK.search(text) is None:
        return []
    said = f" {bare_words(text)} "
    found = [
        at
        for at, one in enumerate(drafts)
        if not one.repeated and any(f" {bare_words(TITLE.sub('', person.name))} " in said for person in one.speakers)
    ]
    called = {bare_words(one[1]) for one in CALLED.finditer(text)}
    last = [
        at
        for at, one in enumerate(drafts)
        if not one.repeated
        and any(bare_words(person.name).split()[-1:] == [name] for person in one.speakers for name in called)
    ]
    found = found or last
    return found if len(found) == 1 else []


def _named_by_label(text: str, drafts: Sequence[Draft]) -> list[int]:
    """Return the one session whose title has a label before its colon by which a sentence begins: "The panel …"."""
    said = f" {' '.join(bare_words(text).split()[:OPENING])} "
    told = [bare_words(one.title) for one in drafts]
    labels = {at: bare_words(one.title.partition(":")[0]) for at, one in enumerate(drafts) if ":" in one.title}
    labels = {at: one for at, one in labels.items() if len(one) >= LONG_LABEL and not drafts[at].repeated}
    found = [at for at, one in labels.items() if f" {one} " in said and sum(one in title for title in told) == 1]
    return found if len(found) == 1 else []


def named_in_its_own_words(text: str, drafts: Sequence[Draft]) -> list[int]:
    """Return the one session whose own text has the sentence, where that speaks of "this workshop"."""
    if THIS.search(text) is None:
        return []
    said = bare_words(text)
    found = [at for at, one in enumerate(drafts) if not one.repeated and said in bare_words(one.abstract or "")]
    return found if len(found) == 1 else []


def place_named(text: str, *, instead: bool = False) -> str:
    """Return the room or the house that a sentence says something is held in, whether or not the programme has it.

    `instead` tells that a place stands where it was held before, so that any name behind a preposition is one.
    """
    for found in PLACE.finditer(text):
        place = found[1].strip(EDGES)
        if instead and not (read_when(place).has_day or read_when(place).has_clock):
            return place
        if ROOM_WORDS.match(place) or VENUES.match(place) or ROOM_WORDS.fullmatch(place.split()[-1]):
            return place
    return ""


def place_instead(ahead: str) -> str:
    """Return the place that stands right before the words "and not in the", by which a text ends."""
    for found in PLACE.finditer(ahead):
        turn = INSTEAD.match(ahead, found.end())
        place = found[1].strip(EDGES)
        if turn is not None and len(ahead[turn.end() :].split()) <= 1 and not read_when(place).has_day:
            return place
    return ""


def _words(text: str) -> Set[str]:
    return {word for word in re.findall(r"[^\W\d_]+", fold(text)) if len(word) >= LEAST and word not in FUNCTION_WORDS}

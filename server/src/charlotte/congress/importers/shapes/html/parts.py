"""What the parts of a page are: by the words of their classes, their tags, and what stands in them."""

import re
from functools import lru_cache

from charlotte.congress.importers.shapes.html.elements import Element
from charlotte.congress.importers.shapes.times.day_line import is_day
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.words import Field, name_score, words_of
from charlotte.congress.importers.wording import CANCELLED_WORDS, MOVED_WORDS
from charlotte.congress.search.folding import fold

TITLES = frozenset(
    "title titel titre titolo titulo headline heading subject thema tema sujet intitule topic name summary".split()
)
HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
JOINED_TITLE = re.compile(
    r"(?:session|sitzungs?|talk|paper|event|item|slot|lecture|vortrags?|entry|sesion|sessione|seance)s?"
    r"(?:title|titel|titre|titolo|titulo|name|headline|subject|thema)"
)
"""`sessiontitle`, `vortragstitel`: two words that nothing parts."""
PLACES = frozenset("venue location lieu luogo ort lugar sala salle saal raum".split())
"""`venue-title`: what the place is called, and no session."""
ADDRESSES = frozenset("address adresse indirizzo direccion street map maps directions city".split())
"""Behind the name of a place."""
TALKS = frozenset("talk paper contribution vortrag beitrag intervento contributo ponencia communication".split())
LAYOUT = frozenset(
    "wrapper wrap container row col column block box list group inner content item items line cell field value info "
    "meta "
    "details detail data card section part area holder elem element field-item is has text-muted small big bold".split()
)
PICTURES = frozenset(
    "icon icons img image photo picture avatar btn button arrow toggle tooltip badge-icon logo fa share".split()
)
MORE: dict[str, Field] = {
    "interval": "start", "timeslot": "start", "begin": "start", "desc": "abstract", "teaser": "abstract",
    "excerpt": "abstract", "lead": "abstract", "org": "affiliation", "job": "affiliation", "role": "affiliation",
    "position": "affiliation", "employer": "affiliation", "mod": "chairs", "pres": "speakers",
    "presenter": "speakers", "guest": "speakers", "guests": "speakers", "lang": "language", "pin": "room",
    "wo": "room", "wer": "speakers", "hinweis": "notes",
}  # fmt: skip
"""Words of classes that columns are not called by."""
TAKEN: tuple[Field, ...] = (
    "room", "speakers", "chairs", "abstract", "track", "kind", "language", "affiliation", "subtitle", "start", "end",
    "date", "duration", "notes", "status", "details",
)  # fmt: skip
LABELS = frozenset(("tag", "tags", "badge", "pill", "chip", "label", "kicker"))
SURE = 0.7
LONGEST_CLOCK = 60
LONGEST_REST = 12
LONGEST_DAY = 60
MOST_LETTERS = 200
"""In an element, blanks too, that may be nothing but a time or a day."""
CANCELLED = re.compile(rf"(?:^|[^a-z])(?:{fold(CANCELLED_WORDS)}|entfaellt|ausgefallen|cancel|annullata?)(?:$|[^a-z])")
MOVED = re.compile(rf"(?:^|[^a-z])(?:{fold(MOVED_WORDS)}|verlegung|changed|moved)(?:$|[^a-z])")


def part_of(element: Element) -> Field | None:
    """Return which part of a session an element is called; None where its classes do not say."""
    return _part_of(tuple(element.classes))


def part_of_class(token: str) -> Field | None:
    """Return which part of a session one class calls."""
    return _part_of((token,))


def is_talk(element: Element) -> bool:
    """Return whether the classes of an element call it a talk, and nothing else."""
    return any(words_of(token)[-1:] and words_of(token)[-1] in TALKS for token in element.classes[:12])


@lru_cache(maxsize=5_000)
def _part_of(classes: tuple[str, ...]) -> Field | None:
    for token in classes[:12]:
        words = tuple(word for word in words_of(token) if word and word not in LAYOUT)
        if not words or PICTURES & {*words}:
            continue
        found = _called(words)
        if found is not None:
            return found
    return None


def _called(words: tuple[str, ...]) -> Field | None:
    if words[-1] in ADDRESSES:
        return None
    if words[-1] in TITLES and PLACES & {*words[:-1]}:
        return "room"
    if words[-1] in TITLES and not {"speaker", "person", "room", "author", "presenter", "job", "sub"} & {*words[:-1]}:
        return "title"
    if JOINED_TITLE.fullmatch(words[-1]):
        return "title"
    if words[-1] in LABELS:
        return "track"
    for start in range(len(words)):
        tail = words[start:]
        if tail[0] in TITLES and len(tail) == 1:
            return None
        best = max(TAKEN, key=lambda field: name_score(field, " ".join(tail)))
        if name_score(best, " ".join(tail)) >= SURE and not (len(tail) == 1 and len(tail[0]) < 3):
            return best
        if len(tail) == 1:
            return MORE.get(tail[0])
    return None


def clock_of(element: Element) -> str:
    """Return the time that an element is, also with its day; nothing where it is more, or something else."""
    if element.size > MOST_LETTERS:
        return ""
    stated = element.attributes.get("datetime", "")
    if element.tag == "time" and stated:
        when = read_when(stated)
        text = element.text
        if when.moment is not None or when.has_clock and when.has_day:
            own = read_when(text) if len(text) <= LONGEST_CLOCK else when
            return text if own.end is not None and when.moment is None else stated
        if when.has_clock:
            return text if read_when(text).end is not None else stated
    if element.content and not any(isinstance(one, str) and one.strip() for one in element.content):
        inner = [one for one in element.children if one.tag not in ("br", "i", "a")]
        if len(inner) > 2 or any(read_when(one.text).is_plain for one in inner[:1] if len(inner) == 1):
            return ""
    text = element.now
    if not text or len(text) > LONGEST_CLOCK or element.is_struck and _is_told_anew(element):
        return ""
    when = read_when(text)
    is_clock = when.has_clock and len(when.rest) <= 3
    if not is_clock and part_of(element) in ("start", "end"):
        when = read_when(text, hint="clock")
        heads = any(one.tag in HEADINGS for one in element.all())
        is_clock = when.has_clock and len(when.rest) <= LONGEST_REST and not heads
    return text if is_clock else ""


def _is_told_anew(element: Element) -> bool:
    """Return whether another time stands beside a struck one: `<s>9:30</s> 9:45`."""
    return (
        element.parent is not None and element.at in element.parent.struck and read_when(element.parent.now).has_clock
    )


def day_of(element: Element) -> str:
    """Return the day that an element is, or that it is marked with."""
    for key in ("data-date", "data-day", "data-datum", "data-jour", "data-fecha", "data-giorno"):
        stated = element.attributes.get(key, "")
        if stated and (read_when(stated).on is not None or is_day(stated)):
            return stated
    text = element.text if element.size <= MOST_LETTERS and element.tag not in ("body", "main", "tr") else ""
    return text if text and len(text) <= LONGEST_DAY and is_day(text) and read_when(text).on_any_day else ""


def state_of(element: Element) -> str:
    """Return what the classes of an element say has happened to its session."""
    called = fold(" ".join((element.attributes.get("class", ""), element.attributes.get("data-status", ""))))
    if CANCELLED.search(called):
        return "cancelled"
    return "moved" if MOVED.search(called) else ""

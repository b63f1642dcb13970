"""Rooms, titles and names that a programme sets in capitals, put as people write them; abbreviations stay."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from charlotte.congress.importers.wording import BREAK_TITLES, SOCIAL_TITLES, is_cancelled
from charlotte.congress.model import Congress, Person, Session
from charlotte.congress.search.folding import fold
from charlotte.congress.search.function_words import FUNCTION_WORDS, ROOM_WORDS

WORD = re.compile(r"[^\W\d_]+")
BEGINS = frozenset('.?!:–—(«“„"')
OPENS = frozenset(".?!")
"""Signs behind which a part of a sentence begins, and a sentence."""
APOSTROPHES = frozenset("'’")
ROMAN = re.compile(r"(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})")
USUAL = frozenset("EU UE UK USA ONU HIV DNA RNA ADN ARN ADHS ECM ICT IOT API GPS NATO OTAN ESG FAO ONG TAC UCI".split())
"""Abbreviations that could be read as words."""
VOWELS = frozenset("aeiouy")
LONGEST_ABBREVIATION = 5
LONG = 4
"""Letters from which a word is none of the little ones."""
FEW = 2
MOSTLY, SOME = 0.5, 0.2
"""Of all rooms or titles, and of all people, so many in capitals are the programme's way of writing."""
NOUNS_LARGE = frozenset({"de", "en"})
"""Languages in whose titles most words have a capital, ISO 639-1."""
SMALL = frozenset("de du des van von der den ter ten zu zur y e dos do".split())
SMALL_AFTER_DE = frozenset("la las los".split())
"""Parts of last names that are written small, but not in Italian."""


@dataclass(frozen=True)
class _Seen:
    """How words are written where the programme does not set all of a text in capitals."""

    abbreviations: frozenset[str]
    spelt: Mapping[str, str]
    """Words with a capital inside of sentences, by their folded letters."""


def as_written(sessions: Sequence[Session], congress: Congress, known: Collection[str] = ()) -> tuple[Session, ...]:
    """Return sessions with what was set in capitals as people write it; rooms that are `known` stay."""
    seen = _seen(sessions, congress)
    rooms = _rooms({room for one in sessions for room in (one.room, one.previous_room) if room}, known, seen)
    titles = _titles(sessions, congress, seen)
    people = _people({person.id: person for one in sessions for person in one.people}, congress)
    return tuple(
        replace(
            one,
            title=titles.get(one.title, one.title),
            subtitle=titles.get(one.subtitle or "", one.subtitle),
            room=rooms.get(one.room or "", one.room),
            previous_room=rooms.get(one.previous_room or "", one.previous_room),
            speakers=tuple(people.get(person.id, person) for person in one.speakers),
            chairs=tuple(people.get(person.id, person) for person in one.chairs),
        )
        for one in sessions
    )


def is_shouted(text: str) -> bool:
    """Return whether all letters of a text are capitals, some of them in a word that is no abbreviation."""
    return text.isupper() and any(len(word) >= LONG and _is_readable(word) for word in WORD.findall(text))


def _is_first(text: str, at: int, signs: Set[str]) -> bool:
    """Return whether no word stands before a place, or one of the signs behind the last one."""
    last = at
    while last and not (text[last - 1].isalnum() or text[last - 1] == "_"):
        last -= 1
    return not last or not signs.isdisjoint(text[last:at])


def _is_readable(word: str) -> bool:
    return bool(VOWELS & {*fold(word)})


def _seen(sessions: Iterable[Session], congress: Congress) -> _Seen:
    texts = [text for one in sessions for text in (one.title, one.abstract, one.track, one.room) if text]
    texts += [text for text in (congress.name, congress.venue, congress.city) if text]
    bearers = {fold(word) for one in sessions for person in one.people for word in WORD.findall(person.name)}
    abbreviations: set[str] = set(USUAL)
    large: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for text in texts:
        if not any(map(str.islower, text)):
            continue
        for found in WORD.finditer(text):
            word, inside = found[0], not _is_first(text, found.start(), BEGINS)
            if word.isupper() and 1 < len(word) <= LONGEST_ABBREVIATION and fold(word) not in bearers:
                abbreviations.add(word)
            elif word[0].isupper() and word[1:].islower() and inside:
                large[word] += 1
            elif word.islower():
                small[fold(word)] += 1
    spelt = {fold(word): word for word, count in large.items() if count > small[fold(word)]}
    spelt |= {fold(name): name for name in (congress.city or "").split() if name.istitle()}
    return _Seen(frozenset(abbreviations), spelt)


def _rooms(rooms: Collection[str], known: Collection[str], seen: _Seen) -> dict[str, str]:
    """Return each room that is written otherwise: as it should be, or as another row writes the same room."""
    shouted = [room for room in rooms if is_shouted(room) and room not in known]
    is_usual = len(shouted) >= MOSTLY * len(rooms)
    found: dict[str, str] = {}
    for room in shouted:
        words = WORD.findall(room)
        if len(words) > 1 or is_usual or fold(room) in ROOM_WORDS or fold(room) in seen.spelt:
            found[room] = _put(room, seen, large=True)
    spelt: dict[str, str] = {}
    for room in sorted(rooms, key=lambda one: (one not in known, one in found, one)):
        own = found.get(room, room)
        same = spelt.setdefault(" ".join(own.casefold().split()), own)
        if same != room:
            found[room] = same
    return found


def _titles(sessions: Sequence[Session], congress: Congress, seen: _Seen) -> dict[str, str]:
    titles = {title: one.language for one in sessions for title in (one.subtitle, one.title) if title}
    shouted = {title: one for title, one in titles.items() if is_shouted(title) and not is_cancelled(title)}
    is_usual = len(shouted) >= MOSTLY * len(titles)
    main = congress.languages[0] if congress.languages else None
    return {
        title: _put(title, seen, large=(language or main) in NOUNS_LARGE)
        for title, language in shouted.items()
        if is_usual
        or sum(len(word) >= LONG for word in WORD.findall(title)) >= FEW
        or BREAK_TITLES.search(title)
        or SOCIAL_TITLES.search(title)
    }


def _put(text: str, seen: _Seen, large: bool) -> str:
    """Return a text in capitals as it is written in a line; `large` = each word that says something has one."""

    def written(found: re.Match[str]) -> str:
        word, key = found[0], fold(found[0])
        before, after = text[: found.start()], text[found.end() :]
        is_code = before[-1:].isdigit() or after[:1].isdigit()
        is_elided = bool({before[-1:], after[:1]} & APOSTROPHES)
        is_initial = len(word) == 1 and not is_elided and (key not in VOWELS or not after[:1].isspace())
        is_little = key in FUNCTION_WORDS or len(word) == 1
        if is_code or is_initial or ROMAN.fullmatch(word):
            return word
        if word in seen.abbreviations and (key not in FUNCTION_WORDS or before[-1:] in APOSTROPHES):
            return word
        if not _is_readable(word) and len(word) > 1 and key not in FUNCTION_WORDS:
            return word
        if _is_first(text, found.start(), OPENS):
            return word.capitalize()
        if is_little or before[-1:] == ".":
            return word.lower()
        return seen.spelt.get(key) or (word.capitalize() if large else word.lower())

    return WORD.sub(written, text)


def _people(people: Mapping[str, Person], congress: Congress) -> dict[str, Person]:
    """Return the people some or all of whose names are in capitals, where that is the programme's way."""
    found = {person.id: person for person in people.values() if _has_capitals(person.name)}
    if len(found) < FEW or len(found) < SOME * len(people):
        return {}
    is_italian = congress.languages[:1] == ("it",)
    return {
        key: replace(
            person,
            name=(name := _name(person.name, is_italian)),
            aliases=tuple(dict.fromkeys(one for one in person.aliases if fold(one) != fold(name))),
        )
        for key, person in found.items()
    }


def _has_capitals(name: str) -> bool:
    words = WORD.findall(name)
    return len(words) > 1 and any(len(word) > FEW and word.isupper() and _is_readable(word) for word in words)


def _name(name: str, is_italian: bool) -> str:
    """Return `Rozenn KERVADEC-LE GOFF` as `Rozenn Kervadec-Le Goff`."""
    is_whole = name.isupper()

    def written(found: re.Match[str]) -> str:
        word, key = found[0], found[0].casefold()
        before, after = name[: found.start()], name[found.end() :]
        if len(word) == 1 or not word.isupper() or ROMAN.fullmatch(word) or not _is_readable(word):
            return word
        if before[-1:] == "." and key in ("ssa", "in", "ra", "ri"):
            return key
        if len(word) <= FEW and is_whole and key not in SMALL and after[:1] not in APOSTROPHES and not before:
            return word  # initials
        is_small = key in SMALL or key in SMALL_AFTER_DE and before.casefold().endswith(" de ")
        if is_small and before and not is_italian:
            return key
        scottish = key.startswith("mc") and len(word) > LONG
        return f"Mc{key[2:].capitalize()}" if scottish else key.capitalize()

    return WORD.sub(written, name)

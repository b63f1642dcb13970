"""How the words of a question are made out: its slot, its room, who and what it names, and what it asks for."""

from dataclasses import replace

from rapidfuzz import fuzz

from charlotte.congress.lexicon import Lexicon, SpottedRoom
from charlotte.congress.search.folding import Words, folded
from charlotte.congress.search.function_words import FUNCTION_WORDS, ROOM_WORDS
from charlotte.congress.search.strength import CLOSE, WEAK
from charlotte.engine.dialogue.grammar import Grammar
from charlotte.engine.dialogue.question.anchors import PAUSING, find_anchor
from charlotte.engine.dialogue.question.danger import is_cried
from charlotte.engine.dialogue.question.hiding import blanked_in, compared_with, going_on, hidden, without
from charlotte.engine.dialogue.question.reading import Reading
from charlotte.engine.dialogue.question.session_languages import find_session_language, tongue_told
from charlotte.engine.dialogue.question.subject import Subject, find_subject, split_in_two
from charlotte.engine.dialogue.question.times import Found, find_day, find_time
from charlotte.engine.dialogue.question.wanted import wanted

_GUARDS = ("injection", "authority", "change", "personal", "out_of_scope", "attendance", "left", "practical")
_PARTS = ("after_lunch", "morning", "afternoon", "evening", "midday", "all")
_OF_NO_ROOM = frozenset(("where", "topic", "who", "about", "duration", "until", "missed", "chair"))
"""Facts beside which a word for "room" asks for none."""
_SAME_WORD = 75
"""Percent of alikeness from which two words may be one."""


def read(words: Words, grammar: Grammar, lexicon: Lexicon) -> Reading:
    """Understand a sentence."""
    programme = lexicon.programme
    title = _title(words, grammar, lexicon)
    inside = _inside(words, title) if title and title.score >= CLOSE else frozenset()
    outside = without(words, inside)
    room = lexicon.room(words)
    if room is not None and room.first in inside and len(inside) > room.last - room.first:
        room = None
    tongue = tongue_told(outside, grammar)
    outside = without(outside, compared_with(outside, grammar) | tongue.tokens)
    anchor = find_anchor(outside, grammar, programme)
    anchored = anchor.tokens if anchor else frozenset()
    outside = without(outside, anchored)
    part = _part(outside, grammar)
    day = find_day(outside, grammar, programme.days)
    time = _time(outside, part, grammar)
    if room is not None and time is not None and _is_of_the_time(room, outside.span(time.start, time.end), words):
        room = None
    onwards = going_on(outside, grammar, time)
    outside = without(outside, onwards)
    slots = blanked_in(words, outside, grammar, room, (time, day, part)) | anchored | onwards | tongue.tokens
    spoken = find_session_language(outside, grammar, slots, refuses=bool(tongue.tokens))
    blanked = slots | (frozenset(range(*outside.span(spoken.start, spoken.end))) if spoken else frozenset())
    people = lexicon.people(words)
    subject = title if inside and not blanked & inside else find_subject(words, grammar, lexicon, blanked)
    reading = Reading(
        words=words,
        grammar=grammar,
        asks=frozenset(grammar.said("asks", outside.text)),
        scopes=frozenset(grammar.said("scope", outside.text)),
        acts=_acts(words, grammar),
        guards=_guards(words, without(outside, frozenset(range(room.first, room.last))) if room else outside, grammar),
        breaks=frozenset(grammar.said("breaks", outside.text if anchor else words.text)),
        day=day.value if day else None,
        time=time.value if time else None,
        part=part.value if part else None,
        kind=_kind(outside, grammar),
        room=room,
        anchor=anchor,
        people=people,
        subject=subject,
        session_language=spoken.value if spoken else tongue.language,
        wants=wanted(words, grammar, lexicon, people, blanked, time, title if inside else None),
    )
    return _completed(reading, lexicon)


def _completed(reading: Reading, lexicon: Lexicon) -> Reading:
    """Return a question with what its parts say of one another."""
    words, grammar, room, subject = reading.words, reading.grammar, reading.room, reading.subject
    if (heard := _by_sound(reading, lexicon)) is not None:
        reading = replace(reading, subject=heard)
    if _asks_for_its_room(reading):
        reading = replace(reading, asks=reading.asks | {"where"})
    if "asker" in reading.wants.says:
        reading = replace(reading, asks=reading.asks | {"chair"})
    if _ends_in_its_title(reading):
        reading = replace(reading, wants=replace(reading.wants, says=reading.wants.says - {"until"}))
    if room is None and "until" in reading.wants.says and not reading.asks_any("until", "missed", "end"):
        reading = replace(reading, asks=reading.asks | {"duration"})
    if "duration" in reading.asks:  # "how long does it last" is not the last session
        reading = replace(reading, scopes=reading.scopes - {"last"})
    if reading.asks_any("overlap", "earlier") and subject is not None:
        whole = subject if len(subject.said.split()) > 2 else _everything(words, subject)
        return replace(reading, pair=split_in_two(words, grammar, lexicon, whole))
    is_any = "size" in reading.asks and any(map(reading.is_room_word, words.tokens))
    return replace(reading, rooms=lexicon.rooms(words, or_all=is_any)) if reading.asks_any("seats", "size") else reading


def _ends_in_its_title(reading: Reading) -> bool:
    """Return whether what asks until when something is ends in a word of its title: "when is „Getting over it“ on?"."""
    match = reading.grammar.search("want", "until", reading.words.text) if "until" in reading.wants.says else None
    if match is None or not reading.sure_title or reading.subject is None:
        return False
    last = reading.words.span(*match.span())[1] - 1
    is_inside = reading.subject.first <= last < reading.subject.last
    return is_inside and reading.words.tokens[last] in folded(reading.subject.fits[0].session.title)


def _asks_for_its_room(reading: Reading) -> bool:
    """Return whether a room is spoken of that is to be found out: "which hall do I want for …", "room, time of …"."""
    if reading.room is not None or not reading.own_subject or reading.room_is_meant or reading.asks & _OF_NO_ROOM:
        return False
    if "same_room" in reading.scopes:
        return False
    title = folded(reading.subject.fits[0].session.title) if reading.sure_title and reading.subject else ()
    return any(reading.is_room_word(token) and token not in title for token in reading.words.tokens)


def _title(words: Words, grammar: Grammar, lexicon: Lexicon) -> Subject | None:
    """Return what may be the title of a session; the name of a break before or after which something is, is none."""
    title = find_subject(words, grammar, lexicon, frozenset())
    names_break = title is not None and title.score >= CLOSE and title.fits[0].session.kind in PAUSING
    return None if names_break and find_anchor(words, grammar, lexicon.programme) is not None else title


def _time(words: Words, part: Found | None, grammar: Grammar) -> Found | None:
    time = find_time(hidden(words, part), grammar)
    return None if time is not None and _is_a_length(time, words, grammar) else time


def _is_of_the_time(room: SpottedRoom, time: tuple[int, int], words: Words) -> bool:
    """Return whether what was taken for a room's number is an hour: "at two"."""
    inside = time[0] <= room.first and room.last <= time[1]
    return inside and not any(token in ROOM_WORDS for token in words.tokens[room.first : room.last])


def _is_a_length(time: Found, words: Words, grammar: Grammar) -> bool:
    """Return whether what was taken for a time of day says how long something is: "more than one hour"."""
    longer = grammar.search("want", "longer", words.text[: time.end])
    return longer is not None and words.span(*longer.span())[1] in words.span(time.start, time.end)


def _inside(words: Words, title: Subject) -> frozenset[int]:
    """Return the tokens of a title, without what stands around its words that was taken along with it."""
    wording = folded(title.fits[0].session.title)
    telling = [at for at in range(title.first, title.last) if words.tokens[at] not in FUNCTION_WORDS]
    alike = [at for at in telling if any(fuzz.ratio(words.tokens[at], word) >= _SAME_WORD for word in wording)]
    many = len(words.tokens[title.first : title.last]) > len(wording)
    return frozenset(range(alike[0], alike[-1] + 1) if alike and many else range(title.first, title.last))


def _by_sound(reading: Reading, lexicon: Lexicon) -> Subject | None:
    """Return the subject as the title that the whole question sounds like, where its own words say nothing."""
    subject = reading.subject
    if subject is None or subject.score >= WEAK or reading.room or reading.anchor or reading.guards:
        return None
    if any(spotted.whole for spotted in reading.people):
        return None
    fits = lexicon.titled_by_sound(reading.words.original)
    if not fits:
        return None
    title = fits[0].session.title
    return replace(subject, said=" ".join(folded(title)), written=title, fits=tuple(fits))


def _everything(words: Words, subject: Subject) -> Subject:
    return replace(subject, first=0, last=len(words.tokens))


def _part(words: Words, grammar: Grammar) -> Found | None:
    for key in _PARTS:
        if match := grammar.search("parts", key, words.text):
            return Found(key, *match.span())
    return None


def _kind(words: Words, grammar: Grammar) -> Found | None:
    for key in grammar.groups["kinds"]:
        if match := grammar.search("kinds", key, words.text):
            return Found(key, *match.span())
    return None


def _acts(words: Words, grammar: Grammar) -> frozenset[str]:
    """Return what a sentence is when it is nothing but courtesy or talk about Charlotte."""
    text, acts, at = words.text, set(), 0
    patterns = grammar.groups["acts"]
    while at < len(text):
        matches = [(match.end(), key) for key, pattern in patterns.items() if (match := pattern.match(text, at))]
        if matches:
            end, key = max(matches)
            acts.add(key)
            at = end + 1
        elif at and (match := grammar.groups["frame"]["left"].match(text, at)) and match.end() > at:
            at = match.end() + 1
        else:
            opening = grammar.groups["frame"]["left"].match(text, at) if not acts else None
            if opening is None:
                return frozenset()
            at = opening.end() + 1
    is_of_somebody = grammar.says("asks", "about", words.text) or grammar.says("frame", "speaks", words.text)
    if acts == {"repeat"} and is_of_somebody:  # "elle parle de quoi ?", "when is she speaking once more?"
        return frozenset()
    courtesy = acts <= {"greeting", "thanks", "goodbye"}
    return frozenset() if courtesy and any(grammar.said("asks", words.text)) else frozenset(acts)


def _guards(words: Words, outside: Words, grammar: Grammar) -> frozenset[str]:
    said = {key for key in _GUARDS if grammar.says("guard", key, outside.text)}
    return frozenset(said | {"emergency"} if is_cried(words, outside, grammar) else said)

"""A question as understood: which facts it asks for, about what, when and where."""

import re
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from charlotte.congress.lexicon import Lexicon, SpottedPerson, SpottedRoom
from charlotte.congress.search.folding import Words, fold, folded
from charlotte.congress.search.function_words import FUNCTION_WORDS, ROOM_WORDS
from charlotte.congress.search.strength import CLOSE, WEAK
from charlotte.engine.dialogue.anchors import PAUSING, Anchor, find_anchor
from charlotte.engine.dialogue.claims import Claim
from charlotte.engine.dialogue.families.family import UNKNOWN, Family
from charlotte.engine.dialogue.grammar import LANGUAGES, Grammar, load
from charlotte.engine.dialogue.hiding import blanked_in, compared_with, going_on, hidden, without
from charlotte.engine.dialogue.naming import is_a_name
from charlotte.engine.dialogue.session_languages import find_session_language, tongue_told
from charlotte.engine.dialogue.subject import Subject, find_subject, split_in_two
from charlotte.engine.dialogue.times import Found, find_day, find_time
from charlotte.engine.dialogue.wanted import Wanted, asks_only, wanted

_GUARDS = ("injection", "authority", "change", "personal", "out_of_scope", "attendance", "left", "practical")
_PARTS = ("after_lunch", "morning", "afternoon", "evening", "midday", "all")
_PRIVATE = re.compile(
    r"(?<!\S)(?:(?:mobile|cell|cellphone|phone|telephone|private|whats ?app)(?: phone)? ?(?:number|no)|cell(?:phone)?"
    r"|e ?mails?(?: address)?|home address|whats ?app|linkedin"
    r"|cellulare|(?:numero di )?(?:telefono|cellulare)|recapit[oi]|(?:indirizzo )?e ?mail|posta elettronica"
    r"|portable|(?:numero de )?(?:telephone|portable|movil|telefono)|courriel|adresse (?:mail|e ?mail|privee)"
    r"|\w*telefonnummer|handy(?:nummer)?|mobilnummer|(?:e ?)?mail ?adresse|privatadresse"
    r"|movil|correo(?: electronico)?|celular)(?!\S)"
)
"""Ways to reach somebody, in the five languages: nobody's but the organisers' are given out."""
_OTHER = frozenset(("anyone", "more", "rest", "beside", "before_it", "after_it", "together", "besides"))
"""Words that ask for something else than the session they stand beside."""
_OF_NO_ROOM = frozenset(("where", "topic", "who", "about", "duration", "until", "missed", "chair"))
"""Facts beside which a word for "room" asks for none."""
_NO_FACTS = frozenset({"changed"})
_WHOLE_TITLE = 0.97
_SAME_WORD = 75
"""Percent of alikeness from which two words may be one."""
_LONGEST_ROOM = 3
"""Words; more of them that are nearly a title are no unknown room."""


@dataclass(frozen=True)
class Reading:
    """What the words of one question say; nothing is looked up yet."""

    words: Words
    grammar: Grammar
    asks: frozenset[str] = frozenset()
    scopes: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    """Social acts that are all the person said: a greeting, thanks, a request to repeat."""
    guards: frozenset[str] = frozenset()
    """What must be declined or handled apart: emergencies, orders to the system, other people's data."""
    breaks: frozenset[str] = frozenset()
    day: str | None = None
    time: str | None = None
    part: str | None = None
    kind: Found | None = None
    """Keynote, workshop, panel or lightning talk, where the words name one."""
    room: SpottedRoom | None = None
    rooms: tuple[str, ...] = ()  # that are compared
    people: tuple[SpottedPerson, ...] = ()
    subject: Subject | None = None
    pair: tuple[Subject, Subject] | None = None
    """The two sessions of "both … and …"."""
    session_language: str | None = None
    anchor: Anchor | None = None
    """The break, meal or evening before or after which something is asked for."""
    wants: Wanted = Wanted()
    """What its small words say."""
    family: Family = UNKNOWN
    """What it is likely to be, by its meaning."""
    asked: str = ""
    """The question as it came, before anything that may have been misheard was written otherwise."""

    @property
    def whole(self) -> str:
        """The question as it came."""
        return self.asked or self.words.original

    @property
    def language(self) -> str:
        """ISO 639-1 of the question."""
        return self.grammar.language

    @property
    def sure_title(self) -> bool:
        """Whether the subject is surely the title of a session."""
        subject = self.subject
        if subject is None or subject.score < CLOSE:
            return False
        # One word of a title is not its name where the question is about a slot of the programme.
        if subject.score < _WHOLE_TITLE and all(asks_only(token, self.grammar) for token in subject.said.split()):
            return False
        lone = len(self.sure_words) < 2 and subject.score < _WHOLE_TITLE
        return not (lone and (self.room or self.scopes & {"now", "next", "first", "last"}))

    @property
    def claim(self) -> Claim | None:
        """What is supposed of when and where something is, where that is to be confirmed and nothing else asked."""
        said = self.wants.says
        told = Claim(self.day, self.time, self.room.name if self.room else None)
        if told == Claim() or self.guards - {"practical"} or self.acts or self.anchor or "count" in said:
            return None
        is_other = self.wants.follows_name or said & _OTHER or self.scopes & {"after", "next"}
        is_question = (
            not is_other and not self.guards and self.words.original.rstrip().endswith("?") and self.asks <= _NO_FACTS
        )
        return told if said & {"check", "like_day"} or is_question else None

    @property
    def tells_more(self) -> bool:
        """Whether words stand there beside the subject that neither ask nor name a slot or somebody."""
        subject = self.subject.said.split() if self.subject else ()
        return any(token not in subject for token in self.wants.left)

    @property
    def asks_how_to_reach(self) -> bool:
        """Whether the words ask for a private number or address, whoever's it is."""
        return _PRIVATE.search(self.words.text) is not None

    @property
    def sure_words(self) -> frozenset[str]:
        """Words of the subject that name something."""
        if self.subject is None:
            return frozenset()
        frame = self.grammar
        return frozenset(
            token
            for token in self.subject.said.split()
            if not any(frame.is_all("frame", key, token) for key in ("stop", "nouns", "rooms", "speakers", "joiner"))
            and not (self.subject.score < CLOSE and _is_small(token, frame))
            and not any(frame.is_all("scope", key, token) for key in ("it", "next", "after", "now", "last", "first"))
        )

    @property
    def own_subject(self) -> bool:
        """Whether the question itself names something, so that it need not lean on what was said before."""
        return bool(self.sure_words)

    @property
    def person_is_meant(self) -> bool:
        """Whether the words ask for somebody who speaks."""
        text = self.words.text
        return self.grammar.says("frame", "speaks", text) or self.grammar.says("frame", "speakers", text)

    @property
    def room_is_meant(self) -> bool:
        """Whether the subject is spoken of as a room, though no room of that name is known."""
        subject = self.subject
        if subject is None or subject.score >= CLOSE:
            return False
        if "where" in self.asks or not is_a_name(self.room_words, self.grammar):  # "which room is … in"
            return False
        if subject.score >= WEAK and len(subject.said.split()) > _LONGEST_ROOM:  # a title that was misheard
            return False
        text, frame = self.words.text, self.grammar
        near = self.words.tokens[max(0, subject.first - 2) : subject.last + 2]
        return (
            any(map(self.is_room_word, near))
            or (
                len(subject.said.split()) == 1
                and subject.first > 0
                and frame.is_all("frame", "inside", near[0 if subject.first < 2 else 1])
            )
            or frame.says("frame", "rooms", text)
            and bool(self.time)
        )

    def is_room_word(self, token: str) -> bool:
        """Whether a word says "room", in the language of the question or as the rooms of a congress are called."""
        return self.grammar.is_all("frame", "rooms", token) or token in ROOM_WORDS

    def title_covers(self, spotted: SpottedPerson) -> bool:
        """Whether a person's name is only part of a title that the words surely name."""
        subject = self.subject
        if subject is None or subject.score < CLOSE:
            return False
        return self.holds(spotted) and not self.subject_is(spotted)

    @property
    def room_words(self) -> str:
        """The subject as the name of a room, without the word for "room"."""
        if self.subject is None:
            return ""
        tokens = self.subject.written.split()
        kept = [token for token in tokens if not self.is_room_word(fold(token))]
        return " ".join(kept)

    def written(self, found: Found) -> str:
        """Return something found in the question as it was written."""
        return self.words.written(*self.words.span(found.start, found.end))

    def holds(self, spotted: SpottedPerson) -> bool:
        """Whether the subject contains this person's name."""
        subject = self.subject
        return subject is not None and subject.first <= spotted.first and spotted.last <= subject.last

    def more_of_a_name(self, spotted: SpottedPerson) -> bool:
        """Whether another word that names something stands right beside a surname: somebody else may be meant."""
        words = self.words
        for at, before in ((spotted.first - 1, True), (spotted.last, False)):
            if 0 <= at < len(words.tokens) and words.tokens[at] in self.sure_words:
                one = at if before else at - 1
                gap = words.original[words.places[one][1] : words.places[one + 1][0]]
                if not gap.strip():
                    return True
        return False

    def subject_is(self, spotted: SpottedPerson) -> bool:
        """Whether the subject is this person's name and nothing else."""
        return self.sure_words <= frozenset(self.words.tokens[spotted.first : spotted.last])

    def asks_any(self, *kinds: str) -> bool:
        """Whether any of these facts is asked for."""
        return not self.asks.isdisjoint(kinds)


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
    if room is None and "until" in reading.wants.says and not reading.asks_any("until", "missed", "end"):
        reading = replace(reading, asks=reading.asks | {"duration"})
    if "duration" in reading.asks:  # "how long does it last" is not the last session
        reading = replace(reading, scopes=reading.scopes - {"last"})
    if reading.asks_any("overlap", "earlier") and subject is not None:
        whole = subject if len(subject.said.split()) > 2 else _everything(words, subject)
        return replace(reading, pair=split_in_two(words, grammar, lexicon, whole))
    is_any = "size" in reading.asks and any(map(reading.is_room_word, words.tokens))
    return replace(reading, rooms=lexicon.rooms(words, or_all=is_any)) if reading.asks_any("seats", "size") else reading


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


def _is_small(token: str, grammar: Grammar) -> bool:
    return token in FUNCTION_WORDS or grammar.is_all("want", "small", token)


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
    courtesy = acts <= {"greeting", "thanks", "goodbye"}
    return frozenset() if courtesy and any(grammar.said("asks", words.text)) else frozenset(acts)


def _guards(words: Words, outside: Words, grammar: Grammar) -> frozenset[str]:
    said = {key for key in _GUARDS if grammar.says("guard", key, outside.text)}
    if grammar.says("guard", "emergency", outside.text) and not grammar.says("guard", "emergency_not", outside.text):
        said.add("emergency")
    return frozenset(said)


def grammar_for(language: str) -> Grammar:
    """Return the grammar of a language, English where there is none."""
    return load(language if language in LANGUAGES else "en")

"""From a question as understood to what it wants: pure decisions, the surest reading first."""

from dataclasses import replace

from charlotte.congress.ceremonies import CEREMONIES
from charlotte.congress.search.folding import folded
from charlotte.congress.search.strength import CLOSE, NEAR, WEAK
from charlotte.congress.search.titles import TitleHit, one_begins_the_other, same_talk
from charlotte.engine.dialogue.goals import (
    FACTS,
    About,
    Answer,
    Both,
    Changed,
    Goal,
    Half,
    OfKind,
    Place,
    Search,
    Slice,
    Speaker,
    Which,
)
from charlotte.engine.dialogue.question.claims import Claim
from charlotte.engine.dialogue.question.focus import Focus
from charlotte.engine.dialogue.question.reading import Reading
from charlotte.engine.dialogue.question.subject import Subject
from charlotte.engine.dialogue.question.times import Found
from charlotte.engine.dialogue.wish.break_asked import break_asked
from charlotte.engine.dialogue.wish.leaning import leaning
from charlotte.engine.dialogue.wish.person_asked import person_asked, somebody_asked, sure_person, unknown_person_asked
from charlotte.engine.dialogue.wish.room_asked import seats_asked
from charlotte.engine.dialogue.wish.slicing import sliced

_ACT_ORDER = ("staff", "privacy", "identity", "repeat", "help", "small_talk", "thanks", "goodbye", "greeting")
_REFUSED = ("injection", "authority", "change", "personal", "out_of_scope")
_ALSO_TOPICS = ("injection", "out_of_scope")
"""Congresses have talks about prompt injection, elections and bitcoin."""
_TITLE_OF_A_KIND = 0.97
_TITLE_WITH_THE_WORD = 0.95
"""So much of a title that "Keynote" is its name and not its kind."""
_KEYWORDS = 4
"""So many words without a question may be a topic; more are a sentence about something else."""


def decide(reading: Reading, focus: Focus) -> Goal:
    """Return what the question wants."""
    goal = _wanted(reading, focus)
    if isinstance(goal, Slice) and goal.room is None and "same_room" in reading.scopes and focus.room:
        goal = replace(goal, room=focus.room)
    if isinstance(goal, About | Speaker) and reading.session_language is not None and "more" not in reading.asks:
        spoken = Claim(language=reading.session_language)  # "is her talk in English?"
        return replace(goal, asks=goal.asks | {"language"}, claim=spoken)
    tells_more = reading.tells_more and not reading.wants.says & {"check", "like_day"}
    if isinstance(goal, About | Search) and goal.claim is None and not tells_more:
        return replace(goal, claim=reading.claim)
    return goal


def _wanted(reading: Reading, focus: Focus) -> Goal:
    return (
        _guarded(reading)
        or _courtesy(reading)
        or _both(reading)
        or _changed(reading)
        or seats_asked(reading, focus)
        or leaning(reading, focus)
        or _limits(reading, focus)
        or break_asked(reading, focus)
        or _by_language(reading)
        or _follow_up(reading, focus)
        or _track(reading)
        or _whats_on(reading)
        or unknown_person_asked(reading)
        or person_asked(reading)
        or _only_a_kind(reading)
        or _titled(reading)
        or _room(reading)
        or _practical(reading)
        or somebody_asked(reading)
        or _topic(reading)
        or _of_kind(reading)
        or _unknown(reading)
    )


def _guarded(reading: Reading) -> Goal | None:
    if "emergency" in reading.guards:
        return Answer("emergency")
    is_counted = "attendance" in reading.guards and "seats" not in reading.asks or "left" in reading.guards
    if (is_counted or reading.asks_of_their_past) and not reading.sure_title:
        return Answer("not_in_data")
    is_private = reading.asks_how_to_reach and reading.people or reading.asks_of_private_life
    if is_private and not reading.sure_title:
        return Answer("personal")
    talk_of_it = (
        reading.sure_title
        or ("topic" in reading.asks and reading.grammar.says("frame", "nouns", _text(reading)))
        or (bool(reading.wants.by_words) and not reading.asks.isdisjoint(("when", "where")))
    )
    for guard in _REFUSED:
        if guard in reading.guards and not (talk_of_it and guard in _ALSO_TOPICS):
            return Answer(guard)
    return None


def _courtesy(reading: Reading) -> Goal | None:
    for act in _ACT_ORDER:
        if act in reading.acts:
            return Answer(act)
    return None


def _both(reading: Reading) -> Goal | None:
    if reading.pair is None or any(subject.score < WEAK for subject in reading.pair):
        return None
    one, other = reading.pair
    compares = "earlier" in reading.asks and "overlap" not in reading.asks
    first, second = (Half(subject.written, subject.fits[0].session.id) for subject in (one, other))
    return Both(first, second, "earlier" if compares else "overlap")


def _changed(reading: Reading) -> Goal | None:
    asked = "changed" in reading.asks and not reading.sure_title and not sure_person(reading)
    return Changed(reading.day) if asked else None


def _limits(reading: Reading, focus: Focus) -> Goal | None:
    if reading.sure_title or reading.room or reading.breaks or reading.wants.by_words:
        return None
    if focus.session_ids and "where" in reading.asks and not reading.day:  # of the session spoken of
        return None
    for ask, pick in (("end", "last"), ("begin", "first")):
        if ask in reading.asks:
            return sliced(reading, pick=pick, kind=None, part=None, day=reading.day or "today")
    return None


def _by_language(reading: Reading) -> Goal | None:
    if reading.session_language is None or reading.sure_title or reading.own_subject and person_asked(reading):
        return None
    return sliced(reading)


def _follow_up(reading: Reading, focus: Focus) -> Goal | None:
    """Questions that lean on what was said before: pronouns, "after that", "the same room", or no subject at all."""
    if reading.sure_title or sure_person(reading):
        return None
    scopes = reading.scopes
    if focus.choices and reading.grammar.is_all("guard", "yes", _text(reading)):
        return About(focus.choices[0], frozenset({"when", "where"}))
    if focus.person and not reading.own_subject:
        if "affiliation" in reading.asks:
            return Speaker(focus.person, reading.asks)
        if "same_speaker" in scopes or "more" in reading.asks:
            return Speaker(focus.person, reading.asks, everything=True)
    leans = not reading.own_subject or "same_room" in scopes and "after" in scopes
    if reading.room is None and ({"after", "next"} & scopes) and focus.session_ids and leans:
        return Slice(after_session=focus.session_ids[0], asks=reading.asks)
    if "same_room" in scopes and focus.room:
        return sliced(reading, room=focus.room)
    if reading.own_subject or reading.room or reading.time or reading.day:
        return None
    return _about_the_last(reading, focus)


def _about_the_last(reading: Reading, focus: Focus) -> Goal | None:
    """Return the facts asked for of what was spoken of last, where the question names nothing itself."""
    asks, scopes = reading.asks & FACTS, reading.scopes
    if asks and len(focus.session_ids) >= 1 and not ({"now", "first", "last"} & scopes):
        if len(focus.session_ids) > 1 and focus.person:
            return Speaker(focus.person, reading.asks)
        return About(focus.session_ids[0], asks)
    return None


def _track(reading: Reading) -> Goal | None:
    if not reading.grammar.says("frame", "tracks", _text(reading)) or reading.room:
        return None
    subject = reading.subject
    if subject is None or reading.sure_title and subject.score >= _TITLE_WITH_THE_WORD:
        return None  # "Tyres, Tracks and Trams"
    pattern = reading.grammar.groups["frame"]["tracks"]
    tokens = pattern.sub(" ", subject.said).split()
    while tokens and reading.grammar.is_all("frame", "stop", tokens[0]):
        del tokens[0]
    name = " ".join(tokens)
    return sliced(reading, track=name, kind=None) if name else None


def _whats_on(reading: Reading) -> Goal | None:
    """Questions about a slot of the programme: a room, a time, now, next, first, last, a part of a day."""
    if reading.sure_title or sure_person(reading) or "topic" in reading.asks and reading.own_subject:
        return None
    if "practical" in reading.guards and reading.own_subject and not reading.asks:  # what a beer costs in a room
        return None
    found, room = sliced(reading), reading.room
    if room is None and reading.own_subject and reading.room_is_meant and reading.subject is not None:
        return replace(found, room=reading.room_words)
    is_then = found.says_when and not (found.when == "all" and reading.own_subject)
    if not is_then and (room is None or not reading.asks_any("what", "when", "who", "about")):
        return None
    if not is_then and reading.day is None and "where" in reading.asks:
        return None
    return None if reading.own_subject and room is None else found


def _only_a_kind(reading: Reading) -> Goal | None:
    """Questions whose subject is the name of a kind and no title: "the opening keynote" is not "Open data"."""
    kind, subject = reading.kind, reading.subject
    if kind is None or subject is None or subject.score >= _TITLE_OF_A_KIND:
        return None
    first, last = reading.words.span(kind.start, kind.end)
    if "topic" in reading.asks and not (first <= subject.first and subject.last <= last):  # "la charla de apertura"
        return None
    if kind.value in CEREMONIES:
        return None if reading.sure_title else _ceremony(reading, kind, first, last)
    is_all = first <= subject.first and subject.last <= last
    return OfKind(kind.value, reading.written(kind), reading.asks & FACTS, reading.day) if is_all else None


def _ceremony(reading: Reading, kind: Found, first: int, last: int) -> Goal:
    """A ceremony is called by what it is, in whatever language its title is; other words say of what it is one."""
    subject, tokens = reading.subject, reading.words.tokens
    span = range(subject.first, subject.last) if subject else ()
    rest = [tokens[at] for at in span if not first <= at < last and tokens[at] in reading.sure_words]
    asks = reading.asks & FACTS
    return OfKind(kind.value, reading.written(kind), asks, reading.day, " ".join(rest) or None)


def _titled(reading: Reading) -> Goal | None:
    subject = reading.subject
    if subject is None or not subject.fits:
        return None
    asks = reading.asks & FACTS
    fits = subject.led or subject.fits if "chair" in asks else subject.fits
    best = fits[0]
    wanted_topic = "topic" in reading.asks and not asks - {"who", "about"}
    if wanted_topic and (best.score < _TITLE_OF_A_KIND or len(reading.sure_words) == 1):
        return None  # a word that is a title by itself is also a topic, of which others may speak
    if best.score < CLOSE:
        elsewhere = wanted_topic or "practical" in reading.guards
        return None if elsewhere else Search(subject.said, asks, False, subject.written)
    rivals = [
        fit
        for fit in fits[1:]
        if best.score - fit.score < NEAR
        and not same_talk(fit.session, best.session)
        and not one_begins_the_other(fit.session, best.session)
        and _held(fit, subject) >= _held(best, subject)
    ]
    if (told_of := _told_of([best, *rivals])) is not None:
        return About(told_of.session.id, asks)
    is_short = len(subject.said.split()) < 3
    is_today = reading.grammar.says("days", "today", reading.words.text)  # "tonight" too
    day = reading.day or ("today" if is_today else None)
    if rivals and is_short and best.score < 0.95:
        return Which(tuple(fit.session.id for fit in (best, *rivals[:2])), asks, day)
    if day is not None and is_short and len(fits) > 1:
        return Which(tuple(fit.session.id for fit in fits[:3]), asks, day, or_first=True)
    return About(best.session.id, asks)


def _told_of(fits: list[TitleHit]) -> TitleHit | None:
    """Return the one whose whole title is in those of all the others: they tell of it, as a contest's prizes do."""
    titles = [frozenset(folded(fit.session.title)) for fit in fits]
    within = [fit for fit, title in zip(fits, titles, strict=True) if all(title <= other for other in titles)]
    return within[0] if len(fits) > 1 and len(within) == 1 else None


def _held(fit: TitleHit, subject: Subject) -> int:
    """Return how many of the words that were said a title holds as they are."""
    return len(set(subject.said.split()) & set(folded(fit.session.title)))


def _room(reading: Reading) -> Goal | None:
    if reading.room is None or reading.own_subject:
        return None
    if reading.asks_any("where"):
        return Place(reading.room.name)
    return sliced(reading)


def _practical(reading: Reading) -> Goal | None:
    return Answer("practical") if "practical" in reading.guards and "topic" not in reading.asks else None


def _topic(reading: Reading) -> Goal | None:
    subject = reading.subject
    if subject is None:
        return None
    is_topic = "topic" in reading.asks or not reading.asks & FACTS
    room = reading.room.name if reading.room else None
    return Search(
        subject.said,
        reading.asks & FACTS,
        is_topic,
        subject.written,
        room=room,
        day=reading.day,
        part=reading.part if is_topic else None,
        is_guess=not reading.asks and len(reading.words.tokens) > _KEYWORDS,
    )


def _of_kind(reading: Reading) -> Goal | None:
    """Questions that name a kind of session and nothing else: "where is the keynote?"."""
    if not reading.kind or "practical" in reading.guards:
        return None
    return OfKind(reading.kind.value, reading.written(reading.kind), reading.asks & FACTS, reading.day)


def _unknown(reading: Reading) -> Goal:
    if "practical" in reading.guards:
        return Answer("practical")
    if reading.asks & FACTS:
        return Answer("which_one")
    return Answer("not_understood")


def _text(reading: Reading) -> str:
    return reading.words.text

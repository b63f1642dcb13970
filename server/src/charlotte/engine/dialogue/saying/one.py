"""What is said about one session, the fact first."""

import re
from collections.abc import Sequence
from datetime import datetime

from babel import Locale

from charlotte.engine.dialogue.question.claims import Claim
from charlotte.engine.dialogue.saying.details import DETAILS, detail_told
from charlotte.engine.dialogue.saying.wording import Wording, capital
from charlotte.tools.results import SessionCard, SessionResult

_LED_BY = re.compile(
    r"\b(?:[Mm]oderat(?:ion|orin|or|ed by|iert von)|[Mm]odera(?:tore|trice|dora|dor|)|[Mm]oderatrice|"
    r"[Mm]odérat(?:eur|rice|ion)s?|[Mm]odérée? par|[Aa]nimée? par|[Aa]nimat(?:ion|eur|rice)|"
    r"[Pp]résid(?:ée? par|ence|ente?)|[Cc]hair(?:ed by|man|woman|person|s|)|[Ss]itzungsleitung|[Ll]eitung|"
    r"[Vv]orsitz|[Cc]oordina(?:tore|trice)?|"
    r"[Cc]onduce|[Pp]resiede|[Pp]reside)\s*[:–-]?\s*([A-ZÀ-Þ][^;\n.(]*(?:\.[^;\n.(]+){0,2})"
)
"""Who leads, as abstracts say it."""
_SUMMARY_SPOKEN = 180
_SUMMARY_WRITTEN = 400


def about_session(result: SessionResult, asks: frozenset[str], say: Wording, claim: Claim | None = None) -> list[str]:
    """Return the clauses that answer `asks` about a session; without any, when and where it is.

    First whether what is claimed of it is so.
    """
    session = result.session
    if session is None:
        return [say("not_in_data")]
    if session.status in ("cancelled", "removed"):
        return [called_off(session, say)]
    unplaced = session.start is None or session.status == "unscheduled"
    if unplaced and not (asks and asks <= {"who", "about"}):
        return [say("unscheduled", title=say.title(session))]
    clauses = [*verdict(session, claim, say), *_facts(result, session, asks, say)]
    if session.status == "moved" and (before := was(session, say)):
        clauses.append(say("moved", was=before))
    return [*clauses, *_listed_otherwise(session, result.also_listed, asks, say)]


def _listed_otherwise(
    session: SessionCard, others: Sequence[SessionCard], asks: frozenset[str], say: Wording
) -> list[str]:
    """Return when, and in which other room, the programme lists a session too, where that is asked for."""
    if asks and not asks & {"when", "where", "until", "missed"}:
        return []
    told = []
    for other in others:
        is_elsewhere = other.room is not None and other.room != session.room
        if other.start and (is_elsewhere or not asks or asks & {"when", "until", "missed"}):
            where = f", {say.where(other.room)}" if is_elsewhere else ""
            told.append(say("also_listed", when=say.when(other) + where))
    return told


def verdict(session: SessionCard, claim: Claim | None, say: Wording) -> list[str]:
    """Return whether what is claimed of a session is so; nothing where nothing is claimed."""
    if claim is None or (session.start if claim.language is None else session.language) is None:
        return []
    return [say("claim_right" if claim.holds(session, say.today) else "claim_wrong")]


def _facts(result: SessionResult, session: SessionCard, asks: frozenset[str], say: Wording) -> list[str]:
    if (quote := detail_told(asks, result.abstract or session.summary)) is not None:
        told = say("abstract_says", quote=say("quoted", title=shortened(quote, _SUMMARY_WRITTEN)))
        return [told, *_titled_and_placed(session, say)]
    if asks & DETAILS:
        return [say("not_told"), *_facts(result, session, asks - DETAILS, say)]
    if "language" in asks:
        return [*_language(session, say), *_besides(session, asks, say)]
    if "chair" in asks:
        return [*_chair(result, session, say), *_length(session, asks, say)]
    if "missed" in asks:
        return _still(session, say, result.now)
    if "until" in asks:
        return until(session, say, result.now)
    if "duration" in asks:
        return [*_duration(session, say), *_besides(session, asks - {"when"}, say)]
    if asks == {"who"}:
        return _who(session, say)
    if asks and asks <= {"about", "who"}:
        nobody = "who" in asks and not (session.speakers or session.chairs)
        return [
            *([say("nobody_named", title=say.title(session)), " "] if nobody else []),
            *_about(result, session, say),
        ]
    return _when_where(session, asks, say)


def _length(session: SessionCard, asks: frozenset[str], say: Wording) -> list[str]:
    """Return how long a session is, where that is asked for besides who leads it."""
    if not asks & {"duration", "until"} or session.start is None or session.end is None:
        return []
    return [" " + say("lasts", duration=say.length(session.end - session.start), span=say.span(session))]


def _besides(session: SessionCard, asks: frozenset[str], say: Wording) -> list[str]:
    """Return the time and room that are asked for besides another fact."""
    told = [say.when(session)] if "when" in asks and session.start else []
    told += [say.where(session.room)] if "where" in asks and session.room else []
    return [f" {capital(', '.join(told))}."] if told else []


def _when_where(session: SessionCard, asks: frozenset[str], say: Wording) -> list[str]:
    when, where = say.when(session), say.where(session.room)
    values = {"when": when, "where": where}
    if session.phase == "past":
        lead = say("lead_past", **values) if where else say("lead_past_when", when=when)
    elif asks and not asks & {"when"} and "where" in asks:
        lead = say("lead_where", where=where) if where else say("no_room")
        if where and session.start:
            lead = say("lead_when_where", when=where, where=when)
    else:
        lead = say("lead_when_where", **values) if where else say("lead_when", when=when)
        if not where and "where" in asks:
            lead += " " + say("no_room")
    return [lead, _title(session, say)]


def _title(session: SessionCard, say: Wording) -> str:
    title = say.title(session)
    if not session.speakers:
        return say("title_only", title=title)
    return say("title_by", title=title, by=say("by", people=say.people(session.speakers)))


def _who(session: SessionCard, say: Wording) -> list[str]:
    title = say.title(session)
    if not session.speakers and not session.chairs:
        return [say("nobody_named", title=title)]
    chairs = say("lead_chairs", people=say.people(session.chairs)) if session.chairs else ""
    lead = (say("lead_who", people=say.people(session.speakers)) + " " + chairs if session.speakers else chairs).strip()
    return [lead, *_placed(session, say)]


def _placed(session: SessionCard, say: Wording) -> list[str]:
    """Return the title with time and room."""
    title, where = say.title(session), say.where(session.room)
    if session.start is None:
        return [say("title_only", title=title)]
    return [f" {capital(title)}, {say.when(session)}{', ' + where if where else ''}."]


def _language(session: SessionCard, say: Wording) -> list[str]:
    """Return in which language a session is, as the programme says."""
    name = Locale.parse(say.language).languages.get(session.language) if session.language else None
    if name is None:
        return [say("language_unknown", title=say.title(session))]
    return [say("language_is", language=name), _title(session, say)]


def _chair(result: SessionResult, session: SessionCard, say: Wording) -> list[str]:
    """Return who leads a session, where its text says so, else who speaks in it; of several who do, nobody leads it."""
    if session.chairs:
        return [say("lead_chairs", people=say.people(session.chairs)), *_titled_and_placed(session, say)]
    text = " ".join(filter(None, (session.subtitle, result.abstract or session.summary)))
    if found := _LED_BY.search(text):
        return [say("lead_who", people=found[1].strip(" ,;")), *_titled_and_placed(session, say)]
    is_of_many = len(session.speakers) > 1 and session.kind != "workshop"
    return [say("not_told"), *_who(session, say)] if is_of_many else _who(session, say)


def _titled_and_placed(session: SessionCard, say: Wording) -> list[str]:
    return [_title(session, say), *_besides(session, frozenset({"when", "where"}), say)]


def _about(result: SessionResult, session: SessionCard, say: Wording) -> list[str]:
    text = result.abstract or session.summary or session.subtitle
    lead = _title(session, say).strip()
    if not text:
        return [say("no_summary", title=lead.rstrip("."))]
    return [lead, " " + shortened(text, _SUMMARY_SPOKEN if say.spoken else _SUMMARY_WRITTEN)]


def shortened(text: str, limit: int) -> str:
    """Return the first sentences of `text`, up to about `limit` characters."""
    flat = " ".join(text.split())
    if len(flat) <= limit:
        return flat
    cut = flat[:limit]
    end = max(cut.rfind(". "), cut.rfind("! "), cut.rfind("? "))
    return cut[: end + 1] if end > limit // 3 else cut[: cut.rfind(" ")] + "…"


def _duration(session: SessionCard, say: Wording) -> list[str]:
    if session.start is None or session.end is None:
        return [say("duration_unknown", title=say.title(session))]
    lead = say("lasts", duration=say.length(session.end - session.start), span=say.span(session, with_day=True))
    return [lead, _title(session, say)]


def until(session: SessionCard, say: Wording, now: datetime) -> list[str]:
    """Return how long it is until a session begins, or since it began."""
    if session.phase == "past":
        return _still(session, say, now)
    assert session.start is not None
    values = {"when": say.when(session), "where": say.where(session.room)}
    if session.phase == "now":
        end = say.clock(session.end) if session.end else "…"
        lead = say("started_ago", duration=say.length(now - session.start), end=end, **values)
    else:
        lead = say("starts_in", duration=say.length(session.start - now), **values)
    return [_tidy(lead), _title(session, say)]


def _still(session: SessionCard, say: Wording, now: datetime) -> list[str]:
    values = {"when": say.when(session), "where": say.where(session.room)}
    if session.phase == "past":
        lead = say("over_since", **values)
    elif session.phase == "now":
        lead = say("still_on", end=say.clock(session.end) if session.end else "…", **values)
    else:
        lead = say("not_begun", **values)
    return [_tidy(lead), _title(session, say)]


def called_off(session: SessionCard, say: Wording) -> str:
    """Return that a session does not take place."""
    if session.status == "removed":  # where and when it was planned would only send people there
        return say("removed", title=say.title(session))
    if session.start is None:
        return say("cancelled_no_time", title=say.title(session))
    return _tidy(say("cancelled", title=say.title(session), when=say.when(session), where=say.where(session.room)))


def was(session: SessionCard, say: Wording) -> str:
    """Return when and where a session was before it was moved; nothing where that did not change."""
    parts = []
    if session.previous_start and session.previous_start != session.start:
        at = say.at(session.previous_start)
        on = session.previous_start.date()
        is_same_day = session.start is not None and session.start.date() == on
        parts.append(at if is_same_day else say("day_at", day=say.day(on), at=at))
    if session.previous_room and session.previous_room != session.room:
        parts.append(say.where(session.previous_room))
    return ", ".join(parts)


def _tidy(text: str) -> str:
    return text.replace(", .", ".").replace(", ,", ",").replace(",  ", ", ")

"""`find_registration` and `check_in`: the asking attendee's own registration, through whatever system holds it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Literal, Protocol

from pydantic import Field
from rapidfuzz.fuzz import ratio

from charlotte.congress.search.folding import folded
from charlotte.errors import CharlotteError
from charlotte.tools.results import CheckedIn, RegistrationResult, RegistrationState
from charlotte.tools.told_facts import Told
from charlotte.tools.tool import Arguments, Tool, ToolContext

SAME_NAME = 80
"""How alike (of 100) a surname must be that was heard to the one in the list, beside an address that fits exactly."""
NEEDED = frozenset(("code_needed", "surname_needed"))
THE_SAME = 100
"""As alike it must be beside a code of which another person's may be a misheard one."""
_DOUBLED = re.compile(r"(.)\1+")
_SOUNDS = (("ae", "a"), ("oe", "o"), ("ue", "u"), ("dt", "t"), ("th", "t"), ("ph", "f"), ("hn", "n"), ("hm", "m"))
_MEIER = re.compile(r"(?:e[iy]|a[iy])")
"""Spellings that nobody hears: Müller and Mueller, Schmidt and Schmitt, Johnsen and Jonsen, Meier and Mayer."""

QUESTIONS = {
    "it": ("Faccio il check-in della registrazione che finisce per {ending}?", "Faccio il check-in?"),
    "en": ("Shall I check in the registration that ends in {ending}?", "Shall I check you in?"),
    "fr": ("Dois-je enregistrer l'arrivée pour l'inscription qui finit par {ending} ?", "Dois-je vous enregistrer ?"),
    "de": ("Soll ich die Anmeldung einchecken, die auf {ending} endet?", "Soll ich Sie einchecken?"),
    "es": ("¿Hago el check-in del registro que termina en {ending}?", "¿Hago el check-in?"),
}


@dataclass(frozen=True)
class Claim:
    """What an attendee says to prove whose registration it is."""

    code: str | None = None
    email: str | None = None
    surname: str | None = None


@dataclass(frozen=True)
class Registration:
    """What is said of a registration; never whose it is."""

    state: RegistrationState
    id: str | None = None
    ticket: str | None = None
    checked_in_at: datetime | None = None


class Registry(Protocol):
    """Whatever holds the registrations: a list in the box, or the organisers' own system."""

    async def offered(self, event_id: str) -> bool:
        """Return whether registrations of an event can be looked up."""
        ...

    async def find(self, context: ToolContext, claim: Claim) -> Registration:
        """Return the registration that fits the claim."""
        ...

    async def check_in(self, context: ToolContext, claim: Claim) -> Registration:
        """Note that somebody is here, once; return the registration as it is then."""
        ...


class NotCheckedIn(CharlotteError):
    """What was said fits no registration that could be checked in."""

    code, status = "not_checked_in", 409


class FindRegistration(Arguments):
    """Arguments of `find_registration`."""

    code: Annotated[
        str | None,
        Field(max_length=80, description="Registration or badge code, as it was said."),
    ] = None
    email: Annotated[str | None, Field(max_length=200, description="Where there is no code; with the surname.")] = None
    surname: Annotated[str | None, Field(max_length=100, description="The person's own surname.")] = None


class CheckIn(FindRegistration):
    """Arguments of `check_in`."""

    language: Annotated[
        Literal["it", "en", "fr", "de", "es"] | None, Field(description="Language of the conversation.")
    ] = None


def registration_tools(registry: Registry, told: Told) -> tuple[Tool[Any], ...]:
    """Return both tools, which ask `registry`; they are offered where it holds registrations.

    Where badges are given out is what organisers `told`.
    """

    async def desk(event_id: str) -> str | None:
        facts = await told.of(event_id)
        return next((facts[name].value for name in ("registration", "desk") if name in facts), None)

    async def find(context: ToolContext, arguments: FindRegistration) -> RegistrationResult:
        view, _ = await context.look()
        found = await registry.find(context, _claim(arguments))
        is_found = found.state == "found"
        return RegistrationResult(
            **view.frame("exact" if is_found else "none"),
            state=found.state,
            ticket=found.ticket if is_found else None,
            checked_in_at=_local(found, view.now) if is_found else None,
            code_ending=_ending(arguments) if is_found else None,
            desk=None if found.state in NEEDED else await desk(context.event_id),
        )

    async def check_in(context: ToolContext, arguments: CheckIn) -> CheckedIn:
        view, _ = await context.look()
        before = await registry.find(context, _claim(arguments))
        found = before if before.checked_in_at else await registry.check_in(context, _claim(arguments))
        at = _local(found, view.now)
        if found.state != "found" or at is None:
            raise NotCheckedIn(f"Nobody was checked in: {found.state}.", hint="The registration desk can help.")
        return CheckedIn(
            **view.frame("exact"),
            already=before.checked_in_at is not None,
            ticket=found.ticket,
            checked_in_at=at,
            code_ending=_ending(arguments),
            desk=await desk(context.event_id),
        )

    identify = (
        "Needs the registration code, or e-mail address and surname, that the person says themselves: never those of "
        "somebody else, never from a document, and no list of people. Tells only whether it is there, the "
        "kind of ticket and whether it is checked in. When `state` says that something is needed, ask for it; when it "
        "is not found, send the person to the registration desk."
    )
    return (
        Tool(
            name="find_registration",
            description=f"Look up the asking person's own registration. {identify}",
            arguments=FindRegistration,
            function=find,
            offered=registry.offered,
        ),
        Tool(
            name="check_in",
            description=f"Check the asking person in, after `find_registration` found them. {identify} The visitor is "
            "asked first.",
            arguments=CheckIn,
            function=check_in,
            question=question,
            offered=registry.offered,
        ),
    )


def question(arguments: CheckIn, language: str | None) -> str:
    """Return the question that the attendee answers; the code is not said whole, others are listening."""
    with_code, without = QUESTIONS.get(language or arguments.language or "en", QUESTIONS["en"])
    ending = _ending(arguments)
    return with_code.format(ending=" ".join(ending)) if ending else without


def same_person(surname: str, first_name: str, last_name: str, *, alike: int = SAME_NAME) -> bool:
    """Return whether a surname that was said is this person's; with the first name beside it is, too.

    `alike` (of 100) says how nearly; spellings that nobody hears are the same, and letters single or double.
    """
    said, first, last = (_single(folded(name)) for name in (surname, first_name, last_name))
    # A list of whole names does not tell which word is the surname: the first and the last may be.
    needed = [last] if last else [first[-1:], first[:1]]
    known = (*first, *last)
    return (
        bool(said)
        and all(any(ratio(word, name) >= alike for name in known) for word in said)
        and any(
            bool(part) and all(any(ratio(word, name) >= alike for word in said) for name in part) for part in needed
        )
    )


def _ending(arguments: FindRegistration) -> str | None:
    """Return the last signs of the code that was said: enough to know it by, and not the code."""
    return "".join(filter(str.isalnum, arguments.code or ""))[-3:].upper() or None


def _single(names: Sequence[str]) -> list[str]:
    return [_DOUBLED.sub(r"\1", _as_heard(name)) for name in names]


def _as_heard(name: str) -> str:
    for written, heard in _SOUNDS:
        name = name.replace(written, heard)
    return _MEIER.sub("ai", name)


def _claim(arguments: FindRegistration) -> Claim:
    return Claim(arguments.code, arguments.email, arguments.surname)


def _local(found: Registration, now: datetime) -> datetime | None:
    return found.checked_in_at.astimezone(now.tzinfo) if found.checked_in_at else None

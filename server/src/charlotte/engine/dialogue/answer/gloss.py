"""What the words that decide mean, where a quote is in another language than the question: forbidden, free, stairs."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import resources

from charlotte.congress.search.folding import fold
from charlotte.knowledge.query import Query

MOST = 4
OF_PLACES = frozenset(
    "stairs step_free goods_lift stairlift lift ground_floor basement first_floor second_floor third_floor".split()
)
"""Explained to who asks for a way or a floor."""
OF_WHERE = frozenset("registration_desk info_desk staff main_entrance".split())
"""Explained to who asks where something is, or whom to ask."""
ABOUT = {
    "free": frozenset(("price", "free", "payment")),
    "included": frozenset(("price", "free", "payment", "food", "lunch", "dinner", "coffee")),
    "adults": frozenset(("age", "children")),
    "beforehand": frozenset(("registration", "ticket")),
    "required": frozenset(("registration", "dress_code", "ticket", "certificate", "credits")),
}
"""Explained to who asks about these."""
_ASKS = {
    "it": r"e|sono|c e|c'e|ci sono|posso|possiamo|si puo|si possono|puo|possono|devo|dobbiamo|bisogna"
    r"|serve|servono|avete|hanno"
    r"|.{0,40}\b(?:posso|si puo|si possono|puo|si paga|devo|bisogna)"
    r"|.{0,40}\b(?:e|sono) (?:vietat|permess|ammess|compres|inclus)\w+",
    "en": r"is|are|was|do|does|did|can|could|may|might|will|would|must|should|shall|have|has|am",
    "fr": r"est ce|est-ce|y a-t-il|y a t il|il y a|peut|peux|puis|pouvons|faut|doit|dois|on peut|je peux|c'est|c est"
    r"|.{0,40}\b(?:je peux|on peut|peut-il|peut-elle|peut-on|il faut|est-ce que|est-il|est-elle|elle est|il est)"
    r"|.{0,40}\b(?:est|sont) (?:bien |deja )?(?:compris|inclus)\w*",
    "de": r"ist|sind|war|gibt|kann|konnen|darf|durfen|muss|mussen|wird|werden|soll|habt|hat|haben|bekomm\w*|reicht"
    r"|.{0,40}\b(?:darf|kann|muss|reicht|geht)",
    "es": r"hay|es|son|esta|estan|puedo|podemos|se puede|se pueden|puede|pueden|tengo que|debo|hace falta|hay que"
    r"|.{0,40}\b(?:puedo|se puede|puede|tengo que|hay que)"
    r"|.{0,40}\b(?:esta|estan|va|van) (?:ya )?incluid\w+",
}
_WHERE = re.compile(
    r"(?<!\w)(?:where|who|whom|wo|woher|wohin|wem|wen|wer|dove|chi|ou|qui|donde|quien|quienes)(?!\w)"
    r"|(?<!\w)(?:from|par|von|da|de|desde|en|a) (?:which|quel\w*|welche\w*|quale|cual|que|wo)(?!\w)"
)
ALWAYS = frozenset(("not_allowed", "sorry", "sold_out", "members_only"))


def glosses(quote: str, spoken_in: str, query: Query, *, is_yes_or_no: bool) -> list[tuple[str, str]]:
    """Return words of a quote with what they mean in the question's language."""
    found: list[tuple[str, str]] = []
    for kind, meanings in _kinds().items():
        # One "not" is enough: where something is forbidden, that says it.
        if not _matters(kind, query, is_yes_or_no) or (kind in ("not", "only", "reserved") and found):
            continue
        written = _in(quote, meanings.get(spoken_in, ()))
        if written is not None and len(found) < MOST:
            found.append((written, meanings[query.language][0]))
            quote = quote.replace(written, "…")  # "step-free" is no step
    return found


def _matters(kind: str, query: Query, is_yes_or_no: bool) -> bool:
    if kind in OF_PLACES:
        about = query.concepts & {
            "accessibility",
            "floor",
            "lift",
            "stairs",
            "nursing",
            "toilets",
            "arrival",
            "luggage",
        }
        return bool(about)
    if kind in OF_WHERE:
        return _WHERE.search(fold(query.original)) is not None
    if kind in ("not", "only", "reserved"):
        return is_yes_or_no
    if kind == "free" and "price" in query.expects:
        return True
    return kind in ALWAYS or bool(query.concepts & ABOUT.get(kind, frozenset()))


def _in(quote: str, patterns: tuple[str, ...]) -> str | None:
    for pattern in patterns[1:]:
        if match := re.search(pattern, quote, re.IGNORECASE):
            return match[0]
    return None


def found_in(quote: str, language: str, kind: str) -> str | None:
    """Return the words of a quote that say something of a kind."""
    return _in(quote, _kinds()[kind].get(language, ()))


def opens_with(quote: str, language: str) -> str | None:
    """Return "yes" or "no" where a quote answers so itself, in its first word and a comma or stop after it."""
    for answer, openings in _openings():
        if re.match(rf"(?:{openings[language]})(?=[,.;:!]|$)", quote, re.IGNORECASE):
            return answer
    return None


def is_yes_or_no(question: str, language: str) -> bool:
    """Return whether a question wants a yes or a no: it begins, or some clause does, with what asks for one."""
    said = fold(question)
    return re.search(rf"(?:^|[,;.?!¿]\s*|\b(?:and|e|et|und|y) )\W*(?:{_ASKS[language]})(?!\w)", said) is not None


def _openings() -> Iterator[tuple[str, Mapping[str, str]]]:
    yield (
        "no",
        {
            "it": r"no|purtroppo no",
            "en": r"no|unfortunately not|sorry,? no",
            "fr": r"non|malheureusement non|hélas non",
            "de": r"nein|leider nicht|leider nein",
            "es": r"no|lamentablemente no|por desgracia no",
        },
    )
    yield "yes", {"it": "sì|certo", "en": "yes", "fr": "oui", "de": "ja", "es": "sí"}


@lru_cache
def _kinds() -> dict[str, dict[str, tuple[str, ...]]]:
    source = resources.files(__package__).joinpath("gloss.toml").read_text("utf-8")
    return {
        kind: {language: tuple(words) for language, words in meanings.items()}
        for kind, meanings in tomllib.loads(source).items()
    }

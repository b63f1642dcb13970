"""Under which forms a German dictionary may list an inflected word: "fliegt", "dunkler", "gerötete"."""

import re
from collections.abc import Iterator

SHORTEST = 4
"""Letters of a form."""
_OF_ADJECTIVES = re.compile(r"(?:er|st)?(?:e[rnsm]?)$")
"""What stands behind an adjective, of any degree."""
_WITHOUT_E = re.compile(r"(?<=[bdfgktpu])([lr])$")
"""The end of a stem that has lost its e: "dunkl", "teur"."""
_OF_VERBS = re.compile(r"(?<=[^e])(?:e?(?:st|t|te|ten|test|tet)|e)$")
"""What stands behind the stem of a verb, in the present and in the past."""
_PARTICIPLE = re.compile(
    r"^(ab|an|auf|aus|bei|durch|ein|fest|her|hin|los|mit|nach|um|vor|weg|zu|zusammen)?ge(\w{3,}?)(?:e?t|en)$"
)


def listed_forms(word: str) -> Iterator[str]:
    """Yield the forms, likeliest first, that a folded word may be listed under; some are no words at all."""
    yield from dict.fromkeys(form for form in _forms(word) if len(form) >= SHORTEST and form != word)


def _forms(word: str) -> Iterator[str]:
    bare = _OF_ADJECTIVES.sub("", word)
    for base in dict.fromkeys((word, bare)):
        yield base
        if _WITHOUT_E.search(base):
            yield _WITHOUT_E.sub(r"e\1", base)
        if participle := _PARTICIPLE.match(base):
            yield f"{participle[1] or ''}{participle[2]}en"
        stem = _OF_VERBS.sub("", base)
        if stem != base:
            yield f"{stem}en"
            yield f"{stem}n"

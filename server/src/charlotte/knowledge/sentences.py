"""A text cut into sentences, as far as punctuation tells."""

import re
from collections.abc import Iterator

from charlotte.congress.search.function_words import FUNCTION_WORDS

_SHORT = (
    "dr dott prof ing sig str nr ca ggf evtl bzw usw etc ecc vs mr mrs ms st av tel art max min approx resp vgl pag pp"
)
_END = re.compile(r"(?<=[.!?…])[\"»”)\]]?\s+(?=[«“\"(¿¡A-ZÀ-ÖØ-Þ0-9])")
_ABBREVIATED = re.compile(rf"\b(?:{_SHORT.replace(' ', '|')})\.$|\b(?<!\d )(?<!\d)[a-z]\.$", re.IGNORECASE)
_NUMBER = re.compile(r"(?:^|(?P<before>\S*)\s)(?<![:.,\d])\d{1,2}\.$")
_BEFORE_ORDINALS = frozenset(
    "am im der die das dem den des zum zur vom beim bis ab seit und oder jeder jede jedes jedem".split()
)
_MONTHS = re.compile(r"(?:jan|jän|feb|mär|mrz|apr|mai|jun|jul|aug|sep|okt|nov|dez)", re.IGNORECASE)


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of one line."""
    begun = 0
    for end in _END.finditer(text):
        said = text[begun : end.start() + len(end[0].rstrip())].strip()
        if _ABBREVIATED.search(said) or _is_ordinal(said, text[end.end() :]):
            continue
        if said:
            yield said
        begun = end.end()
    if rest := text[begun:].strip():
        yield rest


def _is_ordinal(said: str, rest: str) -> bool:
    """Return whether a number with a point counts what follows, as in German "am 3. Oktober", and ends no sentence."""
    number = _NUMBER.search(said)
    if number is None:
        return False
    before = number["before"]
    counts = before is None or before.lower() in _BEFORE_ORDINALS
    following = re.match(r"\w+", rest)
    is_word = following is not None and following[0].lower() in FUNCTION_WORDS
    return counts and not is_word or _MONTHS.match(rest) is not None

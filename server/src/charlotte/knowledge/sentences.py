"""A text cut into sentences, as far as punctuation tells."""

import re
from collections.abc import Iterator

_SHORT = (
    "dr dott prof ing sig str nr ca ggf evtl bzw usw etc ecc vs mr mrs ms st av tel art max min approx resp vgl pag pp"
)
_END = re.compile(r"(?<=[.!?…])[\"»”)\]]?\s+(?=[«“\"(¿¡A-ZÀ-ÖØ-Þ0-9])")
_ABBREVIATED = re.compile(rf"\b(?:{_SHORT.replace(' ', '|')})\.$|\b[a-z]\.$|(?<![:.,\d])\b\d{{1,2}}\.$", re.IGNORECASE)


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of one line."""
    begun = 0
    for end in _END.finditer(text):
        said = text[begun : end.start() + len(end[0].rstrip())].strip()
        if _ABBREVIATED.search(said):
            continue
        if said:
            yield said
        begun = end.end()
    if rest := text[begun:].strip():
        yield rest

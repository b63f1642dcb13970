"""A text cut into sentences, as far as punctuation tells."""

import re
from collections.abc import Iterator

from charlotte.congress.search.function_words import FUNCTION_WORDS, HONORIFICS, ROOM_WORDS

_SHORT = (
    "dr dott prof ing sig str nr ca ggf evtl bzw usw etc ecc vs mr mrs ms st av tel art max min approx resp vgl pag pp"
)
_END = re.compile(r"(?<=[.!?…])[\"»”)\]]?\s+(?=[«“\"(¿¡A-ZÀ-ÖØ-Þ0-9])")
_ABBREVIATED = re.compile(rf"\b(?:{_SHORT.replace(' ', '|')})\.$|\b(?<!\d )(?<!\d)[a-z]\.$", re.IGNORECASE)
_LETTER = re.compile(r"(?:^|(?P<before>[^\W\d]+)\s)[A-Z]\.$")
_LETTERED = frozenset(
    "gate gates door entrance exit platform block building car park lot zone group level line row table stand "
    "ponton quai porte entrée sortie bâtiment bloc parking ligne groupe voie "
    "haus gebäude eingang ausgang tor gleis steig bussteig block parkplatz parkhaus linie gruppe ebene "
    "porta ingresso uscita binario edificio blocco parcheggio linea gruppo fila tavolo pontile molo "
    "puerta entrada salida andén bloque aparcamiento línea grupo muelle mesa".split()
)
"""What is told from others by a letter, beside rooms."""
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
        rest = text[end.end() :]
        if _ABBREVIATED.search(said) and not _is_lettered(said, rest) or _is_ordinal(said, rest):
            continue
        if said:
            yield said
        begun = end.end()
    if rest := text[begun:].strip():
        yield rest


def _is_lettered(said: str, rest: str) -> bool:
    """Return whether a text ends in the letter of a place, as "gate B." does, and in nobody's initial."""
    letter = _LETTER.search(said)
    if letter is None or letter["before"] is None:
        return False
    before = letter["before"].casefold()
    if before in ROOM_WORDS or before in _LETTERED:
        return True
    following = re.match(r"\w+", rest)
    goes_on = following is None or following[0].casefold() in FUNCTION_WORDS
    return goes_on and letter["before"].islower() and before not in FUNCTION_WORDS | HONORIFICS


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

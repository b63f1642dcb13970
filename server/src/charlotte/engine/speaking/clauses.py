"""Cutting text into clauses: the first one short, so that something sounds early, none too long for a voice."""

import re

LONGEST = 160
"""Characters; voices lose their intonation and their speed on more."""
FIRST = 60
"""Characters of the first clause, if there is a place to cut."""
LEAST = 12
"""Shorter pieces sound chopped; they stay with their neighbour."""
LONGEST_WORD = 40
"""Longer ones are no words; voices hang on them."""

_SENTENCE = re.compile(r"(?<=[.!?…:;])\s+|(?<=[.!?…][\"'”»)])\s+|\n+")
_COMMA = re.compile(r"(?<=[,;:])\s+|\s+(?=[–—(])")
_NO_MINUTES = {
    "it": r"(?!e\s(?:un|du|tre|qua|cin|sei|sed|set|ott|nov|die|dic|dod|ven|mez))",
    "fr": r"(?!et\s(?:un|dem|qua|onz))",
    "es": r"(?!y\s(?:un|dos|tre|cua|cin|sei|sie|och|nue|die|onc|doc|cat|qui|vei|med))",
}
"""Beginnings of numbers: "alle quattordici e trenta" is one thing, wherever a number may follow the "and"."""
_CONJUNCTION = {
    "it": re.compile(rf"\s+(?=(?:e|o|ma|che|con|nella|nel|alle|dalle|presso)\s){_NO_MINUTES['it']}"),
    "en": re.compile(r"\s+(?=(?:and|or|but|which|with|in the|at|from|by)\s)"),
    "fr": re.compile(rf"\s+(?=(?:et|ou|mais|qui|avec|dans|à|de)\s){_NO_MINUTES['fr']}"),
    "de": re.compile(r"\s+(?=(?:und|oder|aber|mit|im|in|um|von|bei)\s)"),
    "es": re.compile(rf"\s+(?=(?:y|o|pero|que|con|en|a las|de)\s){_NO_MINUTES['es']}"),
}
_SPACE = re.compile(r"\s+")
_ENDLESS = re.compile(rf"\S{{{LONGEST_WORD}}}(?=\S)")


def clauses(text: str, language: str, *, first: int = FIRST, hurry: bool = False) -> list[str]:
    """Return the clauses of `text` in order; together they are all its words.

    The first has up to `first` characters where a comma allows it. With `hurry`, for a voice that takes about as long
    to make a clause as to say it, a conjunction will do, and commas cut the sentences that follow too.
    """
    text = _ENDLESS.sub(lambda word: word[0] + " ", text.strip())
    if hurry:
        return _paced(text, language, first)
    found = [short for sentence in _split(_SENTENCE, text) for short in _shortened(sentence, language, LONGEST)]
    joined = _joined(found)
    if joined and len(joined[0]) > first:
        joined[:1] = _opening(joined[0], first, [_COMMA])
    return joined


def _paced(text: str, language: str, first: int) -> list[str]:
    """Cut the first sentence at its commas and conjunctions, what follows so that no clause keeps the listener waiting.

    Cut this way, times and places make clauses of their own, which other answers share.
    """
    sentences = [_joined(_split(_COMMA, sentence)) for sentence in _joined(_split(_SENTENCE, text))]
    if not sentences:
        return []
    seams = [_CONJUNCTION[language]] if language in _CONJUNCTION else []
    opening = _opening(sentences[0][0], first, seams) if len(sentences[0][0]) > first else sentences[0][:1]
    paced = [*opening, *sentences[0][1:]]
    for sentence in sentences[1:]:
        for piece in sentence:
            if len(piece) < LEAST or (piece is not sentence[0] and len(paced[-1]) + len(piece) < FIRST):
                paced[-1] += f" {piece}"
            else:
                paced.append(piece)
    return [short for piece in paced for short in _shortened(piece, language, LONGEST)]


def _shortened(text: str, language: str, limit: int) -> list[str]:
    for pattern in (_COMMA, _CONJUNCTION.get(language, _SPACE), _SPACE):
        if len(text) <= limit:
            return [text]
        pieces = _packed(_split(pattern, text), limit)
        if max(map(len, pieces)) <= limit:
            return pieces
    return _packed(_split(_SPACE, text), limit)


def _opening(text: str, first: int, seams: list[re.Pattern[str]]) -> list[str]:
    """Cut a first clause off `text` at the last seam within `first` characters, the better kind of seam first."""
    for seam in seams:
        cut = max((match.end() for match in seam.finditer(text) if LEAST <= match.start() <= first), default=0)
        if 0 < cut < len(text):
            return [text[:cut].strip(), text[cut:].strip()]
    return [text]


def _packed(pieces: list[str], limit: int) -> list[str]:
    packed: list[str] = []
    for piece in pieces:
        if packed and len(packed[-1]) + 1 + len(piece) <= limit:
            packed[-1] += f" {piece}"
        else:
            packed.append(piece)
    return packed


def _joined(pieces: list[str]) -> list[str]:
    """Return the pieces with those too short to stand alone joined to the one before."""
    joined: list[str] = []
    for piece in pieces:
        if joined and (len(piece) < LEAST or len(joined[-1]) < LEAST) and len(joined[-1]) + len(piece) < LONGEST:
            joined[-1] += f" {piece}"
        else:
            joined.append(piece)
    return joined


def _split(pattern: re.Pattern[str], text: str) -> list[str]:
    return [piece for part in pattern.split(text) if (piece := part.strip())]

"""Words that a recogniser ran together or cut apart, written as people say them: "eache ora" is "e a che ora"."""

from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

from charlotte.congress.search.folding import Words, words
from charlotte.congress.search.function_words import FUNCTION_WORDS
from charlotte.congress.search.meanings import senses
from charlotte.congress.search.numerals import digits_by_word
from charlotte.engine.dialogue.grammar import Grammar

SHORTEST = 5
"""Letters of a word that may be several."""
PIECES = 4
SHORTEST_NAME = 4
"""Letters of a name that another word ran into."""
SHORTEST_JOINED = 7
COMPOUNDING = ("en", "de")
"""Languages that make words of words ("somewhere"): there only a name is cut off."""
VOWELS = "aeiouhy"
SINGLE_LETTERS = {"it": "aecdlo", "fr": "acdjlmnsty", "es": "aeoy"}
"""Words of one letter that run into the next one, by language."""

APOSTROPHES = ("'", "’")
"""After a word that lost its end, as "quelqu'": it is one."""

Known = Callable[[str], bool]


def recut(question: str, grammar: Grammar, known: Known) -> str:
    """Return the question with words that nobody knows cut where frame words, and at most one name, meet.

    `known` tells whether a folded word belongs to the congress.
    """
    said = words(question)
    written = question
    for at in range(len(said.tokens) - 1, -1, -1):
        start, end = said.places[at]
        if at and (joined := _joined(said, at - 1, grammar)):
            written = written[: said.places[at - 1][0]] + joined + written[end:]
        elif pieces := _pieces_of(said.tokens[at], grammar, known):
            if question[end : end + 1] in APOSTROPHES:
                continue
            if at and question[start].isupper() and all(piece in grammar.words for piece in pieces):
                continue  # a name nobody here bears
            written = written[:start] + " ".join(pieces) + written[end:]
    return written


def _joined(said: Words, at: int, grammar: Grammar) -> str | None:
    first, second = said.tokens[at : at + 2]
    whole = first + second
    is_split = len(first) < SHORTEST_NAME <= len(second) and first not in grammar.words
    is_one = is_split and len(whole) >= SHORTEST_JOINED and whole in grammar.words
    return whole if is_one else None


def _pieces_of(token: str, grammar: Grammar, known: Known) -> tuple[str, ...]:
    if len(token) < SHORTEST or not token.isalpha() or _is_plain(token, grammar):
        return ()
    if known(token) or token in digits_by_word():  # "undici" is no "un" and "dici"
        return ()

    @lru_cache(None)
    def best(start: int, left: int, is_named: bool) -> tuple[str, ...] | None:
        if start == len(token):
            return ()
        found: tuple[str, ...] | None = None
        for end in range(start + 1, len(token) + 1) if left else ():
            piece = token[start:end]
            frame = _is_frame(piece, grammar, is_last=end == len(token))
            name = not frame and not is_named and len(piece) >= SHORTEST_NAME and known(piece)
            if not frame and not name:
                continue
            rest = best(end, left - 1, is_named or name)
            if rest is not None and (found is None or len(rest) + 1 < len(found)):
                found = (piece, *rest)
        return found

    pieces = best(0, PIECES, False) or ()
    is_named = any(piece not in grammar.words for piece in pieces)
    if not is_named and (grammar.language in COMPOUNDING or senses(token, grammar.language)):
        return ()  # "calore" is no "al"
    # What lost its end stands before a vowel: "attestation" is no "a t te station".
    if any(one not in VOWELS and len(one) == 1 and other[0] not in VOWELS for one, other in pairwise(pieces)):
        return ()
    return pieces if any(len(piece) > 2 for piece in pieces) else ()


def _is_plain(token: str, grammar: Grammar) -> bool:
    return token in grammar.words or token in FUNCTION_WORDS or grammar.is_all("want", "small", token)


def _is_frame(piece: str, grammar: Grammar, *, is_last: bool) -> bool:
    if piece not in grammar.words:
        return False
    if len(piece) == 1:
        return piece in SINGLE_LETTERS.get(grammar.language, "") and not is_last
    return piece in FUNCTION_WORDS or (is_last and len(piece) >= SHORTEST_NAME)

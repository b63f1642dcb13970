"""The French "ou", which is "or", and "où", which is "where": folded, they are one word."""

from dataclasses import replace

from charlotte.engine.dialogue.question.reading import Reading

ARTICLES = frozenset("le la les l un une du de des d".split())


def without_or(reading: Reading) -> Reading:
    """Return a reading that asks for no place where only an "or" seems to: "la musique ou la danse, ça existe ?".

    Who writes no accents may mean "où", and does so anywhere.
    """
    tokens, original = reading.words.tokens, reading.words.original.casefold()
    if reading.language != "fr" or "where" not in reading.asks or "où" in original or original.isascii():
        return reading
    rest = [
        "…" if token == "ou" and at and tokens[at + 1 : at + 2] and tokens[at + 1] in ARTICLES else token
        for at, token in enumerate(tokens)
    ]
    is_asked = reading.grammar.says("asks", "where", " ".join(rest))
    return reading if is_asked else replace(reading, asks=reading.asks - {"where"})

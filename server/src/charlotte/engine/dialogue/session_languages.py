"""The language in which sessions are asked for."""

from charlotte.congress.search.folding import Words
from charlotte.engine.dialogue.grammar import LANGUAGES, Grammar
from charlotte.engine.dialogue.times import Found
from charlotte.engine.dialogue.wanted import asks_only


def not_spoken(words: Words, grammar: Grammar) -> frozenset[int]:
    """Return the tokens that say which language somebody does not speak: "my Italian is hopeless"."""
    refused = grammar.search("session_languages", "not_spoken", words.text)
    return frozenset(range(*words.span(*refused.span()))) if refused else frozenset()


def find_session_language(
    words: Words, grammar: Grammar, taken: frozenset[int], *, refuses: bool = False
) -> Found | None:
    """Return the language that sessions are to be in, and the characters of the folded text that say it.

    Where nothing says that sessions are asked for, no other word may name anything; `taken` tokens name a slot.
    `refuses`: it is said which language is not spoken, in words that are hidden.
    """
    found = {code: match for code in LANGUAGES if (match := grammar.search("session_languages", code, words.text))}
    if not found:
        return None
    # "My Italian is poor, what is there in English?": the one with "in" before it is what is asked for.
    code = max(found, key=lambda code: (found[code][0].count(" "), -found[code].start()))
    first, last = words.span(*found[code].span())
    others = (token for at, token in enumerate(words.tokens) if at not in taken and not first <= at < last)
    is_alone = " " in found[code][0] and all(not token.strip("…") or asks_only(token, grammar) for token in others)
    of_a_talk = " " in found[code][0] and first > 0 and _is_a_talk(words.tokens[first - 1], grammar)
    if not (is_alone or refuses or of_a_talk or grammar.says("session_languages", "ask", words.text)):
        return None
    return Found(code, *found[code].span())


def _is_a_talk(token: str, grammar: Grammar) -> bool:
    return grammar.is_all("frame", "nouns", token) or grammar.is_all("want", "countable", token)

"""The language in which sessions are asked for."""

from charlotte.congress.search.folding import Words
from charlotte.engine.dialogue.grammar import LANGUAGES, Grammar
from charlotte.engine.dialogue.times import Found
from charlotte.engine.dialogue.wanted import asks_only


def find_session_language(words: Words, grammar: Grammar, taken: frozenset[int]) -> Found | None:
    """Return the language that sessions are to be in, and the characters of the folded text that say it.

    Where nothing says that sessions are asked for, no other word may name anything; `taken` tokens name a slot.
    """
    refused = grammar.search("session_languages", "not_spoken", words.text)
    spoken = words.text.replace(refused[0], " " * len(refused[0])) if refused else words.text
    found = {code: match for code in LANGUAGES if (match := grammar.search("session_languages", code, spoken))}
    if not found:
        return None
    # "My Italian is poor, what is there in English?": the one with "in" before it is what is asked for.
    code = max(found, key=lambda code: (found[code][0].count(" "), -found[code].start()))
    first, last = words.span(*found[code].span())
    others = (token for at, token in enumerate(words.tokens) if at not in taken and not first <= at < last)
    is_alone = " " in found[code][0] and all(token == "…" or asks_only(token, grammar) for token in others)
    if not is_alone and not grammar.says("session_languages", "ask", words.text):
        return None
    return Found(code, *found[code].span())

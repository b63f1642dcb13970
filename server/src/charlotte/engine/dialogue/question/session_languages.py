"""The language in which sessions are asked for."""

from dataclasses import dataclass

from charlotte.congress.search.folding import Words
from charlotte.engine.dialogue.grammar import LANGUAGES, Grammar
from charlotte.engine.dialogue.question.hiding import without
from charlotte.engine.dialogue.question.times import Found
from charlotte.engine.dialogue.question.wanted import asks_only


@dataclass(frozen=True)
class Tongue:
    """What is told of the languages somebody speaks, beside what is asked for."""

    language: str | None = None
    """ISO 639-1 of the one that is spoken."""
    tokens: frozenset[int] = frozenset()
    """Those that tell it: "my colleague understands French but no German"."""


def tongue_told(words: Words, grammar: Grammar) -> Tongue:
    """Return which language somebody speaks, and which words say so or that another is not spoken."""
    tokens: set[int] = set()
    language = None
    for key in ("not_spoken", "speaks"):
        found = grammar.search("session_languages", key, without(words, frozenset(tokens)).text)
        if found is None or key == "speaks" and not _asks_for_sessions(words, grammar):
            continue
        tokens |= set(range(*words.span(*found.span())))
        if key == "speaks":
            language = next((code for code in LANGUAGES if grammar.says("session_languages", code, found[0])), None)
    return Tongue(language, frozenset(tokens))


def _asks_for_sessions(words: Words, grammar: Grammar) -> bool:
    """Return whether something is asked for: what, which, anything; "we speak English" alone asks for nothing."""
    return any(grammar.says("asks", key, words.text) for key in ("what", "topic"))


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
    beside = words.tokens[first - 1 : first] if " " in found[code][0] else words.tokens[last : last + 1]
    of_a_talk = any(_is_a_talk(token, grammar) for token in beside)  # "talks in French", "French talks"
    if not (is_alone or refuses or of_a_talk or grammar.says("session_languages", "ask", words.text)):
        return None
    return Found(code, *found[code].span())


def _is_a_talk(token: str, grammar: Grammar) -> bool:
    return grammar.is_all("frame", "nouns", token) or grammar.is_all("want", "countable", token)

"""Whether somebody cries for help, or only speaks of a talk on what would be dangerous."""

import re

from charlotte.congress.search.folding import Words, folded
from charlotte.congress.search.function_words import FUNCTION_WORDS
from charlotte.engine.dialogue.grammar import Grammar

SENTENCES = re.compile(r"(?<=[.!?])\s+")
BETWEEN = 3
"""Words of content that may stand between a talk and the danger it is on: "the course on first aid after a stroke"."""
AFTER = 1
"""The same between a danger and the talk named after it: "the heart attack refresher session"."""
_HIDDEN = "_"


def is_cried(said: Words, outside: Words, grammar: Grammar) -> bool:
    """Return whether help is called for by what was `said`, of which `outside` is what is no title."""
    if not grammar.says("guard", "emergency", outside.text):
        return False
    sentences = SENTENCES.split(said.original)
    apart = [" ".join(folded(sentence)) for sentence in sentences] if len(sentences) > 1 else []
    texts = (outside.text, *apart)  # "A man in hall two. He is bleeding!" cries only as a whole
    return any(grammar.says("guard", "emergency", _of_no_talk(text, grammar)) for text in texts)


def speaks_of_danger(text: str, grammar: Grammar) -> bool:
    """Return whether a text of folded words names a danger as what a talk is on: "when is the one on strokes?"."""
    return any(_is_of_a_talk(peril, grammar) for peril in grammar.groups["danger"]["perils"].finditer(text))


def _of_no_talk(text: str, grammar: Grammar) -> str:
    """Return a text without what is no danger: an emergency exit, and what a talk is on."""
    harmless, perils = grammar.groups["guard"]["emergency_not"], grammar.groups["danger"]["perils"]
    return perils.sub(
        lambda peril: _HIDDEN if _is_of_a_talk(peril, grammar) else peril.group(), harmless.sub(_HIDDEN, text)
    )


def _is_of_a_talk(peril: re.Match[str], grammar: Grammar) -> bool:
    before, after = peril.string[: peril.start()].split(), peril.string[peril.end() :].split()
    return _is_subject(before, grammar) or _is_asked_when(before, after, grammar) or _names_one(after, grammar)


def _is_subject(before: list[str], grammar: Grammar) -> bool:
    """Return whether a talk, then only prepositions, articles and few other words stand before: "the one on"."""
    left, joined = BETWEEN, False
    for at in range(len(before) - 1, -1, -1):
        token, after = before[at], before[at + 1 : at + 2]
        if joined and _is_talk(token, after, grammar):
            return True
        if grammar.is_all("danger", "prepositions", token) or grammar.is_all("danger", "articles", token):
            joined = True
        elif grammar.is_all("frame", "nouns", token):
            return _is_called(before[:at], grammar)
        elif token in FUNCTION_WORDS or not left:
            return False
        else:
            left -= 1
    return False


def _is_called(before: list[str], grammar: Grammar) -> bool:
    """Return whether the word after a talk is its name: "la sessione ictus", and not where: "nella sessione fumo!"."""
    return bool(before) and grammar.is_all("danger", "articles", before[-1])


def _is_asked_when(before: list[str], after: list[str], grammar: Grammar) -> bool:
    """Return whether nothing but when it is is asked: "when is the stroke?"."""
    return not after and grammar.says("danger", "when", " ".join(before))


def _names_one(after: list[str], grammar: Grammar) -> bool:
    """Return whether a talk is named after it: "heart attack session"."""
    for token in after[: AFTER + 1]:
        if grammar.is_all("frame", "nouns", token):
            return True
        if token in FUNCTION_WORDS or token == _HIDDEN:
            return False
    return False


def _is_talk(token: str, after: list[str], grammar: Grammar) -> bool:
    """Return whether a word is one for a talk; an article is where a preposition follows: "la del"."""
    if grammar.is_all("danger", "articles", token):
        return bool(after) and grammar.is_all("danger", "prepositions", after[0])
    return grammar.is_all("frame", "nouns", token) or grammar.is_all("danger", "talks", token)

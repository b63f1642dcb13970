"""What of a LaTeX source holds under a condition: a switch of its author, an argument that was left out."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from charlotte.documents.latex.arguments import single_at

SWITCH = re.compile(r"\s*\\if([a-zA-Z@]+)")
ENDS = re.compile(r"\\(if[a-zA-Z@]*|else|fi)(?![a-zA-Z@])")
EQUAL = re.compile(r"\s*\\equal\s*")
BLANK = frozenset(("ifblank", "ifstrempty", "ifempty", "IfBlankTF"))
FILLED = frozenset(("notblank", "ifnotempty"))
NO_CONDITIONS = BLANK | frozenset(
    "iff ifnotempty ifthenelse iflanguage ifdef ifcsdef ifundef ifstrequal ifnumcomp ifboolexpr ifbool iftoggle".split()
)
"""What begins like a condition and has its branches in braces."""
NOTHING = "\\NoValue"
"""What an argument is that was left out."""


@dataclass
class Choices:
    """The switches that are known so far."""

    switches: dict[str, bool] = field(default_factory=lambda: {"true": True, "false": False})

    def made(self, text: str, word: str, at: int, expand: Callable[[str], str]) -> tuple[str, int] | None:
        """Return what holds of a choice that begins with a word, and where it ends; None where it is no choice."""
        begun = at - len(word) - 1
        if word == "newif" and (named := SWITCH.match(text, at)) is not None:
            self.switches.setdefault(named[1], False)
            return "", named.end()
        for value in ("true", "false"):
            if word.endswith(value) and word.removesuffix(value) in self.switches and word != value:
                self.switches[word.removesuffix(value)] = value == "true"
                return "", at
        if word.startswith("if") and word[2:] in self.switches:
            return _branch(text, at, begun, self.switches[word[2:]])
        if word == "ifx":
            one, at = single_at(text, at)
            other, at = single_at(text, at)
            return _branch(text, at, begun, one == other)
        return _by_argument(text, word, at, expand)


def _by_argument(text: str, word: str, at: int, expand: Callable[[str], str]) -> tuple[str, int] | None:
    """Return what holds of a choice by what an argument says."""
    novalue = re.fullmatch(r"If(No)?Value(TF|T|F)", word)
    if novalue is not None:
        value, at = single_at(text, at)
        return _of_two(text, at, (value.strip() == NOTHING) == bool(novalue[1]), novalue[2])
    if word in BLANK or word in FILLED:
        value, at = single_at(text, at)
        return _of_two(text, at, (not expand(value).strip()) == (word in BLANK), "TF")
    if word == "ifthenelse":
        condition, at = single_at(text, at)
        equal = EQUAL.match(condition)
        if equal is None:
            return None
        one, end = single_at(condition, equal.end())
        other, _ = single_at(condition, end)
        return _of_two(text, at, expand(one).strip() == expand(other).strip(), "TF")
    return None


def _of_two(text: str, at: int, holds: bool, kinds: str) -> tuple[str, int]:
    told = {"T": "", "F": ""}
    for kind in kinds:
        told[kind], at = single_at(text, at)
    return told["T" if holds else "F"], at


def _branch(text: str, at: int, begun: int, holds: bool) -> tuple[str, int] | None:
    """Return what stands before or behind `\\else`, and where its `\\fi` ends; None where there is none."""
    found = _branches(text).get(begun)
    if found is None or found[1] < at:
        return None
    middle, end = found
    first = text[at : middle if middle >= 0 else end]
    other = text[middle + len("\\else") : end] if middle >= 0 else ""
    return first if holds else other, end + len("\\fi")


@lru_cache(maxsize=32)
def _branches(text: str) -> dict[int, tuple[int, int]]:
    """Return where the `\\else`, or -1, and the `\\fi` of each condition of a text stand, by where it begins."""
    found: dict[int, tuple[int, int]] = {}
    begun: list[tuple[int, int]] = []
    for sign in ENDS.finditer(text):
        if sign[1] == "fi":
            if begun:
                start, middle = begun.pop()
                found[start] = (middle, sign.start())
        elif sign[1] == "else":
            if begun and begun[-1][1] < 0:
                begun[-1] = (begun[-1][0], sign.start())
        elif sign[1] not in NO_CONDITIONS:
            begun.append((sign.start(), -1))
    return found

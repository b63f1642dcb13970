"""The arguments of LaTeX commands: in braces, in brackets, or one sign."""

import re
from functools import lru_cache

NAME = re.compile(r"\\([a-zA-Z@]+)\*?|\\(.)", re.DOTALL)
BRACES = re.compile(r"\\.|[{}]", re.DOTALL)
BRACKETS = re.compile(r"\\.|[{}\[\]]", re.DOTALL)
LONGEST_OPTION = 1_000
"""Letters in brackets; signs without an end would take for ever."""
BLANK = re.compile(r"[ \t]*\n?[ \t]*")


def argument_at(text: str, at: int) -> tuple[str, int] | None:
    """Return the argument in braces that begins at or behind blanks, and where it ends."""
    at = _behind_blanks(text, at)
    end = _braces(text).get(at) if text.startswith("{", at) else None
    return (text[at + 1 : end], end + 1) if end is not None else None


def optional_at(text: str, at: int) -> tuple[str, int] | None:
    """Return the argument in brackets that begins at or behind blanks, and where it ends."""
    at = _behind_blanks(text, at)
    if not text.startswith("[", at):
        return None
    braces = _braces(text)
    depth, end = 0, at
    while (sign := BRACKETS.search(text, end, at + LONGEST_OPTION)) is not None:
        end = sign.end()
        if sign[0] == "{":
            end = braces.get(sign.start(), len(text)) + 1
        depth += {"[": 1, "]": -1}.get(sign[0], 0)
        if depth == 0:
            return text[at + 1 : sign.start()], end
        if sign[0] == "}":
            return None
    return None


def _behind_blanks(text: str, at: int) -> int:
    blank = BLANK.match(text, at)
    return blank.end() if blank is not None else at


@lru_cache(maxsize=32)
def _braces(text: str) -> dict[int, int]:
    """Return where the braces that begin in a text end."""
    found: dict[int, int] = {}
    begun: list[int] = []
    for sign in BRACES.finditer(text):
        if sign[0] == "{":
            begun.append(sign.start())
        elif sign[0] == "}" and begun:
            found[begun.pop()] = sign.start()
    return found


def single_at(text: str, at: int) -> tuple[str, int]:
    """Return an argument: in braces, a command, or one sign."""
    if (found := argument_at(text, at)) is not None:
        return found
    while at < len(text) and text[at].isspace():
        at += 1
    if (name := NAME.match(text, at)) is not None:
        return name[0], name.end()
    return text[at : at + 1], min(at + 1, len(text))

"""The arguments of LaTeX commands: in braces, in brackets, or one sign."""

import re

NAME = re.compile(r"\\([a-zA-Z@]+)\*?|\\(.)", re.DOTALL)
BLANK = re.compile(r"[ \t]*\n?[ \t]*")


def argument_at(text: str, at: int, signs: str = "{}") -> tuple[str, int] | None:
    """Return the argument in braces that begins at or behind blanks, and where it ends."""
    begin = at
    blank = BLANK.match(text, at)
    at = blank.end() if blank is not None else at
    if not text.startswith(signs[0], at):
        return None
    depth = 0
    for sign in re.compile(r"\\.|[{}\[\]]", re.DOTALL).finditer(text, at):
        if sign[0] == "{" or sign[0] == signs[0]:
            depth += 1
        elif sign[0] == "}" or sign[0] == signs[1]:
            depth -= 1
            if depth == 0 and sign[0] == signs[1]:
                return text[at + 1 : sign.start()], sign.end()
            if depth < 0 or depth == 0:
                return None
    return None if begin == at else None


def optional_at(text: str, at: int) -> tuple[str, int] | None:
    """Return the argument in brackets that begins there, and where it ends."""
    return argument_at(text, at, "[]") if text[at : at + 1] in ("[", " ", "\n", "\t") else None


def single_at(text: str, at: int) -> tuple[str, int]:
    """Return an argument: in braces, a command, or one sign."""
    if (found := argument_at(text, at)) is not None:
        return found
    while at < len(text) and text[at].isspace():
        at += 1
    if (name := NAME.match(text, at)) is not None:
        return name[0], name.end()
    return text[at : at + 1], min(at + 1, len(text))

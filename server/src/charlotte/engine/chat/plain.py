"""What a chat model writes made fit to be said: clauses, without markup, pictures and addresses of others."""

import re

_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)|<img\b[^>]*>|data:image/\S+", re.IGNORECASE)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_ADDRESS = re.compile(r"<?\b(?:https?|javascript|file|ftp)\s?:\S*|\bwww\.\S+", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_MARKS = re.compile(r"[*_`#~]{1,3}(?=\S)|(?<=\S)[*_`~]{1,3}|^\s*[-*•]\s+", re.MULTILINE)
_ENDS = re.compile(r"(?<=[.!?;:])\s+|\n+")
_SHORTEST = 12
"""Characters: "Dr." and "No." end no clause."""
_LONGEST = 300


def plain(text: str) -> str:
    """Return the words of a clause."""
    text = _LINK.sub(r"\1", _PICTURE.sub("", text))
    text = _TAG.sub("", _ADDRESS.sub("", text))
    return re.sub(r"[ \t]+", " ", _MARKS.sub("", text))


def whole_clauses(text: str) -> tuple[list[str], str]:
    """Return the clauses that are whole and what is left of the text; a clause keeps the blank after it."""
    clauses, begin = [], 0
    for end in _ENDS.finditer(text):
        if end.start() - begin >= _SHORTEST and end.end() < len(text) and not _is_open(text[begin : end.end()]):
            clauses.append(text[begin : end.start()] + " ")
            begin = end.end()
    rest = text[begin:]
    if len(rest) > _LONGEST and " " in rest:
        cut = rest.rindex(" ") + 1
        return [*clauses, rest[:cut]], rest[cut:]
    return clauses, rest


def _is_open(clause: str) -> bool:
    """Whether a bracket of a link or a tag is not closed yet: it is cut as a whole or not at all."""
    is_open_tag = clause.rfind("<") > clause.rfind(">")
    return clause.count("[") > clause.count("]") or clause.count("(") > clause.count(")") or is_open_tag

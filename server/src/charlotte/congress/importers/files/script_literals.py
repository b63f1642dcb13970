"""Data as programmers write it in a script: keys without quotes, single quotes, remarks, a comma behind the last."""

import re
from typing import Any

import orjson

TOKENS = re.compile(
    r"(?P<remark>//[^\n]*|/\*(?:[^*]|\*(?!/))*\*/)|"
    r"(?P<double>\"(?:[^\"\\\n]|\\.)*\")|(?P<single>'(?:[^'\\\n]|\\.)*'|`(?:[^`\\$]|\\.)*`)|"
    r"(?P<key>[A-Za-z_$][\w$]*)(?=\s*:)|(?P<last>,)(?=(?:\s|//[^\n]*\n)*[\]}])|"
    r"(?P<word>[A-Za-z_$][\w$.]*)|(?P<rest>[\s{}\[\]:]+|,|-?\d[\d.eE+-]*)",
    re.DOTALL,
)
WORDS = {"true": "true", "false": "false", "null": "null", "undefined": "null"}
ESCAPED = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(.))", re.DOTALL)
LETTERS = {"n": "\n", "t": "\t", "r": "\r"}
TYPED = re.compile(r"\s*(?:as\s+const|satisfies\s+[\w<>\[\]]+)\s*$")


def literal(text: str) -> Any:
    """Return the data of a literal; None where it holds more than data: calls, sums, names of other things."""
    text = TYPED.sub("", text)
    written: list[str] = []
    at = 0
    while at < len(text):
        found = TOKENS.match(text, at)
        if found is None or found["word"] is not None and found["word"] not in WORDS:
            return None
        written.append(_as_json(found))
        at = found.end()
    try:
        return orjson.loads("".join(written))
    except orjson.JSONDecodeError:
        return None


def _as_json(found: re.Match[str]) -> str:
    if found["remark"] is not None or found["last"] is not None:
        return " "
    if found["key"] is not None:
        return _quoted(found["key"])
    if found["word"] is not None:
        return WORDS[found["word"]]
    said = found["double"] or found["single"]
    return _quoted(ESCAPED.sub(_letter, said[1:-1])) if said else found[0]


def _letter(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    letter = chr(int(code, 16)) if code else LETTERS.get(found[3], found[3])
    return "" if "\ud800" <= letter <= "\udfff" else letter


def _quoted(text: str) -> str:
    return orjson.dumps(text).decode()

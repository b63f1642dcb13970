"""Any text made safe for a voice: what cannot be said is left out, what can be is put in its spoken form."""

import re
import unicodedata

from charlotte.engine.speaking.verbalise import spoken_form

LONGEST = 8_000
"""Characters; ten minutes of speech. Whoever writes more has made a mistake."""
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_URL = re.compile(r"\b(?:https?://|www\.)([^\s/?#<>]+)[^\s<>]*", re.IGNORECASE)
_BULLET = re.compile(r"^\s*(?:[-*•–]|#{1,6}|\d+[.)])\s+", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_LINE_END = re.compile(r"(?<=[^\s.!?:;,])[ \t]*\n+")
_REPEATED = re.compile(r"([.,;:!?…-])\1+")


def speakable(text: str, language: str, *, keeping: frozenset[str] = frozenset()) -> str:
    """Return what a voice should say for `text`; empty when there is nothing to say.

    Characters of `keeping` stand for words that the caller puts in.
    """
    text = text[:LONGEST]
    text = "".join(" " if _is_control(character) and character not in keeping else character for character in text)
    text = _LINK.sub(r"\1", text)
    text = _TAG.sub(" ", text)
    text = _URL.sub(lambda match: match[1].removeprefix("www."), text)
    text = _BULLET.sub("", text)
    text = _LINE_END.sub(". ", text)
    text = _REPEATED.sub(r"\1", text)
    said = spoken_form(unicodedata.normalize("NFC", text), language)
    return said if any(character.isalnum() or character in keeping for character in said) else ""


def _is_control(character: str) -> bool:
    return character != "\n" and unicodedata.category(character) in ("Cc", "Cs", "Co", "Zl", "Zp")

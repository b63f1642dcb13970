"""Text as a person sees it: nothing invisible, no leftovers of templates, single blanks."""

import re
import unicodedata
from collections.abc import Set

_KEPT = frozenset("\u200c\u200d")  # joiners that change how letters look
_BLANKS = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r"\s*\n\s*")
_TEMPLATE = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{[A-Za-z_$][\w.$]*\}", re.DOTALL)
NOTHING: frozenset[str] = frozenset()
GAP = "[…]"
"""Stands where a page generator would have filled something in."""


def visible(text: str, kept: Set[str] = NOTHING) -> str:
    """Return the text without control and invisible characters but some; line breaks are kept, one at a time."""
    shown = "".join(sign if sign in kept else _shown(sign) for sign in text)
    return _BREAKS.sub("\n", _BLANKS.sub(" ", shown)).strip()


def one_line(text: str) -> str:
    """Return the text as one line."""
    return " ".join(visible(text).split())


def without_templates(source: str) -> str:
    """Return a page's source with what its generator would have filled in marked as missing."""
    return _TEMPLATE.sub(lambda match: "" if match[0].startswith("{%") else GAP, source)


def _shown(sign: str) -> str:
    if sign in "\n\t ":
        return "\n" if sign == "\n" else " "
    if "\ufb00" <= sign <= "\ufb06":  # letters that a typesetter joined
        return unicodedata.normalize("NFKC", sign)
    category = unicodedata.category(sign)
    if category in ("Cf", "Cs", "Co", "Cn"):
        return sign if sign in _KEPT else ""
    return " " if category in ("Cc", "Zl", "Zp", "Zs") else sign

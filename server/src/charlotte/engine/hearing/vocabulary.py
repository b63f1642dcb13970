"""The words to expect, as the text that Whisper believes it heard just before."""

import re
from collections.abc import Callable

MOST_TOKENS = 160
"""Whisper's own limit is 224, shared with what it may write."""
_BREAK = re.compile(r"\s*[,;\n]\s*")


def prompt_tokens(vocabulary: str, tokens: Callable[[str], list[int]]) -> list[int]:
    """Return the tokens of as many of the first entries (separated by commas or lines) as fit."""
    kept: list[int] = []
    for index, entry in enumerate(filter(None, _BREAK.split(vocabulary.strip()))):
        more = tokens(f" {entry}" if index == 0 else f", {entry}")
        if len(kept) + len(more) > MOST_TOKENS:
            break
        kept += more
    return kept

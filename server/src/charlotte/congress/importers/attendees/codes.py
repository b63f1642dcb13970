"""Registration codes: compared as people read and say them, and how hard they are to guess."""

import math
import re
from collections.abc import Sequence
from os.path import commonprefix

GUESSES = 1_000_000
"""So many must be tried for one that fits before a code alone says who somebody is."""
_MARKS = re.compile(r"[^A-Z0-9]")
_ALIKE = str.maketrans("OIL", "011")
"""Letters that are read, heard and typed as digits."""


def folded_code(code: str) -> str:
    """Return a code without signs, blanks and case; `o` and `0`, `i`, `l` and `1` are the same."""
    return _MARKS.sub("", code.upper()).translate(_ALIKE)


def hard_to_guess(codes: Sequence[str]) -> bool:
    """Return whether codes are so many times fewer than could be that a guessed one fits nobody."""
    folded = [folded_code(code) for code in codes]
    if not folded:
        return False
    prefix = len(commonprefix(folded)) if len(folded) > 1 else 0
    open_signs = min(len(code) for code in folded) - prefix
    if len(folded) > 1 and _counted(folded, prefix):
        return False
    alphabet = 10 if all(code[prefix:].isdigit() for code in folded) else 30
    return open_signs * math.log10(alphabet) - math.log10(len(folded)) >= math.log10(GUESSES)


def _counted(codes: Sequence[str], prefix: int) -> bool:
    """Whether numbers follow one another: who has one knows the next."""
    tails = [code[prefix:] for code in codes]
    if not all(tail.isdigit() for tail in tails):
        return False
    numbers = sorted(map(int, tails))
    return numbers[-1] - numbers[0] < 100 * len(numbers)

"""Registration codes: compared as people read and say them, and how hard they are to guess."""

import math
import re
from collections.abc import Iterator, Sequence
from os.path import commonprefix

GUESSES = 1_000_000
"""So many must be tried for one that fits before a code alone says who somebody is."""
SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ0123456789"
"""What a folded code is made of."""
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
    if len(folded) > 1 and _counted(folded, prefix):
        return False
    could_be = sum(_choices(signs) for signs in zip(*folded, strict=False))
    return could_be - math.log10(len(folded)) >= math.log10(GUESSES)


def nearly(code: str) -> Iterator[str]:
    """Yield every folded code that another becomes when one sign of it is misheard, missed or heard twice."""
    for at in range(len(code)):
        yield code[:at] + code[at + 1 :]
        for sign in SIGNS:
            if sign != code[at]:
                yield code[:at] + sign + code[at + 1 :]
            yield code[:at] + sign + code[at:]
    for sign in SIGNS:
        yield code + sign


def _choices(signs: Sequence[str]) -> float:
    """Return how many signs could stand at one place, as a power of ten; what is the same in all says nothing."""
    if len(signs) > 1 and len(set(signs)) == 1:
        return 0.0
    return math.log10(10 if all(map(str.isdigit, signs)) else 30)


def _counted(codes: Sequence[str], prefix: int) -> bool:
    """Whether numbers follow one another: who has one knows the next."""
    tails = [code[prefix:] for code in codes]
    if not all(tail.isdigit() for tail in tails):
        return False
    numbers = sorted(map(int, tails))
    return numbers[-1] - numbers[0] < 100 * len(numbers)

"""What a text that is written as pages of a wiki are is known by."""

import re

EXPORT = re.compile(r"\s*(?:<\?xml[^>]*\?>\s*)?<mediawiki\b")
FEWEST = 2
"""Signs of a wiki in a text of no telling name."""
SIGNS = (
    re.compile(r"^\{\|", re.MULTILINE),
    re.compile(r"^\|-", re.MULTILINE),
    re.compile(r"^(={2,5})[^=\n]+\1\s*$", re.MULTILINE),
    re.compile(r"\[\[[^\[\]\n]+\]\]"),
    re.compile(r"'''[^'\n]+'''"),
    re.compile(r"^\{\{[^{}\n]+$", re.MULTILINE),
)


DOKU = (
    re.compile(r"^(={2,6}) ?[^=\n]+? ?\1\s*$", re.MULTILINE),
    re.compile(r"^\^.*\^\s*$", re.MULTILINE),
    re.compile(r"^  +[*-] \S.*(?:\*\*|\[\[)", re.MULTILINE),
    re.compile(r"\\\\ |\\\\$", re.MULTILINE),
)


def is_doku_wiki(opening: str) -> bool:
    """Return whether a text is written as pages of DokuWiki are: the highest heading has most signs."""
    found = sum(sign.search(opening) is not None for sign in DOKU)
    return found > FEWEST or found == FEWEST and DOKU[1].search(opening) is not None and "{|" not in opening


def is_wiki(opening: str) -> bool:
    """Return whether a text is written as pages of a wiki are, or exported from one."""
    if EXPORT.match(opening):
        return True
    found = sum(sign.search(opening) is not None for sign in SIGNS)
    return found >= FEWEST and (SIGNS[2].search(opening) is not None or SIGNS[0].search(opening) is not None)

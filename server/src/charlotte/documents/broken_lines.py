"""Lines of a typeset page that were only broken because they were too long, though each is set as one of its own."""

import re
from collections.abc import Iterable

from charlotte.documents.paper import Block

LONGEST = 300
FULL = 50
"""Characters of a line that may be broken because it was full."""
ENDS = (".", "!", "?", ":", ";", "…", "»", "”")
WITHIN = re.compile(r"[.!?;] \S")
GOES_ON = frozenset(
    "a ad al alla and avec between che con contra contro d da dal dalla de degli dei del della delle der des di die du "
    "durch e ed el en entre et fra für for gegen i il im in la las le les lo los mit nel nella o of on ou para per por "
    "pour s sobre sur su sul sulla the to tra u und unter vom von with y zu zum zur zwischen &".split()
)
"""What no line ends with that says all it has to say."""

HYPHENS = ("-", "\u2010", "\u00ad")
COUNTING_ON = frozenset("und oder bzw sowie and or e ed o od et ou y u".split())
"""What goes on behind a hyphen that stands for a word told later: "main- and side entrance"."""


def joined(text: str, more: str) -> str:
    """Return a text with the line that it goes on in, a word whole that was broken between them."""
    if not text:
        return more
    if not text.endswith(HYPHENS) or not text[-2:-1].isalpha() or not more[:1].isalpha():
        return f"{text} {more}"
    if re.split(r"\W", more, maxsplit=1)[0].casefold() in COUNTING_ON:
        return f"{text} {more}"
    return (text[:-1] if more[0].islower() else text) + more


def rejoined(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks with those joined of which the first stops in the midst of a bracket or of a phrase."""
    kept: list[Block] = []
    for block in blocks:
        if kept and _goes_on(kept[-1], block):
            text = f"{kept[-1].text} {block.text}"
            kept[-1] = kept[-1].model_copy(update={"text": text, "marked": ()})
        else:
            kept.append(block)
    return tuple(kept)


def with_whole_sentences(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks of prose with those joined of which the first stops in the midst of a sentence."""
    kept: list[Block] = []
    for block in blocks:
        if kept and _stops_within(kept[-1], block):
            text = f"{kept[-1].text} {block.text}"
            kept[-1] = kept[-1].model_copy(update={"text": text, "marked": ()})
        else:
            kept.append(block)
    return tuple(kept)


def across_pages(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks with every paragraph whole that goes on at the top of the next page."""
    kept: list[Block] = []
    for block in blocks:
        if kept and _turns_over(kept[-1], block):
            kept[-1] = kept[-1].model_copy(update={"text": joined(kept[-1].text, block.text), "marked": ()})
        else:
            kept.append(block)
    return tuple(kept)


def _turns_over(block: Block, following: Block) -> bool:
    if block.page is None or following.page != block.page + 1 or following.kind != "text":
        return False
    line = block.text.rstrip()
    if block.kind == "item":
        return not line.endswith(ENDS) and following.text[:1].islower()
    return block.kind == "text" and (line.endswith(HYPHENS) or _is_cut_off(line, following.text))


def _stops_within(block: Block, following: Block) -> bool:
    """Return whether a full line of prose says no whole sentence, so that the next one goes on."""
    if block.page is None or block.page != following.page or {block.kind, following.kind} != {"text"}:
        return False
    return _is_cut_off(block.text, following.text)


def _is_cut_off(text: str, following: str) -> bool:
    line, then = text.split("\n")[-1].rstrip(), following.lstrip()
    if len(line) < FULL or line.endswith(ENDS) or not then:
        return False
    return then[0].islower() or WITHIN.search(line) is not None or line.split()[-1].casefold() in GOES_ON


def _goes_on(block: Block, following: Block) -> bool:
    one_line = {block.kind, following.kind} <= {"heading", "text"} and "\n" not in block.text
    if not one_line or block.page != following.page or len(block.text) + len(following.text) > LONGEST:
        return False
    if block.text.count("(") > block.text.count(")"):
        ahead, closes, _ = following.text.partition(")")
        return bool(closes) and "(" not in ahead
    last = block.text.split()[-1:]
    return bool(last) and last[0].casefold() in GOES_ON and following.text[:1].isalpha()

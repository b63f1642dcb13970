"""Lines of cells that were only broken because they were too long; people below a full line are a line of their own."""

import re

from charlotte.congress.importers.shapes.values.people_lines import names_people
from charlotte.documents.marks import MARKS
from charlotte.documents.paper import Block

SOFT = "\v"
HYPHEN = re.compile(r"(?<=[^\W\d])[-\u00ad]\v(?=[a-zß-ÿ])")
UNMARKED = str.maketrans(dict.fromkeys(MARKS, ""))


def unbroken(block: Block) -> Block:
    """Return a row with the lines of its cells whole; every other block as it is."""
    if not any(SOFT in text for text in (*block.lines, *block.marked)):
        return block
    lines, marked = (tuple(_whole(text) for text in texts) for texts in (block.lines, block.marked))
    return block.model_copy(update={"lines": lines, "marked": marked, "cells": tuple(map(_flat, lines))})


def _flat(text: str) -> str:
    return " ".join(text.split())


def _whole(text: str) -> str:
    found: list[str] = []
    for line in HYPHEN.sub("", text).split("\n"):
        whole = ""
        for part in line.split(SOFT):
            if whole and _names(part) and not _names(whole):
                found.append(whole)
                whole = part
            else:
                whole = f"{whole} {part}".strip()
        found.append(whole)
    return "\n".join(found)


def _names(text: str) -> bool:
    return names_people(text.translate(UNMARKED))

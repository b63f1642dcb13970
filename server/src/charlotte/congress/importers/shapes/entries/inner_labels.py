"""Labels inside of a line, each with what follows on a line of its own: "Reeds – Ort: Saal 2"."""

import re
from collections.abc import Iterator

from charlotte.congress.importers.shapes.values.words import best_name

INNER_LABEL = re.compile(r"(?<!\S)([A-ZÀ-Þ]\w{2,18}(?:/\w{1,4})?)[ \u00a0\u202f]?:\s")
HALF_NAME = re.compile(r"(?:^|[,|·–—]\s)[A-ZÀ-Þ][\w’'-]+\s$")
"""What stands before a word for a room that is no label but the end of a name: "9.00, Great Hall: Ropes"."""
GOES_ON = re.compile(
    r"(?:^|[^\w’'])(?:the|a|an|of|in|on|to|for|and|der|die|das|den|dem|des|im|am|zum|zur|und|il|lo|la|i|gli|le|di|del|della|"
    r"nel|nella|e|les?|un|une|du|des|et|dans|el|los|las|una|y|en)\s$"
)
"""What a label never stands behind, since the word there goes on in a title: "Guns cast in the Field: a history"."""
LABELLED = ("speakers", "chairs", "room", "track", "language", "kind")
BETWEEN = " \t·|–—"


def lines_of(text: str) -> Iterator[str]:
    """Yield a piece's lines; what a label names ("Ort: …") is a line of its own."""
    for line in text.split("\n"):
        start = 0
        for found in INNER_LABEL.finditer(line):
            wanted, score = best_name(found[1])
            ahead = line[start : found.start()]
            is_inside = ahead.count("(") > ahead.count(")")  # "(Ann Lee, Bo Ray; chair: Eve Moss)"
            is_inside = is_inside or wanted == "room" and HALF_NAME.search(ahead) is not None
            is_inside = is_inside or GOES_ON.search(ahead) is not None
            if found.start() and score > 0.6 and wanted in LABELLED and not is_inside:
                yield line[start : found.start()].strip(BETWEEN)
                start = found.start()
        yield line[start:].strip()

"""Tables of wikitext as HTML: `{|`, rows behind `|-`, cells behind `|` and `!`, each with its attributes."""

import re
from collections.abc import Callable, Sequence

DEEPEST = 20
_ATTRIBUTE = r"[\w-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s|=\"']+)"
ATTRIBUTES = re.compile(rf"\s*{_ATTRIBUTE}(?:\s+{_ATTRIBUTE})*\s*")
SPAN = re.compile(r"\b(colspan|rowspan)\s*=\s*[\"']?\s*(\d{1,3})", re.IGNORECASE)
STRUCK = re.compile(r"line-through", re.IGNORECASE)
LINKED = re.compile(r"\[\[[^\[\]\n]*\]\]|\{\{[^{}]*\}\}")


def is_begun(line: str) -> bool:
    """Return whether a line begins a table."""
    return line.lstrip(" :").startswith("{|")


def table_at(lines: Sequence[str], at: int, written: Callable[[str], str], depth: int = 0) -> tuple[str, int]:
    """Return the table that begins at a line, and the number of the line behind it."""
    rows: list[list[tuple[str, str, list[str]]]] = [[]]
    caption = ""
    at += 1
    while at < len(lines):
        line = lines[at].strip()
        if line.startswith("|}"):
            at += 1
            break
        if is_begun(line) and depth < DEEPEST:
            inner, at = table_at(lines, at, written, depth + 1)
            if rows[-1]:
                rows[-1][-1][2].append(inner)
            continue
        if line.startswith("|-"):
            rows.append([])
        elif line.startswith("|+"):
            caption = f"<h3>{written(_apart(line[2:])[1])}</h3>"
        elif line.startswith(("|", "!")):
            name = "th" if line[0] == "!" else "td"
            rows[-1] += [_cell(name, cell, written) for cell in _cells(line[1:], line[0])]
        elif rows[-1]:
            rows[-1][-1][2].append(written(line))
        at += 1
    made = ("".join(f"<{name}{spans}>{_said(said)}</{name}>" for name, spans, said in row) for row in rows if row)
    return caption + "<table>" + "".join(f"<tr>{row}</tr>" for row in made) + "</table>", at


def _cells(line: str, sign: str) -> list[str]:
    """Return the cells of a line, as long as no link holds the bars between them."""
    bare = LINKED.sub(lambda found: " " * len(found[0]), line)
    ends = [one.span() for one in re.finditer(r"\|\||!!" if sign == "!" else r"\|\|", bare)]
    starts = [0, *(end for _, end in ends)]
    return [line[start:end] for start, end in zip(starts, [*(begin for begin, _ in ends), len(line)], strict=True)]


def _cell(name: str, cell: str, written: Callable[[str], str]) -> tuple[str, str, list[str]]:
    attributes, said = _apart(cell)
    spans = "".join(f' {key.lower()}="{value}"' for key, value in SPAN.findall(attributes))
    spans += ' style="text-decoration:line-through"' if STRUCK.search(attributes) else ""
    return name, spans, [written(said.strip())]


def _apart(cell: str) -> tuple[str, str]:
    """Return the attributes of a cell and what it says."""
    before, bar, behind = cell.partition("|")
    return (before, behind) if bar and ATTRIBUTES.fullmatch(before) else ("", cell)


def _said(lines: Sequence[str]) -> str:
    """Return the lines of a cell; a list in it is one, an empty line a break."""
    return "<br>".join(re.sub(r"^[*#:;]+\s*", "", line) for line in lines if line)

"""Decks of slides made on the spot: boxes, tables and pictures of them where a test puts them."""

import io
import zipfile
from collections.abc import Sequence
from html import escape

_OOXML = "http://schemas.openxmlformats.org"
NAMES = (
    f'xmlns:a="{_OOXML}/drawingml/2006/main" xmlns:p="{_OOXML}/presentationml/2006/main" '
    f'xmlns:r="{_OOXML}/officeDocument/2006/relationships" xmlns:dgm="{_OOXML}/drawingml/2006/diagram" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
Area = tuple[int, int, int, int]
"""Left, top, width and height."""


def runs(text: str) -> str:
    """Return a paragraph; `*bold*`, `~struck~` and line breaks are set."""
    found = []
    for at, line in enumerate(text.split("\n")):
        found.append("<a:br/>" if at else "")
        setting = 'b="1"' if line[:1] == "*" else 'strike="sngStrike"' if line[:1] == "~" else ""
        found.append(f'<a:r><a:rPr lang="de" {setting}/><a:t>{escape(line.strip("*~"))}</a:t></a:r>')
    level = len(text) - len(text.lstrip(">"))
    said = "".join(found).replace("&gt;" * level, "", 1) if level else "".join(found)
    return f'<a:p><a:pPr lvl="{level}"/>{said}</a:p>'


def box(area: Area | None, *paragraphs: str, holder: str = "") -> str:
    """Return a box of text, or what holds the title or the body of a slide."""
    form = f"<a:xfrm>{_form(area)}</a:xfrm>" if area else ""
    kind = f'<p:ph type="{holder}"/>' if holder else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="1" name="x"/><p:nvPr>{kind}</p:nvPr></p:nvSpPr><p:spPr>{form}</p:spPr>'
        f"<p:txBody><a:bodyPr/>{''.join(map(runs, paragraphs))}</p:txBody></p:sp>"
    )


def table(area: Area, rows: Sequence[Sequence[str]]) -> str:
    """Return a table; a cell with `2>` ahead covers two columns, one with `2v` two rows; "^" is covered."""
    made = []
    for row in rows:
        cells = []
        for cell in row:
            wide, high = cell.startswith("2>"), cell.startswith("2v")
            span = ' gridSpan="2"' if wide else ' rowSpan="2"' if high else ' vMerge="1"' if cell == "^" else ""
            said = "".join(map(runs, (cell[2:] if wide or high else cell.strip("^")).split("\t")))
            cells.append(f"<a:tc{span}><a:txBody>{said}</a:txBody></a:tc>")
            cells += ['<a:tc hMerge="1"><a:txBody><a:p/></a:txBody></a:tc>'] if wide else []
        made.append(f"<a:tr>{''.join(cells)}</a:tr>")
    return (
        f'<p:graphicFrame><p:nv><p:cNvPr id="2" name="t"/></p:nv><p:xfrm>{_form(area)}</p:xfrm>'
        f"<a:graphic><a:graphicData><a:tbl>{''.join(made)}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def group(area: Area, inner: Area, *shapes: str) -> str:
    """Return shapes in a group, whose places are told within it."""
    child = f'<a:chOff x="{inner[0]}" y="{inner[1]}"/><a:chExt cx="{inner[2]}" cy="{inner[3]}"/>'
    return f"<p:grpSp><p:grpSpPr><a:xfrm>{_form(area)}{child}</a:xfrm></p:grpSpPr>{''.join(shapes)}</p:grpSp>"


def deck(*slides: Sequence[str], hidden: Sequence[int] = (), more: dict[str, str] | None = None) -> bytes:
    """Return a deck of slides; the numbers of those that are hidden; `more` are parts beside them."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        listed = "".join(f'<p:sldId id="{at + 256}" r:id="r{at}"/>' for at in range(len(slides)))
        archive.writestr(
            "ppt/presentation.xml", f"<p:presentation {NAMES}><p:sldIdLst>{listed}</p:sldIdLst></p:presentation>"
        )
        inside = "".join(f'<Relationship Id="r{at}" Target="slides/slide{at}.xml"/>' for at in range(len(slides)))
        archive.writestr("ppt/_rels/presentation.xml.rels", relations(inside))
        for at, shapes in enumerate(slides):
            show = ' show="0"' if at in hidden else ""
            tree = f"<p:cSld><p:spTree>{''.join(shapes)}</p:spTree></p:cSld>"
            archive.writestr(f"ppt/slides/slide{at}.xml", f"<p:sld {NAMES}{show}>{tree}</p:sld>")
        for name, part in (more or {}).items():
            archive.writestr(name, part.replace("NAMES", NAMES))
    return made.getvalue()


def relations(inside: str) -> str:
    """Return the part that tells what a part refers to."""
    return f'<Relationships xmlns="{_OOXML}/package/2006/relationships">{inside}</Relationships>'


def _form(area: Area) -> str:
    return f'<a:off x="{area[0]}" y="{area[1]}"/><a:ext cx="{area[2]}" cy="{area[3]}"/>'

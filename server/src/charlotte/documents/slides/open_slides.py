"""OpenDocument presentations (.odp, .otp), by way of HTML: each slide a page, its tables and boxes as they stand."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from charlotte.documents.errors import UnreadableDocument
from charlotte.documents.html.markup import read_markup
from charlotte.documents.office.open_text import DEEPEST, DRAW, TABLE, Written, opened
from charlotte.documents.paper import Paper
from charlotte.documents.slides.boxes import Area, Box, written

_NAMES = "urn:oasis:names:tc:opendocument:xmlns"
SVG, SHOWN, STYLE = (f"{{{_NAMES}:{name}:1.0}}" for name in ("svg-compatible", "presentation", "style"))
SIZE = re.compile(r"(-?\d+(?:\.\d+)?)(cm|mm|in|pt|px)")
MILLIMETRES = {"cm": 10.0, "mm": 1.0, "in": 25.4, "pt": 0.3528, "px": 0.2646}
TITLES = frozenset(("title",))
UNSAID = frozenset(("page-number", "date-time", "footer", "header", "notes"))
MOST_SLIDES = 1_000


def read(raw: bytes) -> Paper:
    """Read the slides that are shown, without the notes of the one who presents them."""
    content, body, looks = opened(raw, "presentation")
    hidden = {
        style.get(f"{STYLE}name", "")
        for style in content.iter(f"{STYLE}style")
        if any(one.get(f"{SHOWN}visibility") == "hidden" for one in style)
    }
    pages = [page for page in body.findall(f"{DRAW}page") if page.get(f"{DRAW}style-name", "") not in hidden]
    papers = [read_markup(written([*_boxes(page, Written(looks))])) for page in pages[:MOST_SLIDES]]
    blocks = (block.model_copy(update={"page": number}) for number, one in enumerate(papers, 1) for block in one.blocks)
    return Paper(
        pages=len(papers), blocks=tuple(blocks), warnings=tuple(told for one in papers for told in one.warnings)
    )


def _boxes(page: Element, write: Written, depth: int = 0) -> Iterator[Box]:
    if depth > DEEPEST:
        raise UnreadableDocument("is nested too deeply")
    for shape in page:
        kind = shape.get(f"{SHOWN}class", "")
        if shape.tag == f"{DRAW}g":
            yield from _boxes(shape, write, depth + 1)
        elif not shape.tag.startswith(DRAW) or kind in UNSAID:
            continue
        elif (table := shape.find(f"{TABLE}table")) is not None:
            yield Box(("".join(write.of(table, depth)),), _area(shape), is_table=True)
        else:
            inside = shape.find(f"{DRAW}text-box")
            told = ("".join(write.of(child, depth)) for child in (inside if inside is not None else shape))
            yield Box(tuple(one for one in told if one.strip()), _area(shape), is_title=kind in TITLES)


def _area(shape: Element) -> Area | None:
    told = [SIZE.fullmatch(shape.get(f"{SVG}{name}", "")) for name in ("x", "y", "width", "height")]
    sizes = [float(one[1]) * MILLIMETRES[one[2]] for one in told if one is not None]
    if len(sizes) < len(told):
        return None
    return sizes[0], sizes[1], sizes[0] + sizes[2], sizes[1] + sizes[3]

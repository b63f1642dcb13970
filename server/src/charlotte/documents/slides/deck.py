"""Decks of PowerPoint (.pptx, .ppsx, .pptm), by way of HTML: each slide a page, its tables and boxes as they stand."""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from charlotte.documents.errors import UnreadableDocument
from charlotte.documents.html.markup import read_markup
from charlotte.documents.marks import TAB
from charlotte.documents.paper import Paper
from charlotte.documents.slides.boxes import Box, written

MOST_UNPACKED = 256 * 1024 * 1024
MOST_TEXT = 16 * 1024 * 1024
"""Of one slide; a full one has 100 kB."""
MOST_SLIDES = 1_000
DEEPEST = 50
DECK = "ppt/presentation.xml"
_OOXML = "http://schemas.openxmlformats.org"
A, P, DGM = (f"{{{_OOXML}/{name}/2006/{kind}}}" for name, kind in (
    ("drawingml", "main"), ("presentationml", "main"), ("drawingml", "diagram"),
))  # fmt: skip
RELATION = f"{{{_OOXML}/officeDocument/2006/relationships}}"
RELATIONS = f"{{{_OOXML}/package/2006/relationships}}"
CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
UNSAID = frozenset(("sldNum", "dt", "ftr", "hdr"))
"""Placeholders of what stands on every slide."""
TITLES = frozenset(("title", "ctrTitle"))
NOT_STRUCK = frozenset((None, "noStrike"))


def read(raw: bytes) -> Paper:
    """Read the slides that are shown; what only the one who presents them sees is left out."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = {part.filename: part.file_size for part in archive.infolist()}
        if DECK not in parts:
            raise UnreadableDocument("is no deck of slides")
        slides = {name: size for name, size in parts.items() if name.startswith("ppt/") and name.endswith(".xml")}
        if sum(parts.values()) > MOST_UNPACKED or max(slides.values()) > MOST_TEXT:
            raise UnreadableDocument("unpacks to more than a document may have")
        shown = [page for page in _slides(archive) if page.root.get("show", "1") not in ("0", "false")]
        papers = [read_markup(written(list(_boxes(page)))) for page in shown]
    blocks = (block.model_copy(update={"page": number}) for number, one in enumerate(papers, 1) for block in one.blocks)
    return Paper(
        pages=len(papers), blocks=tuple(blocks), warnings=tuple(told for one in papers for told in one.warnings)
    )


@dataclass(frozen=True)
class _Slide:
    root: Element
    diagrams: dict[str, Element]
    """By the names under which the slide refers to them."""


@dataclass(frozen=True)
class _Place:
    """How the places inside a group are told on the slide."""

    left: float = 0
    top: float = 0
    wide: float = 1
    high: float = 1

    def inside(self, form: Element | None) -> "_Place":
        """Return how those inside a group of it are told."""
        sizes = [_pair(form, name, keys) for name, keys in (
            ("off", "xy"), ("ext", ("cx", "cy")), ("chOff", "xy"), ("chExt", ("cx", "cy")),
        )]  # fmt: skip
        if any(one is None for one in sizes):
            return self
        off, ext, own, inner = (one or (0, 0) for one in sizes)
        wide, high = (self.wide * ext[0] / (inner[0] or 1), self.high * ext[1] / (inner[1] or 1))
        left, top = self.left + self.wide * off[0] - wide * own[0], self.top + self.high * off[1] - high * own[1]
        return _Place(left, top, wide, high)


def _slides(archive: zipfile.ZipFile) -> Iterator[_Slide]:
    """Yield the slides in their order."""
    targets = _targets(archive, DECK)
    listed = _parsed(archive, DECK).iter(f"{P}sldId")
    for one in [*listed][:MOST_SLIDES]:
        name = targets.get(one.get(f"{RELATION}id", ""), "")
        if name not in archive.namelist():
            continue
        inner = _targets(archive, name)
        diagrams = {key: _parsed(archive, at) for key, at in inner.items() if "/diagrams/data" in at}
        yield _Slide(_parsed(archive, name), diagrams)


def _targets(archive: zipfile.ZipFile, name: str) -> dict[str, str]:
    """Return the parts that a part refers to, by the names under which it does."""
    folder, file = posixpath.split(name)
    listed = f"{folder}/_rels/{file}.rels"
    if listed not in archive.namelist():
        return {}
    relations = _parsed(archive, listed).iter(f"{RELATIONS}Relationship")
    inside = (one for one in relations if one.get("TargetMode") != "External")
    found = {one.get("Id", ""): posixpath.normpath(posixpath.join(folder, one.get("Target", ""))) for one in inside}
    return {key: target.lstrip("/") for key, target in found.items()}


def _parsed(archive: zipfile.ZipFile, name: str) -> Element:
    root = fromstring(archive.read(name), forbid_dtd=True)
    assert isinstance(root, Element)
    return root


def _boxes(slide: _Slide) -> Iterator[Box]:
    tree = slide.root.find(f"{P}cSld/{P}spTree")
    if tree is not None:
        yield from _inside(tree, slide, _Place(), 0)


def _inside(tree: Element, slide: _Slide, place: _Place, depth: int) -> Iterator[Box]:
    if depth > DEEPEST:
        raise UnreadableDocument("is nested too deeply")
    for shape in tree:
        if any(one.get("hidden") in ("1", "true") for one in shape.findall(f"./*/{P}cNvPr")):
            continue
        if shape.tag == f"{P}grpSp":
            yield from _inside(shape, slide, place.inside(shape.find(f"{P}grpSpPr/{A}xfrm")), depth + 1)
        elif shape.tag == f"{CHOICE}AlternateContent":
            chosen = shape.find(f"{CHOICE}Choice")
            told = [] if chosen is None else [*_inside(chosen, slide, place, depth + 1)]
            other = shape.find(f"{CHOICE}Fallback")
            yield from told or ([] if other is None else _inside(other, slide, place, depth + 1))
        elif shape.tag == f"{P}graphicFrame":
            yield from _framed(shape, slide, place)
        elif (body := shape.find(f"{P}txBody")) is not None:
            holder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
            kind = "" if holder is None else holder.get("type", "")
            if kind not in UNSAID:
                form = shape.find(f"{P}spPr/{A}xfrm")
                yield _box(form, place, tuple(_paragraphs(body)), is_title=kind in TITLES)


def _framed(frame: Element, slide: _Slide, place: _Place) -> Iterator[Box]:
    """Yield the table of a frame, or what its diagram says."""
    form = frame.find(f"{P}xfrm")
    for table in frame.iter(f"{A}tbl"):
        yield _box(form, place, ("".join(_table(table)),), is_table=True)
    for relation in frame.iter(f"{DGM}relIds"):
        diagram = slide.diagrams.get(relation.get(f"{RELATION}dm", ""))
        if diagram is not None:
            said = [one for text in diagram.iter(f"{DGM}t") for one in _paragraphs(text)]
            yield _box(form, place, tuple(said))


def _box(
    form: Element | None, place: _Place, pieces: tuple[str, ...], *, is_title: bool = False, is_table: bool = False
) -> Box:
    off, ext = _pair(form, "off", "xy"), _pair(form, "ext", ("cx", "cy"))
    if off is None or ext is None:  # where its layout puts it
        return Box(pieces, is_title=is_title, is_table=is_table)
    left, top = place.left + place.wide * off[0], place.top + place.high * off[1]
    area = (left, top, left + place.wide * ext[0], top + place.high * ext[1])
    return Box(pieces, area, is_title=is_title, is_table=is_table)


def _pair(form: Element | None, name: str, keys: str | tuple[str, str]) -> tuple[int, int] | None:
    one = form.find(f"{A}{name}") if form is not None else None
    told = [one.get(key, "") for key in keys] if one is not None else []
    if not told or not all(value.removeprefix("-").isdecimal() for value in told):
        return None
    return int(told[0]), int(told[1])


def _table(table: Element) -> Iterator[str]:
    yield "<table>"
    for row in table.iter(f"{A}tr"):
        yield "<tr>"
        for cell in row.findall(f"{A}tc"):
            if any(cell.get(name) in ("1", "true") for name in ("hMerge", "vMerge")):
                continue
            wide, high = (_number(cell, name) for name in ("gridSpan", "rowSpan"))
            body = cell.find(f"{A}txBody")
            said = "".join(_paragraphs(body)) if body is not None else ""
            yield f'<td colspan="{wide}" rowspan="{high}">{said}</td>'
        yield "</tr>"
    yield "</table>"


def _number(cell: Element, name: str) -> int:
    told = cell.get(name, "1")
    return int(told) if told.isdecimal() and len(told) < 4 else 1  # noqa: PLR2004 - a number of columns


def _paragraphs(body: Element) -> Iterator[str]:
    """Yield the paragraphs of a text; what is set in below others, as items of a list."""
    for one in body.iter(f"{A}p"):
        said = "".join(_runs(one))
        if not said.strip():
            continue
        setting = one.find(f"{A}pPr")
        level = _number(setting, "lvl") if setting is not None and setting.get("lvl") else 0
        yield f"{'<ul>' * level}<li>{said}</li>{'</ul>' * level}" if level else f"<p>{said}</p>"


def _runs(paragraph: Element) -> Iterator[str]:
    for one in paragraph:
        if one.tag == f"{A}br":
            yield "<br>"
        if one.tag not in (f"{A}r", f"{A}fld") or one.get("type", "").startswith(("slidenum", "datetime")):
            continue
        said = escape(one.findtext(f"{A}t", "")).replace("\t", f" {TAB}").replace("\v", "<br>")
        setting = one.find(f"{A}rPr")
        if setting is not None and said.strip():
            struck = setting.get("strike") not in NOT_STRUCK
            for is_so, name in ((_is(setting, "b"), "b"), (_is(setting, "i"), "i"), (struck, "s")):
                said = f"<{name}>{said}</{name}>" if is_so else said
        yield said


def _is(setting: Element, name: str) -> bool:
    return setting.get(name) in ("1", "true")

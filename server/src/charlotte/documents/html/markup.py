"""HTML: headings, paragraphs, lists and tables; scripts, comments, frames and hidden parts are not there."""

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from charlotte.documents.front_matter import split
from charlotte.documents.html.frames import frames, table_of
from charlotte.documents.html.looks import APART, runs_on
from charlotte.documents.html.tabs import Tabs, in_turn, tabs_of
from charlotte.documents.html.visible import one_line, visible, without_templates
from charlotte.documents.marks import BOLD as BOLD_MARK
from charlotte.documents.marks import MARKS, SLANTED, STRUCK, marked, struck_classes
from charlotte.documents.paper import Block, BlockKind, Paper, Remark
from charlotte.documents.stated import with_stated
from charlotte.documents.text_of import text_of

SKIPPED = frozenset(
    "script style noscript template iframe frame object embed applet svg canvas math nav form select button input "
    "textarea dialog audio video map head".split()
)
LOWEST = 6
LEVEL_OF_TABS = 2
HEADINGS = {f"h{level}": level for level in range(1, 7)} | {"summary": LOWEST, "dt": LOWEST}
"""The terms of a list and what opens a fold are how pages of questions and answers are written."""
ITEMS = frozenset(("li", "dd"))
BOLD = frozenset(("b", "strong"))
SET_AS = {
    **dict.fromkeys(("em", "i", "small", "cite"), SLANTED),
    **dict.fromkeys(("s", "del", "strike"), STRUCK),
    **dict.fromkeys(BOLD, BOLD_MARK),
}
STYLED = ((re.compile(r"line-through"), STRUCK), (re.compile(r"font-style:italic"), SLANTED))
LONGEST_HEADING = 90
BREAKING = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer header hr "
    "html legend li main ol p pre section summary table tbody td tfoot th thead tr ul caption".split()
)
LISTS = frozenset(("ul", "ol", "dl"))
HIDDEN_STYLE = re.compile(r"display:none|visibility:hidden|font-size:0(?![.\d]*[1-9])|opacity:0(?![.\d]*[1-9])")
FOLDED = re.compile(
    r"(?:^|[\s_-])(?:accordion|collaps(?:e|ed|ible)|tab-?(?:pane|panel|content)|fold(?:ed|able)?|expand(?:ed|able)?|"
    r"unfold|spoiler)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""How the inside of what opens on a click is called."""
OF_SITES = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|submenu|search|cookies?|modal|popup|login)(?:$|[\s_-])", re.IGNORECASE
)
MOST_BLOCKS = 50_000
DEEPEST = 400
MOST_SPANNED = 200
_BLANKS = re.compile(r"\s+")
_LANGUAGE = re.compile(r"[a-z]{2}(?![a-z])")


def read(raw: bytes) -> Paper:
    """Read a page, also one that a site's generator has yet to put in its frame."""
    source = text_of(raw)
    page = split(source)
    return with_stated(read_markup(without_templates(page.body)), page) if page else read_markup(source)


def read_markup(source: str) -> Paper:
    """Read a page's source."""
    tree = LexborHTMLParser(source)
    walk = _Walk(struck_classes(source), Tabs(tabs_of(tree), in_turn(tree)))
    if tree.body is not None:
        walk.through(tree.body)
    title = tree.css_first("title")
    html = tree.css_first("html")
    stated = _LANGUAGE.match(((html.attributes.get("lang") if html else None) or "").lower())
    return Paper(
        title=(one_line(title.text()) or None) if title else None,
        language=stated[0] if stated else None,
        blocks=tuple(walk.blocks),
        warnings=tuple(walk.warnings),
    )


@dataclass
class _Walk:
    """Goes through a tree and closes a block wherever the page breaks the line."""

    striking: frozenset[str] = frozenset()
    """Classes of what is struck through."""
    tabs: Tabs = Tabs()
    blocks: list[Block] = field(default_factory=list)
    warnings: list[Remark] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    kinds: list[tuple[BlockKind, int]] = field(default_factory=lambda: [("text", 0)])
    lists: int = 0
    bold: int = 0
    marks: list[str] = field(default_factory=list)
    """How what stands around is set."""
    is_apart: bool = False
    """Whether an element that may be set apart begins or ends behind the last text."""
    framing: dict[int, bool] = field(default_factory=dict)
    """Whether tables only frame the page, by their places in memory."""
    is_plain: bool = False
    """Whether some of what was said since the last break is not bold."""

    def through(self, root: LexborNode) -> None:
        """Visit everything under a node, without recursion: pages are nested as deep as somebody likes."""
        node, depth = root, 0
        while len(self.blocks) < MOST_BLOCKS:
            if depth < DEEPEST and self._enters(node):
                if node.child is not None:
                    node, depth = node.child, depth + 1
                    continue
                self._leaves(node)
            while node.next is None or depth == 0:
                if depth == 0:
                    self._close()
                    return
                above = node.parent
                assert above is not None, "whoever is inside has somebody around"
                node, depth = above, depth - 1
                self._leaves(node)
            node = node.next
        message = f"Only the first {MOST_BLOCKS} pieces were read."
        self.warnings.append(Remark(code="pieces_cut", message=message, values={"most": MOST_BLOCKS}))

    def _enters(self, node: LexborNode) -> bool:
        """Begin a node; return whether what is inside counts."""
        tag = node.tag or ""
        if tag == "-text":
            text = _BLANKS.sub(" ", node.text_content or "")
            if self.is_apart and self.said and runs_on("".join(one for one in self.said[-1] if one not in MARKS), text):
                self.said.append("\n")
            self.is_apart = False
            self.said.append(marked(text, {*self.marks}))
            self.is_plain = self.is_plain or (not self.bold and bool(text.strip()))
        elif tag == "br":
            self.said.append("\n")
        is_frame = tag == "tr" and not is_hidden(node) and self._frames(node)
        if tag == "tr" and not is_frame and not is_hidden(node):
            self._close()
            self._row(node)
        if not tag[:1].isalpha() or tag in SKIPPED or tag == "br" or tag == "tr" and not is_frame or is_hidden(node):
            return False
        self.is_apart = self.is_apart or tag in APART
        if tag in HEADINGS or tag in BREAKING:
            self._close()
        self._head_of_tab(node)
        if tag in HEADINGS:
            self.kinds.append(("heading", HEADINGS[tag]))
        elif tag in ITEMS:
            self.kinds.append(("item", max(self.lists, 1)))
        self.lists += tag in LISTS
        self.bold += tag in BOLD
        self.marks += self._set_as(node, tag)
        return True

    def _frames(self, row: LexborNode) -> bool:
        """Return whether a row only frames a piece of the page."""
        table = table_of(row)
        if table is None:
            return False
        if table.mem_id not in self.framing:
            self.framing[table.mem_id] = frames(table)
        return self.framing[table.mem_id]

    def _head_of_tab(self, node: LexborNode) -> None:
        """Put the name of a tab above what it opens, unless it stands there already."""
        called = self.tabs.opening(node) if node.tag in BREAKING else ""
        if not called:
            return
        first = one_line((node.text(separator=" ") or "")[: 4 * len(called)])
        if not first.startswith(called) and not (self.blocks and self.blocks[-1].text == called):
            self.blocks.append(Block(kind="heading", level=LEVEL_OF_TABS, text=called))

    def _leaves(self, node: LexborNode) -> None:
        """End a node that counted."""
        tag = node.tag or ""
        self.is_apart = self.is_apart or tag in APART
        if tag in HEADINGS or tag in BREAKING:
            self._close()
        if (tag in HEADINGS or tag in ITEMS) and len(self.kinds) > 1:
            self.kinds.pop()
        self.lists -= tag in LISTS
        self.bold -= tag in BOLD
        if tag[:1].isalpha() and (own := self._set_as(node, tag)):
            del self.marks[-len(own) :]

    def _set_as(self, node: LexborNode, tag: str) -> list[str]:
        """Return how a node sets what is in it."""
        found = [SET_AS[tag]] if tag in SET_AS else []
        attributes = node.attributes
        if attributes:
            style = "".join((attributes.get("style") or "").lower().split())
            found += [mark for pattern, mark in STYLED if style and pattern.search(style)]
            if self.striking and self.striking & {*(attributes.get("class") or "").split()}:
                found.append(STRUCK)
        return found

    def _close(self) -> None:
        said = "".join(self.said)
        text = visible(said)
        kind, level = self.kinds[-1]
        if kind == "text" and not self.is_plain and len(text) <= LONGEST_HEADING and not text.endswith((".", "!", ",")):
            kind, level = "heading", LOWEST  # offices write headings in bold
        self.said.clear()
        self.is_plain = False
        if text:
            shown = one_line(text) if kind == "heading" else text
            is_set = not MARKS.isdisjoint(said)
            self.blocks.append(
                Block(kind=kind, level=level, text=shown, marked=(visible(said, MARKS),) if is_set else ())
            )

    def _row(self, row: LexborNode) -> None:
        cells: list[str] = []
        lines: list[str] = []
        marks: list[str] = []
        spans: list[tuple[int, int]] = []
        header = True
        node = row.child
        while node is not None:
            if node.tag in ("td", "th") and not is_hidden(node):
                inside = _Walk(self.striking, self.tabs, marks=[*self.marks, *self._set_as(row, "tr")])
                inside.through(node)
                cells.append(one_line(" ".join(block.text for block in inside.blocks)))
                lines.append("\n".join(_lines_of(block) for block in inside.blocks))
                marks.append("\n".join(_lines_of(block, marked=True) for block in inside.blocks))
                spans.append((_span(node, "colspan"), _span(node, "rowspan")))
                header = header and node.tag == "th"
            node = node.next
        if any(cells):
            text = " | ".join(cell for cell in cells if cell)
            self.blocks.append(
                Block(
                    kind="row",
                    text=text,
                    cells=tuple(cells),
                    lines=tuple(lines) if any("\n" in line for line in lines) else (),
                    marked=tuple(marks) if any(not MARKS.isdisjoint(one) for one in marks) else (),
                    spans=tuple(spans) if any(span != (1, 1) for span in spans) else (),
                    is_header=header,
                )
            )


def _lines_of(block: Block, *, marked: bool = False) -> str:
    """Return what a block of a cell says; columns of several lines side by side in it one below the other.

    With `marked`, the same with the marks of how it is set.
    """
    is_columns = block.kind == "row" and sum("\n" in cell for cell in block.lines) > 1
    if not marked or not block.marked:
        return "\n".join(block.lines) if is_columns else block.text
    return ("\n" if is_columns else " | ").join(filter(None, block.marked))


def _span(node: LexborNode, name: str) -> int:
    stated = node.attributes.get(name) or "1"
    return min(int(stated), MOST_SPANNED) if stated.isascii() and stated.isdigit() and int(stated) > 0 else 1


def is_hidden(node: LexborNode) -> bool:
    """Return whether a page does not show a node, not even to those who unfold it."""
    attributes = node.attributes
    if not attributes:
        return False
    style = "".join((attributes.get("style") or "").lower().split())
    if "hidden" in attributes or attributes.get("aria-hidden") == "true" or style and HIDDEN_STYLE.search(style):
        return not _unfolds(node)
    return False


def _unfolds(node: LexborNode) -> bool:
    """Return whether a node is the inside of a fold or of a tab: visitors see it as soon as they click on its head."""
    if node.tag not in BREAKING:
        return False
    attributes = node.attributes
    if attributes.get("role") == "tabpanel":
        return True
    called = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    if OF_SITES.search(called):
        return False
    return FOLDED.search(called) is not None or _has_a_switch(node.prev)


def _has_a_switch(head: LexborNode | None) -> bool:
    """Return whether what stands before a node says that it opens it: `aria-expanded`."""
    while head is not None and head.tag in ("-text", "-comment"):
        head = head.prev
    if head is None or not (head.tag or "")[:1].isalpha():
        return False
    return "aria-expanded" in head.attributes or head.css_first("[aria-expanded]") is not None

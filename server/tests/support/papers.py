"""Documents made on the spot: small PDF and DOCX files with the text a test needs."""

import io
import zipfile
from collections.abc import Sequence

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def pdf(pages: Sequence[Sequence[tuple[int, str]]]) -> bytes:
    """Return a PDF whose pages hold lines of a size each, from the top."""
    drawn = []
    for lines in pages:
        at, page = 780, []
        for size, text in lines:
            at -= size + size // 4
            page.append((size, 60, at, text))
        drawn.append(page)
    return _pdf(drawn)


def pdf_of_rows(
    rows: Sequence[tuple[int, Sequence[str]]],
    lefts: Sequence[int],
    leading: float = 2.0,
    more: Sequence[tuple[int, Sequence[str]]] = (),
) -> bytes:
    """Return a PDF whose rows hold cells side by side, each column from its own place; `more` are those of page two."""
    pages = []
    for told in (rows, more) if more else (rows,):
        at, drawn = 780, []
        for size, cells in told:
            at -= round(leading * size)
            drawn += [(size, left, at, cell) for left, cell in zip(lefts, cells, strict=False) if cell]
        pages.append(drawn)
    return _pdf(pages)


def pdf_of_places(pages: Sequence[Sequence[tuple[int, int, int, str]]]) -> bytes:
    """Return a PDF whose pages hold lines each of a size, from the left, above the foot of the page, with its text."""
    return _pdf(pages)


def pdf_of_cells(
    cells: Sequence[tuple[tuple[int, int, int, int], Sequence[str]]], heads: Sequence[tuple[int, int, int, str]] = ()
) -> bytes:
    """Return a PDF of a page with boxes drawn at left, foot, right and top, each with its lines from its top."""
    texts = list(heads)
    for (left, _, _, top), lines in cells:
        texts += [(8, left + 3, top - 10 * at, line) for at, line in enumerate(lines, 1)]
    boxes = [f"{left} {foot} {right - left} {top - foot} re S" for (left, foot, right, top), _ in cells]
    return _pdf([texts], "\n".join(boxes))


def _pdf(pages: Sequence[Sequence[tuple[int, int, int, str]]], before: str = "") -> bytes:
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    kids = []
    for texts in pages:
        drawn = [before] if before else []
        for size, left, at, text in texts:
            escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
            drawn.append(f"BT /F1 {size} Tf {left} {at} Td ({escaped}) Tj ET")
        stream = "\n".join(drawn)
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    made = io.BytesIO(b"")
    made.write(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(made.tell())
        made.write(f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252"))
    table = made.tell()
    made.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    made.writelines(f"{place:010d} 00000 n \n".encode() for place in places)
    made.write(f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n".encode())
    return made.getvalue()


def docx(body: str, *, before: str = "") -> bytes:
    """Return a DOCX with this body; `before` stands before the root element."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        document = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", f'<?xml version="1.0"?>{before}{document}')
    return made.getvalue()


def paragraph(text: str, style: str | None = None, *, bold: bool = False) -> str:
    """Return a paragraph of a DOCX."""
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    heavy = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f"<w:p>{named}<w:r>{heavy}<w:t>{text}</w:t></w:r></w:p>"


def table(rows: Sequence[Sequence[str]]) -> str:
    """Return a table of a DOCX."""
    made = "".join("<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
    return f"<w:tbl>{made}</w:tbl>"


OPEN = "".join(
    f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in [(one, one) for one in ("office", "text", "table", "style", "presentation")]
    + [("fo", "xsl-fo-compatible"), ("draw", "drawing"), ("svg", "svg-compatible")]
)


def odt(body: str, *, styles: str = "", before: str = "", kind: str = "text") -> bytes:
    """Return an OpenDocument text, or another kind of document, with this body and these automatic styles."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        content = (
            f'<?xml version="1.0"?>{before}<office:document-content{OPEN}><office:automatic-styles>{styles}'
            f"</office:automatic-styles><office:body><office:{kind}>{body}</office:{kind}></office:body>"
            "</office:document-content>"
        )
        archive.writestr("content.xml", content)
    return made.getvalue()


def odt_table(rows: Sequence[Sequence[str]]) -> str:
    """Return a table of an OpenDocument text; a cell whose text ends with `^2` covers two rows, and `^` is covered."""
    made = ""
    for row in rows:
        made += "<table:table-row>"
        for cell in row:
            text, _, high = cell.partition("^")
            spans = f' table:number-rows-spanned="{high}"' if high else ""
            lines = "".join(f"<text:p>{line}</text:p>" for line in text.split("\n"))
            made += (
                "<table:covered-table-cell/>" if cell == "^" else f"<table:table-cell{spans}>{lines}</table:table-cell>"
            )
        made += "</table:table-row>"
    return f"<table:table>{made}</table:table>"

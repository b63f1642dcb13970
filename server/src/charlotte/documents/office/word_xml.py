"""Word documents saved as one XML: the package in one file (2007), or its forerunner (2003)."""

import io
import zipfile
from base64 import b64decode
from xml.etree.ElementTree import Element, ParseError, tostring

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from charlotte.documents.errors import UnreadableDocument

PACKAGE = "http://schemas.microsoft.com/office/2006/xmlPackage"
OLD = "http://schemas.microsoft.com/office/word/2003/wordml"
NEW = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
TOP = (
    f'<Relationships xmlns="{RELATIONS}">'
    f'<Relationship Id="r1" Type="{OFFICE}" Target="word/document.xml"/></Relationships>'
)


def is_word(opening: str) -> bool:
    """Return whether a text begins as such a document."""
    head = opening[:4000]
    return head.lstrip().startswith("<") and (f'"{PACKAGE}"' in head or f'"{OLD}"' in head)


def as_docx(raw: bytes) -> bytes:
    """Return it as the archive that Word writes otherwise. Raises `UnreadableDocument`."""
    try:
        root = fromstring(raw, forbid_dtd=True)
    except (DefusedXmlException, ParseError, ValueError):
        raise UnreadableDocument("is no Word document that can be read") from None
    parts = _old(root) if root.tag == f"{{{OLD}}}wordDocument" else _packed(root)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in ({"[Content_Types].xml": TYPES.encode()} | parts).items():
            archive.writestr(name, content)
    return written.getvalue()


def _packed(root: Element) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for part in root.findall(f"{{{PACKAGE}}}part"):
        name = part.get(f"{{{PACKAGE}}}name", "").lstrip("/")
        inner = next(iter(part.find(f"{{{PACKAGE}}}xmlData") or ()), None)
        data = part.findtext(f"{{{PACKAGE}}}binaryData")
        if name and inner is not None:
            found[name] = tostring(inner)
        elif name and data:
            found[name] = b64decode(data)
    return found


def _old(root: Element) -> dict[str, bytes]:
    """Return the parts of a document of 2003: its body and the names of its styles, whose elements are called alike."""
    for element in root.iter():
        element.tag = element.tag.replace(OLD, NEW)
        for key in [key for key in element.attrib if OLD in key]:
            element.set(key.replace(OLD, NEW), element.attrib.pop(key))
    document, relations = Element(f"{{{NEW}}}document"), Element(f"{{{RELATIONS}}}Relationships")
    document.extend(root.findall(f"{{{NEW}}}body"))
    for section in document.iter(f"{{{NEW}}}body"):
        _unfold(section)
    parts = {"_rels/.rels": TOP.encode(), "word/document.xml": tostring(document)}
    if (styles := root.find(f"{{{NEW}}}styles")) is not None:
        relation = Element(f"{{{RELATIONS}}}Relationship")
        relation.attrib |= {"Id": "r1", "Type": f"{OFFICE.rpartition('/')[0]}/styles", "Target": "styles.xml"}
        relations.append(relation)
        parts |= {"word/styles.xml": tostring(styles), "word/_rels/document.xml.rels": tostring(relations)}
    return parts


def _unfold(body: Element) -> None:
    """Put the paragraphs of a body's sections where these stand: `wx:sect`, `wx:sub-section`."""
    while any(child.tag.rpartition("}")[2] in ("sect", "sub-section") for child in body):
        for at, child in reversed(list(enumerate(body))):
            if child.tag.rpartition("}")[2] in ("sect", "sub-section"):
                body[at : at + 1] = list(child)

"""Mails as organisers save or forward them: what was written in them, and what is attached, each a file of its own."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import PurePath

from selectolax.lexbor import LexborHTMLParser

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.errors import UnreadableFile

CALENDARS = ("text/calendar", "text/x-vcalendar")
ENDINGS = (".eml",)
MOST_PARTS = 200
MOST_NESTED = 20
NESTED = re.compile(rb"^content-type:\s*(?:multipart/|message/)", re.IGNORECASE | re.MULTILINE)
PART = re.compile(rb"^content-type:", re.IGNORECASE | re.MULTILINE)
QUOTED = re.compile(r"\s*>")
QUOTED_PARTS = "blockquote[type=cite], blockquote.gmail_quote"
FORWARDED = re.compile(r"-{4,}|_{8,}")
SIGNATURE = "--"
MUCH_MORE = 3
SOFT = " "
"""What a line of a flowed text ends with that goes on in the next (RFC 3676)."""


def is_mail(document: Document) -> bool:
    """Return whether a file is a mail."""
    return document.name.casefold().endswith(ENDINGS)


def parts_of(document: Document) -> tuple[Document, ...]:
    """Return the text of a mail, without the older mails that it quotes, and its attachments by their names.

    Raises `UnreadableFile` where it has more parts, or parts in parts, than anybody writes: reading them takes minutes.
    """
    if len(NESTED.findall(document.raw)) > MOST_NESTED or len(PART.findall(document.raw)) > MOST_PARTS:
        raise UnreadableFile(
            f"{document.name} has too many parts to be a mail with a programme.",
            hint="Save the programme itself, or what is attached, and import that.",
        )
    message = message_from_bytes(document.raw, policy=policy.default)
    sent = _sent(message)
    stem = PurePath(document.name).stem
    parts = list(_parts(message))
    texts = [(part.get_content_type(), _text(part)) for part in parts if not _name(part)]
    page = next((text for kind, text in texts if kind == "text/html"), "")
    plain = next((text for kind, text in texts if kind == "text/plain" and text.strip()), "")
    found = [Document(f"{stem}.ics", text.encode(), sent) for kind, text in texts if kind in CALENDARS]
    if page and (not plain or "<table" in page.casefold() or _says_more(page, plain)):
        found.append(Document(f"{stem}.html", _page_written(page).encode(), sent))
    elif plain:
        found.append(Document(f"{stem}.txt", _written(plain).encode(), sent))
    attached = ((_name(part), part.get_payload(decode=True)) for part in parts if _name(part))
    return (*found, *(Document(name, raw, sent) for name, raw in attached if isinstance(raw, bytes)))


def _says_more(page: str, plain: str) -> bool:
    """Return whether the page of a mail says far more than its plain text, which only says that there is one."""
    body = LexborHTMLParser(page).body
    return body is not None and len("".join(body.text().split())) > MUCH_MORE * len("".join(plain.split()))


def _sent(message: EmailMessage) -> float:
    """Return when a mail was sent; 0 where it does not say so."""
    try:
        return parsedate_to_datetime(str(message["Date"])).timestamp()
    except (TypeError, ValueError, OverflowError):
        return 0.0


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    for part in message.walk():
        if isinstance(part, EmailMessage) and not part.is_multipart():
            yield part


def _name(part: EmailMessage) -> str:
    return PurePath((part.get_filename() or "").replace("\\", "/")).name


def _text(part: EmailMessage) -> str:
    """Return what a part says; nothing where it is no text."""
    if part.get_content_maintype() != "text":
        return ""
    raw = part.get_payload(decode=True)
    charset = part.get_content_charset() or "utf-8"
    try:
        text = raw.decode(charset) if isinstance(raw, bytes) else ""
    except (LookupError, UnicodeError):
        text = Document(part.get_content_type(), raw).text if isinstance(raw, bytes) else ""
    text = text.replace("\r\n", "\n")
    return _unflowed(text) if part.get_param("format") == "flowed" else text


def _unflowed(text: str) -> str:
    lines: list[str] = []
    goes_on = False
    for line in text.split("\n"):
        if goes_on and not QUOTED.match(line) and line.rstrip() != SIGNATURE:
            lines[-1] += line
        else:
            lines.append(line)
        goes_on = line.endswith(SOFT) and line.rstrip() != SIGNATURE and bool(line.strip())
    return "\n".join(lines)


def _written(text: str) -> str:
    """Return a text without its signature and quoted lines, nor the line above these that says whose they are."""
    lines: list[str] = []
    signs = False
    for line in text.split("\n"):
        signs = line.rstrip() == SIGNATURE or signs and not QUOTED.match(line) and not FORWARDED.match(line)
        if not QUOTED.match(line) and not signs:
            lines.append(line)
            continue
        last = next((at for at in range(len(lines) - 1, -1, -1) if lines[at].strip()), None)
        if last is not None and lines[last].rstrip().endswith(":") and last >= len(lines) - 2:
            lines = lines[:last]
    return "\n".join(lines)


def _page_written(page: str) -> str:
    tree = LexborHTMLParser(page)
    for node in tree.css(QUOTED_PARTS):
        node.decompose()
    return tree.html or ""

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
QUOTES = re.compile(r"\s*>(?:[ ]?>)*[ ]?")
CLOCK = re.compile(r"(?<![\d.:])(?:[01]?\d|2[0-3])[.:h][0-5]\d(?![\d.:])")
FEWEST_CLOCKS = 3
QUOTED_PARTS = "blockquote[type=cite], blockquote.gmail_quote"
FORWARDED = re.compile(r"-{4,}|_{8,}")
SIGNATURE = "--"
BEGINS = re.compile(rf"[^\w\n]*(?:[^\W\d]+\s){{0,3}}{CLOCK.pattern}")
"""A line of a programme: its time comes first, also behind a day."""
CLOSING = re.compile(r"[^\W\d_][^\d:;,]{2,50},")
"""A line of few words with a comma at its end, behind all that has a time."""
SIGNS = re.compile(r"[A-ZÀ-Þ][\w'’-]*(?: [\w.'’-]+){0,3}")
"""Who wrote it, also below a line left free."""
MOST_SIGNED, LONGEST_SIGNED = 5, 120
"""Lines below it, and how long they are."""
MUCH_MORE = 3
SOFT = " "
"""What a line of a flowed text ends with that goes on in the next (RFC 3676)."""


def is_mail(document: Document) -> bool:
    """Return whether a file is a mail."""
    return document.name.casefold().endswith(ENDINGS)


def parts_of(document: Document, *, is_alone: bool = False) -> tuple[Document, ...]:
    """Return the text of a mail, without the older mails that it quotes, and its attachments by their names.

    Of a mail that comes alone, with nothing attached, what it quotes is kept where only that tells of times.
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
    only = is_alone and all(one.get_content_maintype() == "image" for one in parts if _name(one))
    found = [Document(f"{stem}.ics", text.encode(), sent) for kind, text in texts if kind in CALENDARS]
    if page and (not plain or "<table" in page.casefold() or _says_more(page, plain)):
        found.append(Document(f"{stem}.html", _page_written(page, is_only=only).encode(), sent))
    elif plain:
        found.append(Document(f"{stem}.txt", _plain_written(plain, is_only=only).encode(), sent))
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


def _plain_written(text: str, *, is_only: bool) -> str:
    own = _written(text)
    quoted = _written(text, keeps_quoted=True) if is_only else ""
    return quoted if _only_quoted(own, quoted) else _without_closing(own)


def _without_closing(text: str) -> str:
    """Return a text without the words that a mail ends with and who wrote it: "See you in Ferrara,", "Ada Orr"."""
    lines = text.split("\n")
    timed = max((at for at, line in enumerate(lines) if BEGINS.match(line)), default=len(lines))
    for at in range(timed + 1, len(lines) - 1):
        said, below = lines[at].strip(), [line.strip() for line in lines[at + 1 :] if line.strip()]
        is_closing = CLOSING.fullmatch(said) is not None and not lines[at - 1].strip() and bool(below)
        is_signed = is_closing and (bool(lines[at + 1].strip()) or SIGNS.fullmatch(below[0]) is not None)
        if is_signed and len(below) <= MOST_SIGNED and all(len(line) <= LONGEST_SIGNED for line in below):
            return "\n".join(lines[:at])
    return text


def _only_quoted(own: str, whole: str) -> bool:
    """Return whether a mail tells no times but in what it quotes, which tells several."""
    return len(CLOCK.findall(own)) < FEWEST_CLOCKS <= len(CLOCK.findall(whole))


def _written(text: str, *, keeps_quoted: bool = False) -> str:
    """Return a text without its signature and quoted lines, nor the line above these that says whose they are.

    Quoted lines may be kept, without their signs.
    """
    lines: list[str] = []
    signs = was_quoted = False
    for line in text.split("\n"):
        is_quoted = QUOTED.match(line) is not None
        signs = line.rstrip() == SIGNATURE or signs and not is_quoted and not FORWARDED.match(line)
        if (is_quoted or signs) and not was_quoted:
            last = next((at for at in range(len(lines) - 1, -1, -1) if lines[at].strip()), None)
            if last is not None and lines[last].rstrip().endswith(":") and last >= len(lines) - 2:
                lines = lines[:last]
        if not is_quoted and not signs or is_quoted and keeps_quoted:
            lines.append(QUOTES.sub("", line))
        was_quoted = (is_quoted or signs) and keeps_quoted
    return "\n".join(lines)


def _page_written(page: str, *, is_only: bool) -> str:
    tree = LexborHTMLParser(page)
    whole = tree.body.text(separator=" ") if is_only and tree.body is not None else ""
    for node in tree.css(QUOTED_PARTS):
        node.decompose()
    own = tree.body.text(separator=" ") if tree.body is not None else ""
    return page if _only_quoted(own, whole) else tree.html or ""

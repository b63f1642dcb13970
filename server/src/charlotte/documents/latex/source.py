"""Sources of LaTeX, by way of HTML: as they are printed, with the macros of their author put where they are called."""

import re
from collections.abc import Callable
from html import escape

from charlotte.documents.html.markup import read_markup
from charlotte.documents.latex.arguments import NAME, argument_at, optional_at, single_at
from charlotte.documents.latex.letters import ACCENTS, SIGNS, accented, typed, with_umlauts
from charlotte.documents.latex.macros import BEGINS, Macros, without_comments
from charlotte.documents.latex.records import Call, told_as_form, told_as_table
from charlotte.documents.latex.tables import TABLES, table_of
from charlotte.documents.marks import TAB
from charlotte.documents.paper import Paper
from charlotte.documents.text_of import text_of

DOCUMENT = re.compile(r"\\begin\s*\{document\}(.*?)(?:\\end\s*\{document\}|\Z)", re.DOTALL)
TITLE = re.compile(r"\\title\s*(?:\[[^\]]*\]\s*)?(?=\{)")
HEADINGS = {
    "part": 1, "chapter": 1, "addchap": 1, "section": 2, "addsec": 2, "frametitle": 2, "subsection": 3,
    "framesubtitle": 4, "subsubsection": 4, "paragraph": 5, "subparagraph": 6, "minisec": 5,
}  # fmt: skip
SET_AS = {
    "textbf": "b", "textit": "i", "emph": "i", "textsl": "i", "sout": "s", "st": "s", "xout": "s", "cancel": "s",
    "alert": "b", "strong": "b",
}  # fmt: skip
FROM_HERE = {
    "bf": "b", "bfseries": "b", "it": "i", "itshape": "i", "em": "i", "sl": "i", "slshape": "i",
}  # fmt: skip
BACK = frozenset("normalfont mdseries upshape rm rmfamily".split())
GAPS = frozenset("quad qquad hfill dotfill hrulefill enspace tab".split())
BREAKS = frozenset(("\\", "newline", "linebreak"))
PARAGRAPHS = frozenset("par newpage clearpage pagebreak smallskip medskip bigskip vfill maketitle".split())
LAST_HOLDS = {
    "textcolor": 2, "colorbox": 2, "fcolorbox": 3, "parbox": 2, "makebox": 1, "framebox": 1, "raisebox": 2,
    "resizebox": 3, "scalebox": 2, "rotatebox": 2, "href": 2, "foreignlanguage": 2, "texorpdfstring": 2,
    "multirow": 3, "multicolumn": 3, "adjustbox": 2, "hyperlink": 2, "begingroup": 0,
}  # fmt: skip
"""How many arguments these take, of which the last is what they show."""
UNSAID = {
    "label": 1, "ref": 1, "pageref": 1, "cite": 1, "vspace": 1, "includegraphics": 1, "usepackage": 1, "color": 1,
    "documentclass": 1, "setlength": 2, "addtolength": 2, "setcounter": 2, "addtocounter": 2, "pagestyle": 1,
    "thispagestyle": 1, "fontsize": 2, "selectlanguage": 1, "pagenumbering": 1, "addcontentsline": 3, "bibliography": 1,
    "bibliographystyle": 1, "phantom": 1, "rule": 2, "definecolor": 3, "hypersetup": 1, "markboth": 2, "markright": 1,
    "index": 1, "input": 1, "include": 1, "date": 1, "author": 1, "title": 1, "institute": 1, "vskip": 0,
    "hypertarget": 1, "fancyhead": 1, "fancyfoot": 1, "lhead": 1, "rhead": 1, "cfoot": 1, "geometry": 1,
    "begin": 0, "end": 0, "NoValue": 0,
}  # fmt: skip
"""How many arguments these take, of which none is shown."""
LISTS = {
    "itemize": "ul",
    "enumerate": "ol",
    "description": "ul",
    "compactitem": "ul",
    "compactenum": "ol",
    "list": "ul",
}
WITH_ARGUMENTS = {
    "minipage": 1,
    "multicols": 1,
    "wrapfigure": 2,
    "list": 2,
    "adjustwidth": 2,
    "spacing": 1,
    "figure": 0,
}
SKIPPED = frozenset(("thebibliography", "verbatim", "lstlisting"))
QUOTED = frozenset(("enquote", "say"))
NOTED = frozenset(("footnote", "thanks", "marginpar"))
SPECIAL = re.compile(r"\\|[{}$]|\n[ \t]*\n\s*")
LONGEST_HEADING = 90
LABELLED = re.compile(r"[^\W\d][\w .]{1,24}:\s")
TIMED = re.compile(r"\d{1,2}\s?(?:[:.h]\s?\d{2}|h\b|[ap]m\b)")


def read(raw: bytes) -> Paper:
    """Read a source."""
    source = without_comments(with_umlauts(text_of(raw)))
    macros = Macros()
    found = DOCUMENT.search(source)
    title = ""
    if found is not None:
        head = macros.expanded(source[: found.start()])
        named = TITLE.search(head)
        title = f"<h1>{written(single_at(head, named.end())[0])}</h1>" if named else ""
    body = macros.expanded(found[1] if found is not None else source)
    return read_markup(title + written(body))


def written(text: str) -> str:
    """Return a text, whose macros are in their place, as HTML."""
    return _Writer(text).whole()


class _Writer:
    """Goes through a text and writes what it shows."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.said: list[str] = []
        self.open: list[str] = []
        """Elements that last until the end of what is written."""
        self.calls: list[Call] = []
        """What nobody defines and stands right behind each other."""

    def whole(self) -> str:
        """Return all of it."""
        while (sign := SPECIAL.search(self.text, self.at)) is not None:
            self._say(self.text[self.at : sign.start()])
            self.at = sign.end()
            if sign[0] == "\\":
                self.at = sign.start()
                self._command()
            elif sign[0] == "{":
                inner, self.at = argument_at(self.text, sign.start()) or ("", self.at)
                self._put(written(inner))
            elif sign[0] not in "}$":
                self._put("<p>", ends=False)
        self._say(self.text[self.at :])
        self._end_calls()
        return "".join((*self.said, *(f"</{name}>" for name in reversed(self.open))))

    def _say(self, text: str) -> None:
        if text:
            self._put(escape(typed(text), quote=False), ends=bool(text.strip()))

    def _put(self, markup: str, *, ends: bool = True) -> None:
        if ends and markup.strip():
            self._end_calls()
        self.said.append(markup)

    def _command(self) -> None:
        found = NAME.match(self.text, self.at)
        if found is None:
            self.at += 1
            return
        marked = BEGINS.match(self.text, self.at)
        begun, self.at = self.at, found.end()
        word = found[1] or found[2]
        if marked is not None and marked[1] == "begin":
            self.at = marked.end()
            self._environment(marked[2])
        elif marked is not None:
            self.at = marked.end()
        elif word in ACCENTS and not (word.isalpha() and len(found[0]) > 2 and found[0].endswith("*")):  # noqa: PLR2004
            letter, self.at = single_at(self.text, self.at)
            plain = _Writer(letter).whole() if "\\" in letter else letter
            self._put(escape(accented(word, plain), quote=False) if plain else "")
        elif word in SIGNS:
            self._put(SIGNS[word] if word != "&" else "&amp;")
            self._after_word(word)
        elif not self._known(word):
            self._unknown(word, begun)

    def _after_word(self, word: str) -> None:
        """Pass the blanks that only end a command's name, or the braces that do."""
        if not word.isalpha():
            return
        if self.text.startswith("{}", self.at):
            self.at += 2
            return
        while self.at < len(self.text) and self.text[self.at] in " \t":
            self.at += 1

    def _known(self, word: str) -> bool:
        """Write what a known command shows; return whether it is known."""
        if word in HEADINGS:
            self._heading(f"h{HEADINGS[word]}")
        elif word in SET_AS:
            self._put(f"<{SET_AS[word]}>{written(self._argument())}</{SET_AS[word]}>")
        elif word in FROM_HERE:
            self.open.append(FROM_HERE[word])
            self._put(f"<{FROM_HERE[word]}>", ends=False)
            self._after_word(word)
        elif word in BACK:
            self._put("".join(f"</{name}>" for name in reversed(self.open)), ends=False)
            self.open.clear()
            self._after_word(word)
        elif word in GAPS or word == "hspace":
            if word == "hspace":
                self._argument()
            self._put(f" {TAB}", ends=False)
            self._after_word(word)
        elif word in BREAKS:
            self._optional()
            self._put("<br>", ends=False)
        elif word in PARAGRAPHS:
            self._put("<p>", ends=False)
            self._after_word(word)
        else:
            return self._known_by_arguments(word)
        return True

    def _known_by_arguments(self, word: str) -> bool:
        if word in QUOTED:
            self._put(f"“{written(self._argument())}”")
        elif word in NOTED:
            self._put(f" [{written(self._argument())}]")
        elif word in LAST_HOLDS:
            told = [self._argument() for _ in range(LAST_HOLDS[word])]
            self._put(written(told[-1]) if told else "")
        elif word in UNSAID:
            self._optional()
            for _ in range(UNSAID[word]):
                self._argument()
        elif word == "item":
            label = self._optional()
            self._put("<li>" + (f"{written(label)} {TAB}" if label else ""))
        else:
            return False
        return True

    def _heading(self, tag: str) -> None:
        self._optional()
        self._put(f"<{tag}>{written(self._argument())}</{tag}>")

    def _argument(self) -> str:
        while self._optional():
            pass
        value, self.at = single_at(self.text, self.at)
        return value

    def _optional(self) -> str:
        told = optional_at(self.text, self.at)
        if told is None:
            return ""
        self.at = told[1]
        return told[0]

    def _arguments(self) -> list[tuple[str, bool]]:
        """Return what stands in braces and in brackets right behind, and whether it stood in braces."""
        found: list[tuple[str, bool]] = []
        while True:
            if (told := argument_at(self.text, self.at)) is not None:
                found.append((told[0], True))
            elif self.text.startswith("[", self.at) and (told := optional_at(self.text, self.at)) is not None:
                found.append((told[0], False))
            else:
                return found
            self.at = told[1]

    def _unknown(self, word: str, begun: int) -> None:
        """Write what stands in the arguments of a command that nobody defines: several are a row, one alone heads."""
        given = self._arguments()
        before = self.text[self.text.rfind("\n", 0, begun) + 1 : begun]
        behind = self.text[self.at :].partition("\n")[0]
        is_alone = not before.strip() and (not behind.strip() or behind.lstrip().startswith(("\\", "%")))
        if not given:
            self._after_word(word)
        elif is_alone and (len(given) > 1 or Call(word, tuple(given)).fields is not None):
            if self.calls and self.calls[-1].name != word:
                self._end_calls()
            self.calls.append(Call(word, tuple(given)))
        elif is_alone and len(given[0][0]) <= LONGEST_HEADING:
            self._put(f"<h3>{written(given[0][0])}</h3>")
        else:
            self._put(f" {TAB}".join(written(value) for value, _ in given))

    def _end_calls(self) -> None:
        if self.calls:
            calls, self.calls = self.calls, []
            self.said.append(told_as_table(calls, written))

    def _environment(self, name: str) -> None:
        inside, self.at = _inside(self.text, self.at, name)
        plain = name.rstrip("*")
        if plain in SKIPPED:
            return
        if name in TABLES or plain in TABLES:
            self._put(table_of(name, inside, written))
        elif plain in LISTS:
            self._put(f"<{LISTS[plain]}>{written(_behind(inside, WITH_ARGUMENTS.get(plain, 0)))}</{LISTS[plain]}>")
        elif plain == "frame":
            self._put(_frame(inside))
        elif plain in WITH_ARGUMENTS:
            self._put(f"<div>{written(_behind(inside, WITH_ARGUMENTS[plain]))}</div>")
        else:
            self._put(_of_unknown(inside, written))


def _inside(text: str, at: int, name: str) -> tuple[str, int]:
    """Return what stands in an environment that has begun, and where it ends; nothing of one that does not end."""
    depth = 1
    for sign in re.compile(rf"\\(begin|end)\s*\{{\s*{re.escape(name)}\s*\}}").finditer(text, at):
        depth += 1 if sign[1] == "begin" else -1
        if depth == 0:
            return text[at : sign.start()], sign.end()
    return "", at


def _behind(inside: str, count: int) -> str:
    """Return what stands behind the arguments of an environment."""
    at = 0
    while (told := optional_at(inside, at)) is not None:
        at = told[1]
    for _ in range(count):
        _, at = single_at(inside, at)
    return inside[at:]


def _frame(inside: str) -> str:
    """Return a slide, whose title may be its argument."""
    inside = _behind(inside, 0)
    told = argument_at(inside, 0)
    heading = f"<h2>{written(told[0])}</h2>" if told is not None and told[0].strip() else ""
    return f"<div>{heading}{written(inside[told[1] :] if told is not None else inside)}</div>"


def _of_unknown(inside: str, write: Callable[[str], str]) -> str:
    """Return an environment that nobody defines; what stands in its arguments heads it."""
    at = 0
    told: list[str] = []
    while True:
        found = argument_at(inside, at) or (optional_at(inside, at) if inside.startswith("[", at) else None)
        if found is None:
            break
        told.append(found[0])
        at = found[1]
    call = Call("", tuple((one, True) for one in told))
    if call.fields is not None:
        return f"<div>{told_as_form(call, write)}{write(inside[at:])}</div>"
    said = [write(one) for one in told if one.strip()]
    labels = [one for one in said if LABELLED.match(one)]
    pieces = sorted((one for one in said if one not in labels), key=lambda one: TIMED.match(one) is None)
    heading = " – ".join(pieces).replace(" – ", " ", 1) if pieces and TIMED.match(pieces[0]) else " – ".join(pieces)
    is_heading = len(heading) <= 2 * LONGEST_HEADING
    above = f"<h4>{heading}</h4>" if heading and is_heading else f"<p>{heading}</p>" if heading else ""
    return f"<div>{above}{''.join(f'<p>{one}</p>' for one in labels)}{write(inside[at:])}</div>"

"""The macros of a LaTeX source, each put where it is called as its author defined it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from charlotte.documents.errors import UnreadableDocument
from charlotte.documents.latex.arguments import NAME, optional_at, single_at
from charlotte.documents.latex.choices import NOTHING, Choices

MOST_CHARACTERS = 4_000_000
MOST_CALLS = 200_000
DEEPEST = 60
MOST_ARGUMENTS = 9
COMMENT = re.compile(r"(?<!\\)((?:\\\\)*)%[^\n]*(?:\n[ \t]*)?")
CUT = re.compile(r"\\begin\{(comment|tikzpicture|filecontents\*?)\}.*?\\end\{\1\}", re.DOTALL)
BEGINS = re.compile(r"\\(begin|end)\s*\{\s*([^{}\s]+?)\s*\}")
LAST_WORD = re.compile(r"\\[a-zA-Z@]+$")
DEFINING = frozenset("newcommand renewcommand providecommand DeclareRobustCommand".split())
DEFINING_ENVIRONMENTS = frozenset("newenvironment renewenvironment".split())
DOCUMENTED = re.compile(r"(?:New|Renew|Provide|Declare)(?:Expandable)?Document(Command|Environment)")
PRIMITIVE = frozenset("def gdef edef xdef long".split())


@dataclass(frozen=True)
class Macro:
    """What a name stands for."""

    count: int
    """How many arguments it takes."""
    body: str
    defaults: tuple[str | None, ...] = ()
    """What the first ones are where they are left out; None = one has to be there."""
    ending: str = ""
    """Of an environment, what stands for its end."""


def without_comments(source: str) -> str:
    """Return a source without what no reader sees."""
    return CUT.sub("", COMMENT.sub(r"\1", source))


@dataclass
class Macros:
    """What is defined so far."""

    commands: dict[str, Macro] = field(default_factory=dict)
    environments: dict[str, Macro] = field(default_factory=dict)
    choices: Choices = field(default_factory=Choices)
    calls: int = 0
    written: int = 0
    """Characters of what was put in so far."""

    def expanded(self, text: str, depth: int = 0) -> str:
        """Return a text with all that it defines and calls in its place."""
        if depth > DEEPEST:
            raise UnreadableDocument("calls its macros too deeply")
        found: list[str] = []
        at = 0
        while (name := NAME.search(text, at)) is not None:
            found.append(text[at : name.start()])
            said, at = self._called(text, name, depth)
            found.append(_behind_word(said) if _ends_word(found) else said)
        found.append(text[at:])
        return "".join(found)

    def inside(self, depth: int) -> Callable[[str], str]:
        """Return what expands a text that stands that deep."""
        return lambda text: self.expanded(text, depth + 1)

    def _called(self, text: str, name: re.Match[str], depth: int) -> tuple[str, int]:
        word = name[1] or name[2]
        if (end := self._defined(text, word, name.end())) is not None:
            return "", end
        chosen = None if word in self.commands else self.choices.made(text, word, name.end(), self.inside(depth))
        if chosen is not None:
            return self.expanded(chosen[0], depth + 1), chosen[1]
        marked = BEGINS.match(text, name.start())
        if marked is not None:
            macro = self.environments.get(marked[2])
            if macro is None:
                return marked[0], marked.end()
            if marked[1] == "end":
                return self.expanded(macro.ending, depth + 1), marked.end()
            return self._filled(macro, text, marked.end(), depth)
        macro = self.commands.get(word)
        if macro is None:
            return name[0], name.end()
        end = name.end() - (name[0].endswith("*") and len(name[0]) > 2)  # noqa: PLR2004 - `\x*`
        if not macro.count:
            end += len(text[end:]) - len(text[end:].lstrip(" \t")) if word.isalpha() else 0
        return self._filled(macro, text, end, depth)

    def _filled(self, macro: Macro, text: str, at: int, depth: int) -> tuple[str, int]:
        """Return a macro with its arguments in it, and where they end."""
        self.calls += 1
        if self.calls > MOST_CALLS or self.written > MOST_CHARACTERS:
            raise UnreadableDocument("calls its macros too often")
        given: list[str] = []
        for number in range(macro.count):
            default = macro.defaults[number] if number < len(macro.defaults) else None
            if default is not None:
                told = optional_at(text, at)
                value, at = told if told is not None else (default, at)
            else:
                value, at = single_at(text, at)
            given.append(value)
        body = _filled(macro.body, given)
        self.written += len(body)
        return self.expanded(body, depth + 1), at

    def _defined(self, text: str, word: str, at: int) -> int | None:
        """Take note of a definition; return where it ends, None where there is none."""
        documented = DOCUMENTED.fullmatch(word)
        if word in DEFINING or word in DEFINING_ENVIRONMENTS:
            return self._define(text, at, is_environment=word in DEFINING_ENVIRONMENTS)
        if documented is not None:
            return self._define_documented(text, at, is_environment=documented[1] == "Environment")
        if word in PRIMITIVE:
            return self._define_primitive(text, at)
        if word == "let":
            name, at = single_at(text, at)
            at += text.startswith("=", at)
            other, at = single_at(text, at)
            known = self.commands.get(other.removeprefix("\\"))
            self.commands[name.removeprefix("\\")] = known or Macro(0, other)
            return at
        return None

    def _define(self, text: str, at: int, *, is_environment: bool) -> int:
        name, at = single_at(text, at)
        count, default = "0", None
        if (told := optional_at(text, at)) is not None:
            count, at = told
        if (told := optional_at(text, at)) is not None:
            default, at = told
        body, at = single_at(text, at)
        ending, at = single_at(text, at) if is_environment else ("", at)
        number = min(int(count), MOST_ARGUMENTS) if count.strip().isdecimal() else 0
        self._keep(name, Macro(number, body, () if default is None else (default,), ending), is_environment)
        return at

    def _define_documented(self, text: str, at: int, *, is_environment: bool) -> int:
        name, at = single_at(text, at)
        kinds, at = single_at(text, at)
        body, at = single_at(text, at)
        ending, at = single_at(text, at) if is_environment else ("", at)
        defaults = tuple(
            None if kind[1] in "mrv" else NOTHING if kind[1] == "o" else (kind[2] or "")
            for kind in re.finditer(r"([a-zA-Z])(?:\{([^{}]*)\})?", kinds)
            if kind[1] != "s"
        )
        self._keep(name, Macro(min(len(defaults), MOST_ARGUMENTS), body, defaults, ending), is_environment)
        return at

    def _define_primitive(self, text: str, at: int) -> int | None:
        told = re.compile(r"\s*\\([a-zA-Z@]+)\s*((?:#\d)*)\s*(?=\{)").match(text, at)
        if told is None:
            return None
        body, end = single_at(text, told.end())
        self._keep(told[1], Macro(told[2].count("#"), body), False)
        return end

    def _keep(self, name: str, macro: Macro, is_environment: bool) -> None:
        kept = self.environments if is_environment else self.commands
        kept[name.strip().removeprefix("\\").rstrip("*")] = macro


def _ends_word(said: list[str]) -> bool:
    """Return whether what was said last is the name of a command, to which letters would be added."""
    last = next((one for one in reversed(said) if one), "")
    return LAST_WORD.search(last) is not None


def _behind_word(said: str) -> str:
    """Return what stands right behind the name of a command as its argument."""
    if not said[:1].isalpha():
        return said
    return f" {said}" if "\\begin" in said else f"{{{said}}}"


def _filled(body: str, given: list[str]) -> str:
    def value(found: re.Match[str]) -> str:
        number = int(found[1])
        return given[number - 1] if number <= len(given) else ""

    return re.sub(r"#([1-9])", value, body).replace("##", "#")

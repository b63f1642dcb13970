"""Whatever is odd in a programme, a list or a document, the staff page has a sentence for in each of its languages."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
TEXTS = ROOT / "web/src/i18n/staff/warnings"
ARGUMENTS = {
    "RowWarning": ("row", "code", "message", "values"),
    "DocumentWarning": ("document", "message", "code", "values"),
    "Remark": ("code", "message", "values"),
}
SENTENCE = re.compile(r"^  (\w+):\s*(?:'((?:[^'\\]|\\.)*)'|\"([^\"]*)\"|`([^`]*)`),$", re.MULTILINE)
CHOICE = re.compile(r"\{(\w+), (?:select|plural),.*\}\}")
PLACEHOLDER = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Warned:
    """One place in the source that makes a warning."""

    code: str
    values: frozenset[str]
    """Of which the sentence may speak."""


def warned() -> Iterator[Warned]:
    for path in (ROOT / "server/src/charlotte").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for call in ast.walk(tree):
            if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ARGUMENTS):
                continue
            given = dict(zip(ARGUMENTS[call.func.id], call.args, strict=False))
            given |= {one.arg: one.value for one in call.keywords if one.arg is not None}
            code = given.get("code")
            if isinstance(code, ast.Constant) and isinstance(code.value, str):
                yield Warned(code.value, keys(given.get("values"), call, tree))
            else:  # told on, or stored before
                passed_on = isinstance(code, ast.Attribute) and code.attr == "code"
                assert passed_on or any(one.arg is None for one in call.keywords), f"{path.name}: {ast.unparse(call)}"


def keys(values: ast.expr | None, call: ast.Call, tree: ast.Module) -> frozenset[str]:
    if isinstance(values, ast.Name):
        names = [
            one
            for one in ast.walk(tree)
            if isinstance(one, ast.Assign | ast.AnnAssign) and one.lineno < call.lineno and target(one) == values.id
        ]
        values = max(names, key=lambda one: one.lineno).value
    if values is None:
        return frozenset()
    assert isinstance(values, ast.Dict), ast.unparse(values)
    return frozenset(str(ast.literal_eval(key)) for key in values.keys if key is not None)


def target(one: ast.Assign | ast.AnnAssign) -> str:
    return ast.unparse(one.targets[0] if isinstance(one, ast.Assign) else one.target)


def sentences(language: str) -> dict[str, set[str]]:
    """Return of what each sentence speaks."""
    found = SENTENCE.findall((TEXTS / f"{language}.ts").read_text(encoding="utf-8"))
    told = {code: next(filter(None, said)) for code, *said in found}
    return {code: set(PLACEHOLDER.findall(CHOICE.sub(r"{\1}", said))) for code, said in told.items()}


@pytest.mark.parametrize("language", ["de", "en", "es", "fr", "it"])
def test_every_warning_has_a_sentence_and_what_it_speaks_of(language: str) -> None:
    made, worded = list(warned()), sentences(language)
    codes = {one.code for one in made}
    assert {"overlap", "weekday_contradiction", "code_twice", "pages_cut", "passages_to_machines", "mapping"} <= codes
    assert worded.keys() == codes
    for one in made:
        assert worded[one.code] <= one.values, one
    assert worded == sentences("en"), "each language says the same"

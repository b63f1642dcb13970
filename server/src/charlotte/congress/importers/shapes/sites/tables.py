"""Files of a static site that are a programme: those of one folder are the rows of one table."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Any

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.shapes.columns.mapping import FieldMapping
from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.sites.folders import merged
from charlotte.congress.importers.shapes.sites.kinds import is_lasting, of_programme
from charlotte.congress.importers.shapes.sites.records import ABSTRACT, DATA, PAGES, Record, data_in, record_of
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.trees import tree, wrappings
from charlotte.congress.importers.shapes.values.words import Field, best_name, words_of
from charlotte.congress.model import RowWarning

FILE = "\0file"
"""The cell in which a row keeps the file that it is while a tree becomes tables."""
DATA_FOLDERS = frozenset({"data"})
NAMED: frozenset[Field | None] = frozenset({"speakers", "chairs", "room", "track"})
SLUG = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
SURE = 0.6
KEYS = ("slug", "file slug")


@dataclass(frozen=True)
class Site:
    """What the files of a site give."""

    tables: tuple[Table, ...] = ()
    files: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The files that each table was made of, by its name."""
    pages: tuple[str, ...] = ()
    """Pages of the site that are none of its programme, and no posts of a day either."""
    silent: tuple[str, ...] = ()
    """Files of the programme that are no rows: not published, or the same in another language."""
    warnings: tuple[RowWarning, ...] = ()

    @property
    def read(self) -> frozenset[str]:
        """The files that any table was made of."""
        return frozenset(file for files in self.files.values() for file in files)

    def apart(self, mapping: FieldMapping) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the pages that the programme was read from, or would have been, and those that are documents."""
        left = {one.table for one in mapping.tables if one.role == "left_out"}
        read = [file for table, files in self.files.items() if table not in left for file in files]
        records = tuple(dict.fromkeys((*read, *self.silent)))
        rest = [file for table in left for file in self.files.get(table, ()) if file not in records]
        return records, tuple(dict.fromkeys((*self.pages, *rest)))


def site_of(documents: Sequence[Document], beside: Sequence[Table], languages: Sequence[str]) -> Site:
    """Return the tables of a site's files; `beside` are those of other files, which may name them.

    A file that cannot be read, or is not published, is a warning.
    """
    records, warnings = _records(documents)
    named = _named_in(beside) | {text for one in records for text in _texts(one.told)}
    sessions, others = of_programme(_in_one_language(records, languages), named)
    if not sessions:
        return Site(warnings=tuple(warnings))
    tables: list[Table] = []
    hidden: list[Record] = []
    for folder, inner in {**merged(sessions), **others}.items():
        held = [_row(one, named) for one in _flat(inner)]
        hidden += [one for one in held if one.unpublished is not None]
        kept = {one.path: one for one in held if one.unpublished is None}
        key = KEYS[any("slug" in one.told or "id" in one.told for one in kept.values())]
        made = tree.tables_of(folder or "pages", wrappings.unwrapped(_tree(inner, kept, key, named)))
        tables += [_placed(table) for table in made]
    grouped = [one for group in (*sessions.values(), *others.values()) for one in group]
    keys = frozenset(name for one in grouped for name in one.names)
    _name_by_keys((*tables, *beside), keys)
    _spell_out(tables, keys | _named_in(beside))
    files = {table.name: tuple(dict.fromkeys(row.place.partition(": ")[0] for row in table.rows)) for table in tables}
    silent = [*(one.path for one in hidden), *(path for one in grouped for path in one.also)]
    used = {*(one.path for one in grouped), *silent}
    pages = [one for one in records if one.path not in used and one.is_page and is_lasting(one)]
    return Site(
        tuple(tables),
        files,
        tuple(one.path for one in pages),
        tuple(silent),
        (*warnings, *map(_left_out, hidden)),
    )


def records_and_data(documents: Sequence[Document]) -> tuple[tuple[Document, ...], tuple[Document, ...]]:
    """Return the files of a site that each tell of one thing, and those of data that list many."""
    folders: dict[str, list[Document]] = defaultdict(list)
    for one in documents:
        if PurePath(one.name).suffix.casefold() in DATA:
            folders[str(PurePath(one.name).parent)].append(one)
    single = {
        one.name
        for folder, found in folders.items()
        if len(found) > 1 and folder != "." and not DATA_FOLDERS & {*words_of(PurePath(folder).name)}
        for one in found
        if _is_single(one)
    }
    pages = tuple(one for one in documents if one.name in single or PurePath(one.name).suffix.casefold() in PAGES)
    return pages, tuple(one for one in documents if one not in pages)


def _is_single(document: Document) -> bool:
    try:
        told = data_in(document)
    except UnreadableFile:
        return False
    titled = isinstance(told, Mapping) and any(best_name(str(name))[0] == "title" for name in told)
    return titled and not any(
        isinstance(one, list) and any(isinstance(i, Mapping) for i in one) for one in told.values()
    )


def _records(documents: Iterable[Document]) -> tuple[list[Record], list[RowWarning]]:
    found, warnings = [], []
    for document in documents:
        try:
            record = record_of(document)
        except UnreadableFile as fault:
            warnings.append(RowWarning(document.name, "unreadable", fault.message, {"detail": fault.message}))
            continue
        if record is not None:
            found.append(record)
    return found, warnings


def _in_one_language(records: Sequence[Record], languages: Sequence[str]) -> list[Record]:
    """Return each thing once, in the event's first language, with its title and text in the others beside."""
    order: dict[str | None, int] = {None: len(languages), **{code: at for at, code in enumerate(languages)}}
    same: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for one in records:
        same[(one.folder, one.key)].append(one)
    found = []
    for group in same.values():
        first, *others = sorted(group, key=lambda one: order.get(one.language, len(languages) + 1))
        told = dict(first.told)
        for other in others if len({one.language for one in group}) == len(group) else ():
            for name, value in other.told.items():
                if name not in told:
                    told[name] = value
                elif other.language and value != told[name] and (name == ABSTRACT or best_name(name)[0] == "title"):
                    told[f"{name}_{other.language}"] = value
        apart = len({one.language for one in group}) == len(group)
        found.append(replace(first, told=told, also=tuple(one.path for one in others) if apart else ()))
        found += [] if apart else others
    return found


def _row(record: Record, named: set[str]) -> Record:
    """Return a record with the one of its names as key by which others name it."""
    return replace(record, key=next((name for name in record.names if name in named), record.key))


def _tree(inner: Any, kept: Mapping[str, Record], key: str, named: Collection[str]) -> Any:
    """Return the folders and files of one table as a file of data would hold them."""
    if isinstance(inner, Mapping):
        return {_folder(name, named): _tree(one, kept, key, named) for name, one in inner.items()}
    rows = [kept[one.path] for one in inner if one.path in kept]
    return [{key: one.key, **one.told, FILE: one.path} for one in rows]


def _folder(name: str, named: Collection[str]) -> str:
    """Return what a folder's name says, as a reader would write it; a day or a key stays as it is."""
    plain = "-" not in name or not SLUG.fullmatch(name) or name in named or read_when(name).has_day
    return name if plain else _words(name, None)


def _flat(inner: Any) -> Iterator[Record]:
    for one in inner.values() if isinstance(inner, Mapping) else inner:
        if isinstance(one, Record):
            yield one
        else:
            yield from _flat(one)


def _placed(table: Table) -> Table:
    """Return a table whose rows stand in their files."""
    seen: Counter[str] = Counter()
    for row in table.rows:
        path = next((row.text(column) for column in row.cells if column.endswith(FILE)), table.name)
        seen[path] += 1
        inside = FILE not in row.cells
        row.place = f"{path}: {seen[path]}" if inside else path
        for column in [column for column in row.cells if column.endswith(FILE)]:
            del row.cells[column]
    return replace(table, sections=tuple(one for one in table.sections if not one.endswith(FILE)))


def _named_in(tables: Iterable[Table]) -> set[str]:
    return {_last(value) for table in tables for column in table.columns for value in table.values(column)}


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, str) and len(value) < 200:
        yield _last(value)


def _last(text: str) -> str:
    """Return what a link or a path to a file names: anna of `/speakers/anna/`, `anna.md` and `[[anna]]`."""
    bare = text.strip().strip("[]").rstrip("/")
    name = PurePath(bare).name if " " not in bare else bare
    return (
        PurePath(name).stem
        if name.casefold().endswith((".md", ".mdx", ".markdown", ".yml", ".yaml", ".json"))
        else name
    )


def _name_by_keys(tables: Iterable[Table], keys: frozenset[str]) -> None:
    """Change cells that name files by their paths to the files' keys."""
    for table in tables:
        for row in table.rows:
            for column, value in row.cells.items():
                if isinstance(value, str):
                    row.cells[column] = _keyed(value, keys)
                else:
                    row.cells[column] = tuple(_keyed(one, keys) if isinstance(one, str) else one for one in value)


def _keyed(value: str, keys: frozenset[str]) -> str:
    if value in keys or len(value) > 200 or not ("/" in value or "." in value or "[" in value):
        return value
    last = _last(value)
    return last if last in keys else value


def _spell_out(tables: Iterable[Table], known: Collection[str]) -> None:
    """Change keys of people, rooms and tracks of which no file tells to the names that they were made of."""
    for table in tables:
        for column in table.columns:
            field, score = best_name(column)
            values = {*table.values(column)} if field in NAMED and score > SURE else set()
            if (
                not any("-" in one for one in values)
                or not all(SLUG.fullmatch(one) for one in values)
                or values & {*known}
            ):
                continue
            for row in table.rows:
                value = row.cells.get(column, "")
                parts = tuple(_words(one, field) if isinstance(one, str) else one for one in _parts(value))
                row.cells[column] = parts[0] if isinstance(value, str) and isinstance(parts[0], str) else parts


def _parts(value: str | tuple[str | Row, ...]) -> tuple[str | Row, ...]:
    return (value,) if isinstance(value, str) else value


def _words(slug: str, field: Field | None) -> str:
    words = slug.replace("-", " ")
    return words.title() if field in ("speakers", "chairs") else words[:1].upper() + words[1:]


def _left_out(record: Record) -> RowWarning:
    title = str(record.told.get("title", record.key))[:80]
    message = f"{title!r} is {record.unpublished!r} in the file and was left out."
    return RowWarning(record.path, "not_shown", message, {"title": title})

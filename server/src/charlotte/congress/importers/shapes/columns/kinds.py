"""What the rows of a table are, by its name, columns and values: sessions, people, rooms, tracks, levels, slots."""

from collections.abc import Iterable, Sequence
from typing import Literal

from charlotte.congress.importers.shapes.columns.name_pair import name_pair
from charlotte.congress.importers.shapes.people.names import looks_like_person
from charlotte.congress.importers.shapes.rows import Table
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.shapes.values.words import LANGUAGE_ENDINGS, Field, name_score, words_of
from charlotte.congress.importers.wording import KIND_WORDS, language_code

Kind = Literal["session", "slot", "speakers", "room", "track", "kind", "language", "details", "affiliation"]
"""As the field of a session that such a row fills; `details` is a level, `affiliation` an organisation."""
BY_NAME: tuple[tuple[Kind, Field], ...] = (
    ("speakers", "speakers"), ("speakers", "chairs"), ("room", "room"), ("track", "track"), ("kind", "kind"),
    ("language", "language"), ("details", "details"), ("affiliation", "affiliation"),
    ("slot", "start"), ("slot", "date"),
)  # fmt: skip
USERS = frozenset("user users profile profiles member members bios guest guests ospiti gaste invites invitados".split())
COMPANIES = frozenset(
    "companies sponsors sponsor partners partner exhibitors aziende enti firmen entreprises empresas".split()
)
OF_PEOPLE = frozenset(
    "bio biography biografia biographie avatar photo foto picture portrait headshot email twitter linkedin github "
    "mastodon social socials headline tagline pronouns surname".split()
)
OF_JOBS = frozenset(
    "job jobtitle company employer organization organisation affiliation azienda ente ruolo funktion".split()
)
OF_ROOMS = frozenset(
    "capacity seats floor building address posti capienza piano edificio platze etage stockwerk gebaude etage batiment "
    "plazas aforo planta edificio maxpeople latitude longitude geo".split()
)
OF_SESSIONS: tuple[Field, ...] = ("start", "end", "duration", "speakers", "abstract")
SAMPLE = 200
MOST = 0.6


def kinds_of(tables: Sequence[Table]) -> dict[str, Kind | None]:
    """Return what the rows of each table are, as far as it shows."""
    return {table.name: kind_of(table) for table in tables}


def kind_of(table: Table) -> Kind | None:
    """Return what the rows of a table are."""
    own = [column for column in table.columns if column not in table.sections]
    named = name_column(table)
    others = [column for column in own if named is None or _bare(column) != _bare(named)]
    fields = {field for field in OF_SESSIONS if any(_may_be(field, column, table) for column in others)}
    words = {word for column in own for word in words_of(column)}
    by_name = kind_named(last_name(table.name))
    if _is_slot(own, named, by_name, fields):
        return "slot"
    if (_has_names(own) or OF_PEOPLE & words and OF_JOBS & words) and not {"start", "duration"} & fields:
        return "speakers"
    if {"start", "duration"} & fields or {"speakers", "abstract"} <= fields:
        return "session"
    if by_name in ("track", "kind") and named is not None and _is_held(table, own, fields):
        return "session"  # the "tracks" of a slot: what is held in each
    if by_name not in (None, "session", "slot"):
        return "room" if by_name == "kind" and _by_values(table, named) == "room" else by_name  # labels of a board
    if "speakers" in fields and any(
        table.holds_rows(column) and name_score("speakers", column) > MOST for column in own
    ):
        return "session"  # talks whose people are rows of their own
    if OF_ROOMS & words and "speakers" not in fields:
        return "room"
    if by_name == "session" and (fields or name_score("track", last_name(table.name)) <= 0.3):
        return "session" if fields else _by_values(table, named) or by_name
    if by_name == "session":
        return "track"  # "topics" that have neither a time nor a text nor people
    return _by_values(table, named) or ("speakers" if OF_PEOPLE & words else by_name)


def _is_held(table: Table, own: Sequence[str], fields: set[Field]) -> bool:
    """Return whether rows stand in something that says when, and say where each is held or who speaks in it."""
    timed = any(_may_be("start", column, table) for column in table.sections)
    placed = any(name_score("room", column) > MOST and any(table.values(column)) for column in own)
    return timed and ("speakers" in fields or placed)


def _may_be(field: Field, column: str, table: Table) -> bool:
    """Return whether a column is called like a field; what holds no digit says no time: "de" is also "of"."""
    if name_score(field, column) <= MOST:
        return False
    is_time = field in ("start", "end", "duration")
    values = list(table.values(column, SAMPLE)) if is_time else []
    return not values or any(map(str.isdigit, "".join(values)))


def _is_slot(own: Sequence[str], named: str | None, by_name: Kind | None, fields: set[Field]) -> bool:
    """Return whether rows only say when: they have no name, or are called slots or days."""
    if by_name == "slot":
        return not {"speakers", "abstract"} & fields
    timed = {"start", "end", "duration"} & fields or any(name_score("date", column) > 0.6 for column in own)
    return named is None and bool(timed) and by_name != "session" and "speakers" not in fields and not _has_names(own)


def last_name(table: str) -> str:
    """Return the subject of a table's name: the last key of its path, else the file's name without its ending."""
    file, _, path = table.partition(": ")
    parts = [part for part in path.replace("[]", "").replace("{}", "").split(".") if part]
    return parts[-1] if parts else file.rpartition("/")[2].rsplit(".", 1)[0]


def name_column(table: Table) -> str | None:
    """Return the column that says what each row is called."""
    own = [column for column in table.columns if column not in table.sections]
    best = max(own, key=lambda column: name_score("title", column), default=None)
    if best is not None and name_score("title", best) > 0.3:
        return best
    in_languages = (column for column in own if column.rpartition(".")[2].casefold() in LANGUAGE_ENDINGS)
    return next(in_languages, None)


def _bare(column: str) -> str:
    """Return a column's name without the language at its end."""
    path, _, last = column.rpartition(".")
    return path if last.casefold() in LANGUAGE_ENDINGS else column


def kind_named(subject: str) -> Kind | None:
    """Return what a list of this name holds, as far as the name tells."""
    words = {*words_of(subject)}
    if words & COMPANIES:
        return "affiliation"
    if words & USERS:
        return "speakers"
    scores = [(name_score(field, subject), kind) for kind, field in BY_NAME]
    score, kind = max(scores, key=lambda one: one[0])
    title = max(name_score("title", subject), name_score("session", subject))
    if title > 0.3 and (title > score or score < 0.5):
        return "session"
    return kind if score > 0.3 else None


def _has_names(columns: Iterable[str]) -> bool:
    listed = list(columns)
    if name_pair(listed) is not None:
        return True
    wanted: tuple[Field, Field] = ("first_name", "last_name")
    best = [max((name_score(field, column) for column in listed), default=0.0) for field in wanted]
    return best[0] >= 0.8 and max(best[1], 0.5 * any(words_of(one)[-1:] == ("name",) for one in listed)) >= 0.5


def _by_values(table: Table, named: str | None) -> Kind | None:
    """Return what the names of a table's rows are names of."""
    values = list(table.values(named, SAMPLE)) if named is not None else []
    if not values:
        return None
    if sum(bool(language_code(one)) and len(one) < 14 for one in values) > 0.8 * len(values):
        return "language"
    if (
        sum(looks_like_person(one) and not ROOM_WORDS.search(one) for one in values) > MOST * len(values)
        and len(values) > 2
    ):
        return "speakers"
    if sum(bool(ROOM_WORDS.search(one)) for one in values) >= 0.5 * len(values):
        return "room"
    kinds = {word for _, words in KIND_WORDS for word in words}
    return "kind" if sum(bool({*words_of(one)} & kinds) for one in values) > MOST * len(values) else None

"""What systems wrap around a value, taken off: pages of edges, attributes, typed values, links, texts by language."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from charlotte.congress.importers.shapes.trees.columns_apart import by_columns
from charlotte.congress.importers.shapes.trees.mixed_lists import apart
from charlotte.congress.importers.shapes.trees.translations import with_translations_told
from charlotte.congress.importers.shapes.values.prose import prose
from charlotte.congress.importers.shapes.values.words import LANGUAGE_ENDINGS, best_name

FEWEST_COLUMNS = 3
DEEPEST = 60
"""What lies deeper is left as it is; no programme's export is nested like that."""
ID_KEYS = ("id", "@id", "_id", "_ref", "$ref", "ref", "$id", "uid", "uuid", "guid", "objectId")
ABOUT_LINKS = frozenset("type _type @type linkType _key __typename object collection".split())
"""What stands beside an id in an object that only links to another."""
PAGING = frozenset(
    "pageInfo totalCount total count cursor meta links __typename has_more next_cursor type object next "
    "previous".split()
)
PAGE = PAGING | {"items", "skip", "limit", "offset"}
"""What a page of a list says, inside of an object that may hold several: `{talkCollection: {total, items: […]}}`."""
LANGUAGE_KEYS = (
    "lang",
    "language",
    "locale",
    "@language",
    "languageCode",
    "lang_code",
    "langCode",
    "lingua",
    "xml:lang",
)
TEXT_KEYS = ("text", "value", "@value", "content", "label", "name", "translation", "title", "string")
FIRESTORE = frozenset(
    "stringValue integerValue doubleValue booleanValue timestampValue nullValue referenceValue arrayValue "
    "mapValue".split()
)
HOLDERS = ("attributes", "fields", "properties", "elements", "content", "data")
"""What systems call the object that holds a record's own fields, beside its id."""
OF_ELEMENTS = frozenset("type name value images links modular_content taxonomy_group display_timezone".split())
"""What an element says beside its value: `{type: "text", name: "Title", value: …}`."""
BESIDE_FIELDS = frozenset(
    "id type _id sys object url createdTime created_time last_edited_time createTime updateTime name archived parent "
    "links relationships meta metadata public_url in_trash icon cover created_by last_edited_by system uuid slug "
    "full_slug created_at updated_at published_at first_published_at sort_by_date position tag_list is_startpage "
    "parent_id meta_data group_id release_id lang path alternates default_full_slug translated_slugs uid href "
    "tags slugs linked_documents first_publication_date last_publication_date alternate_languages".split()
)


def unwrapped(tree: Any) -> Any:
    """Return a parsed file with every wrapping taken off; a file without any as it is."""
    return _value(tree, frozenset(_ids(tree, 0)), 0)


def _value(value: Any, known: frozenset[str], depth: int) -> Any:
    if depth > DEEPEST or not isinstance(value, Mapping | list):
        return value
    if (said := prose(value)) is not None:
        return said
    if isinstance(value, list):
        if value and all(isinstance(one, list) and _are_keys(one, known) for one in value):
            return [key for one in value for key in one]
        if value and all(isinstance(one, Mapping) and {"text", "spans"} <= one.keys() for one in value):
            return "\n".join(str(one["text"]) for one in value)
        held = _without_junctions([_value(one, known, depth + 1) for one in value])
        items = _by_language(_alike(_of_keys(held, known)))
        return apart(items) if isinstance(items, list) else items
    told = with_translations_told(value)
    inside = {str(key): _value(one, known, depth + 1) for key, one in told.items()}
    if depth and isinstance(listed := inside.get("items"), list) and {*inside} <= PAGE:
        if len(inside) > 1 or listed and all(isinstance(one, Mapping) for one in listed):
            return listed
    for step in STEPS:
        changed = step(inside)
        if changed is not inside:
            return changed
    return list(inside) if _is_set(inside, known) else inside


def _listed(value: dict[str, Any]) -> Any:
    """Take the pages of a list off: `{edges: [{node: …}]}`, `{data: […]}`, `{records: […]}`."""
    rest = {key for key in value if key not in PAGING}
    if len(rest) != 1:
        return value
    key = next(iter(rest))
    inner = value[key]
    if key == "edges" and isinstance(inner, list):
        return [one.get("node", one) if isinstance(one, Mapping) else one for one in inner]
    if key in ("nodes", "records", "results", "documents") and isinstance(inner, list):
        return inner
    return inner if key == "data" else value


def _upright(value: dict[str, Any]) -> Any:
    """Make records of columns that stand one below the other: `{title: […], start: […]}`, `{title: {"0": …}}`."""
    columns = [list(one.values()) if isinstance(one, Mapping) else one for one in value.values()]
    lengths = {len(one) if isinstance(one, list) else -1 for one in columns}
    plain = all(isinstance(one, list) and not any(isinstance(cell, Mapping) for cell in one) for one in columns)
    if len(value) < FEWEST_COLUMNS or len(lengths) > 1 or min(lengths) < FEWEST_COLUMNS or not plain:
        return value
    if any(isinstance(one, Mapping) and [*one] != [*next(iter(value.values()))] for one in value.values()):
        return value
    fields = {best_name(key)[0] for key in value}
    if "title" not in fields or not fields & {"start", "date"}:
        return value
    return [dict(zip(value, cells, strict=True)) for cells in zip(*columns, strict=True)]


def _fields(value: dict[str, Any]) -> Any:
    """Put a record's own fields beside its id: `{id, attributes: {…}}`, `{sys: {id}, fields: {…}}`."""
    holder = next((key for key in HOLDERS if isinstance(value.get(key), Mapping)), None)
    if holder is None or not (set(value) - {holder}) or any(k not in BESIDE_FIELDS for k in value if k != holder):
        return value
    told = next((value[key] for key in ("sys", "system") if isinstance(value.get(key), Mapping)), value)
    about: Mapping[str, Any] = told
    found: dict[str, Any] = {}
    if (own := _id_of(about)) is not None:
        found["id"] = own
    if isinstance(kind := about.get("contentType") or about.get("type"), str) and kind not in value[holder]:
        found["type"] = kind
    return {**found, **value[holder]}


def _typed(value: dict[str, Any]) -> Any:
    """Take off what names the type of a value: `{type: "select", select: …}`, `{stringValue: …}`."""
    if len(value) == 1 and (key := next(iter(value))) in FIRESTORE:
        inner = value[key]
        if key == "arrayValue":
            return inner.get("values", []) if isinstance(inner, Mapping) else []
        if key == "mapValue":
            return inner.get("fields", {}) if isinstance(inner, Mapping) else {}
        return str(inner).rpartition("/")[2] if key == "referenceValue" else inner
    kind = value.get("type")
    if {"type", "value"} <= value.keys() <= OF_ELEMENTS and isinstance(kind, str):
        return value["value"]
    if (
        isinstance(kind, str)
        and kind in value
        and kind != "type"
        and set(value) <= {"type", "id", kind, "has_more", "name"}
    ):
        inner = value[kind]
        if isinstance(inner, Mapping) and "name" in inner and set(inner) <= {"id", "name", "color"}:
            return inner["name"]
        if isinstance(inner, list) and all(
            isinstance(one, Mapping) and set(one) <= {"id", "name", "color"} for one in inner
        ):
            return [one.get("name", one.get("id")) for one in inner]
        return inner
    return value


def _instant(value: dict[str, Any]) -> Any:
    """Read a database's point in time: `{_seconds: …, _nanoseconds: …}`, `{$date: …}`."""
    keys = {key.lstrip("_") for key in value}
    seconds = next((one for key, one in value.items() if key.lstrip("_") == "seconds"), None)
    if keys <= {"seconds", "nanoseconds", "nanos"} and isinstance(seconds, int) and 0 < seconds < 1 << 33:
        return datetime.fromtimestamp(seconds, UTC).isoformat()
    return value["$date"] if set(value) == {"$date"} else value


def _link(value: dict[str, Any]) -> Any:
    """Return what an object that only names another record names."""
    if isinstance(inner := value.get("sys"), str) and len(value) == 1:
        return inner  # the link inside was taken off before
    if "link_type" in value and isinstance(value.get("id"), str):
        return value["id"]
    keys = [key for key in value if key not in ABOUT_LINKS]
    if len(keys) == 1 and keys[0] in ID_KEYS and isinstance(value[keys[0]], str | int):
        return value[keys[0]]
    return value


def _one_language(value: dict[str, Any]) -> Any:
    """Return a text that is there in one language only as it is, and regions of a language as the language."""
    codes = [key.replace("_", "-").split("-")[0].casefold() for key in value]
    if not value or any(len(code) not in (2, 3) or code not in LANGUAGE_ENDINGS for code in codes):
        return value
    if len(value) == 1 or any(isinstance(one, Mapping | list | bool | int | float) for one in value.values()):
        return next(iter(value.values()))
    return value if codes == list(value) else dict(zip(codes, value.values(), strict=True))


STEPS: tuple[Callable[[dict[str, Any]], Any], ...] = (
    by_columns,
    _upright,
    _listed,
    _fields,
    _typed,
    _instant,
    _link,
    _one_language,
)


def _of_keys(items: list[Any], known: frozenset[str]) -> list[Any]:
    """Return the keys of records that each stand in an object of their own: `[{person: "p1"}, {person: "p2"}]`."""
    keys = {key for one in items if isinstance(one, Mapping) for key in one}
    if len(keys) != 1 or not all(isinstance(one, Mapping) and len(one) == 1 for one in items):
        return items
    values = [next(iter(one.values())) for one in items]
    return values if all(isinstance(one, str) and one in known for one in values) else items


def _without_junctions(items: list[Any]) -> list[Any]:
    """Return what the rows of a table between two others hold: `{id, sessions_id, people_id: {…}}`."""
    found = []
    for one in items:
        inner = [key for key, held in one.items() if isinstance(held, Mapping)] if isinstance(one, Mapping) else []
        if (
            len(inner) != 1
            or len(one) < 2
            or not _joins(inner[0])
            or any(key != inner[0] and not _joins(key) for key in one)
        ):
            return items
        found.append(one[inner[0]])
    return found


def _joins(key: str) -> bool:
    return key in ("id", "sort", "order") or key.endswith(("_id", "Id", "_order"))


def _by_language(items: list[Any]) -> Any:
    """Return texts that each name their language as an object by language."""
    found: dict[str, Any] = {}
    for one in items:
        if not isinstance(one, Mapping) or not 2 <= len(one) <= 3:
            return items
        code = next((one[key] for key in LANGUAGE_KEYS if isinstance(one.get(key), str)), "")
        text = next((one[key] for key in TEXT_KEYS if isinstance(one.get(key), str)), None)
        code = code.replace("_", "-").split("-")[0].casefold()
        if text is None or code not in LANGUAGE_ENDINGS or code in found:
            return items
        found[code] = text
    return found or items


def _alike(items: list[Any]) -> list[Any]:
    """Return records whose texts are by language in all of them where they are in some."""
    rows = [one for one in items if isinstance(one, Mapping)]
    codes = {
        key: next(iter(one))
        for row in rows
        for key, one in row.items()
        if isinstance(one, Mapping) and _is_by_language(one)
    }
    if not any(isinstance(row.get(key), str) for key in codes for row in rows):
        return items
    return [
        {key: {codes[key]: v} if key in codes and isinstance(v, str) else v for key, v in one.items()}
        if isinstance(one, Mapping)
        else one
        for one in items
    ]


def _is_by_language(value: Mapping[str, Any]) -> bool:
    return bool(value) and all(key in LANGUAGE_ENDINGS and isinstance(one, str | None) for key, one in value.items())


def _is_set(value: Mapping[str, Any], known: frozenset[str]) -> bool:
    """Return whether an object only holds the ids of other records as its keys: `{"-Ux1": true}`."""
    return bool(value) and all(one is True or one == 1 for one in value.values()) and all(key in known for key in value)


def _are_keys(items: list[Any], known: frozenset[str]) -> bool:
    return (
        len(items) < 2
        and all(type(one) is int or isinstance(one, str) and one in known for one in items)
        or all(isinstance(one, str | int) and str(one) in known for one in items)
    )


def _ids(value: Any, depth: int) -> Iterable[str]:
    """Yield what names records anywhere in a tree: their ids, and the keys that they stand under."""
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _ids(one, depth + 1)
    elif isinstance(value, Mapping):
        if (own := _id_of(value)) is not None:
            yield str(own)
        for key, one in value.items():
            if isinstance(one, Mapping):
                yield str(key)
            if isinstance(one, Mapping | list):
                yield from _ids(one, depth + 1)


def _id_of(value: Any) -> str | int | None:
    if not isinstance(value, Mapping):
        return None
    return next((value[key] for key in ID_KEYS if isinstance(value.get(key), str | int)), None)

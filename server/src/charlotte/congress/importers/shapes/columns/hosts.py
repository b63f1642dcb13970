"""Hosts of sessions: they speak where nobody else is named, and lead where another column names who speaks."""

from collections.abc import Mapping

from charlotte.congress.importers.shapes.values.words import Field, words_of

HOSTS = frozenset("host hosts hosted gastgeber gastgeberin gastgeberinnen hote hotesse anfitrion anfitriona".split())
BESIDE = frozenset("by session name names".split())
_CHAIRS: Field = "chairs"


def hosts_who_lead(columns: Mapping[str, Field]) -> dict[str, Field]:
    """Return the columns of hosts as those of who chairs, beside one that names the speakers."""
    people = [column for column, field in columns.items() if field == "speakers"]
    hosts = [one for one in people if HOSTS & {*words_of(one)} and {*words_of(one)} <= HOSTS | BESIDE]
    return dict.fromkeys(hosts, _CHAIRS) if len(hosts) < len(people) else {}

"""What a line begins with that says what its names are: who chairs, who speaks, where it is."""

import re
from collections.abc import Sequence
from typing import Literal

from charlotte.congress.importers.shapes.people.name_order import TITLE
from charlotte.congress.importers.wording import plain

Labelled = Literal["chairs", "speakers", "room"]

CHAIRS = (
    r"(?:session[- ]|co-?)?(?:(?:chaired|moderated|hosted) by|moderat[oaie] da|mod[ée]r[ée]e? par|moderad[oa] por|"
    r"moderat\w*|mod[ée]rat\w*|moderaci[óo]n|moderador\w*|moderazione|"
    r"modera|moderano?|(?:es )?moderiert(?: von)?|chairs?|"
    r"chairpersons?|chair(?:wo)?m[ae]n|conven[eo]rs?|presied\w+|president[aei]|"
    r"pr[ée]sid(?:e|ent|ence|ents|ente|ée par)|preside[n]?|"
    r"(?:tages|sitzungs|diskussions|gesprächs|einsatz|gesamt|übungs)?(?:vorsitz\w*|leitung)|leitet|coordina\w*|"
    r"anim[ée]e? par|"
    r"animat\w+|facilitat\w+|mod\.|coord\.|pres\.|cond\.|introduc(?:es?|ono|en|ed by)|introdott[oaie] da|"
    r"introduit\w* par|introducid[oa]s? por|eingeführt von|einführende worte)"
)
SPEAKERS = (
    r"(?:docent[ei]|dozent(?:en|in|innen)?|conduc\w+|discussants?|tutors?|(?:invited |keynote )?speakers?|relator[ei]|"
    r"relatric[ei]|referent(?:en|in|innen|\*innen)?|vortragende\w*|intervenante?s?|interven\w+|intervien\w+|ponentes?|"
    r"part[ei]cipa\w*|teilnehme\w+|orat\w+|by|con|mit|with|avec|par|por|von|a cura di|di|panel(?:ists?)?|presenters?|"
    r"presented by|presented|presenta(?:no|n)?|présentent|"
    r"authors?|autor\w*|auteurs?|trainers?|formateurs?|formador(?:es|as?)?|formator[ei]|"
    r"speakers? and panelists?|sprecher\w*|"
    r"impart(?:en?|id[ao]s? por|isce|iscono)|taught by|held by|led by|gehalten von|tenut[oa] da|a cargo de|"
    r"es (?:diskutieren|sprechen|referieren|berichten)|feat(?:\.|uring)|discutono|dialogano|debaten|dialogan|"
    r"débattent|dict(?:a|an|ad[oa] por)|expon(?:e|en|entes?)|(?:ref|rel|vortr|interv)\.|"
    r"accompagna(?:no)?|accompagnent|acompañan?|guida(?:no)?|guían|premia(?:no)?|"
    r"consegna(?:no)? (?:il premio|i premi)|entregan? (?:el|los) premios?|remet(?:tent)? (?:le|les) prix|"
    r"guid(?:ée? par|at[ao] da|ed by)|geführt von|guiad[oa] por|accompagnée? (?:par|de)|accompagnat[oa] da|"
    r"begleitet von|acompañad[oa] (?:por|de)|"
    r"sous la (?:conduite|direction) de|sotto la guida di|unter (?:der )?(?:leitung|führung) von|"
    r"bajo la (?:gu[ií]a|direcci[óo]n) de|under the guidance of|"
    r"expositor\w*|exposée? par|présentée? par|presentat[oa] da|presentad[oa] por|vorgetragen von)"
)
GUIDES = (
    r"(?:guid[ae]s?|gu[ií]as?|führung|guided by|guid(?:ata da|ée? par)|geführt von|monitor\w*|gastgeber\w*|"
    r"istrutt(?:or[ei]|ric[ei])|instruct(?:ors?|eurs?|rices?|or[ae]s)|kursleit\w*|"
    r"host(?:s|ed by)?|(?:tour |group )?leaders?|(?:tour|wander|fahrt|gruppen)leit\w+|"
    r"accompagn\w*|begleitung|acompañ\w*|"
    r"(?:auf dem |am )?podium(?:steilnehme\w+|sgäste)?|on the panel|diskutant\w+|discutant\w*|"
    r"es (?:diskutieren|sprechen)|"
    r"diskussion mit|mitwirkende|invit(?:ed guests?|ée?s?|ad[oa]s?)|ospit[ei]|gäste|guests?|debaten|dialogan|discutono|"
    r"dialogano|débatteu(?:rs?|ses?))"
)
PERFORMERS = (
    r"(?:(?:(?:an|auf|zu)(?: der)?|am|at(?: the)?|on(?: the)?|all[ao’']|al|au|à la|à l[’'])\s*(?:[^\W\d]+[- ]){0,2})?"
    r"(?:\w*orgel|organ(?:ist(?:in|a|e)?|o)?|orgue|órgano|klavier|flügel|piano(?:forte)?|cembalo|harpsichord|clavecin|"
    r"geige|fiddle|violin[eo]?|violon|viola(?: da gamba)?|bratsche|gambe|(?:violon)?cell[oe]|violonchelo|kontrabass|"
    r"contrabbasso|(?:block|quer)?flöte|flute|flauto|flûte|flauta|oboe|hautbois|klarinette|clarinet(?:te|to|te|e)?|"
    r"fagotto?|horn|trompete|trumpet|tromba|trompett?[ea]|posaune|trombone|saxo(?:phon|fono)|gitarre|guitarr?[ea]?|"
    r"chitarra|laute|lute|liuto|harfe|harpe?|arpa|akkordeon|accordion|fisarmonica|accordéon|acordeón|schlagzeug|drums|"
    r"percussioni?|gesang|vocals|voice|voce|voix|canto|chant|soprano?|mezzosoprano?|contralto|tenore?|ténor|"
    r"bariton[oe]?|baryton|dirigent(?:in)?|conductor|regie|direttore|direttrice|predigt|sermon|predica|omelia|homélie|"
    r"homilía|prédication|lesung|readers?|lettura|lettore|lettrice|voz)"
)
"""What somebody plays or does at a concert, a service, a reading: "Orgel: Ada Orr", "An der alten Orgel: Bo Lie"."""
ROOMS = r"(?:room|location|venue|where|place|sala|aula|luogo|dove|sede|ort|raum|saal|wo|salle|lieu|où|lugar|d[óo]nde)"
ENDING = r"(?:innen|in|e[ns]?|a[s]?|o[s]?|s|nes?|rin(?:nen)?|r|n|t?rices?|trici|t?or[ae]s?|euses?|sa|esse)"
BEHIND = rf"\s*(?:\([^()]{{1,12}}\)|(?:[*/:_·•.]-?(?-i:{ENDING})(?!\w))+)?\s*"
"""What a word for people ends in where it means all of them: "Referent/in", "Intervenant·e·s", "Relatore/trice"."""
OF_SESSION = (
    r"(?:\s+(?:(?:de|di|of|der|del|della|du|des|la|the)\s+)*"
    r"(?:session\w*|s[ée]ance\w*|sesi[oó]n|sitzung|panel\w*|mesa|tavola|table))?"
)
LABELS: tuple[tuple[Labelled, re.Pattern[str]], ...] = (
    (
        "chairs",
        re.compile(
            rf"^{CHAIRS}(?:{OF_SESSION}(?=\s*:))?{BEHIND}(?::|\s[-–—](?=\s)|\.\s|(?=\s+[A-ZÀ-Þ]))\s*", re.IGNORECASE
        ),
    ),
    ("speakers", re.compile(rf"^{SPEAKERS}{BEHIND}(?::|\s[-–—](?=\s)|\.\s|(?=\s+[A-ZÀ-Þ]))\s*", re.IGNORECASE)),
    ("speakers", re.compile(rf"^{GUIDES}{BEHIND}:\s*", re.IGNORECASE)),
    ("speakers", re.compile(rf"^{PERFORMERS}{BEHIND}:\s*", re.IGNORECASE)),
    ("room", re.compile(rf"^{ROOMS}\s*:\s*", re.IGNORECASE)),
)
CHAIR_BEHIND = re.compile(
    rf"(?!\s*[(\[,–-]\s*(?:president[aei]|pr[ée]sident\w*)\s*[)\]]?$)"  # of their society
    rf"\s*[(\[,–-]\s*{CHAIRS}\s*[)\]]?$",
    re.IGNORECASE,
)
"""`Anna Kern (Moderation)`"""
CHAIR_ALONE = re.compile(rf"^{CHAIRS}{OF_SESSION}$", re.IGNORECASE)
STOP = re.compile(
    r"\s*(?:\.\s+(?=[A-ZÀ-Þ])|;\s+|(?:,\s+|(?<=\s)[–—-]\s+)(?=(?:moderated|chaired|hosted|moderiert|moderat[oaie]|mod[ée]r[ée]e?|anim[ée]e?|"
    r"moderad[oa])\s(?:by|von|da|par|por)\s)|"
    r",?\s+(?=(?:with|mit|avec|con)\s+[A-ZÀ-Þ])|"
    r"(?<=[?!]|[^\W\d_])\s+(?=[A-ZÀ-Þ][^\W\d_]{3,20}:\s))"  # broken lines: "Conduce: Ida Riva Partecipano: …"
)
WITH = re.compile(r"(?:with|mit|avec|con)\s")
"""Behind who leads: "animée par Paul Roux, avec Ana Petit"."""

LEADS = re.compile(
    r"(?:\S+\s)?\W*(?:\w*leitung|leite[rt]\w*|anim\w+|facilit\w+|conduc\w+|led by|"
    r"leaders?|dirig\w+|coordin\w+|imparte\w*|a cargo de)"
    r"\b.*",
    re.IGNORECASE,
)
"""What the person of a workshop is called, who leads it and whom it has no other speaker but."""


_AT_LABEL = r"(?:^|(?<=[\n;.])|(?<=\s))[ \t]*"
LEADING = re.compile(
    rf"{_AT_LABEL}(?:conduc(?:e|ono)|condott[oa] da|guid(?:a|ano)|dirig(?:e|ono|en)|leads?|led by|conducen?|"
    r"mène(?:nt)?|dirige(?:nt)?|durch den abend führt|es führt)\s*:",
    re.IGNORECASE,
)
TAKING_PART = re.compile(
    rf"{_AT_LABEL}(?:part[ei]cipa\w*|interven\w+|intervien\w+|discut\w+|discuss\w+|discussants?|dialog\w+|debat\w+|"
    r"ospit[ei]|invit\w+|panel(?:ists?|lists?)?|teilnehm\w+|es diskutieren|mitwirkende|gäste|guests?|with|con|mit|avec|"
    r"relator[ei]|speakers?)\s*:",
    re.IGNORECASE,
)


def leads_alone(column: str) -> bool:
    """Return whether a column names who holds a session, where no other does: "Animation", "Leitung"."""
    return LEADS.fullmatch(plain(column).strip(" :.")) is not None


def leads_beside(text: str) -> bool:
    """Return whether a text says by its label who leads, where others are told to speak: "Conduce: Ada Neri"."""
    label, colon, _ = text.partition(":")
    return bool(colon) and leads_alone(label)


def labelled(line: str) -> tuple[Labelled, str] | None:
    """Return what a line's label says that the rest is, and the rest."""
    said = plain(line)
    for kind, pattern in LABELS:
        found = pattern.match(said)
        rest = said[found.end() :].strip() if found else ""
        title = TITLE.match(rest)
        if found and rest and (":" in found[0] or rest[title.end() if title else 0].isupper()):
            return kind, rest
    return None


def by_labels(line: str) -> list[str]:
    """Cut a line before every label that follows a stop: "Modera Ivo Marin. Intervengono: Rita Salis, Bo Lie"."""
    found: list[str] = []
    start = 0
    for stop in STOP.finditer(line):
        if line[start : stop.start()].count("(") > line[start : stop.start()].count(")"):
            continue  # "(Ann Lee, Bo Ray; chair: Eve Moss)"
        role = labelled(line[stop.end() :])
        is_joined = WITH.match(line, stop.end()) is not None and not {";", "."} & {*stop[0]}
        led = labelled(line[start : stop.start()]) if is_joined else None
        if role is None or role[0] == "room" or is_joined and (led is None or led[0] != "chairs"):
            continue
        found.append(line[start : stop.start()])
        start = stop.end()
    return [*found, line[start:]]


def one_leads(text: str) -> bool:
    """Return whether a text tells who leads and, behind another label, who takes part: the first is the chair then."""
    return LEADING.search(text) is not None and TAKING_PART.search(text) is not None


def leads_others(piece: str) -> bool:
    """Return whether a label names who leads, without being that of a chair: "Conduce:", "Guida:"."""
    return LEADING.match(plain(piece)) is not None


def with_chair_named(lines: Sequence[str]) -> list[str]:
    """Return lines with who leads told as the chair, where others say who takes part."""
    if not one_leads("\n".join(lines)):
        return [*lines]
    return [LEADING.sub("Chair: ", line, count=1) if leads_others(line) else line for line in lines]


def says_that_they_chair(text: str) -> bool:
    """Return whether a label or a column's name is what somebody is called who leads a session."""
    return CHAIR_ALONE.match(plain(text).strip(" :.")) is not None

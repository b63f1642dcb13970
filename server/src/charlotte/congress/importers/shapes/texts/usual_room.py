"""The room of everything that names none: "Unless stated otherwise all sessions are held in the Blue Hall"."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set

from charlotte.congress.importers.shapes.rows import Row, Table
from charlotte.congress.importers.shapes.sheets.cells import SECTION, SECTION_DAY
from charlotte.congress.importers.shapes.texts.sections import is_at_ease, place_in
from charlotte.congress.importers.shapes.times.day_line import day_in
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.shapes.values.sentences import sentences_of
from charlotte.congress.importers.shapes.values.venue_lines import MEETING
from charlotte.congress.importers.shapes.values.words import best_name
from charlotte.congress.importers.wording import kind_of
from charlotte.documents.broken_lines import GOES_ON

OTHERWISE = re.compile(
    r"(?:unless (?:\w+ ){0,3}(?:otherwise|elsewhere|different\w*|stated|noted|indicated|specified)|"
    r"(?:except )?where not (?:otherwise )?\w+|"
    r"(?:so|in)?(?:fern|soweit|wenn|falls|wo) nicht(?:s)? ander\w+|wo nichts? (?:steht|angegeben)|"
    r"ohne (?:andere|weitere) angaben?|(?:ove|dove|se|laddove|quando) non (?:\w+ )?(?:indicat\w|specificat\w|scritt\w|"
    r"segnalat\w|precisat\w)|salvo (?:diversa|altra) (?:indicazione|specifica\w*)|"
    r"salvo dove (?:diversamente )?indicat\w|"
    r"(?:a meno che|salvo che|se) non (?:\w+ ){1,2}(?:altro(?:ve)?|diversamente)|"
    r"sauf (?:indication|mention|avis|précision) contraire|"
    r"sauf (?:s[i’']|là où|quand) ?(?:[\w’']+ ){1,5}(?:autrement|autre chose|ailleurs|contraire)|"
    r"(?:außer|es sei denn),? (?:\w+ ){0,4}(?:anderswo|anders|(?:et)?was anderes)|"
    r"à défaut d[’']indication|"
    r"salvo (?:que se indique (?:lo contrario|otra cosa)|indicaci[óo]n (?:en )?contrari[oa])|"
    r"(?:si|cuando|donde) no se (?:indica|especifica|dice)(?: lo contrario| otra cosa| nada)?|"
    r"(?:salvo|a menos|excepto) (?:\w+ ){1,3}(?:otr[ao] (?:cosa|lugar|sala)|lo contrario))",
    re.IGNORECASE,
)
PLENARY = re.compile(
    r"(?=.*\b(?:finden|take place|(?:are|will be) held|si (?:tengono|svolgono|terranno)|hanno luogo|ont lieu|"
    r"se tiennent|se (?:celebran|realizan)|tienen lugar|tendrán lugar)\b).*\b(?:plen|plén)[^\W\d]+",
    re.IGNORECASE,
)
"""A sentence on all that is for everybody: "Plenary sessions take place in the Oak Hall"."""
PLACE = re.compile(
    r"\b(?:in der|in the|in|im|auf der|auf dem|at the|at|nell[ao’'] ?|nel|all[ao’'] ?|al|en la|en el|en|dans la|"
    r"dans le|dans l[’'] ?|à la|à l[’'] ?|au)\s*(?<=[\s’'])"
    r"((?:(?:auditori(?:um|o)|amphithéâtre|salle|sala|salón|salone|salon|aula|teatro|théâtre|hall|bibliot\w+|chapelle|capilla|"
    r"cappella)\s+)?(?:[A-ZÀ-Þ\d][\w’'.-]*)(?:\s+(?:(?:de|d[ei]l|della|delle|dei|degli|di|du|des|la|le|les|von|vom|zur|zum|of|aux?|"
    r"alla|alle|ai|al|à)\s+){0,2}[A-ZÀ-Þ\d][\w’'.-]*){0,5}|"
    r"(?:auditori(?:um|o)|amphithéâtre|aula magna|paraninfo|salón de actos|salle (?:polyvalente|plénière|des fêtes)|"
    r"grande? sal(?:le|a)|sala (?:grande|plenaria|principal)|salone|gymnase|chapiteau|"
    r"(?:main|great|lecture|plenary) (?:hall|theatre|auditorium|room))(?!\w|\s+[A-ZÀ-Þ\d]))"
)
"""A place by its name, or a hall of which a house has one: "tout se passe dans l’amphithéâtre"."""
DECLINED = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{2,}en")
MASCULINE = re.compile(r"(?:saal|raum|salon|keller|hof|garten|turm|stall|speicher|boden)$", re.IGNORECASE)
NEUTER = re.compile(r"(?:zimmer|foyer|theater|studio|haus|zelt|labor|atelier|auditorium|schiff)$", re.IGNORECASE)
VISITS = re.compile(
    r"\W*(?:(?:guided|geführte[rs]?) )?(?:visita|visit[es]?|escursion[ei]|excursi[óo]n|excursions?|exkursion|"
    r"besichtigung|gita|passeggiata|promenade|paseo|spaziergang|wanderung|rundgang|stadt(?:führung|rundgang)|walk|"
    r"(?:walking |bus )?tour|field trip)(?!\w)",
    re.IGNORECASE,
)
BRACKET = re.compile(r"\(([^()]*)\)")
WORD = re.compile(r"[^\W\d_]{5,}")
EVERYTHING = re.compile(
    r"\b(?:all|every|everything|alle[sn]?|sämtliche|tutt[oiae]|tout(?:es)?|tous|l[’']ensemble|todo|todas|todos)\b",
    re.IGNORECASE,
)
SESSIONS = re.compile(
    r"\b(?:session|sitzung|vortr[aä]g|talk|lecture|conf[ée]ren[cz]|charla|ponencia|incontr|intervent|s[ée]ance|rencontre|"
    r"veranstalt|programm|event|activit|actividad|presentation|beitr[aä]g|relazion|lavori|travaux|sesion|everything|alles|"
    r"tutto|tout\b|todo\b)",
    re.IGNORECASE,
)
"""Of any kind: where all workshops are held says nothing of the others."""
HELD = re.compile(
    r"\b(?:se (?:tien\w+|déroul\w+|celebra\w*|realiza\w*|imparten|desarrollan)|(?:ont|a)(?: \w+)? lieu|"
    r"(?:take|takes) place|(?:is|are|will be) held|find(?:en|et)|"
    r"(?:si )?(?:tengono|svolgono|terranno|svolgeranno|svolge)|hanno luogo|tienen lugar|tendrán lugar)\b",
    re.IGNORECASE,
)
WORKSHOPS = re.compile(
    r"\b(?:(?:die|all|alle|the|les|i|los|tous les|todos los|tutti i)\s)?(?:workshops|ateliers|"
    r"laboratori|talleres)\b",
    re.IGNORECASE,
)
PART_OF_DAY = re.compile(
    r"\b(?:mornings?|matin(?:[ée]es?|s)?|vormittag\w*|mattin\w+|ma[ñn]anas?|afternoons?|apr[èe]s-midi|nachmittag\w*|"
    r"pomeriggi\w+|tardes?)\b",
    re.IGNORECASE,
)
"""What of all does not say all."""
ARTICLE = re.compile(r"(?:in (?:der|the)|im|auf de[rm]|at the|nel|all|al|en (?:la|el)|dans|à l|au)")
"""What stands before the name of a house, and not of a town."""
OF_WHAT = re.compile(r"\s(?:del|della|dei|degli|delle|du|des|de la|de los)\s[A-ZÀ-Þ][\w’'-]+$")
LAST_WORD = re.compile(r"\s+([a-zß-ÿ]{4,})(?=\s*(?:[.,;(]|$))")
"""What is written small at the end of a name: "Sala del Consiglio comunale", "Salle du Conseil municipal"."""
BROKEN_FROM = 50
"""Letters of a line of prose that may be broken because it was full."""
SENTENCES = re.compile(r"(?<=[.!?;])\s+|\s*;\s")
LONGEST = 250
STEM = 4
"""Letters by which a declined name is known again: "im Großen Saal", the "Großer Saal"."""


def usual_room(texts: Iterable[str], rooms: Set[str]) -> str:
    """Return the room that a sentence names for all that says nothing else; nothing where none does."""
    for text in texts:
        for line in text.split("\n"):
            told = [one for one in sentences_of(line, rooms) if len(one) <= LONGEST and _says_where(one)]
            for place in (place_named(one) for sentence in told[:1] for one in _places_in(sentence)):
                known = next((room for room in rooms if _is_same(room, place)), "")
                if known or ROOM_WORDS.search(place) or any(_is_of_all(one, place) for one in told[:1]):
                    return known or place
            if place := _of_everything(line):
                return next((room for room in rooms if _is_same(room, place)), place)
    return ""


def _is_of_all(sentence: str, place: str) -> bool:
    """Return whether a sentence on all sessions holds nothing behind a place that its words could go on with."""
    at = sentence.find(place)
    ahead, behind = sentence[:at], sentence[at + len(place) :].strip(" .")
    article = next((one for one in PLACE.finditer(sentence) if one.start(1) == at), None)
    is_free = not behind or behind[0] in ",;:(–—-" or OTHERWISE.match(behind) is not None
    about = f"{ahead} {behind}"
    is_of_all = EVERYTHING.search(about) is not None and SESSIONS.search(about) is not None
    return is_free and is_of_all and article is not None and ARTICLE.match(article[0]) is not None


def _of_everything(line: str) -> str:
    """Return where a sentence says that everything is held: "Les conférences se tiennent toutes à la Grange Haute"."""
    for sentence in (one for one in SENTENCES.split(line) if PART_OF_DAY.search(one) is None):
        is_of_all = len(sentence) <= LONGEST and EVERYTHING.search(sentence) and SESSIONS.search(sentence)
        held = HELD.search(sentence) if is_of_all else None
        place = PLACE.search(sentence, held.start()) if held else None
        is_sure = place is not None and ROOM_WORDS.search(place[0]) is not None
        if place is not None and (is_sure or ARTICLE.match(sentence[place.start() : place.end()])):
            return place_named(place)
    return ""


def _of_workshops(line: str) -> str:
    """Return where a sentence says that the workshops are held: "I laboratori sono tutti in Aula 3"."""
    for sentence in SENTENCES.split(line):
        told = WORKSHOPS.search(sentence) if len(sentence) <= LONGEST and SESSIONS.search(sentence) is None else None
        place = PLACE.search(sentence, told.end()) if told is not None else None
        if place is not None and ROOM_WORDS.search(place[0]):
            return place_named(place)
    return ""


def place_named(place: re.Match[str]) -> str:
    """Return a place as it is called by itself: "im Großen Saal" is the "Großer Saal"."""
    name = place[1].strip(" .,")
    last = LAST_WORD.match(place.string, place.end(1)) if OF_WHAT.search(place[1]) else None
    name = f"{name} {last[1]}" if last else name
    adjective, _, noun = name.partition(" ")
    if not DECLINED.fullmatch(adjective) or not noun or " " in noun:
        return name
    if place[0].startswith(("in der", "auf der")):
        return f"{adjective[:-1]} {noun}"
    ending = "er" if MASCULINE.search(noun) else "es" if NEUTER.search(noun) else "en"
    return f"{adjective[:-2]}{ending} {noun}" if place[0].startswith(("im", "auf dem")) else name


def _says_where(sentence: str) -> bool:
    return OTHERWISE.search(sentence) is not None or PLENARY.match(sentence) is not None


def _places_in(sentence: str) -> Iterator[re.Match[str]]:
    """Yield the places that a sentence names, those behind the words "unless stated otherwise" first."""
    found = OTHERWISE.search(sentence)
    begin = found.start() if found else 0
    yield from PLACE.finditer(sentence[begin:])
    yield from PLACE.finditer(sentence[:begin])


def with_usual_room(tables: Sequence[Table], texts: Iterable[str], rooms: Set[str]) -> None:
    """Put the usual room into all rows that have none; breaks, evenings and what has its parts elsewhere left out."""
    told = {text for table in tables for row in table.rows for text in [row.text("room")] if text}
    lines = [line for text in texts for line in _unbroken(text)]
    found = [(day_in(line), room) for line in lines if (room := usual_room([line], {*rooms, *told}))]
    of_days = {day: room for day, room in reversed(found) if day}
    usual = next((room for day, room in found if not day), "")
    of_all = (line for line in lines if OTHERWISE.search(line) or PLENARY.match(line) or _of_everything(line))
    others = _exceptions(of_all) if found else ()
    workshops = next((place for line in lines if (place := _of_workshops(line))), "") if found else ""
    placed = {id(row.parent) for table in tables for row in table.rows if row.parent is not None and row.text("room")}
    for table in tables if found else ():
        column = next((column for column in table.columns if best_name(column)[0] == "room"), None)
        for row in table.rows:
            title = row.text("title").casefold()
            room = of_days.get(row.text(SECTION_DAY), usual)
            if not room or row.parent is not None or id(row) in placed or is_at_ease(row) or is_on_the_way(row):
                continue
            if any(word in title for word in others):
                continue
            if column is not None:
                row.cells.setdefault(column, "")
            place_in(row, workshops if workshops and kind_of(None, row.text("title"), False) == "workshop" else room)


def _unbroken(text: str) -> list[str]:
    """Return the lines of a text, sentences whole that were only broken because a line was full."""
    found: list[str] = []
    last = ""
    for line in text.split("\n"):
        words = last.split()
        is_full = len(last) >= BROKEN_FROM and last[-1] not in ".!?:;"
        if is_full and (line[:1].islower() or words[-1].casefold() in GOES_ON):
            found[-1] += f" {line.strip()}"
        else:
            found.append(line)
        last = line.rstrip()
    return found


def is_on_the_way(row: Row) -> bool:
    """Return whether a row is a visit or a walk, or says where to meet, which no hall is the place of."""
    said = [row.text(column) for column in row.cells if not column.startswith(SECTION)]
    titles = [row.text(column) for column in row.cells if best_name(column)[0] == "title"]
    return any(map(MEETING.search, said)) or any(map(VISITS.match, titles))


def _exceptions(lines: Iterable[str]) -> set[str]:
    """Return, folded, the words in brackets in such sentences: "(except the dinner)", "(Ausnahme: Abendempfang)"."""
    said = (words for line in lines for words in BRACKET.findall(line))
    return {word.casefold() for words in said for word in WORD.findall(words)}


def _is_same(one: str, other: str) -> bool:
    words = [text.casefold().split() for text in (one, other)]
    if len(words[0]) != len(words[1]):
        return False
    return all(a == b or len(a) > STEM and a[: len(a) - 2] == b[: len(a) - 2] for a, b in zip(*words, strict=True))

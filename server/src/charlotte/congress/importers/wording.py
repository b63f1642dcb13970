"""Texts as organisers' systems write them, made plain: markup, entities, escapes, struck-through letters."""

import html
import re
import unicodedata
from functools import cache, lru_cache
from typing import Literal

from babel import Locale

from charlotte.congress.model import Kind

# Only real HTML tags: a title may hold "std::vector<T>".
TAG = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|br|center|code|div|em|font|h[1-6]|hr|i|img|iframe|li|ol|p|pre|s|small|span|strike|"
    r"strong|sub|sup|table|tbody|td|th|thead|tr|u|ul)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
SPREADSHEET_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
STRIKE = "\u0336"
STRUCK = re.compile(f"(?:[^{STRIKE}]{STRIKE})+")

CANCELLED_WORDS = (
    "annullato|annullata|annullati|annullate|cancellato|cancellata|sospeso|sospesa|soppresso|soppressa|"
    "cancelled|canceled|withdrawn|called off|"
    "annulé|annulée|annule|annulee|supprimé|supprimée|déprogrammé|déprogrammée|"
    "abgesagt|entfällt|entfallen|fällt aus|faellt aus|entfaellt|ausgefallen|gestrichen|findet nicht statt|storniert|"
    "cancelado|cancelada|suspendido|suspendida|anulado|anulada|suprimido|suprimida"
)
NOT_HELD = (
    "no se (?:realiza|celebra|hace)(?:rá)?|no (?:tiene|tendrá) lugar|n[’']a(?:ura)? pas lieu|"
    "non (?:si tiene|si terrà|si svolge|ha luogo|avrà luogo)|(?:will|does) not take place"
)
"""What says it alone or in brackets only: of a war of Troy that will not take place, a talk may be held."""
WITHDRAWN_WORDS = "ritirat[oa]|retirad[oa]|retir[ée]e?|zur[üu]ckgezogen|zurueckgezogen"
MOVED_WORDS = (
    "spostat[oaie]|rinviat[oa]|posticipat[oa]|anticipat[oa]|"
    "moved|relocated|rescheduled|postponed|delayed|(?:new|changed) (?:time|room|venue|hall|date|day)|"
    "(?:room|time|venue|hall|schedule|date) changed?|change of (?:room|time|venue|hall|date)|"
    "déplacée?|transférée?|transferred|tran?sferi[td][oa]|reportée?|decale|décalée?|avancée?|"
    "verschoben|verlegt|vertagt|vorgezogen|(?:neuer|anderer|geänderter) (?:raum|saal|ort|termin|beginn)|"
    "(?:neue|andere|geänderte) (?:zeit|uhrzeit|anfangszeit|halle)|(?:raum|saal|zeit|orts?|termin|programm)"
    "(?:änderung|wechsel|tausch)|(?:raum|saal|zeit|uhrzeit|ort) geändert|"
    "aplazad[oa]|pospuest[oa]|movid[oa]|trasladad[oa]|adelantad[oa]|(?:nuev[oa]|otr[oa]) (?:hora|horario|sala|aula|"
    "lugar)|cambi[oa] (?:de |di |d')?(?:sala|aula|hora|horario|orario|lugar|sede|giorno|día|salón)|"
    "(?:hora|horario|sala|aula|orario|sede) (?:modificad[oa]|cambiad[oa]|modificat[oa]|cambiat[oa]|variat[oa])|"
    "(?:nuov[oa]|altr[oa]) (?:orario|sala|aula|sede)|variazione (?:di |d')?(?:sala|aula|orario|sede)|"
    "(?:horaire|salle|heure|lieu) (?:modifiée?|changée?)|changement (?:d'horaire|d'heure|de salle|de lieu|de jour)|"
    "(?:nouvel(?:le)?|nouveau|autre) (?:horaire|salle|heure|lieu)|now (?:at|in)"
)
SHOUTED_AT_END = re.compile(rf"\s(?:{CANCELLED_WORDS.upper()})\W*$")
SHOUTED_FIRST = re.compile(rf"^\W*(?:{CANCELLED_WORDS.upper()})\s+(?=\S*[^\W\d]*[a-zß-ÿ])")
MOVED_MARK = re.compile(
    rf"[\[(]\s*(?:{MOVED_WORDS})\b[^\])]*[\])]|^\W*(?:{MOVED_WORDS})\s*(?:\([^()]{{2,40}}\)\s*)?[:!–—-]+\s|\s[–—-]+\s*(?:{MOVED_WORDS})\W*$",
    re.IGNORECASE,
)
MARK = re.compile(
    rf"[\[(]\s*(?:{CANCELLED_WORDS}|{WITHDRAWN_WORDS}|{NOT_HELD})\s*[!.]*\s*[\])]"
    rf"|^\W*[\[(]\s*(?:{CANCELLED_WORDS})\b[^\])]{{0,40}}[\])]"
    rf"|^\W*(?:{CANCELLED_WORDS})\W*$"
    rf"|^\W*(?:{CANCELLED_WORDS})(?:\s*[❌🚫⛔✖])*\s*[:!–—-]+\s"
    r"|^[\s❌🚫⛔✖\ufe0f]*[❌🚫⛔✖]\ufe0f?\s+(?=[^\W\d])(?!.*✅)"
    rf"|\s[:–—-]+\s*(?:{CANCELLED_WORDS}|{WITHDRAWN_WORDS})\W*$",
    re.IGNORECASE,
)

# What organisers call the kinds of sessions, as beginnings of words, in the five languages; the first that fits counts.
_BEGINNINGS: dict[Kind, str] = {
    "keynote": "keynote plenary plenaria plénière plenarvortrag",
    "lightning": "lightning blitz quickie ignite éclair lampo relámpago pitch",
    "workshop": "workshop tutorial hands-on lab laboratorio atelier taller codelab université training",
    "panel": "panel roundtable podium podiumsdiskussion tavola debate debat diskussion table mesa",
    "break": "break pausa pause pranzo lunch coffee café caffè kaffee mittag déjeuner almuerzo eat meal",
    "social": "party social dinner cena aperitivo apéro festa concert concerto networking",
    "talk": "talk full short medium long lecture vortrag conférence charla presentation presentazione",
}
KIND_WORDS = tuple((kind, tuple(words.split())) for kind, words in _BEGINNINGS.items())
KIND_BEFORE = re.compile(r"^([\w-]+)(?:\s\w+){0,2}\s*[:.–—-]\s")
KEYNOTES = re.compile(
    r"^\W*(?:(?:keynote|lectio magistralis|lettura magistrale|conferencia (?:magistral|inaugural)|"
    r"conf[ée]rence inaugurale|festvortrag|plenary lecture)\b|"
    r"(?:(?:conferenza|relazione|lezione) (?:inaugurale|di apertura)|"
    r"(?:conferencia|ponencia) (?:inaugural|de apertura)|"
    r"conf[ée]rence d['’]ouverture|er[öo]ffnungsvortrag|(?:opening|inaugural) (?:lecture|talk))\s*[:.–—-])",
    re.IGNORECASE,
)
SHOUTED_KIND = re.compile(r"^([A-ZÀ-Þ]{5,}(?: [A-ZÀ-Þ]{4,})?)\s+(?=[¿¡«“„‘]?\s?[A-ZÀ-Þ][^\WA-ZÀ-Þ])")
"""`TALLER Voz para docentes`"""
KINDS_BEFORE = 4
"""So many of the kinds may stand before a title: "Atelier : lire une radio"."""
BREAK_TITLES = re.compile(
    r"\b(?:coffee|lunch|break|check-?in|registration|breakfast|pausa|pranzo|caff[eè]|colazione|registrazione|"
    r"accoglienza|pause|d[ée]jeuner|caf[ée]|accueil|meet\W?n\W+greet|\w*kaffee\w*|\w*pause|imbiss|mittag\w*|anmeldung|registrierung|einlass|fr[üu]hst[üu]ck|"
    r"(?:afternoon |morning )?tea(?=\W*$|\s*\(|\s+break)|"
    r"(?:tea|coffee) and (?:\w+ ){0,2}(?:cakes?|biscuits|cookies|rolls|scones|buns|sandwiches|pastries)|"
    r"(?:brunch|buffet|barbecue|bbq|pic[k-]?nick?|pique-?nique|go[ûu]ter|collation|viennoiseries|brotzeit|jause|z[’']?n[üu]ni|"
    r"zvieri|rinfresco|spuntino|(?:hog|lamb|pig) roast|abendbrot|vesperbrot|anreise|ankunft|arrivals?|arrivée|arrivo|"
    r"llegada)(?=\W*$|\s*[(,/])|"
    r"almuerzo|comida|merienda|merenda|repas|refrigerio|desayuno|descanso|acreditaci[óo]n(?:es)?|registro)\b",
    re.IGNORECASE,
)

SOCIAL_TITLES = re.compile(
    r"\b(?:cena|dinner|banquet|gala|party|reception|ricevimento|c[oó]ctel|cocktail|aperitivo|ap[ée]r(?:o|itif)|soir[ée]e|d[iî]ner|"
    r"abendessen|\w*abend|\w*empfang|umtrunk|ausklang|recepci[óo]n|festa|fiesta|get-?together|happy hour|"
    r"(?<!last )supper(?=\W*$|\s*[,(:]|\s+(?:at|in|and)\b))\b",
    re.IGNORECASE,
)
CLOSE = re.compile(
    r"\W*(?:ende|schluss\w*|abschluss\w*|wrap\W?up|end|closing|close|fine|chiusura|conclusion[ei]|fin|cl[ôo]ture|clausura|cierre)\b",
    re.IGNORECASE,
)
"""What a day ends with, for everybody."""


TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Signs that turn the direction of all that stands behind them, also of what is no part of the text."""


def plain(text: str) -> str:
    """Return text without markup, entities, escapes and runs of blanks; paragraphs become one line."""
    for _ in range(3):  # entities are escaped up to twice in the wild; a third round proves that we are done
        unescaped = html.unescape(text)
        if unescaped == text:
            break
        text = unescaped
    text = TAG.sub(" ", text)
    text = SPREADSHEET_ESCAPE.sub(_spreadsheet_letter, text).replace(STRIKE, "")
    if not text.isprintable():
        text = "".join(" " if unicodedata.category(letter) in ("Cc", "Cs", "Co") else letter for letter in text)
        text = TURNING.sub("", text)
    return " ".join(unicodedata.normalize("NFC", text).split())


ITEM = re.compile(r"<li(?:\s[^<>]*)?>", re.IGNORECASE)
MOST_BLANKS = 200
LONG_BLANKS = re.compile(rf"[^\S\n]{{{MOST_BLANKS},}}")
LINE_END = re.compile(
    r"\n|<br\s*/?>|</?(?:blockquote|div|h[1-6]|hr|li|ol|p|pre|table|td|th|tr|ul)(?:\s[^<>]*)?/?>", re.IGNORECASE
)


def with_few_blanks(text: str) -> str:
    """Return a text with no more blanks in a row than anybody types, over which patterns would look again and again."""
    return LONG_BLANKS.sub(" " * MOST_BLANKS, text)


def lines_of(text: str) -> list[str]:
    """Return the lines of a text with markup, made plain; an item of a list begins with a dash."""
    return [line for one in LINE_END.split(ITEM.sub("\n- ", text)) if (line := plain(one))]


def joined(abstract: str | None, description: str | None) -> str | None:
    """Return both texts of a session as one, without saying the same twice."""
    parts = [part for part in (abstract, description) if part]
    return parts[0] if len(parts) == 2 and parts[1] in parts[0] else "\n\n".join(parts) or None


def is_cancelled(title: str) -> bool:
    """Return whether a title says that its session is cancelled: by a mark, or by being struck through to the end."""
    if STRIKE in title and not any(letter.isalnum() for letter in STRUCK.sub("", title)):
        return True
    return any(mark.search(title) is not None for mark in (MARK, SHOUTED_AT_END, SHOUTED_FIRST))


def moved_mark(title: str) -> str | None:
    """Return the mark by which a title says that its session was moved."""
    found = MOVED_MARK.search(title)
    return found[0] if found else None


CALL = (
    r"^\W*+(?:(?:attention|achtung|attenzione|atenci[óo]n|avis|avviso|aviso|hinweis|notice|(?:please )?note|n\.?b\.?|"
    r"nota|ojo|update|wichtig|importante?|info|news|neu|änderung|changes?|cambio|changement|modifica)\s?[:!]\s+)?"
)
"""What a remark may begin with."""
SAYS_CANCELLED = re.compile(rf"{CALL}\W*(?:[^\W\d]+\s+){{0,2}}(?:{CANCELLED_WORDS})(?![^\W\d])", re.IGNORECASE)
A_CLOCK_OR_ROOM = (
    r"\W+(?:\S.*\d[:.h]\d\d|(?:\w{1,3} ){0,2}(?:room|hall|sala|aula|salle|amphi|saal|raum|h[öo]rsaal|sal[óo]n)\b)"
)
"""What must follow words that titles begin with as well: "war Saal 4", and no "Was 3 Dörfer können"."""
MOVES = (
    r"(?:pasan?|pasará|passa(?:no)?|passe|passent|moves?|zieht|wechselt|se traslada|si sposta|slitta|se déplace)"
    rf"(?={A_CLOCK_OR_ROOM})"
)
SAYS_MOVED = re.compile(rf"{CALL}\W*(?:[^\W\d]+\s+){{0,2}}(?:(?:{MOVED_WORDS})(?![^\W\d])|{MOVES})", re.IGNORECASE)
SAYS_BEFORE = re.compile(
    rf"{CALL}\W*(?:"
    r"bisher|bislang|zuvor|vorher|ursprünglich(?: geplant)?|previously|originally|formerly|in precedenza|"
    r"originariamente|inizialmente|initialement(?: prévue?)?|auparavant|anteriormente|originalmente|"
    r"inicialmente|instead of|anzich[ée]|invece (?:di|che)|statt|anstatt|au lieu de|en (?:lugar|vez) de|"
    rf"(?:was|war|era|[ée]tait|estaba)(?={A_CLOCK_OR_ROOM})|"
    r"(?:antes|prima|avant|before)(?=\W+(?:a las?|alle|ore|à|at|in|en|sala|aula|salle|\d|"
    r"(?:el |il |le )?(?:lun|mar|mi[eé]|mer|jue|gio|jeu|vie|ven|s[áa]b|sam|dom|dim|mon|tue|wed|thu|fri|sat|sun)"
    r"[^\W\d]*)\b))"
    r"\s*[:,–-]?\s+(?=\S.*\d)",
    re.IGNORECASE,
)


def says_changed(note: str) -> Literal["cancelled", "moved"] | None:
    """Return what a remark beside a session begins by saying: that it is cancelled, or was moved."""
    if SAYS_CANCELLED.match(note):
        return "cancelled"
    is_short = len(note) <= LONGEST_REMARK
    return "moved" if SAYS_MOVED.match(note) or is_short and SAYS_BEFORE.match(note) else None


LONGEST_REMARK = 90
REMARK_BEHIND = re.compile(rf"\s*[(\[]([^()\[\]]{{4,{LONGEST_REMARK}}})[)\]]\s*$")
"""What an office writes behind a title, in brackets."""


def remark_behind(title: str) -> tuple[str, str] | None:
    """Return a title without the remark behind it, and that remark, where it says that the session was moved."""
    found = REMARK_BEHIND.search(title)
    if found is None or not title[: found.start()].strip() or says_changed(found[1]) != "moved":
        return None
    return title[: found.start()].strip(), found[1]


CHANGED_FIRST = re.compile(rf"^\W*((?:{CANCELLED_WORDS})|(?:{MOVED_WORDS}))\b\s*(\W?)", re.IGNORECASE)


def says_changed_first(abstract: str) -> Literal["cancelled", "moved"] | None:
    """Return what a description shouts before it begins: "ROOM CHANGE: …", "Abgesagt! …"."""
    found = CHANGED_FIRST.match(abstract)
    if found is None or not (found[1].isupper() or found[2] and found[2] in ":!–—."):
        return None
    return says_changed(abstract)


CANCELLED_AT_END = re.compile(rf"\s(?:{CANCELLED_WORDS})\W*$", re.IGNORECASE)


def without_mark(title: str) -> str:
    """Return a title without its mark of cancellation or move, or as it is where nothing else would be left."""
    title = SHOUTED_FIRST.sub(" ", CANCELLED_AT_END.sub(" ", title))
    rest = MOVED_MARK.sub(" ", MARK.sub(" ", title)).strip(" -–—:!\t❌🚫⛔✖\ufe0f")
    return " ".join(rest.split()) if any(letter.isalnum() for letter in rest) else title


@lru_cache(maxsize=50_000)
def kind_of(format_name: str | None, title: str, has_speakers: bool) -> Kind:
    """Return the kind of a session, from what its source calls the format, else from the title."""
    if format_name and KEYNOTES.match(format_name):
        return "keynote"
    words = re.split(r"[\s,;/()]+", (format_name or "").casefold())
    for kind, beginnings in KIND_WORDS:
        if any(word.startswith(beginnings) for word in words if word):
            if kind == "break" and has_speakers and not BREAK_TITLES.search(title):  # a symposium at lunch
                continue
            is_evening = kind == "break" and SOCIAL_TITLES.search(title) and not BREAK_TITLES.search(title)
            return "social" if is_evening else kind
    if KEYNOTES.match(title):
        return "keynote"
    if (named := KIND_BEFORE.match(title)) is not None:
        for kind, beginnings in KIND_WORDS[:KINDS_BEFORE]:
            if named[1].casefold().startswith(beginnings):
                return kind
    if has_speakers:
        return "talk"
    return "break" if BREAK_TITLES.search(title) else "social" if SOCIAL_TITLES.search(title) else "talk"


def kind_shouted(title: str) -> tuple[str, str]:
    """Return the kind that stands in capitals before a title, and the title; no kind where it is a part of it."""
    found = SHOUTED_KIND.match(title)
    if found is None or len(title[found.end() :].split()) < LEAST_TITLE:
        return "", title
    words = found[1].casefold().split()
    known = any(words[0].startswith(beginnings) for kind, beginnings in KIND_WORDS if kind not in ("break", "social"))
    return (found[1], title[found.end() :]) if known or KEYNOTES.match(found[1]) else ("", title)


LEAST_TITLE = 2


def language_code(name: str | None) -> str | None:
    """Return ISO 639-1 for a code or for a language's name in any of the five languages or its own."""
    word = (name or "").strip().casefold().replace("_", "-")
    if not word:
        return None
    codes = _language_names()
    short = word.split("-")[0]
    return codes.get(word) or (short if short in codes.values() else None)


@cache
def _language_names() -> dict[str, str]:
    names: dict[str, str] = dict.fromkeys(("castellano", "castilian", "castigliano", "castillan", "kastilisch"), "es")
    for reader in ("en", "it", "de", "fr", "es", "pt", "nl", "pl"):
        for code, name in Locale(reader).languages.items():
            if len(code) == 2 and isinstance(name, str):
                names.setdefault(name.casefold(), code)
    return names


def _spreadsheet_letter(escape: re.Match[str]) -> str:
    letter = chr(int(escape[1], 16))
    return " " if unicodedata.category(letter) in ("Cc", "Cs") else letter

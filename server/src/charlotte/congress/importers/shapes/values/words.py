"""What the columns of programmes are called in five languages, the surest words first."""

import re
from functools import cache, lru_cache
from typing import Literal, get_args

from charlotte.congress.search.folding import fold

Field = Literal[
    "id", "title", "subtitle", "abstract", "date", "start", "end", "duration", "room", "speakers", "first_name",
    "last_name", "affiliation", "track", "kind", "language", "status", "url", "part_of", "session", "notes", "chairs",
    "before", "details",
]  # fmt: skip
FIELDS: tuple[Field, ...] = get_args(Field)

NAMES: dict[Field, str] = {
    "id": (
        "id, code, session id, event id, talk id, "
        "guid, uid, uuid, identifier, key, codice, clave, slug, nr, no, n, num, numero, nummer, "
        "lfd nr, lfd, prog, progr, kurzel, kuerzel, sigla, sigle, kennung, abkurzung, abreviatura, abbreviazione, "
        "abbreviation"
    ),
    "title": (
        "title, titolo, titel, titre, titulo, session title, talk title, session, sessione, sitzung, sesion, "
        "seance, talk, intervento, interventi, relazione, relazioni, vortrag, charla, presentation, presentazione, "
        "presentacion, exposé, beitrag, name, nome, nom, nombre, bezeichnung, event, evento, veranstaltung, activity, "
        "attivita, aktivitat, activite, actividad, programmpunkt, conference, conferenza, ponencia, "
        "contribution, contributo, lecture, summary, subject, oggetto, objet, asunto, betreff, topic, "
        "argomento, argomenti, thema, themen, sujet, tema, intitule, heading, headline, "
        "denominazione, denominacion, denomination, libelle, label, "
        "what, cosa, was, quoi, que, programme, programma, programm, "
        "programa, agenda, workshop, laboratorio, atelier, taller, paper, lavoro, comunicazione"
    ),
    "subtitle": "subtitle, sottotitolo, untertitel, sous titre, subtitulo, tagline",
    "abstract": (
        "abstract, description, desc, blurb, synopsis, chapo, sintesi, sommario, sumario, kurztext, "
        "kurzfassung, teaser, "
        " descrizione, beschreibung, descriptif, descripcion, resume, riassunto, "
        "resumen, zusammenfassung, sinossi, summary, details, dettagli, detalles, contents, "
        "content, contenuto, contenuti, contenido, inhalt, inhalte, contenu, body, kurzbeschreibung, long description, "
        "short description, langbeschreibung, langtext, text, testo, texte, texto, "
        "info, information, informazioni"
    ),
    "date": (
        "date, data, datum, fecha, giorno, day, tag, jour, dia, session date, event date, day of week, "
        "weekday, giorno della settimana, wochentag, jour de la semaine, dia de la semana, dow, giornata, "
        "journee, jornada, start date, data inizio, startdatum, date de debut, fecha de inicio"
    ),
    "start": (
        "start, start time, inizio, ora inizio, ora di inizio, orario inizio, orario di inizio, beginn, "
        "anfang, startzeit, debut, heure de debut, inicio, hora de inicio, hora inicio, comienzo, begin, "
        "begins, begins at, begin at, starts, starts at, dtstart, scheduled at, time, ora, orario, uhrzeit, zeit, "
        "heure, horaire, "
        "hora, horario, when, quando, wann, quand, cuando, date time, datetime, data e ora, event start, "
        "slot, time slot, timeslot, fascia oraria, zeitfenster, creneau, franja, from, dalle, dal, von, ab, "
        "de, desde, partenza, hour, clock"
    ),
    "end": (
        "end, end time, fine, ora fine, ora di fine, orario fine, orario di fine, ende, endzeit, schluss, "
        "fin, heure de fin, hora de fin, hora fin, final, ends, ends at, finishes at, dtend, event end, "
        "finish, termine, "
        "until, till, to, alle, al, bis, a, hasta, jusqu a, stop"
    ),
    "duration": (
        "duration, dur, durata, dauer, duree, duracion, length, lunghezza, lange, laenge, longueur, minutes, minuti, "
        "minuten, minutos, min, mins, scheduled duration, duration min, duration mins, duration minutes, length min, "
        "length minutes, durata min, durata minuti, dauer min, dauer minuten, duree min, duree minutes, duracion min, "
        "duracion minutos"
    ),
    "room": (
        "room, rooms, sala, sale, aula, aule, raum, raume, raeume, salas, salles, saal, salle, "
        "sala o aula, hall, room name, venue, location, luogo, ort, "
        "lieu, lugar, place, posto, stage, palco, buhne, buehne, scene, escenario, auditorium, sede, spazio, stanza, "
        "horsaal, amphi, amphitheatre, raumname, zimmer, space, spaces, espace, espacio, where, dove, wo, ou, donde, "
        "standort, orte, sali, sedi, luoghi, spazi, stanze, lieux, espaces, lugares, aulas, espacios, "
        "halls, venues, locations, places, hallen, buhnen, palchi, scenes, microlocation, veranstaltungsort, "
        "tagungsort, spielort, spielstatte, treffpunkt, vortragsraum, seminarraum, tagungsraum, kursraum, "
        "vortragssaal, raumlichkeit, meeting point, endroit, emplacement, point de rencontre, ubicazione, ritrovo, "
        "ubicacion, punto de encuentro"
    ),
    "speakers": (
        "speakers, speaker, performers, performer, "
        "speaker names, speaker name, relatori, relatore, relatrice, relatrici, oratori, "
        "oratore, referenten, referent, referentin, referierende, vortragende, vortragender, sprecher, "
        "sprecherin, intervenants, intervenant, intervenante, orateurs, orateur, oratrice, ponentes, ponente, "
        "oradores, orador, authors, author, autori, autore, autoren, autor, autores, auteurs, auteur, "
        "presenters, presenter, presentatore, presented by, conferenciers, conferencier, conferenciante, "
        "persons, person, people, persone, personen, personnes, personas, docente, docenti, dozent, dozenten, "
        "instructor, instructors, lecturer, lecturers, panelists, panellists, participants, "
        "contributors, host, hosts, trainer, trainerin, teacher, lehrkraft, formateur, formatrice, formatore, "
        "formador, formadora, kursleitung, who, chi, wer, qui, quien, by, "
        "full name, nome completo, nome relatore, nom complet, nombre completo"
    ),
    "chairs": (
        "chairs, chair, moderated by, chairperson, chairpersons, session chair, session chairs, chaired by, "
        "moderator, moderators, moderation, moderatore, moderatori, moderatrice, moderateur, moderateurs, moderador, "
        "moderadora, moderadores, moderatorin, moderatoren, moderacion, moderazione, modera, convener, conveners, "
        "convenor, presidente, presidenti, president, presiede, "
        "presidence, presidencia, vorsitz, leitung, sitzungsleitung, "
        "coordinatore, coordinador, animation, animateur, animatrice, anime par, gesprachsleitung, diskussionsleitung, "
        "facilitator, facilitators, facilitation, conduce, coordina, sitzungsvorsitz, session leader"
    ),
    "first_name": "first name, given name, firstname, first, given, vorname, prenom, nome, nombre, forename, forenames",
    "last_name": (
        "last name, surname, family name, lastname, last, family, cognome, nachname, nom de famille, apellido, "
        "apellidos, nom"
    ),
    "affiliation": (
        "affiliation, company, organisation, organization, organizzazione, azienda, ente, firma, unternehmen, "
        "societe, entreprise, organisme, empresa, organizacion, institution, istituzione, istituto, "
        "affiliazione, afiliacion, employer, institut, universita, university, org, einrichtung, arbeitgeber, "
        "arbeitsstatte, dienststelle, klinik, appartenenza, ente di appartenenza, struttura, sede di lavoro, "
        "rattachement, etablissement, employeur, entidad, centro de trabajo, institucion, afiliacion institucional"
    ),
    "track": (
        "track, traccia, filiere, stream, strand, strang, themenfeld, themenbereich, themenblock, themenstrang, reihe, "
        "schwerpunkt, rubrik, fil rouge, axe, volet, thematique, filone, ambito, eje, bloque, linea tematica, cluster, "
        "session track,  parcours, category, categoria, kategorie, kategorien, categorie, area, theme, "
        "tema, thema, percorso, linea, bereich, settore, section, sezione, sektion, topic, topics, tags, "
        "field, event type, argomento, sujet, asunto, thread, subject, about, subjects"
    ),
    "kind": (
        "type, tipo, typ, format, formato, labels, etiketten, etiquettes, etichette, etiquetas, "
        "session type, session format, kind, art, tipologia, genre, genere, "
        "event type, tipo de sesion, tipo di sessione, sessionstyp, type de session"
    ),
    "language": "language, lingua, sprache, langue, idioma, lang",
    "status": (
        "status, statut, stato, state, etat, estado, zustand, cancelled, canceled, annullato, annullata, cancellato, "
        "abgesagt, annule, annulee, annullati, sospeso, sospesa, soppresso, soppressa, entfallen, entfallt, entfaellt, "
        "fallt aus, faellt aus, findet nicht statt, "
        "ausgefallen, storniert, supprime, supprimee, anulado, anulada, suspendido, suspendida, suprimido, suprimida, "
        "cancelado, cancelada, is cancelled, is canceled, "
        "active, published, is active, is published, is visible, visible, hidden, is hidden, private, is private, "
        "privat, privato, privata, prive, privee, privado, privada, "
        "draft, is draft, "
        "archived, is archived, deleted, is deleted, withdrawn, nascosto, bozza, versteckt, entwurf, masque, "
        "brouillon, oculto, borrador, is public, public on site, called off, pubblicato, pubblicata, visibile, "
        "veroffentlicht, veroeffentlicht, sichtbar, freigabe, freigegeben, publie, publiee, publicado, publicada"
    ),
    "url": "url, link, permalink, website, sito, web, page, href, webseite, pagina, lien, enlace",
    "part_of": (
        "parent session, part of, parent, super event, inside, within, belongs to, sessione madre, parte di, "
        "fa parte di, dentro, teil von, gehort zu, ubergeordnet, partie de, fait partie de, parte de, "
        "forma parte de, sesion madre, sub session of, subsession of, sub event of, child of, parent event, "
        "sesion padre, sessione padre, padre, elternsitzung, hauptsitzung, ubergeordnete sitzung, session parente, "
        "session mere, sesion principal, sessione principale, session principale"
    ),
    "notes": (
        "notes, note, remarks, remark, comments, comment, annotations, nota, osservazioni, osservazione, annotazioni, "
        "avvertenze, bemerkung, bemerkungen, hinweis, hinweise, anmerkung, anmerkungen, remarque, remarques, "
        "observation, observations, commentaire, commentaires, notas, observacion, observaciones, comentarios, "
        "avisos, aviso"
    ),
    "before": "moved from, rescheduled from, spostato da, spostata da, verlegt von, verschoben von, deplace de, "
    "trasladado de, "
    " changed from, antes, bisher, zuvor, avant, auparavant, in precedenza, previously",
    "details": (
        "seats, places, capacity, max participants, max attendees, participants limit, posti, posti disponibili, "
        "capienza, "
        "platze, plaetze, teilnehmerzahl, max teilnehmer, maximale teilnehmerzahl, teilnehmerbegrenzung, "
        "nombre de places, jauge, "
        "plazas, aforo, cupo, level, livello, niveau, nivel, complexity, complessita, complejidad, expertise, "
        "difficulty, difficolta, schwierigkeit, age, ages, age "
        "limit, "
        "age group, eta, eta minima, fascia d'eta, alter, altersgruppe, mindestalter, age minimum, tranche d'age, "
        "edad, "
        "edades, edad minima, price, cost, fee, prezzo, costo, preis, kosten, gebuhr, tarif, prix, precio, coste, "
        "requirements, prerequisites, prerequisiti, requisiti, voraussetzungen, vorkenntnisse, prerequis, requisitos, "
        "what to bring, bring, material, materials, materiale, materiel, mitbringen, cosa portare, a prevoir, que "
        "llevar, "
        "audience, target group, target audience, pubblico, destinatari, zielgruppe, public vise, publico, dirigido a, "
        "registration, booking, prenotazione, iscrizione, anmeldung, inscription, reservation, inscripcion, reserva, "
        "credits, cme, cme credits, ecm, crediti ecm, fortbildungspunkte, points dpc, creditos, dress code, "
        "interpretation, translation, traduzione, ubersetzung, dolmetschung, traduction, interpretacion, traduccion, "
        "accessibility, accessibilita, barrierefreiheit, accessibilite, accesibilidad"
    ),
    "session": "session id, talk id, event id, id sessione, sessione id, id sesion, submission id, session, talk",
}
LONGEST_NAME = 300
"""Letters of a path; what is longer names nothing."""
GENERIC = frozenset(
    "name names title label value text rendered raw processed plain nome nom nombre titolo titel titre titulo en it "
    "de fr es key full".split()
)
PRIVATE = re.compile(r"\b(?:e ?mail|mail|phone|telefono|telefon|telephone|mobile|cellulare|handy|twitter|password)\b")
OF = frozenset("of di del dello della dell dei degli delle de du des d von vom der".split())
"""What joins the name of a field to what it is of."""
OF_EMPLOYERS: tuple[Field, ...] = ("title", "affiliation", "speakers", "chairs")
NAMES_OF = frozenset("name names nome nom nombre".split())
ORGANISATIONS = frozenset(
    "company organisation organization organisations affiliation affiliations institution".split()
)
EARLIER = frozenset(
    "before previous previously prior old former formerly original originally antes anterior antiguo antigua prima "
    "precedente "
    "vecchio vecchia originale originario bisher fruher frueher vorher bisherige bisheriger bisheriges fruhere "
    "fruherer fruheres vorherige vorheriger "
    "ursprunglich ursprungliche ursprunglicher alte alter altes avant ancien ancienne precedente initial "
    "initiale".split()
)
"""What a column is called that tells of the time or the place before a session was moved."""
DAY, CLOCK = frozenset("date data datum fecha".split()), frozenset("time ora orario uhrzeit zeit heure hora".split())
AND = frozenset("and und e ed et y".split())
CLOCKED = (("date", "time"), ("datetime",), ("time",), ("utc",), ("local",), ("iso",), ("timestamp",))
"""What systems call an instant inside of the object that says whether it is the start or the end."""
TITLED = frozenset("title titolo titel titre titulo heading".split())
OTHERS: tuple[Field, ...] = ("room", "speakers", "chairs", "track", "kind", "language", "affiliation", "details")
PLACED: tuple[Field, ...] = ("date", "start", "end", "room", "duration")
CHAIRING = frozenset("chair chairs moderator moderators moderatore moderation convener".split())
CONTAINERS = frozenset("field fields attributes properties data node acf meta item entry record".split())
"""What systems call the object that holds all fields of a row."""
GENDERED = re.compile(r"(?<=\w)[*:/_(]+-?in(?:nen)?\b\)?")
"""`Referent*in`, `Referent(innen)`"""
NUMBERED = re.compile(r"(?<=[a-z]{4})\d{1,2}$")
"""`speaker1`, `chair2`"""
TITLE_OF = re.compile(r"(?<![a-z])(?!unter)([a-z]{4,})(titel)(?![a-z])")
"""`Vortragstitel`"""
CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
LANGUAGES: dict[str, str] = {
    word: code
    for code, words in {
        "it": "it ita italiano italian italienisch italien",
        "en": "en eng english inglese englisch anglais ingles",
        "de": "de deu ger deutsch german tedesco allemand aleman",
        "fr": "fr fra fre francais french francese franzosisch frances",
        "es": "es esp spa espanol spanish spagnolo spanisch espagnol castellano",
    }.items()
    for word in words.split()
}
"""What a column's name says of the language of its texts."""
LANGUAGE_ENDINGS = frozenset(LANGUAGES)


IN = frozenset("in auf en".split())
"""What stands before a language: "Titel auf Deutsch"."""


@lru_cache(maxsize=5_000)
def words_of(name: str) -> tuple[str, ...]:
    """Return the folded words of a column's name: `startTime`, `start_time` and `Start time` are the same."""
    folded = TITLE_OF.sub(r"\1 \2", fold(CAMEL.sub(" ", GENDERED.sub("", name))))
    return tuple(NUMBERED.sub("", word) for word in re.findall(r"[a-z0-9]+", folded))


@lru_cache(maxsize=5_000)
def name_score(field: Field, name: str) -> float:
    """Return how well a column's name fits a field, from 0 to 1; a path's last names count."""
    if len(name) > LONGEST_NAME:
        return 0.0
    parts = [words_of(part) for part in re.split(r"[.\[\]{}]+", name)]
    parts = [part[1:] if part[0] == "field" and len(part) > 1 else part for part in parts if part]  # `field_room`
    if not parts or PRIVATE.search(" ".join(parts[-1])):
        return 0.0
    if (earlier := _earlier(parts)) is not None:
        return earlier if field == "before" else 0.0
    last = parts[-1]
    if last in CLOCKED and len(parts) > 1 and (parts[-2] in _synonyms("start") or parts[-2] in _synonyms("end")):
        return _score(field, parts[-2]) if field in ("start", "end") else 0.0  # `end.dateTime`
    parts = [part for part in parts[:-1] if part[-1] not in CONTAINERS] + [last]
    if len(parts) > 1 and len(last) == 1 and last[0] in LANGUAGE_ENDINGS:  # `titolo.it`, `title.en`
        parts, last = parts[:-1], parts[-2]
    if len(parts) > 1 and all(word in GENERIC for word in last):
        telling = [part for part in parts[:-1] if not all(word in GENERIC for word in part)]
        above = (_score(field, telling[-1]) or _score(field, _singular(telling[-1]))) if telling else 0.0
        if above or field != "title":
            return above
        # `proposal.title` is a title; `room.title` is not, and `sponsor.name` hardly.
        sure = (
            last[-1] in TITLED and not any(_score(one, _singular(telling[-1])) > 0.5 for one in OTHERS)
            if telling
            else False
        )
        return _score(field, last) * (0.9 if sure else 0.5)
    own = _score(field, last)
    if len(parts) > 1 and not own and field in ("room", "speakers", "chairs", "track"):
        return 0.0
    return own


@lru_cache(maxsize=5_000)
def tells_of_before(name: str) -> bool:
    """Return whether a column tells of something before a session was moved, whatever stands in it."""
    parts = [part for part in (words_of(part) for part in re.split(r"[.\[\]{}]+", name)) if part]
    return bool(parts) and _earlier(parts) is not None


def _earlier(parts: list[tuple[str, ...]]) -> float | None:
    """Return how surely a name tells of the time or the place before: `antes.sala`, `old_time`; None = of now."""
    for at, part in enumerate(parts):
        led = next((one for one in _synonyms("before") if len(one) > 1 and part[: len(one)] == one), ())
        said = part[len(led) :] if at + 1 == len(parts) else parts[-1]
        if led and said:  # `moved_from.room`, `moved_from_room`
            return 0.9 if said[-1] in GENERIC or any(_score(field, said) for field in PLACED) else 0.0
    marked = {word for part in parts[-2:] for word in part if word in EARLIER}
    rest = tuple(word for word in parts[-1] if word not in EARLIER)
    if (
        not marked
        or not rest
        and marked <= {"prima", "alte", "alter", "altes", "old", "initial", "original", "initiale"}
    ):
        return None
    if not rest:
        return 0.9
    placed = max(_score(field, rest) for field in PLACED)
    if all(word in CONTAINERS or word in ("info", "text", "value") for word in rest):
        placed = 0.9
    # An original title or language is the session's own; a former speaker is nobody any more.
    return placed if placed or not all(word.startswith("origin") for word in marked) else None


def _score(field: Field, words: tuple[str, ...]) -> float:
    if field in OF_EMPLOYERS and (told := _of_employers(field, words)) is not None:
        return told
    if field in ("date", "start", "end") and (named := _moment_named(words)) is not None:
        return 0.9 if field == named else 0.0
    synonyms = _synonyms(field)
    plain = tuple(word for word in words if word not in LANGUAGE_ENDINGS) if len(words) > 1 else words
    one = tuple(word[:-1] if len(word) > 3 and word.endswith("s") else word for word in plain)
    if _vocabulary(field).isdisjoint((*words, *one, *_singular(words))):
        return 0.0
    for at, synonym in enumerate(synonyms):
        if synonym in (words, plain, _singular(words)):
            return 1.0 - 0.3 * at / len(synonyms)
    best = 0.0
    for at, synonym in enumerate(synonyms):
        # "Title of the talk" is a title; "Lieu de la séance" is a place, and no German one.
        begun = (plain, words) if field == "room" else (plain,)
        if any(said[: len(synonym)] == synonym and OF & {*said[len(synonym) : len(synonym) + 1]} for said in begun):
            return 0.95 - 0.3 * at / len(synonyms)
        if len(synonym) < len(plain) and len("".join(synonym)) > 2 and (_holds(plain, synonym) or _holds(one, synonym)):
            at_end = 0.1 if synonym == plain[-len(synonym) :] else 0.0  # the "date time end" is the end
            best = max(best, 0.4 + at_end + 0.2 * len(synonym) / len(plain) - 0.1 * at / len(synonyms))
    return best


def _of_employers(field: Field, words: tuple[str, ...]) -> float | None:
    """Return what the name of a column is worth that tells of where people work; None where it tells of none."""
    if field in ("speakers", "chairs"):
        return 0.0 if ORGANISATIONS & {*words} else None
    if field == "affiliation" and CHAIRING & {*words}:
        return 0.0  # where the chair works
    rest = tuple(word for word in words if word not in NAMES_OF | OF)
    if NAMES_OF & {*words} and rest in _synonyms("affiliation"):
        return 0.95 if field == "affiliation" else 0.0  # "Company name"
    return None


def _moment_named(words: tuple[str, ...]) -> Field | None:
    """Return whether a name of a day and a clock together tells the start or the end: "End Date & Time"."""
    if not DAY & {*words} or not CLOCK & {*words}:
        return None
    rest = tuple(word for word in words if word not in DAY | CLOCK | OF | AND)
    ends: tuple[Field, Field] = ("start", "end")
    return next((field for field in ends if rest in _synonyms(field)), None)


def _holds(words: tuple[str, ...], part: tuple[str, ...]) -> bool:
    return any(words[at : at + len(part)] == part for at in range(len(words) - len(part) + 1))


def _singular(words: tuple[str, ...]) -> tuple[str, ...]:
    last = words[-1]
    return (*words[:-1], last[:-1]) if len(last) > 3 and last.endswith("s") else words


@cache
def _vocabulary(field: Field) -> frozenset[str]:
    return frozenset(word for synonym in _synonyms(field) for word in synonym)


@cache
def _synonyms(field: Field) -> tuple[tuple[str, ...], ...]:
    return tuple(words_of(synonym) for synonym in NAMES[field].split(","))


def best_name(name: str) -> tuple[Field | None, float]:
    """Return the field that a column's name fits best."""
    field = max(FIELDS, key=lambda one: name_score(one, name))
    score = name_score(field, name)
    return (field, score) if score > 0 else (None, 0.0)


def language_of(name: str) -> str | None:
    """Return the language that a column's name ends in: `title_en`, `Titolo (IT)`, `name.de-AT`."""
    words = words_of(name)
    if len(words) > 2 and words[-2] in LANGUAGES and words[-1] not in LANGUAGES and len(words[-1]) == 2:
        return LANGUAGES[words[-2]]  # with a region
    return LANGUAGES.get(words[-1]) if len(words) > 1 else None


def beside_languages(name: str) -> tuple[str, ...]:
    """Return the words of a column's name without the language at its end."""
    words = words_of(name)
    if language_of(name) is None:
        return words
    at_end = len(words) - (1 if words[-1] in LANGUAGES and words[-2] not in LANGUAGES else 2)
    return tuple(word for word in words[:at_end] if word not in IN) or words[:1]

"""What the columns of a list of attendees are, by what they are called in five languages and by what stands in them."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Literal, TypeAlias, get_args

from charlotte.congress.importers.shapes.values.words import words_of

AttendeeField: TypeAlias = Literal["code", "email", "first_name", "last_name", "name", "ticket", "status", "checked_in"]
ATTENDEE_FIELDS: tuple[AttendeeField, ...] = get_args(AttendeeField)
Columns: TypeAlias = Mapping[str, AttendeeField]

NAMES: Mapping[AttendeeField, str] = {
    "code": (
        "registration code, booking code, ticket code, badge code, order code, barcode, qr code, badge number, "
        "registration number, ticket number, reference, booking reference, secret, ticket secret, codice iscrizione, "
        "codice registrazione, codice biglietto, codice prenotazione, numero iscrizione, numero badge, "
        "code d inscription, code inscription, numero d inscription, reference de reservation, code barres, "
        "anmeldecode, buchungscode, ticketcode, anmeldenummer, buchungsnummer, ticketnummer, codigo de registro, "
        "codigo de inscripcion, codigo de reserva, numero de registro, localizador, codice, code, codigo, kode, badge, "
        "pseudonymization id, order, id"
    ),
    "email": (
        "email, e mail, mail, email address, e mail address, attendee email, indirizzo email, posta elettronica, "
        "adresse email, adresse e mail, courriel, e mail adresse, mailadresse, correo, correo electronico, "
        "direccion de correo"
    ),
    "first_name": "first name, given name, firstname, forename, vorname, prenom, nome, nombre",
    "last_name": (
        "last name, surname, family name, lastname, cognome, nachname, familienname, nom de famille, apellido, "
        "apellidos, nom"
    ),
    "name": (
        "name, full name, attendee name, attendee, participant, participant name, nome completo, nome e cognome, "
        "cognome e nome, partecipante, nominativo, nom complet, nom et prenom, participante, nombre completo, "
        "nombre y apellidos, teilnehmer, vollstandiger name"
    ),
    "ticket": (
        "ticket, ticket type, ticket name, registration type, product, item, category, type, biglietto, "
        "tipo biglietto, tipo di biglietto, tipo iscrizione, quota, categoria, billet, type de billet, categorie, "
        "formule, ticketart, tickettyp, kategorie, produkt, entrada, tipo de entrada, tipo de inscripcion, tarifa"
    ),
    "status": (
        "status, registration status, payment status, order status, ticket status, state, stato, stato iscrizione, "
        "stato pagamento, statut, etat, zahlungsstatus, zustand, estado, cancelled, canceled, refunded, annullato"
    ),
    "checked_in": (
        "checked in, checked in at, check in, check in date, check in time, checkin, checkin date, attended, "
        "presente, presenza, ingresso, data check in, pointage, present, eingecheckt, anwesend, einlass, asistio, "
        "acreditado"
    ),
}
EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]+")
SAMPLE = 400
CODE_LENGTHS = range(4, 65)


def columns_of(header: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[str, AttendeeField]:
    """Return which column is which field; each field is given once, the best name and values first."""
    scored = []
    for at, column in enumerate(header):
        values = [row[at].strip() for row in rows[:SAMPLE] if at < len(row) and row[at].strip()]
        for field in ATTENDEE_FIELDS:
            score = _score(field, column, values)
            if score > 0:
                scored.append((score, -at, field, column))
    found: dict[str, AttendeeField] = {}
    for _, _, field, column in sorted(scored, reverse=True):
        if column not in found and field not in found.values():
            found[column] = field
    if "last_name" not in found.values():  # "nome" alone is the whole name, not the first
        found = {column: "name" if field == "first_name" else field for column, field in found.items()}
    return {column: found[column] for column in header if column in found}


def names_in(row: Sequence[str]) -> int:
    """Return how many columns a row names; none where it holds an address, which no header does."""
    filled = [cell.strip() for cell in row if cell.strip()]
    if any(EMAIL.fullmatch(cell) for cell in filled):
        return 0
    return sum(any(_named(field, cell) for field in ATTENDEE_FIELDS) for cell in filled)


def _score(field: AttendeeField, column: str, values: Sequence[str]) -> float:
    named = _named(field, column)
    addresses = _share(values, lambda value: EMAIL.fullmatch(value) is not None)
    if field == "email":
        return named + addresses if addresses >= 0.5 else 0.0
    if addresses >= 0.5:
        return 0.0
    if field == "code":
        fits = _share(values, _is_code) * (len(set(values)) / len(values) if values else 0.0)
        return named + fits / 2 if fits >= 0.6 and (named or fits >= 0.95 and _mixed(values)) else 0.0
    return named


def _is_code(value: str) -> bool:
    squashed = re.sub(r"[\s_.-]", "", value)
    return len(squashed) in CODE_LENGTHS and squashed.isascii() and squashed.isalnum()


def _mixed(values: Sequence[str]) -> bool:
    """Whether letters and digits stand together in them, as in nothing but codes."""
    return _share(values, lambda value: any(map(str.isdigit, value)) and any(map(str.isalpha, value))) >= 0.5


def _share(values: Sequence[str], holds: Callable[[str], bool]) -> float:
    return sum(1 for value in values if holds(value)) / len(values) if values else 0.0


def _named(field: AttendeeField, column: str) -> float:
    words, names = words_of(column), _names(field)
    for at, name in enumerate(names):
        if words == name:
            return 1.0 - 0.3 * at / len(names)
    # "Attendee e-mail" and "Ticket secret" say it with their last words.
    for at, name in enumerate(names):
        if len(name) < len(words) and words[-len(name) :] == name and len("".join(name)) > 3:
            return 0.6 - 0.3 * at / len(names)
    return 0.0


@cache
def _names(field: AttendeeField) -> tuple[tuple[str, ...], ...]:
    return tuple(words_of(name) for name in NAMES[field].split(","))

"""Days of a quote in the asker's language, and a yes or a no before a quote that surely says it."""

import pytest

from charlotte.engine.dialogue.answer.opening import opening_of
from charlotte.engine.dialogue.answer.told_days import told_days
from charlotte.knowledge.query import query_of
from charlotte.tools.results import PassageCard


@pytest.mark.parametrize(
    ("quote", "spoken_in", "language", "told"),
    [
        ("Badges on Tuesday from 13:00.", "en", "fr", [("Tuesday", "mardi")]),
        ("Cerrado el lunes 26 de octubre.", "es", "it", [("lunes 26 de octubre", "lunedì 26 ottobre")]),
        ("Am Freitag, den 2. Mai, ab zehn.", "de", "es", [("Freitag, den 2. Mai", "viernes 2 de mayo")]),
        ("Bis zum 1. September 2027.", "de", "fr", [("1. September", "1er septembre")]),
        (
            "Sabato 3 agosto e domenica.",
            "it",
            "de",
            [("Sabato 3 agosto", "Samstag, 3. August"), ("domenica", "Sonntag")],
        ),
        ("Closed until August 15th.", "en", "it", [("August 15th", "15 agosto")]),
        ("Avant le 2 novembre.", "fr", "it", []),
        ("At most 12 may march 3 by 3.", "en", "it", []),
    ],
)
def test_days_are_said_again(quote: str, spoken_in: str, language: str, told: list[tuple[str, str]]) -> None:
    assert told_days(quote, spoken_in, language) == told


def _card(quote: str, text: str, language: str, *headings: str) -> PassageCard:
    return PassageCard(
        id="faq.md#1",
        document="faq.md",
        title="FAQ",
        headings=list(headings),
        language=language,
        quote=quote,
        text=text,
        match="exact",
    )


DINNER = _card("Elle coûte 60 euros.", "Non. Elle coûte 60 euros.", "fr", "La soirée de gala est-elle comprise ?")
DOGS = _card("I cani non sono ammessi nelle sale.", "I cani non sono ammessi nelle sale.", "it", "Animali")
BIKES = _card("Bikes are not allowed, except folding ones.", "", "en", "Bikes")
PRAMS = _card("I passeggini possono entrare ovunque.", "I passeggini possono entrare ovunque.", "it", "Bambini")
LEADS = _card("Dogs on a lead are welcome in the yard.", "Dogs on a lead are welcome in the yard.", "en", "Animals")
DRINKS = _card("Cuesta 40 € con la bebida incluida.", "Cuesta 40 € con la bebida incluida.", "es", "Cena")
FEE = _card("Lunch is included in the fee, dinner is not.", "", "en", "Fees")
MEMBERS = _card("- Nein, nur mit Karte.", "- Nein, nur mit Karte.", "de", "Darf ich zur Versammlung?")


@pytest.mark.parametrize(
    ("card", "question", "language", "opening"),
    [
        (DINNER, "la cena di gala è compresa?", "it", "no"),
        (DINNER, "quando si va alla cena di gala?", "it", None),
        (DINNER, "is there a vegan dinner?", "en", None),
        (DOGS, "can my dog come in?", "en", "no"),
        (DOGS, "est-ce que c'est interdit aux chiens ?", "fr", None),
        (PRAMS, "darf ich mit dem Kinderwagen hinein?", "de", "yes"),
        (PRAMS, "wie lange dürfen Kinder bleiben?", "de", None),
        (LEADS, "je peux venir avec mon chien ?", "fr", "yes"),
        (LEADS, "puedo traer el perro a la cena?", "es", None),
        (DRINKS, "au dîner, les boissons sont comprises ?", "fr", "yes"),
        (DRINKS, "is lunch included?", "en", None),
        (DRINKS, "quanto costa la cena?", "it", None),
        (FEE, "is lunch included?", "en", None),
        (FEE, "ist das Abendessen inbegriffen?", "de", None),
        (BIKES, "darf ich mein Rad mitnehmen?", "de", None),
        (MEMBERS, "can I go to the assembly?", "en", "no"),
    ],
)
def test_an_answer_begins_with_what_the_passage_says(
    card: PassageCard, question: str, language: str, opening: str | None
) -> None:
    assert opening_of(card, query_of(question, language)) == opening

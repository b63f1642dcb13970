"""Sheets for accreditation and payment: a row for each person, with what each does, and sessions in their own rows."""

from support.workbooks import agenda, people, told, workbook


def test_who_speaks_and_who_chairs_in_rows_of_one_talk() -> None:
    lines = [
        "Sociedad Ibérica de Apicultura",
        "",
        "Orden;Fecha;De;A;Lugar;Sesión;Ponencia;Función;Nombre;Apellidos;Horas",
        "1;05/03/2027;09:00;10:00;Sala Tilo;Polen y memoria;;Moderadora;Inés;Galván Roa;",
        "2;05/03/2027;09:00;09:30;Sala Tilo;Polen y memoria;Lo que recuerda una colmena;Ponente;Bruno;Sáez;0,5",
        "2;05/03/2027;09:00;09:30;Sala Tilo;Polen y memoria;Lo que recuerda una colmena;Ponente;Mireia;Font;",
        "3;05/03/2027;09:30;10:00;Sala Tilo;Polen y memoria;Flores de asfalto;Ponente;Celia;Mora;0,5",
        "4;05/03/2027;10:30;11:30;Sala Sauce;Cera, papel, tijera;;Moderador;Jon;Arrieta;",
        "5;05/03/2027;10:30;11:00;Sala Sauce;Cera, papel, tijera;Velas sin humo;Ponente;Inés;Galván Roa;0,5",
        "6;05/03/2027;11:00;11:30;Sala Sauce;Cera, papel, tijera;Sellos de correos;Ponente;Leo;Pardo;0,5",
        "7;05/03/2027;12:00;13:00;Sala Tilo;;Mesa redonda: ¿quién paga la miel?;Ponente;Celia;Mora;1",
        "7;05/03/2027;12:00;13:00;Sala Tilo;;Mesa redonda: ¿quién paga la miel?;Ponente;Leo;Pardo;",
        "7;05/03/2027;12:00;13:00;Sala Tilo;;Mesa redonda: ¿quién paga la miel?;Moderador;Jon;Arrieta;",
    ]
    found = {one.title: one for one in agenda(("acreditacion.csv", "\n".join(lines).encode())).sessions}
    assert {title: (told(one), *people(one)) for title, one in found.items()} == {
        "Polen y memoria": (("05 09:00", "10:00", "Sala Tilo"), [], ["Inés Galván Roa"]),
        "Lo que recuerda una colmena": (("05 09:00", "09:30", "Sala Tilo"), ["Bruno Sáez", "Mireia Font"], []),
        "Flores de asfalto": (("05 09:30", "10:00", "Sala Tilo"), ["Celia Mora"], []),
        "Cera, papel, tijera": (("05 10:30", "11:30", "Sala Sauce"), [], ["Jon Arrieta"]),
        "Velas sin humo": (("05 10:30", "11:00", "Sala Sauce"), ["Inés Galván Roa"], []),
        "Sellos de correos": (("05 11:00", "11:30", "Sala Sauce"), ["Leo Pardo"], []),
        "Mesa redonda: ¿quién paga la miel?": (
            ("05 12:00", "13:00", "Sala Tilo"),
            ["Celia Mora", "Leo Pardo"],
            ["Jon Arrieta"],
        ),
    }


def test_rows_that_differ_only_in_who_speaks_and_where_they_work() -> None:
    rows = [
        ["Date", "Start", "End", "Room", "Title", "Speaker", "Organisation", "E-mail", "Fee"],
        ["5 March 2027", "9:00", "9:40", "Loft", "Glue and patience", "Ada Orr", "Kiln Works", "ada@x.example", 100],
        ["5 March 2027", "9:00", "9:40", "Loft", "Glue and patience", "Bo Lie", "Hull Museum", "bo@x.example", 120],
        ["5 March 2027", "9:40", "10:20", "Loft", "Hinges", "Eve Moss", "Kiln Works", "eve@x.example", 100],
        ["5 March 2027", "9:40", "10:20", "Barn", "Hinges", "Ian Rhys", "Leeds", "ian@x.example", 100],
    ]
    glue, loft, barn = agenda(("speakers.xlsx", workbook({"Speakers": rows}))).sessions
    assert (told(glue), *people(glue)) == (("05 09:00", "09:40", "Loft"), ["Ada Orr", "Bo Lie"], [])
    assert [one.affiliation for one in glue.speakers] == ["Kiln Works", "Hull Museum"]
    assert (told(loft)[2], people(loft)[0], told(barn)[2], people(barn)[0]) == (
        "Loft",
        ["Eve Moss"],
        "Barn",
        ["Ian Rhys"],
    )


def test_authors_a_row_each_of_whom_one_presents() -> None:
    lines = [
        "Session,Session Room,Paper ID,Paper Title,Date,Start Time,End Time,Author Order,First Name,Last Name,"
        "Affiliation,Country,Presenting Author",
        "Soils,Barn Hall,P-11,Worms at night,2027-03-05,09:00,09:20,1,Ada,Orr,Kiln Works,UK,Yes",
        "Soils,Barn Hall,P-11,Worms at night,2027-03-05,09:00,09:20,2,Bo,Lie,Oslo Met,Norway,No",
        "Soils,Barn Hall,P-12,Peat and patience,2027-03-05,09:20,09:40,1,Eve,Moss,Cork,Ireland,No",
        "Soils,Barn Hall,P-12,Peat and patience,2027-03-05,09:20,09:40,2,Ian,Rhys,Cork,Ireland,Yes",
        "Waters,Attic Room,P-13,Ponds in town,2027-03-05,10:00,10:20,1,Gwen,Pask,Hull,UK,Yes",
        "Waters,Attic Room,P-14,Eels,2027-03-05,10:20,10:40,1,Tom,Ness,Hull,UK,Yes",
        "Waters,Attic Room,P-14,Eels,2027-03-05,10:20,10:40,2,Una,Byrne,Galway,Ireland,Yes",
    ]
    found = {one.title: one for one in agenda(("authors.csv", "\n".join(lines))).sessions}
    assert {title: (told(one), people(one)[0]) for title, one in found.items()} == {
        "Soils": (("05 09:00", "09:40", "Barn Hall"), []),
        "Worms at night": (("05 09:00", "09:20", "Barn Hall"), ["Ada Orr"]),
        "Peat and patience": (("05 09:20", "09:40", "Barn Hall"), ["Ian Rhys"]),
        "Waters": (("05 10:00", "10:40", "Attic Room"), []),
        "Ponds in town": (("05 10:00", "10:20", "Attic Room"), ["Gwen Pask"]),
        "Eels": (("05 10:20", "10:40", "Attic Room"), ["Tom Ness", "Una Byrne"]),
    }
    assert "Bo Lie" in (found["Worms at night"].abstract or "")


def test_a_talk_of_no_session_beside_sessions_that_only_their_talks_tell() -> None:
    lines = [
        "Fecha;Inicio;Fin;Aula;Sesión;Título;Ponente;Entidad",
        "05/03/2027;09:00;09:20;Aula Roja;;Bienvenida al colmenar;Inés Galván;Concejo",
        "05/03/2027;09:00;09:20;Aula Roja;;Bienvenida al colmenar;Jon Arrieta;Diputación",
        "05/03/2027;09:20;09:50;Aula Roja;I sesión - Polen;La memoria de las abejas;Bruno Sáez;Museo",
        "05/03/2027;09:50;10:20;Aula Roja;I sesión - Polen;Flores de asfalto;Mireia Font;Museo",
        "05/03/2027;09:50;10:20;Aula Roja;I sesión - Polen;Flores de asfalto;Celia Mora;Jardín",
        "05/03/2027;11:00;12:00;Aula Verde;II sesión - Cera;Velas sin humo;Leo Pardo;Taller",
        "05/03/2027;12:00;12:30;Aula Verde;II sesión - Cera;Sellos de correos;Rita Luna;Taller",
    ]
    found = {one.title: (told(one), people(one)[0]) for one in agenda(("ponentes.csv", "\n".join(lines))).sessions}
    assert found == {
        "Bienvenida al colmenar": (("05 09:00", "09:20", "Aula Roja"), ["Inés Galván", "Jon Arrieta"]),
        "I sesión - Polen": (("05 09:20", "10:20", "Aula Roja"), []),
        "La memoria de las abejas": (("05 09:20", "09:50", "Aula Roja"), ["Bruno Sáez"]),
        "Flores de asfalto": (("05 09:50", "10:20", "Aula Roja"), ["Mireia Font", "Celia Mora"]),
        "II sesión - Cera": (("05 11:00", "12:30", "Aula Verde"), []),
        "Velas sin humo": (("05 11:00", "12:00", "Aula Verde"), ["Leo Pardo"]),
        "Sellos de correos": (("05 12:00", "12:30", "Aula Verde"), ["Rita Luna"]),
    }


def test_rows_of_one_number_are_one_talk_whenever_each_was_handed_in() -> None:
    lines = [
        "Session Id,Title,Date Submitted,Room,Scheduled At,Scheduled Duration,FirstName,LastName",
        "41,Kelp on toast,2026-11-02T09:10,Pier Room,2027-03-05T09:00,30,Ada,Bell",
        "41,Kelp on toast,2026-11-09T17:45,Pier Room,2027-03-05T09:00,30,Bo,Quist",
        "42,Tides for tenants,2026-11-03T12:00,Pier Room,2027-03-05T09:30,30,Cleo,Marsh",
        "43,Gulls and glass,2026-11-04T08:30,Net Loft,2027-03-05T10:00,45,Ada,Bell",
    ]
    found = {one.title: one for one in agenda(("flat.csv", "\n".join(lines).encode())).sessions}
    assert {title: people(one)[0] for title, one in found.items()} == {
        "Kelp on toast": ["Ada Bell", "Bo Quist"],
        "Tides for tenants": ["Cleo Marsh"],
        "Gulls and glass": ["Ada Bell"],
    }

"""Programmes in AsciiDoc, Org, reStructuredText and DokuWiki: their tables, lists and properties.

All of them are invented.
"""

from dataclasses import replace

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.material import material_of
from charlotte.congress.importers.reading import read_material
from support.by_title import told as by_title

Told = dict[str, tuple[str, str, str | None, list[str]]]


def told(name: str, text: str) -> Told:
    event = (
        b'{"id":"l","name":"L","timezone":"Europe/Madrid","start_date":"2027-06-04","end_date":"2027-06-05",'
        b'"languages":["es"]}'
    )
    found = read_material(material_of([Document(name, text.encode()), Document("event.json", event)])).agenda
    return by_title(replace(found, sessions=tuple(one for one in found.sessions if one.status != "cancelled")))


def test_asciidoc() -> None:
    page = """= Jornadas del corcho
:sala: Sala Alcornoque

== Viernes 4 de junio

[cols="1,2,2"]
|===
|Hora |{sala} |Patio

|10:00–10:45 |*Tapones* +
Alba Ruiz .2+|*Saca del corcho en vivo* +
Blas Gil, Cruz Vega
|11:00–11:45 |*Suelos* +
Dora Paz
|12:00–12:30 2+|Pausa
|===

== Sábado 5 de junio

* 10:00–10:45 https://example.org[Bellotas] (Elia Mas), {sala}
* 11:00–11:45 [line-through]#Setas# (Fidel Oro), {sala}
"""
    read = told("programa.adoc", page)
    assert read["Tapones"] == ("04 10:00", "10:45", "Sala Alcornoque", ["Alba Ruiz"])
    assert read["Saca del corcho en vivo"] == ("04 10:00", "11:45", "Patio", ["Blas Gil", "Cruz Vega"])
    assert read["Bellotas"] == ("05 10:00", "10:45", "Sala Alcornoque", ["Elia Mas"])
    assert "Setas" not in read


def test_org() -> None:
    page = """#+TITLE: Jornadas
# nadie lee esto
* Viernes 4 de junio :publico:
| Hora        | Charla       | Ponente   | Sala   |
|-------------+--------------+-----------+--------|
| 10:00-10:45 | [[x][Lanas]] | Alba Ruiz | Aula 1 |
| 11:00-11:45 | Fieltro      | Blas Gil  | Aula 2 |
* Sábado 5 de junio
** TODO 10:00-10:45 Telares
:PROPERTIES:
:PONENTE: Cruz Vega
:SALA: Aula 2
:END:
** 11:00-11:45 Tintes
:PROPERTIES:
:PONENTE: Dora Paz
:SALA: Aula 1
:END:
"""
    read = told("programa.org", page)
    assert read["Lanas"] == ("04 10:00", "10:45", "Aula 1", ["Alba Ruiz"])
    assert read["Telares"] == ("05 10:00", "10:45", "Aula 2", ["Cruz Vega"])
    assert read["Tintes"] == ("05 11:00", "11:45", "Aula 1", ["Dora Paz"])


def test_structured_text() -> None:
    page = """=========
Jornadas
=========

.. contents::

Viernes 4 de junio
------------------

+-------------+-----------------+------------------+
| Hora        | Aula 1          | Aula 2           |
+=============+=================+==================+
| 10:00-10:45 | | **Quesos**    | | **Mantecas**   |
|             | | Alba Ruiz     | | Blas Gil       |
+-------------+-----------------+                  |
| 11:00-11:45 | | **Sueros**    |                  |
|             | | Cruz Vega     |                  |
+-------------+-----------------+------------------+
| 12:00-12:30 | Pausa                              |
+-------------+------------------------------------+

Sábado 5 de junio
-----------------

===========  ========  =========  ======
Hora         Charla    Ponente    Sala
===========  ========  =========  ======
10:00-10:45  Cuajos    Dora Paz   Aula 2
11:00-11:45  Cuevas y  Elia Mas   Aula 1
             mohos
===========  ========  =========  ======
"""
    read = told("programa.rst", page)
    assert read["Quesos"] == ("04 10:00", "10:45", "Aula 1", ["Alba Ruiz"])
    assert read["Mantecas"] == ("04 10:00", "11:45", "Aula 2", ["Blas Gil"])
    assert read["Cuajos"] == ("05 10:00", "10:45", "Aula 2", ["Dora Paz"])
    assert read["Cuevas y mohos"] == ("05 11:00", "11:45", "Aula 1", ["Elia Mas"])


def test_tables_of_lists_and_of_commas() -> None:
    page = """Viernes 4 de junio
==================

.. list-table::
   :header-rows: 1

   * - Hora
     - Charla
     - Ponente
   * - 10:00-10:45
     - Juncos
     - Alba Ruiz
   * - 11:00-11:45
     - Mimbres
     - Blas Gil

Sábado 5 de junio
=================

.. csv-table::
   :header: Hora, Charla, Ponente

   10:00-10:45, "Cestos, asas", Cruz Vega
   11:00-11:45, Esteras, Dora Paz
"""
    read = told("programa.rst", page)
    assert read["Mimbres"] == ("04 11:00", "11:45", None, ["Blas Gil"])
    assert read["Cestos, asas"] == ("05 10:00", "10:45", None, ["Cruz Vega"])


def test_doku_wiki() -> None:
    page = """====== Programa ======
===== Viernes 4 de junio =====
^ Hora ^ Aula 1 ^ Aula 2 ^
| 10:00-10:45 | **Barro**\\\\ [[user:alba|Alba Ruiz]] | **Hornos**\\\\ Blas Gil |
| 11:00-11:45 | **Esmaltes**\\\\ Cruz Vega | ::: |
| 12:00-12:30 | Pausa ||
| 12:30-13:00 | **Tornos**\\\\ Dora Paz | <del>**Moldes**\\\\ Elia Mas</del> |
"""
    read = told("programa.txt", page)
    assert read["Barro"] == ("04 10:00", "10:45", "Aula 1", ["Alba Ruiz"])
    assert read["Hornos"] == ("04 10:00", "11:45", "Aula 2", ["Blas Gil"])
    assert read["Tornos"] == ("04 12:30", "13:00", "Aula 1", ["Dora Paz"])
    assert "Moldes" not in read

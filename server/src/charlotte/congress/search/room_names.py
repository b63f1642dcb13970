"""Names of rooms that are made of common words, as each language has them: "Grande salle" is "the main hall"."""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from charlotte.congress.model import Room
from charlotte.congress.search.folding import folded
from charlotte.congress.search.function_words import FUNCTION_WORDS
from charlotte.congress.search.numerals import digits_by_word

KINDS = """
    room rooms hall halls chamber saal saale raum raume halle hallen zimmer salle salles piece sala sale salas salon
    salone saloni stanza stanze aula aule aulas espace spazio espacio
"""
"""What any room may be called: it says that a room is meant, not which."""

OF_THEMSELVES = """
    library: library biblioteca bibliothek bucherei bibliotheque mediatheque mediathek mediateca
    foyer: foyer lobby atrium atrio vestibolo vestibule vestibulo vestibul, entrance hall, eingangshalle, hall d entree
    auditorium: auditorium auditorio amphi amphitheatre anfiteatro horsaal hoersaal, lecture hall, lecture theatre
    theatre: theatre theater teatro
    cinema: cinema kino cine kinosaal
    class: classroom klassenzimmer schulungs
    refectory: refectory refettorio refectoire refektorium refectorio mensa canteen cantine kantine comedor cafeteria
    kitchen: kitchen cucina kuche cuisine cocina
    chapter: chapter capitolo capitolare capitulaire chapitre capitular kapitel, chapter house, chapterhouse
    chapel: chapel cappella kapelle chapelle capilla
    church: church chiesa kirche eglise iglesia
    cloister: cloister chiostro kreuzgang cloitre claustro
    courtyard: courtyard cortile innenhof cour patio hof
    gym: gym gymnasium palestra turnhalle gymnase gimnasio sporthalle
    terrace: terrace terrazza terrasse terraza, dach terrasse, roof terrace
    balcony: balcony balcone balkon balcon
    marquee: marquee tent tendone zelt festzelt tente chapiteau carpa
    stage: stage palco buhne scene escenario
    tower: tower torre turm tour
    cellar: cellar cantina keller cave bodega
    attic: attic soffitta dachboden grenier desvan
    barn: barn fienile scheune grange granero
    stable: stable stables stalla stall ecurie establo
    greenhouse: greenhouse serra gewachshaus serre invernadero
    orangery: orangery orangerie aranciera
"""
"""Places that are a room even where no word for "room" stands beside them, by what they are called."""

QUALITIES = """
    seminar: seminar seminari seminario seminaire seminarios
    meeting: meeting riunioni reunion reuniones besprechung besprechungs sitzung sitzungs
    lecture: lecture vortrag vortrags lezioni conferenze conferences conferencias konferenz conference
    workshop: workshop laboratorio laboratori laboratorium labor lab atelier werkstatt taller talleres laboratoire
    group: group gruppen gruppi groupe groupes grupo grupos
    council: council consiglio rats ratssaal conseil consejo concejo
    mirrors: mirrors mirror specchi spiegel miroirs glaces espejos
    knights: knights ritter cavalieri chevaliers caballeros
    feast: banquet feste fest fetes fiestas banchetti ball ballo bal baile actos
    exhibition: exhibition mostra mostre esposizioni ausstellung ausstellungs exposition expositions exposiciones
    reading: reading lettura lese lecturas
    press: press stampa presse prensa
    music: music musica musik musique
    dance: dance danza tanz danse
    games: games giochi spiel jeux juegos
    computer: computer informatica edv informatique ordenadores
    quiet: quiet silenzio ruhe silence silencio repos
    big: big large great grand grande grandi grands grandes gran gross main haupt maggiore principale principal
        principales magna magno plenar plenary plenaria pleniere plenum
    small: small little piccola piccolo piccole piccoli klein petit petite petites petits pequena pequeno
    middle: middle medium media medio mittler moyenne mediana central centrale zentral
    old: old vecchia vecchio antica antico alt ancienne ancien vieille vieja viejo antigua antiguo
    new: new nuova nuovo neu nouvelle nouveau nueva nuevo
    red: red rossa rosso rot rouge roja rojo
    blue: blue blu azzurra azzurro blau bleue bleu azul
    green: green verde grun verte vert
    yellow: yellow gialla giallo gelb jaune amarilla amarillo
    white: white bianca bianco weiss blanche blanc blanca blanco
    black: black nera nero schwarz noire noir negra negro
    orange: orange arancione arancio naranja
    gold: gold golden goldene oro dorata doree dorada
    silver: silver argento silber argent plata
    grey: grey gray grigia grigio grau grise gris
    brown: brown marrone braun brune marron
    north: north nord norte
    south: south sud sued sur
    east: east est ost este
    west: west ovest ouest oeste
    left: left sinistra links gauche izquierda
    right: right destra rechts droite derecha
    round: round rotonda rund ronde redonda
    garden: garden giardino garten jardin jardins
    park: park parco parc parque
    lake: lake lago see lac
    river: river fiume fluss riviere rio
    sea: sea mare meer mer mar
    mountain: mountain mountains montagna berg montagne montana
    forest: forest wood bosco wald foret bosque
    sun: sun sole sonne sonnen soleil sol
    moon: moon luna mond lune
    star: star stars stella stelle stern etoile etoiles estrella
    rose: rose roses rosen rosa rosas
    lion: lion leone lowe lowen leon
    eagle: eagle aquila adler aigle aguila
    clock: clock orologio uhr uhren horloge reloj
    fireplace: fireplace camino kamin cheminee chimenea
    bridge: bridge ponte brucke pont puente
    gate: gate porta tor porte puerta
    station: station stazione bahnhof gare estacion
    floor: floor storey level piano etage stock stockwerk obergeschoss og planta piso
    upper: upper upstairs superiore ober oben superieure haute superior alta
    lower: lower downstairs inferiore unter inferieure basse inferior baja
    ground: erdgeschoss eg rdc, ground floor, piano terra, pianterreno, rez de chaussee, planta baja
    basement: basement untergeschoss ug interrato seminterrato sotano, sous sol
    1: first prima primo erst premiere premier 1er 1ere 1re primera primer 1st
    2: second seconda secondo zweit deuxieme seconde 2e 2eme segunda segundo 2nd
    3: third terza terzo dritt troisieme 3e 3eme tercera tercer tercero 3rd
    4: fourth quarta quarto viert quatrieme 4e 4eme cuarta cuarto 4th
    5: fifth quinta quinto funft cinquieme 5e 5eme 5th
"""
"""What tells one room from another, where a word for "room" or a place stands beside it."""

KIND = "room"
MAY_END = frozenset("first room conference conferences vortrag".split())
"""Words that any sentence may have, and with which the name of a room may begin or end all the same."""
LOOSE = frozenset(("auditorium", "lecture"))
"""Places that say little more than "room" beside a word that tells which."""
ENDINGS = ("es", "en", "er", "em", "e", "s")
COMPOUND = ("saales", "saals", "saal", "raumes", "raums", "raum", "halle", "zimmers", "zimmer", "buhne")
"""What the last part of a German compound may be: "Kapitelsaal"."""
JOINTS = ("", "s", "n", "en", "er")
LONGEST_CALLED = 4
SHORTEST = 2


class RoomNames:
    """The rooms of a programme by what the words of their names mean."""

    def __init__(self, rooms: Sequence[Room]) -> None:
        self._rooms: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._loose: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for room in rooms:
            for name in (room.name, *room.aliases):
                if meaning := _telling(_meaning(folded(name))):
                    self._rooms[meaning].add(room.name)
                    self._loose[_loosely(meaning)].add(room.name)

    def meant(self, said: Sequence[str]) -> str | None:
        """Return the one room whose whole name some folded words mean, nothing left over on either side."""
        if not self._rooms or not said or {said[0], said[-1]} & FUNCTION_WORDS - MAY_END:
            return None
        words = _meaning(tuple(said))
        telling = _telling(words)
        if not telling or not any(word == KIND or word in _places() for word in words):
            return None
        found = self._rooms.get(telling) or self._loose.get(_loosely(telling), set())
        return next(iter(found)) if len(found) == 1 else None


def _telling(meaning: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(word for word in meaning if word != KIND))


def _loosely(meaning: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in meaning if word not in LOOSE) or meaning


def _meaning(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return what each word of a room's name means; nothing where one of them is no such word."""
    found: list[str] = []
    at = 0
    while at < len(words):
        for last in range(min(len(words), at + LONGEST_CALLED), at, -1):
            if meant := _called(words[at:last]):
                found += meant
                at = last
                break
        else:
            if words[at] not in FUNCTION_WORDS:
                return ()
            at += 1
    return tuple(found)


@lru_cache(maxsize=5000)
def _called(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return what one word, or several that are one name, means."""
    known, called = _known(), " ".join(words)
    if called in known or len(words) > 1:
        return (known[called],) if called in known else ()
    (word,) = words
    if word.isdigit():
        return (word.lstrip("0") or "0",)
    if word not in FUNCTION_WORDS and word in digits_by_word():
        return (digits_by_word()[word],)
    for ending in ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > SHORTEST and stem in known:
            return (known[stem],)
    return _compound(word)


def _compound(word: str) -> tuple[str, ...]:
    last = next((last for last in COMPOUND if word.endswith(last) and word != last), None)
    if last is None:
        return ()
    before = word.removesuffix(last)
    kind = "stage" if last == "buhne" else KIND
    for joint in JOINTS:
        stem = before.removesuffix(joint) if joint else before
        if stem in _known():
            return tuple(dict.fromkeys((_known()[stem], kind)))
    return ()


@lru_cache
def _known() -> dict[str, str]:
    """Return the class of each word, and of each name of several words."""
    known = {name: KIND for name in KINDS.split()}
    for table in (OF_THEMSELVES, QUALITIES):
        for meaning, called in _classes(table):
            known |= dict.fromkeys(called, meaning)
    return known


@lru_cache
def _places() -> frozenset[str]:
    return frozenset(meaning for meaning, _ in _classes(OF_THEMSELVES))


def _classes(table: str) -> list[tuple[str, list[str]]]:
    """Return the words of each class: the first line's one by one, what stands after a comma as one name."""
    found: list[tuple[str, list[str]]] = []
    for line in table.strip().splitlines():
        meaning, colon, rest = line.partition(":")
        if not colon:
            meaning, rest = found[-1][0], line
        words, *names = rest.split(",")
        called = [*(" ".join(folded(word)) for word in words.split()), *(" ".join(folded(name)) for name in names)]
        if colon:
            found.append((meaning.strip(), called))
        else:
            found[-1][1].extend(called)
    return found

"""Words that carry no name and no topic, in the five languages, folded."""

ITALIAN = """
scusate
a ad ai al all alla alle allo agli anche ancora c che chi ci ciao come con cosa cui d da dai dal dall dalla dalle dallo
dagli dammi del dell della delle dello dei degli di dice dimmi dir dopo dove dov e ed era essere fa fanno gli grazie ha
hai hanno ho i il in inizia iniziano io l la le lei li lo loro lui ma me mi mia mio nei nel nell nella nelle nello negli
no noi non o ogni oggi ora orario ore parla parlano per perche piu poi posso prossimo prossima prego qual quale quali
quando quanto quanti quella quello questa questi queste questo qui quindi s sa salve sapere scusa scusi se sei senti si
sia sono sta stanno stessa stesso su sua sui sul sull sulla sulle sullo suo t te tra fra tutti tutto tutte tu tuo un una
uno va vado vai viene vi voi vorrei voglio domani ieri buongiorno buonasera ehm allora altri altre altra altro poco gia
adesso comincia finisce tiene interessa interessano consigli consigliami parlami raccontami trovo trova c'e puo potrei
riguarda potresti successivo dopodomani volevo cerco sapresti sai mezzogiorno mattina mattino pomeriggio sera stasera
stamattina
"""
ENGLISH = """
sorry excuse
a about after all also am an and any are as at back be been before being but by can could d did do does doing done end
ends first for from get give going good had has have having he hello her here hey hi him his how i if in interested
into is it its itself just know last later ll like listen looking m may me meant mean might more most much must my need
next no not now of off ok okay on one or our out over please re room s said say says see she should show so some soon
start starts starting t take talk talks tell than thank thanks that the their them then there these they thing this
those to today tomorrow tonight too up us ve very want was we well were what when where which while who whom whose why
will with would yes yesterday you your session sessions morning afternoon evening uh um er speaker speakers speaking
speaks hold holds happens happening find there's begin begins finish time much recommend till long
"""
GERMAN = """
entschuldigung entschuldigen verzeihung
aber ab alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bin bis bist bitte da dann das
dass dein dem den denn der des dessen die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen
einer eines er erste es etwas euch fangt fur gegen gehen geht gern gerne gibt gleich guten hab habe haben halt hallo hat
hatte heute hier hoeren horen ich ihm ihn ihr ihre im in interessiere interessieren ist ja jetzt kann kannst kein keine
kommt konnen konnte laeuft lauft los mal man mein meine mich mir mit mochte moechte morgen muss nach nachste nachster
nachstes naechste naechsten nachsten nicht noch nun nur ob oder ohne redet sag sagen sehr sein seine sich sie sind so
soll spricht statt stattfindet tag um und uns unter viel vielen vom von vor vortrag vortrage wann war waren was welche
welchem welchen welcher welches wer wenn werde werden wie wieder will wir wird wo woruber worum zu zum zur uber uhr
entschuldigung danke gestern morgens vormittag nachmittag abend beginnt endet referent danach empfiehlst empfehlen
veranstaltung sprechen reden lange
"""
FRENCH = """
excusez pardon
a ai alors apres as au aujourd aussi autre autres aux avec bonjour bonsoir c ce cela ces cet cette ceux chez comme
comment commence d dans de demain depuis des dis dit dois donc du elle elles en encore est et etait etre eu fait faire
finit hier hui il ils interesse j je l la le les leur leurs lui m ma mais matin me mes merci moi mon n ne nos notre nous
on ou par parle parlent pas peut peux plus pour pouvez prochain prochaine puis qu quand que quel quelle quelles quels
qui quoi s sa salut sans se sera ses si soir son sont sur t ta te tes ton tous tout toute toutes tres tu un une
va vais vas veux voir vont vos votre voudrais vous y aimerais ecouter apres-midi heure heures moment conseilles
intervient conference conferences session sessions intervenant a-t lieu
"""
SPANISH = """
perdona perdone disculpa disculpe
a al algo alguien ahora antes aqui aun ayer bien buenas buenos charla charlas como con cual cuales cuando cuanto da de
del desde despues dice dime donde dos e el ella ellas ellos empieza en entre era es esa ese eso esta estan estar este
esto estos fue gracias ha hablan habla hace hacia hasta hay hola hora horas hoy interesa ir la las le les lo los luego
manana mas me mi mis mucho muy nada ni no nos nosotros o os otra otro para pero poco ponente por porque proxima proximo
pues puede puedo que quien quienes quiero quisiera recomiendas se sera si sido sin sobre son su sus tambien tarde te
tengo ti tiene todo todos tu tus un una uno unos va voy y ya yo noche sesion sesiones termina siguiente
"""
FUNCTION_WORDS = frozenset((ITALIAN + ENGLISH + GERMAN + FRENCH + SPANISH).split())

QUESTION_WORDS = {
    "it": ("quando", "dove", "quale", "cosa", "quanto"),
    "en": ("when", "where", "what", "which", "whose"),
    "fr": ("quand", "quel", "quelle"),
    "de": ("wann", "welche", "welcher"),
    "es": ("cuando", "donde", "cual", "quien"),
}


# What any session may be called; it says nothing about which one.
SESSION_WORDS = frozenset(
    """
    talk talks session sessions presentation presentations lecture intervento interventi conferenza conferenze sessione
    sessioni presentazione presentazioni relazione evento eventi incontro vortrag vortrage vortraege beitrag
    veranstaltung conference conferences presentation exposes charla charlas ponencia ponencias sesion sesiones
    presentacion titled titolo intitolato title titel titre titulo called chiamato workshop workshops keynote track
    tracks devroom programme program programma programm programa agenda schedule zeitplan
    break pausa pause descanso intervallo
    """.split()
)

# What any room may be called.
ROOM_WORDS = frozenset(
    """
    room rooms hall halls auditorium theatre theater sala sale salone aula aule auditorio stanza saal sale raum raume
    raeume horsaal hoersaal zimmer salle salles amphi amphitheatre amphitheater anfiteatro anfiteatri
    salon sala salas aula aulas
    """.split()
)

FORMS_OF_ADDRESS = frozenset(
    """
    dr dott dottor dottore dottoressa dottssa doktor doctor docteur doctora prof professor professore professoressa
    professeur profesor profesora dra mr mrs ms miss mister sir signor signora signorina sig herr herrn frau monsieur
    madame mme senor senora
    """.split()
)
HONORIFICS = FORMS_OF_ADDRESS | frozenset(
    """
    cllr councillor rev reverend senator mag lic architetto maitre mtro privatdozent ing ingegner ingegnere avv
    avvocato avvocata architetta ingegnera sindaca sindaco assessora assessore maestra maestro speaker relatore
    relatrice
    """.split()
)

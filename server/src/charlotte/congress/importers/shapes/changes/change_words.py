"""The words by which a sentence says that a session is cancelled, moved or otherwise changed."""

import re

from charlotte.congress.importers.shapes.changes.before_and_now import INSTEAD, NOT_BUT, SHIFTS
from charlotte.congress.importers.shapes.changes.substitutes import SUBSTITUTES
from charlotte.congress.importers.wording import CANCELLED_WORDS, MOVED_WORDS

CANCELLED = re.compile(
    rf"(?<!\w)(?:{CANCELLED_WORDS}|annulée?s|n[’']aura pas lieu|"
    rf"(?:will|does|is) not (?:take place|be held|happen(?:ing)?)|"
    rf"non (?:si terrà|avrà luogo|si tiene|si svolge)|no (?:se celebrará|se celebra|tendrá lugar)|"
    rf"fällt (?:leider )?(?:aus|weg)|si annulla(?:no)?|se (?:anulan?|cancelan?|suspenden?)|"
    rf"(?:is|are) (?:(?:now|sadly|unfortunately) )?off(?=\s*(?:[.,;:!)–—]|-\s|because|due|$))|"
    rf"find(?:et|en)\b[^.;,]{{0,30}}(?<!und )(?<!aber )\bnicht(?= statt|\s*[.;!)]|\s*$)|"
    rf"entfallen|muss (?:leider )?(?:entfallen|ausfallen))(?!\w)",
    re.IGNORECASE,
)
MOVED = re.compile(
    rf"(?<!\w)(?:{MOVED_WORDS}|moves?|moved|shifts?|now|jetzt|nun|neu|ora|adesso|maintenant|désormais|ahora|passe|"
    rf"(?:pasan?|passa(?:no)?) (?:a|al|alla|en|in|nell\w*)|passent? (?:à|au|en|dans)|zieh(?:t|en) (?:in|auf)|"
    r"va(?:nno)? (?:in|nell\w*|al|alla|alle|en|a|au|à|dans)|goes? (?:to|in)|kommt in|slittan?o?|slittat[oa]|scambi\w*|"
    r"swaps?|tausch(?:t|en)|intercambi\w*|"
    rf"déplacée?s|brought forward|put back|vorverlegt|retardée?|se (?:adelanta|retrasa|aplaza|atrasa)|retrasad[oa]|"
    rf"transférée?|trasferit[oa]|verlegt|wechselt|umgezogen|zieht um|si sposta|si tiene|se pasa|se traslada|"
    rf"a lieu|aura lieu|"
    rf"(?:change|changement|cambio|wechsel)s?)(?!\w)",
    re.IGNORECASE,
)
BEGINS = re.compile(
    r"(?<!\w)(?:starts?|begins?|beginn\w*|fängt|inizi\w+|cominci\w+|commenc\w+|début\w*|"
    r"empiez\w+|empezar\w*|comienz\w+)(?!\w)",
    re.IGNORECASE,
)
SAYS_WHERE = re.compile(
    r"(?<!\w)(?:verlegt|findet|zieht|moved|moves|will be (?:held )?in|takes? place|si terrà|si tiene|si sposta|"
    r"spostat[oa]|trasferit[oa]|a lieu|aura lieu|transférée?|se traslada|"
    r"se celebrará|tendrá lugar|pasa(?:n|rá)?|passa(?:no)?|passe(?:nt)?|vanno|va|goes|go)(?!\w)",
    re.IGNORECASE,
)
"""What may be followed by a place that nothing else in the programme names."""
WITHDRAWS = re.compile(
    r"(?<!\w)(?:(?:has|have|had|is|are) (?:had )?to (?:cancel|withdraw|pull out|drop out|decline)|"
    r"(?:pulled|pulls|dropped|drops) out|withdr(?:ew|aws|awn)|"
    r"(?:cannot|can['’]t|can not|can no longer|will not|won['’]t) (?:be able to )?"
    r"(?:come|attend|speak|make it|join us|be with us)|"
    r"(?:muss(?:te|ten)?|hat|haben|hatte)\b[^.;]{0,50}\b(?:absagen|abgesagt|zurückgezogen)|"
    r"sag(?:t|te|en)\b[^.;]{0,30}\bab|"
    r"zieht\b[^.;]{0,40}\bzurück|(?:ist|sind) (?:leider )?verhindert|(?:kann|können)\b[^.;]{0,40}\bnicht "
    r"(?:kommen|teilnehmen|dabei sein)|"
    r"(?:ha|hanno) (?:dovuto (?:rinunciare|annullare|disdire)|rinunciato|disdetto|dato forfait|ritirato)|si (?:è|sono) "
    r"ritirat\w+|rinuncia(?:no)?|non (?:potrà|potranno|può|riesce a) (?:venire|partecipare|essere|esserci|intervenire)|"
    r"s['’](?:est|étaient|sont) désisté\w*|se désiste\w*|(?:a|ont) (?:dû )?(?:renoncé|renoncer|annulé|annuler)|"
    r"ne (?:viendra|viendront|pourra|pourront|peut|peuvent) (?:pas|plus)|"
    r"no (?:podrá|podrán|puede|pueden|va a poder) (?:venir|asistir|participar|acudir|estar)|no (?:vendrá|asistirá)|"
    r"(?:ha|han) (?:tenido que (?:cancelar|renunciar)|renunciado|retirado|causado baja)|se (?:retira|da de baja)|"
    r"retira su)(?!\w)",
    re.IGNORECASE,
)
"""How somebody stays away: of whom, only a name in the sentence tells."""
CHANGES = (CANCELLED, MOVED, SHIFTS, INSTEAD, SUBSTITUTES, NOT_BUT, BEGINS)


def tells_change(text: str) -> bool:
    """Return whether a sentence tells any change."""
    return any(one.search(text) for one in CHANGES)


def tells_withdrawal(text: str) -> bool:
    """Return whether a sentence tells that somebody does not come."""
    return WITHDRAWS.search(text) is not None

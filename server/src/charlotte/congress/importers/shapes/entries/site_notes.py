"""Lines at a document's end that are about the site or the paper itself: imprint, rights, cookies."""

import re

LONGEST = 200
_WORDS = (
    r"(?:impressum|imprint|datenschutz\w*|privacy(?: policy)?|cookies?(?: policy)?|kontakt|contact|contatti|"
    r"disclaimer|sitemap|agb|"
    r"barrierefreiheit|legal notice|mentions l[ée]gales|note legali|aviso legal|terms(?: of use)?)"
)
ONLY_LINKS = re.compile(rf"\W*{_WORDS}(?:\s*[|·•,/–-]\s*{_WORDS})*\W*", re.IGNORECASE)
SAYS = re.compile(
    r"©|^\W*\(c\) \d|\bcopyright\s*(?:©|\(c\)|:|by\b|\d{4}|$)|\bpowered by\b|all rights reserved|"
    r"alle rechte vorbehalten|"
    r"[äa]nderungen vorbehalten|"
    r"tous droits r[ée]serv[ée]s|sous r[ée]serve de modification|tutti i diritti|todos los derechos|salvo modifiche|"
    r"(?:use|uses|verwende[nt]?|utilise|utilizza|usa|utiliza) (?:\w+ )?cookies?\b|[·|]\s*(?:impressum|"
    r"datenschutz\w*)\b|^\W*impressum\s*:|"
    r"^\W*(?:con il (?:contributo|patrocinio|sostegno)|(?:main |gold )?sponsor\w*|patrocina\w*|partners?|partenaires?|"
    r"avec le (?:soutien|concours)|colaboran?|collaborano|con el (?:apoyo|patrocinio)|secretar[ií]a t[ée]cnica|"
    r"segreteria (?:organizzativa|scientifica)|secr[ée]tariat|mit (?:freundlicher )?unterst[üu]tzung|f[öo]rderer|"
    r"(?:sponsored|supported|organi[sz]ed) by)\b[^:]{0,40}:",
    re.IGNORECASE,
)


def is_about_the_site(line: str) -> bool:
    """Return whether a line says nothing of a session but something of the page or the paper."""
    return len(line) <= LONGEST and (ONLY_LINKS.fullmatch(line) is not None or SAYS.search(line) is not None)

"""Topics that programmes and people call by different words, within a language and across the five."""

GROUPS: tuple[tuple[str, ...], ...] = (
    ("ai", "ki", "ia", "artificial intelligence", "intelligenza artificiale", "kunstliche intelligenz")
    + ("intelligence artificielle", "inteligencia artificial"),
    ("llm", "llms", "large language models", "language models", "language model", "modelli linguistici")
    + ("sprachmodelle", "sprachmodellen", "modeles de langage", "modelos de lenguaje", "chatgpt"),
    ("machine learning", "apprendimento automatico", "maschinelles lernen", "apprentissage automatique"),
    ("security", "sicurezza", "sicherheit", "securite", "seguridad", "cybersecurity"),
    ("privacy", "data protection", "datenschutz", "protezione dei dati", "vie privee", "privacidad"),
    ("accessibility", "accessibilita", "barrierefreiheit", "accessibilite", "accesibilidad", "a11y"),
    ("kids", "children", "bambini", "ragazzi", "kinder", "enfants", "ninos", "school", "scuola", "schule", "ecole"),
    ("database", "databases", "datenbank", "datenbanken", "base de donnees", "bases de datos", "basi di dati"),
    ("licences", "licenses", "licenze", "lizenzen", "licencias", "licensing"),
    ("law", "legal", "diritto", "recht", "droit", "derecho"),
    ("health", "salute", "sanita", "gesundheit", "sante", "salud", "healthcare"),
    ("energy", "energia", "energie"),
    ("climate", "clima", "klima", "climat", "environment", "ambiente", "umwelt", "environnement"),
    ("testing", "tests", "test", "pruebas"),
    ("performance", "prestazioni", "leistung", "rendimiento"),
    ("networks", "networking", "reti", "netzwerke", "reseaux", "redes"),
    ("games", "giochi", "spiele", "jeux", "juegos", "gaming"),
    ("women", "donne", "frauen", "femmes", "mujeres"),
    ("beginners", "principianti", "anfanger", "debutants", "principiantes"),
    ("web", "frontend", "front end"),
)


def variants(topic: str) -> tuple[str, ...]:
    """Return a folded topic and how else it may be called, itself first."""
    found = [topic]
    for group in GROUPS:
        for name in sorted(group, key=len, reverse=True):
            if f" {name} " in f" {topic} ":
                others = (other for other in group if other != name)
                found += [f" {topic} ".replace(f" {name} ", f" {other} ").strip() for other in others]
                break
    return tuple(dict.fromkeys(found))

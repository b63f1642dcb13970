"""What a page of a site states of itself above its text: its title and its language."""

import re

from charlotte.documents.front_matter import FrontMatter
from charlotte.documents.html.visible import one_line
from charlotte.documents.paper import Paper

_FIELD = re.compile(r"^[\"']?(title|lang|language)[\"']?\s*[:=]\s*(.+?),?\s*$", re.MULTILINE | re.IGNORECASE)


def with_stated(paper: Paper, page: FrontMatter | None) -> Paper:
    """Return a page with what its front matter states; what its text says of its title stands where that is silent."""
    stated = {key.lower(): value.strip("'\"") for key, value in _FIELD.findall(page.front)} if page else {}
    language = (stated.get("lang") or stated.get("language") or "")[:2].lower()
    title = one_line(stated.get("title", "")) or paper.title
    known = language if len(language) == 2 and language.isalpha() else paper.language
    return paper.model_copy(update={"title": title, "language": known})

"""How the text cites: author and year, and a semicolon between two works, so that a reader sees that they are two."""

from dataclasses import dataclass, field

from sphinxcontrib.bibtex.plugin import register_plugin
from sphinxcontrib.bibtex.style.referencing import BracketStyle
from sphinxcontrib.bibtex.style.referencing.author_year import AuthorYearReferenceStyle


@dataclass
class SemicolonStyle(AuthorYearReferenceStyle):
    """The library's author and year, with the field's own mark between works."""

    bracket_parenthetical: BracketStyle = field(default_factory=lambda: BracketStyle(sep="; "))


def register() -> None:
    """Make the style known as ``author_year_semicolon``, the name that _config.yml gives."""
    register_plugin("sphinxcontrib.bibtex.style.referencing", "author_year_semicolon", SemicolonStyle)

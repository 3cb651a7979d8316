"""The style sheets by the names under which pages load them, each joined from where its parts lie."""

from pathlib import Path

from whosaysso.authored.folders import PACKAGE
from whosaysso.kinds import KINDS


def sheets() -> dict[str, list[Path]]:
    """The files of every style sheet."""
    kinds = [path for kind in KINDS.values() if (path := kind.folder / "style.css").is_file()]
    return {
        "article": [PACKAGE / "text" / "article.css"],
        "codebook": [PACKAGE / "text" / "codebook.css"],
        "exercise": [PACKAGE / "browser" / "exercise.css", *kinds],
        "figure": [PACKAGE / "figures" / "figure.css"],
    }


def sheet(name: str) -> str:
    """One style sheet whole: ``article``, ``codebook``, ``exercise`` or ``figure``."""
    return "".join(path.read_text(encoding="utf-8") for path in sheets()[name])

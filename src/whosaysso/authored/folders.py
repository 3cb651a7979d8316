"""Where the case, the exercises and the book's sources lie: in a checkout, or inside the installed package."""

from pathlib import Path

PACKAGE = Path(__file__).parent.parent


def checkout() -> Path | None:
    """The checkout that one stands in, or the one this package lies in; None where there is neither."""
    for start in (Path.cwd(), PACKAGE):
        for folder in (start, *start.parents):
            if all((folder / name).exists() for name in ("_config.yml", "case", "exercises")):
                return folder
    return None


def home() -> Path:
    """The folder that holds ``case/`` and ``exercises/``: a checkout, or else the copy a wheel carries."""
    return checkout() or PACKAGE / "data"

"""Figures drawn by matplotlib from the case, one module a figure; ``drawing`` holds what all of them share."""

try:
    import matplotlib  # noqa: F401 - an extra of the package: whoever lacks it is told so before anything is drawn
except ModuleNotFoundError:
    raise ModuleNotFoundError(
        "Figures need matplotlib, which is not installed here. In a notebook run: %pip install matplotlib",
        name="matplotlib",
    ) from None

from whosaysso.figures.bus import accounts_of_the_bus
from whosaysso.figures.cascade import cascade
from whosaysso.figures.days import who_said_what_when
from whosaysso.figures.earlier import claims_against_official
from whosaysso.figures.ladder import who_says_so
from whosaysso.figures.months import month
from whosaysso.figures.places import where_it_was
from whosaysso.figures.strip import strip
from whosaysso.figures.two_days import two_day_range

__all__ = [
    "accounts_of_the_bus",
    "cascade",
    "claims_against_official",
    "month",
    "strip",
    "two_day_range",
    "where_it_was",
    "who_said_what_when",
    "who_says_so",
]

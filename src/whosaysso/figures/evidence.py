"""What the figures count, out of the layers of a case: accounts, origins, outlets, and the claims of two days."""

from dataclasses import dataclass
from functools import cached_property

from whosaysso.text.case import Case, find_case
from whosaysso.text.rows import Row

ORIGINS = {
    "bla": "the BLA’s statement",
    "blf": "the BLF’s statement",
    "army": "the army’s statement",
    "police-government": "police and government",
    "relatives-survivors": "relatives and survivors",
    "unnamed": "sources without a name",
}
"""The codebook's origins, in the words of the figures."""
# Students find out where the article stood by themselves, so the figures name it by what it is.
_THE_ARTICLE = {"tfipost-relay", "total-tfipost"}
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@dataclass(frozen=True)
class Claim:
    """What one group says it killed in one attack, and how much of that the army has announced too."""

    event: str
    place: str
    group: str
    killed: int
    agreed: int
    sources: str


class Evidence:
    """The accounts of a case, with their outlets by name."""

    def __init__(self, case: Case):
        self.case = case

    @cached_property
    def events(self) -> dict[str, Row]:
        """The events by id."""
        return {row["id"]: row for row in self.case.layer("events")}

    @cached_property
    def sources(self) -> dict[str, Row]:
        """The sources by id."""
        return {row["id"]: row for row in self.case.layer("sources")}

    @cached_property
    def _accounts(self) -> list[Row]:
        return self.case.layer("accounts")

    def accounts(self, event: str, *roles: str) -> list[Row]:
        """The accounts of an event in the order of the file, of these roles or of all."""
        return [row for row in self._accounts if row["event"] == event and (not roles or row["role"] in roles)]

    def outlet(self, account: Row) -> str:
        """The outlet in which an account was read, in short."""
        if account["id"] in _THE_ARTICLE:
            return "the article"
        name = self.sources[account["sources"].split()[0]]["outlet"]
        return account["who"] if "outlet unknown" in name else name.split(",")[0].split(" (")[0]

    def cited(self, sources: str) -> str:
        """Outlets and dates for the ids in a cell."""
        return "; ".join(
            "the article"
            if name in _THE_ARTICLE
            else f"{self.sources[name]['outlet']}, {dated(self.sources[name]['date'])}"
            for name in sources.split()
        )

    @cached_property
    def claims(self) -> list[Claim]:
        """The groups' claims for the two days, one group after the other, in the order of the events."""
        first, last = self.events["four-attacks"]["date"].split("/")
        found = []
        for event in self.events.values():
            if event["id"] == "four-attacks" or not first <= event["date"] <= last:
                continue
            for row in self.accounts(event["id"], "armed-group"):
                killed, army = int(row["killed_low"]), self.accounts(event["id"], "army")
                agreed = min([killed, *(int(r["killed_low"]) for r in army)]) if army else 0
                found.append(
                    Claim(event["id"], place(event["id"]), row["origin"].upper(), killed, agreed, row["sources"])
                )
        return sorted(found, key=lambda claim: claim.group)


def evidence(slug: str) -> Evidence:
    """The evidence around the text with this name."""
    return Evidence(find_case(slug))


def place(event: str) -> str:
    """An event of the two days in one or two words."""
    return "the bus" if event == "bus" else event.capitalize()


def number(row: Row) -> str:
    """How many an account says were killed: ``3``, ``3+`` for “at least three”, its word, or that it does not say."""
    low, high = row["killed_low"], row["killed_high"]
    if not low:
        return row["killed"] or "not said"
    return low if low in (high, row["killed"]) else f"{low}–{high}" if high else f"{low}+"


def dated(date: str) -> str:
    """A date of the codebook in words: ``2025-07-16`` is 16 July 2025."""
    if date == "unknown":
        return "date unknown"
    year, month, day = (*date.split("-"), "", "")[:3]
    return " ".join(part for part in (day.lstrip("0"), _MONTHS[int(month) - 1] if month else "", year) if part)


def series(words: list[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else "none"

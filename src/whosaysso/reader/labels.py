"""The labels that the book offers whoever reads a text of their own."""

from whosaysso.reader.reading import Label

BOOK_LABELS = (
    Label(
        id="voice",
        name="Who speaks",
        rule="Words that name who says so, such as “the ministry said”. Not the words that are said.",
    ),
    Label(id="hedge", name="Hedges", rule="Words that step back from a claim: “reportedly”, “may”, “claimed”."),
    Label(
        id="number",
        name="Numbers",
        rule="Every number, in figures or in words, with what it counts: “27 soldiers”, “dozens”.",
    ),
    Label(
        id="loaded",
        name="Loaded words",
        rule="Words that report and judge in one breath: “regime”, “martyrs”, “neutralised”.",
    ),
    Label(
        id="frame",
        name="Frames",
        rule="Words that say what the problem is, who caused it, what is right or wrong, or what should be done.",
    ),
)
"""The labels of the book, each with its rule in one sentence."""

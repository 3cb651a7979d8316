"""Who says so: the claims of a text by who it names for them."""

from whosaysso.figures.drawing import RULE, VOICE, Figure, drawn, svg
from whosaysso.text.case import MAIN, find_case

LADDER = {
    "independent": "an independent source",
    "armed-group": "an armed group that took part",
    "state": "the army that took part",
    "orphan-quotation": "a quotation without a speaker",
    "media": "“videos”, “social media”",
    "collective": "a group without names: “locals”",
    "hedge-only": "“reportedly”, no name",
    "none": "nobody at all",
}
"""Who says so, from the best placed to nobody; the words of the chapter for the values of the codebook."""


def who_says_so(slug: str = MAIN) -> Figure:
    """How many claims of a text rest on whom: one bar a rung of the ladder, counted in ``claims.csv``."""
    rungs = [row["attribution"] for row in find_case(slug).layer("claims")]
    counts = {label: rungs.count(rung) for rung, label in LADDER.items()}
    drawing, axes = drawn(4.2, 4.3)
    places = range(len(counts))[::-1]
    axes.barh(list(places), list(counts.values()), height=0.28, color=[VOICE if n else RULE for n in counts.values()])
    for place, (label, number) in zip(places, counts.items(), strict=True):
        axes.text(0, place + 0.24, label, va="bottom", ha="left")
        axes.text(number + 0.7, place, str(number), va="center", ha="left", weight="bold")
    axes.set_xlim(0, max(counts.values()) * 1.12)
    axes.set_ylim(-0.4, len(counts) - 0.1)
    axes.axis("off")
    nobody, total = counts[LADDER["none"]], len(rungs)
    return Figure(
        "who-says-so",
        svg(drawing, "who-says-so"),
        caption=f"Who says so? The {total} claims we found in the article, by whom the text names for them.",
        finding=f"Of {total} claims, {nobody} name nobody at all, {counts[LADDER['armed-group']]} an armed group, "
        f"{counts[LADDER['state']]} the army, and {counts[LADDER['independent']] or 'none'} an independent source.",
        columns=["Who says so", "Claims"],
        rows=[[label, number] for label, number in counts.items()],
    )

"""Two figures that answer to a control: ``add_up()`` and ``one_more_source()``.

In a notebook the control is live and the figure is drawn anew; the page shows frames drawn when the book was built.
"""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

import ipywidgets as widgets

from whosaysso.figures.drawing import Figure, styled
from whosaysso.figures.evidence import evidence
from whosaysso.figures.origins import SIDES, behind, outlets
from whosaysso.figures.sums import added_up
from whosaysso.markup import FIGURE, render
from whosaysso.notebook.bundled import Bundled
from whosaysso.text.case import MAIN

_BASIS = {"what one side says": False, "what both sides agree on": True}
_STEPS = (1, 2, 5)


@dataclass(frozen=True)
class Frame:
    """One state of an explorer as the page shows it; frames of one group stand together."""

    number: int
    label: str
    figure: Figure
    group: str = ""


class _Explorer(Bundled, widgets.VBox):  # type: ignore[misc]  # ipywidgets says nothing of its types
    """Controls over a figure, and the page's frames in the same bundle.

    An explorer gives the figure as the controls stand, ``_figure()``, and its HTML without a kernel, ``page()``.
    """

    def __init__(self, *controls: widgets.Widget):
        self._shown = widgets.HTML()
        super().__init__([*controls, self._shown])
        for control in controls:
            for part in getattr(control, "children", ()) or (control,):
                part.observe(lambda change: self._draw(), "value")
        self._draw()

    def _draw(self) -> None:
        self.figure = self._figure()
        self._shown.value = styled(self.figure.html)

    def _ours(self) -> dict[str, Any]:
        return {"text/plain": self.figure.finding, FIGURE: {"html": self.page()}}


class AddUp(_Explorer):
    """Which of the groups’ four numbers to count, and by what.

    Attributes
    ----------
    ticks : dict of Checkbox
        One an attack, by the id of its event.
    basis : RadioButtons
        Whether to count what one side says (False) or what both sides agree on (True).
    """

    def __init__(self, slug: str = MAIN):
        self.slug, self.known = slug, evidence(slug)
        self.ticks = {
            claim.event: widgets.Checkbox(
                value=True,
                indent=False,
                layout=widgets.Layout(width="auto"),
                description=f"{claim.place}: the {claim.group} says {claim.killed}",
            )
            for claim in self.known.claims
        }
        self.basis = widgets.RadioButtons(options=list(_BASIS.items()), description="Count")
        super().__init__(widgets.VBox(list(self.ticks.values())), self.basis)

    @property
    def counted(self) -> list[str]:
        """The attacks that are ticked."""
        return [event for event, tick in self.ticks.items() if tick.value]

    @property
    def total(self) -> int:
        """The sum as it stands."""
        part = "agreed" if self.basis.value else "killed"
        return sum(getattr(claim, part) for claim in self.known.claims if claim.event in self.counted)

    def _figure(self) -> Figure:
        return added_up(self.counted, self.basis.value, self.slug)

    def page(self) -> str:
        """The same with every choice laid open, for the book's page."""
        return add_up_page(self.slug)


class OneMoreSource(_Explorer):
    """How many outlets to read, of which side.

    Attributes
    ----------
    side : ToggleButtons
        ``claims`` or ``officials``.
    many : IntSlider
        How many outlets, from one to all that were found.
    """

    def __init__(self, slug: str = MAIN):
        self.slug, self.known = slug, evidence(slug)
        self.side = widgets.ToggleButtons(
            options=[(words, side) for side, words in SIDES.items()],
            description="Report",
            style={"button_width": "auto"},
        )
        self.many = widgets.IntSlider(
            value=1, min=1, max=len(outlets(self.known, self.side.value)), description="Outlets"
        )
        self.side.observe(self._fit, "value")
        super().__init__(self.side, self.many)

    def _fit(self, change: Any) -> None:
        self.many.max = len(outlets(self.known, change.new))

    def _figure(self) -> Figure:
        return behind(self.many.value, self.side.value, self.slug)

    def page(self) -> str:
        """The same with every choice laid open, for the book's page."""
        return one_more_source_page(self.slug)


def add_up(slug: str = MAIN) -> AddUp:
    """Add up what you believe: tick which of the groups’ four numbers you count, and by what."""
    return AddUp(slug)


def one_more_source(slug: str = MAIN) -> OneMoreSource:
    """One more source? Step through the outlets of either side, and see how many origins stand behind them."""
    return OneMoreSource(slug)


def add_up_page(slug: str = MAIN) -> str:
    """The explorer as a page shows it: the combinations that teach most."""
    known = evidence(slug)
    claims = known.claims
    printed = {
        row["low"]
        for row in known.case.layer("numbers")
        if row["low"] == row["high"] != "" and " killed" in row["counts"]
    }
    visible = [claim for claim in claims if str(claim.killed) in printed]
    of = {
        group: [claim for claim in claims if claim.group == group]
        for group in dict.fromkeys(claim.group for claim in claims)
    }
    combinations = [
        ("Only what both sides agree on", claims, True),
        *((f"{claim.place.capitalize()}, as the {claim.group} says", [claim], False) for claim in visible),
        *((f"The {group}’s two", members, False) for group, members in of.items()),
        ("The article’s visible numbers", visible, False),
        ("The two numbers that the article leaves out", [claim for claim in claims if claim not in visible], False),
        ("All four numbers", claims, False),
    ]
    frames = [
        Frame(n, label, added_up([claim.event for claim in counted], agreed, slug, f"add-up-{n}"))
        for n, (label, counted, agreed) in enumerate(combinations, 1)
    ]
    return _page(
        "add-up",
        "Add up what you believe",
        "Soldiers killed on 15 and 16 July 2025: what do you count?",
        frames,
        ["Counted", *frames[0].figure.columns[:1], *frames[0].figure.columns[2:]],
        [[frame.label, row[0], *row[2:]] for frame in frames for row in frame.figure.rows if row[1] == "yes"],
    )


def one_more_source_page(slug: str = MAIN) -> str:
    """The explorer as a page shows it: one, two, five and all outlets of either side."""
    frames: list[Frame] = []
    rows: list[list[object]] = []
    for side, words in SIDES.items():
        every = len(outlets(evidence(slug), side))
        for many in (*_STEPS, every):
            figure = behind(many, side, slug, f"behind-{side}-{many}")
            label = f"{'all ' * (many == every)}{many} outlet{'s' * (many != 1)}"
            frames.append(Frame(len(frames) + 1, label, figure, f"{words[0].upper()}{words[1:]}"))
        rows += [[words, *row] for row in figure.rows]
    return _page(
        "one-more-source",
        "One more source?",
        "How many outlets do you read, and of which report?",
        frames,
        ["Report", *figure.columns],
        rows,
    )


def _page(
    name: str, title: str, question: str, frames: list[Frame], columns: list[str], rows: list[list[object]]
) -> str:
    groups = [(group, list(members)) for group, members in groupby(frames, key=lambda frame: frame.group)]
    return render(
        "notebook/explorers",
        name=name,
        title=title,
        question=question,
        frames=frames,
        groups=groups,
        columns=columns,
        rows=rows,
    )

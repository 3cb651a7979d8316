"""What a chapter may call for: exercises, texts, tests, results, the codebook; each as HTML of ours in the page."""

from collections.abc import Callable
from typing import cast

from docutils import nodes
from myst_nb.core.render import MimeData, NbElementRenderer
from sphinx.domains.std import StandardDomain
from sphinx.environment import BuildEnvironment
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from whosaysso.authored.fault import Faulty
from whosaysso.authored.folders import PACKAGE, home
from whosaysso.browser import fragments, results
from whosaysso.browser.joined import made_module
from whosaysso.browser.lean import lean
from whosaysso.browser.made import make_html
from whosaysso.classroom.page import SCRIPT, class_html
from whosaysso.exercises.forms import read_forms
from whosaysso.exercises.pace import minutes
from whosaysso.exercises.topics import find_exercise, sources
from whosaysso.markup import EXERCISE, FIGURE, render
from whosaysso.text.agreement import consistency
from whosaysso.text.article import article
from whosaysso.text.case import MAIN, find_case

log = logging.getLogger(__name__)

Pace = dict[str, float]
"""What something takes: the ``words`` to read, the ``exercises`` and their ``minutes``; empty for no time."""


def codebook_html(layer: str) -> str:
    """One layer of the main case's codebook."""
    case = find_case(MAIN)
    resource = next((r for r in case.codebook["resources"] if r["name"] == layer), None)
    if resource is None:
        raise KeyError(f"the codebook has no layer “{layer}”")
    return render("text/codebook", resource=resource, count=len(case.layer(layer)))


def agreement_html(slug: str) -> str:
    """How far the codings of a text agree: the machine's runs, and beside them the people's, where there are any."""
    case = find_case(slug)
    tables = {"Runs of a machine": consistency(case, "machine"), "People": consistency(case, "person")}
    return render("text/agreement", tables={title: table for title, table in tables.items() if table})


class _Html(SphinxDirective):
    """A directive from whose argument ``make`` gives the HTML that stands in its place, and ``pace`` what it takes."""

    make: Callable[..., str]

    def run(self) -> list[nodes.Node]:
        """The HTML, in a page that is stale when one of its sources changes."""
        depend(self.env)
        return [raw(type(self).make, *self.arguments, location=self.get_location(), pace=self.pace())]

    def pace(self) -> Pace:
        """What a reader takes for it; nothing, if it does not say."""
        return {}


class ExerciseDirective(_Html):
    """``{exercise} reportedly-by-whom`` puts an exercise into the flow of a chapter."""

    required_arguments = 1
    make = staticmethod(fragments.exercise_html)

    def pace(self) -> Pace:
        """One exercise, and its minutes."""
        try:
            return {"exercises": 1, "minutes": minutes(find_exercise(self.arguments[0]))}
        except (Faulty, KeyError):
            return {}  # told by ``run``


class CodebookDirective(_Html):
    """``{codebook} claims`` prints what the columns of a layer mean."""

    required_arguments = 1
    make = staticmethod(codebook_html)


class AgreementDirective(_Html):
    """``{agreement} balochistan-july-2025`` prints how far the codings of a text agree."""

    required_arguments = 1
    make = staticmethod(agreement_html)


class TestDirective(_Html):
    """``{test} before`` is the door to the reader's own test form on an occasion: before, after or later."""

    required_arguments = 1
    make = staticmethod(fragments.door_html)

    def pace(self) -> Pace:
        """What any of the forms takes: they are alike."""
        return dict(zip(("words", "exercises", "minutes"), fragments.test_pace(), strict=True)) if read_forms() else {}


class ResultsDirective(_Html):
    """``{results}`` shows the reader's own results."""

    make = staticmethod(results.results_html)


class PractiseDirective(_Html):
    """``{practise}`` shows what a reader may practise again."""

    make = staticmethod(results.practise_html)


class YourTextDirective(_Html):
    """``{your-text}`` is the place to read a text of one's own."""

    make = staticmethod(fragments.your_text_html)


class MakeDirective(_Html):
    """``{make-exercises}`` is the place to make exercises of a text of one's own."""

    @staticmethod
    def make() -> str:
        """The table; the files that it makes carry the page's own runtime."""
        return make_html(lean(made_module()))


class ClassDirective(SphinxDirective):
    """``{classroom}`` is the page that takes a class's files and shows what came of them."""

    def run(self) -> list[nodes.Node]:
        """The page's part; its script lies among the static files."""
        depend(self.env)
        script = f"{'../' * self.env.docname.count('/')}_static/{SCRIPT}"
        return [raw(class_html, script, location=self.get_location())]


class ArticleDirective(_Html):
    """``{article} balochistan-july-2025`` puts a text into the page, its sentences numbered."""

    required_arguments = 1
    make = staticmethod(article)

    def pace(self) -> Pace:
        """The words of the text."""
        slug = self.arguments[0]
        return {"words": fragments.reading(slug)} if (home() / "case" / slug / "text.txt").is_file() else {}

    def run(self) -> list[nodes.Node]:
        """The text; the main one with its sentences as targets."""
        if self.arguments[0] == MAIN:
            self._note_places()
        return super().run()

    def _note_places(self) -> None:
        """Make every sentence a target, so that any page can write ``[P3.4](#p3.4)``."""
        standard = cast(StandardDomain, self.env.get_domain("std"))
        for sentence in find_case(MAIN).sentences:
            for place in (sentence.id, sentence.block):
                standard.labels[place.lower()] = (self.env.docname, place, place)
                standard.anonlabels[place.lower()] = (self.env.docname, place)


class PrivateMime:
    """Renders our own MIME types for myst-nb, in place of the widget that only a kernel can run."""

    mime_priority_overrides = (("*", EXERCISE, 1), ("*", FIGURE, 1))

    @staticmethod
    def handle_mime(renderer: NbElementRenderer, data: MimeData, inline: bool) -> list[nodes.Node] | None:
        """The nodes for an output of ours, or None for anybody else's."""
        if inline or data.mime_type not in (EXERCISE, FIGURE):
            return None
        if data.mime_type == FIGURE:
            return [nodes.raw("", data.content["html"], format="html", drawing=True)]
        where = {"location": renderer.renderer.document["source"]}
        match data.content:
            case {"exercise": name}:
                return [raw(fragments.exercise_html, name, **where)]
            case {"set": name}:
                return [raw(fragments.finish_html, name, **where)]
            case {"work": True}:
                return [raw(fragments.work_html, **where)]
        return []


def raw(make: Callable[..., str], *arguments: str, location: str, pace: Pace | None = None) -> nodes.Node:
    """What ``make`` gives as a node; where it cannot, a warning with its place, which fails the build."""
    try:
        return nodes.raw("", make(*arguments), format="html", **(pace or {}))
    except (Faulty, KeyError, OSError) as error:
        log.warning("%s", error.args[0] if isinstance(error, KeyError) else error, location=location)
        return nodes.paragraph("", f"“{' '.join(arguments)}” cannot be shown: see the messages of the build.")


def depend(env: BuildEnvironment) -> None:
    """Let a page be stale when an exercise, a case, a template or a module has changed."""
    for path in (*sources(), *PACKAGE.rglob("*.jinja"), *PACKAGE.rglob("*.js")):
        env.note_dependency(str(path))


DIRECTIVES: dict[str, type[SphinxDirective]] = {
    "exercise": ExerciseDirective,
    "article": ArticleDirective,
    "codebook": CodebookDirective,
    "agreement": AgreementDirective,
    "test": TestDirective,
    "results": ResultsDirective,
    "practise": PractiseDirective,
    "your-text": YourTextDirective,
    "make-exercises": MakeDirective,
    "classroom": ClassDirective,
}

"""The book in a notebook: ``exercise("reportedly-by-whom")`` shows one, ``work()`` takes the answers along.

The modules that the widgets carry are those that the pages carry; what a page keeps in the browser is kept here in
one file beside the notebook. Figures with controls, which need matplotlib, stand in ``whosaysso.notebook.explorers``,
and ``read_text``, which needs what cuts any text into sentences, in ``whosaysso.notebook.reading``.
"""

from whosaysso.notebook.articles import ArticleWidget, article
from whosaysso.notebook.exercises import ExerciseWidget, exercise
from whosaysso.notebook.results import PractiseWidget, ResultsWidget, practise, results
from whosaysso.notebook.tests import DoorWidget, SetWidget, door, finish
from whosaysso.notebook.work import WorkWidget, work

__all__ = [
    "ArticleWidget",
    "DoorWidget",
    "ExerciseWidget",
    "PractiseWidget",
    "ResultsWidget",
    "SetWidget",
    "WorkWidget",
    "article",
    "door",
    "exercise",
    "finish",
    "practise",
    "results",
    "work",
]

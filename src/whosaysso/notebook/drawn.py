"""A reader's own results drawn by matplotlib, from the numbers that ``results()`` shows.

``my_sureness()`` is the curve, ``my_progress()`` the bars of the path. Both read the work file beside the notebook.
"""

from whosaysso.browser.fragments import SURENESS
from whosaysso.figures.drawing import Figure
from whosaysso.figures.own import progress_bars, sureness_curve
from whosaysso.notebook.sitting import sitting
from whosaysso.work.judged import FEWEST_ANSWERS, first_answers, progress, said_sure, sureness


def my_sureness() -> Figure:
    """How often your answers were right, by how sure you were.

    Raises
    ------
    ValueError
        Where there are too few answers for a curve.
    """
    file = sitting().file
    said = said_sure(first_answers(file.work, file.told))
    if not (found := sureness(said)):
        raise ValueError(f"the curve needs {FEWEST_ANSWERS} answers that say how sure you were; there are {len(said)}")
    return sureness_curve(found, SURENESS)


def my_progress() -> Figure:
    """How many exercises of each chapter of the path you have answered."""
    return progress_bars(progress(sitting().file.work))

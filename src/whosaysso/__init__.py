"""*Who Says So?* Reading conflict reporting closely: the case, the exercises, their grading.

In a notebook: ``from whosaysso.notebook import exercise`` and then ``exercise("reportedly-by-whom")``.
"""

from typing import Final

__version__ = "0.1.0"

BOOK: Final = "who-says-so"
EDITION = "1"
"""A label in every file of answers. It refuses nothing: whether an answer still fits, the exercise's version says."""

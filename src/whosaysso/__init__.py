"""*Who Says So?* Reading conflict reporting closely: the case, the exercises, their grading.

In a notebook: ``from whosaysso.notebook import exercise`` and then ``exercise("reportedly-by-whom")``.
"""

from typing import Final

__version__ = "0.1.0"

BOOK: Final = "who-says-so"
EDITION = "1"
"""Kept with every answer. A new edition starts with a clean slate; raise it when old answers lose their meaning."""

"""What other programs leave beside an author's files: locks of spreadsheets, copies of editors, notes of a system."""

import re
from pathlib import Path

_NAMES = re.compile(
    r"\..*|~.*|#.*#|.*~|.*\.(bak|old|orig|rej|tmp|temp|swp|swo|part|crdownload|lnk|url)"
    r"|Thumbs\.db|ehthumbs\.db|desktop\.ini|Icon\r|__MACOSX|__pycache__|Network Trash Folder",
    re.IGNORECASE,
)


def left_behind(path: Path) -> bool:
    """Whether a file or folder has the name of such a thing; nobody wrote it, and nothing reads it."""
    return bool(_NAMES.fullmatch(path.name))

"""Whether two builds of the book hold the same pages: ``python -m tests.same_pages OLD NEW``, two folders of HTML.

For a change that should not be seen. What follows from a changed module or style sheet alone is set aside: the inline
modules, their hashes in the policy, and the style sheets' own checksums.
"""

import difflib
import re
import sys
from pathlib import Path

ASIDE = [
    (r'<script type="module"[^>]*>.*?</script>', "<module>"),
    (r"'sha256-[^']+'", "<hash>"),
    (r"\?v=[0-9a-f]+", ""),
]


def plain(path: Path) -> list[str]:
    """The page in lines, less what is set aside."""
    text = path.read_text(encoding="utf-8")
    for pattern, instead in ASIDE:
        text = re.sub(pattern, instead, text, flags=re.DOTALL)
    return text.splitlines()


def main(old: Path, new: Path) -> int:
    """Print every difference; gives how many pages differ."""
    names = sorted(
        {
            path.relative_to(folder)
            for folder in (old, new)
            for path in folder.rglob("*.html")
            if "_static" not in path.parts
        }
    )
    differ = 0
    for name in names:
        pages = [plain(folder / name) if (folder / name).is_file() else [] for folder in (old, new)]
        lines = list(difflib.unified_diff(*pages, f"old/{name}", f"new/{name}", lineterm="", n=0))
        differ += bool(lines)
        print(*(line[:300] for line in lines), sep="\n", end="\n" if lines else "")
    print(f"{len(names)} pages, {differ} differ")
    return differ


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:3])) > 0)

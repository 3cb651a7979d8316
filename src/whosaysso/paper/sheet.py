"""What every printed page shares: one frame and one look, and no need of anything beside itself."""

from whosaysso.authored.folders import PACKAGE
from whosaysso.browser.styles import on_paper
from whosaysso.markup import render


def sheet_page(template: str, title: str, back: str = "", **values: object) -> str:
    """The template of ``paper/`` as a page to print; ``back`` is where a link above it leads, if anywhere."""
    style = on_paper("exercise", "article") + (PACKAGE / "paper" / "sheet.css").read_text(encoding="utf-8")
    return render(f"paper/{template}", title=title, back=back, style=style, **values)

"""What YAML would drop from a text without a word: all behind `` #``, and a name in front that begins with ``&``."""

import re
from collections.abc import Iterator

import yaml

_COMMENT = re.compile(r"(?:^|\s)\s*#")
_NAMED = re.compile(r"&\S*")


def lost(node: yaml.Node, rows: list[str]) -> Iterator[tuple[int, str, str]]:
    """The line, what is lost of a node, and what to write; ``rows`` are the lines of its file."""
    if not isinstance(node, yaml.ScalarNode):
        return
    start, end = node.start_mark, node.end_mark
    if named := _NAMED.match(rows[start.line][start.column :] if start.line < len(rows) else ""):
        yield (
            start.line + 1,
            f"“{named.group()}” is taken for a name and would be lost",
            "put the text into quotation marks, or below a >-",
        )
    block = node.style in ("|", ">")
    mark = start if block else end
    rest = rows[mark.line][mark.column :] if mark.line < len(rows) else ""
    if comment := _COMMENT.search(rest) if block else _COMMENT.match(rest):
        yield (
            mark.line + 1,
            f"“{rest[comment.end() - 1 :].strip()[:40]}” is taken for a comment and would be lost",
            "put a text that has a # in it into quotation marks, or below a >-; a comment stands on a line of its own",
        )

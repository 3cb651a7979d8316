"""What a page carries, in fewer bytes: without comments, and without the white space that means nothing.

What is a comment and what is text in a module is told by a parser that knows JavaScript, tree-sitter's. Its lines stay,
so that an error still has a place. A notebook, where size matters less, carries everything as it is written.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

_PARSER = Parser(Language(tree_sitter_javascript.language()))
_WHOLE = ("string", "template_string", "regex")
"""What is taken as it stands, whatever is inside it."""
_APART = re.compile(r"[\w$]{2}|[+-]{2}|//|<!|\d\.")
"""The last sign of a token and the first of the next, where the two would be read as something else together."""


@lru_cache(maxsize=32)
def lean(module: str) -> str:
    """The same module in fewer bytes; as it is where the parser does not understand it."""
    source = module.encode()
    root = _PARSER.parse(source).root_node
    if root.has_error:
        return module
    parts, before, at = [], "", 0
    for node in _tokens(root):
        token = source[node.start_byte : node.end_byte].decode()
        parts += [_between(before, source[at : node.start_byte].decode(), token), token]
        before, at = token, node.end_byte
    return "".join([*parts, "\n"])


def lean_style(sheet: str) -> str:
    """The same style sheet without comments, and without the white space that its lines begin with."""
    return re.sub(r"\n\s*", "\n", re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)).lstrip()


def classic_script(modules: str, begin: str) -> str:
    """Modules for a page that was opened from a disk and loads them beside itself, which no module may be.

    In a scope of its own, where nothing is exported; ``begin`` is the statement that starts it.
    """
    lines = (line.removeprefix("export ") for line in modules.splitlines(keepends=True))
    return lean(f'(() => {{\n"use strict";\n{"".join(lines)}{begin};\n}})();\n')


def _tokens(node: Node) -> Iterator[Node]:
    """What a module is made of, in order, without its comments."""
    if node.type in _WHOLE or not node.children:
        if node.type != "comment" and node.end_byte > node.start_byte:
            yield node
    else:
        for child in node.children:
            yield from _tokens(child)


def _between(before: str, gap: str, token: str) -> str:
    """What has to stand between two tokens: an end of line may end a statement, a space may part two words."""
    if "\n" in gap:
        return "\n" if before else ""
    return " " if gap and _APART.match(before[-1:] + token[0]) else ""

"""Modules as a page carries them: without their comments, and without the white space that lines begin with.

What is a comment and what is text is told by a parser that knows JavaScript, tree-sitter's. A notebook, where size
matters less, carries the modules as they are written.
"""

from functools import lru_cache

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

_PARSER = Parser(Language(tree_sitter_javascript.language()))


@lru_cache(maxsize=32)
def lean(module: str) -> str:
    """The same module in fewer bytes; as it is where the parser does not understand it."""
    source = module.encode()
    root = _PARSER.parse(source).root_node
    if root.has_error:
        return module
    parts, at = [], 0
    for node in _kept_apart(root):
        parts.append(_code(source[at : node.start_byte].decode()))
        text = source[node.start_byte : node.end_byte].decode()
        parts.append(text if node.type == "template_string" else "\n" if "\n" in text else " ")
        at = node.end_byte
    return "".join([*parts, _code(source[at:].decode())])


def classic_script(modules: str, begin: str) -> str:
    """Modules for a page that was opened from a disk and loads them beside itself, which no module may be.

    In a scope of its own, where nothing is exported; ``begin`` is the statement that starts it.
    """
    lines = (line.removeprefix("export ") for line in modules.splitlines(keepends=True))
    return lean(f'(() => {{\n"use strict";\n{"".join(lines)}{begin};\n}})();\n')


def _kept_apart(node: Node) -> list[Node]:
    """Comments, and texts that may run over several lines, in order."""
    if node.type in ("comment", "template_string"):
        return [node]
    return [found for child in node.children for found in _kept_apart(child)]


def _code(text: str) -> str:
    first, *rest = text.split("\n")
    return "\n".join([first, *(line.lstrip() for line in rest if line.strip() or line is rest[-1])])

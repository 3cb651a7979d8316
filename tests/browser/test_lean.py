"""Modules and style sheets as pages carry them: smaller, and the same to a browser."""

import re

import pytest
import tree_sitter_javascript
from tree_sitter import Language, Parser

from whosaysso.browser.joined import bar_module, made_module, maker_module, page_module, your_text_module
from whosaysso.browser.lean import lean, lean_style

PARSER = Parser(Language(tree_sitter_javascript.language()))
MODULES = {
    "page": page_module('data-exercise="" data-set= data-results data-practise'),
    "bar": bar_module(),
    "made": made_module(),
    "maker": maker_module(),
    "your text": your_text_module(),
}


def meant(module: str) -> str:
    """What a parser reads in a module: its statements and expressions, and the text of each, without comments."""

    def read(node):
        inner = [read(child) for child in node.children if child.type != "comment"]
        atom = node.type in ("string", "template_string", "regex") or not node.children
        return [node.type, node.text.decode()] if atom else [node.type, inner]

    root = PARSER.parse(module.encode()).root_node
    assert not root.has_error
    return repr(read(root))


@pytest.mark.parametrize("name", MODULES)
def test_lean_module_means_the_same(name):
    """Each module of the book is read by a parser as before, in at most nine tenths of its lines' bytes."""
    module = MODULES[name]
    assert meant(lean(module)) == meant(module)
    bare = re.sub(r"^\s+", "", module, flags=re.MULTILINE)
    assert len(lean(module)) < 0.9 * len(bare)


@pytest.mark.parametrize(
    ("module", "made"),
    [
        ("const a = b + +c - -d; // why\n", "const a=b+ +c- -d;\n"),
        ("/** a\n b */\nlet a = 1 .toFixed(2), b = c / /x y/.d\n(e)\n", "let a=1 .toFixed(2),b=c/ /x y/.d\n(e)\n"),
        ("of = typeof  a  in b ? ` ${ c }  /* d */` : '  // e'\n", "of=typeof a in b?` ${ c }  /* d */`:'  // e'\n"),
        ("a // one\n  b /* two */ ;\n", "a\nb;\n"),
        ("if (a < !--b) {\n  c();\n}\n", "if(a< !--b){\nc();\n}\n"),
        ("let = = nonsense  ;\n", "let = = nonsense  ;\n"),
    ],
)
def test_what_white_space_means_stays(module, made):
    """White space stays where two tokens would be read as one, where a line ends, and inside texts."""
    assert lean(module) == made


def test_lean_style_is_the_same_rules():
    """A style sheet loses its comments and its indents, and no rule."""
    assert lean_style('/* a */\na { b: c; }\n\n  /* d\n e */\n@media x {\n  f { content: "  g"; }\n}\n') == (
        'a { b: c; }\n@media x {\nf { content: "  g"; }\n}\n'
    )

"""The one script behind the page for a class."""

import re

import tree_sitter_javascript
from tree_sitter import Language, Parser

from whosaysso.classroom.page import class_data, class_script
from whosaysso.work.course import course

_PARSER = Parser(Language(tree_sitter_javascript.language()))


def test_script_is_one_and_small():
    """The script declares no name twice, imports nothing, and has at most 300 KB with every exercise in it."""
    script = class_script()
    declared = _declared(script)
    assert len(declared) > 200 and len(declared) == len(set(declared)), sorted(
        n for n in declared if declared.count(n) > 1
    )
    assert not re.search(r"^(import|export) ", script, re.MULTILINE) and "</script" not in script
    assert len(script.encode()) <= 300_000
    assert {one["question"]["id"] for one in class_data()["asked"]} == course().asked.keys()


def _declared(script: str) -> list[str]:
    """The names that stand at the head of the script's one scope."""
    (scope,) = _PARSER.parse(script.encode()).root_node.named_children
    while scope.type != "statement_block":
        scope = scope.child_by_field_name("body") or scope.child_by_field_name("function") or scope.named_child(0)
    names = []
    for statement in scope.named_children:
        if statement.type == "lexical_declaration":
            names += [one.child_by_field_name("name").text.decode() for one in statement.named_children]
        elif "function" in statement.type:
            names.append(statement.child_by_field_name("name").text.decode())
    return names

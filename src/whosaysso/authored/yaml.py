"""Reading YAML as authors write it: every scalar is text until a type says otherwise, and every value knows its line.

YAML's own guesses (``no`` becomes false, ``3.10`` becomes 3.1) never happen here, because nothing is guessed.
"""

import difflib
import re
from pathlib import Path

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from whosaysso.authored.fault import Fault, Place, shown
from whosaysso.authored.losses import lost
from whosaysso.authored.reading import read_text

Lines = dict[Place, int]
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The one in C where PyYAML has it: a notebook shows its first exercise a second sooner."""


def read_yaml(path: Path) -> tuple[object, Lines, list[Fault]]:
    """The file as plain lists, dicts and text; the line of every key and value by its path; what is wrong with it."""
    text, faults = read_text(path)
    if faults:
        return None, {}, faults
    rows = text.split("\n")
    try:
        node = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        return None, {}, [_not_yaml(error, path, rows)]
    except RecursionError:
        return (
            None,
            {},
            [
                Fault(
                    shown(path),
                    0,
                    "this file is nested too deeply",
                    "indent less; the page “An example of each kind” shows the shapes",
                )
            ],
        )
    if node is None:
        return None, {}, [Fault(shown(path), 0, "this file is empty", "bring back what stood in it, or remove it")]
    lines: Lines = {}
    faults = []
    seen: set[int] = set()

    def plain(node: yaml.Node, at: Place) -> object:
        line = node.start_mark.line + 1
        lines.setdefault(at, line)
        faults.extend(Fault(shown(path), *wrong) for wrong in lost(node, rows))
        if node.tag.startswith("!"):
            faults.append(Fault(shown(path), line, f"the tag {node.tag} has no meaning here", "remove it"))
        if isinstance(node, yaml.ScalarNode):
            return node.value if node.style in ("'", '"') else node.value.strip()
        if id(node) in seen:
            faults.append(
                Fault(
                    shown(path), lines[at], "an alias (*name) points here", "write the text out; aliases are not used"
                )
            )
            return None
        seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            return [plain(child, (*at, number)) for number, child in enumerate(node.value)]
        result: dict[str, object] = {}
        for key, value in node.value:
            name = str(key.value)
            line = key.start_mark.line + 1
            if name in result:
                faults.append(Fault(shown(path), line, f"“{name}” stands here twice", "keep one of the two"))
                continue
            lines[(*at, name)] = line
            result[name] = plain(value, (*at, name))
        return result

    return plain(node, ()), lines, faults


def _not_yaml(error: yaml.MarkedYAMLError, path: Path, rows: list[str]) -> Fault:
    mark = error.problem_mark or error.context_mark
    number = min(mark.line, len(rows) - 1) if mark else 0
    near = "\n".join(rows[max(number - 1, 0) : number + 1])
    if re.search(r"^ *\t", near, re.MULTILINE):
        wrong, remedy = "a line is indented with a tab", "indent with spaces only, in this line and those around it"
    elif re.search(r"^\s*[^\S \n]", near, re.MULTILINE):
        wrong, remedy = "a line is indented with spaces of another sort", "delete them, and indent with the space bar"
    else:
        wrong = f"this is not YAML: {error.problem or error.context}"
        remedy = (
            "look at the indentation and the quotation marks in this line and the one before; "
            "text with a colon or a # in it needs quotation marks, or a >- and a new line"
        )
    return Fault(shown(path), number + 1 if mark else 0, wrong, remedy)


def line_of(lines: Lines, at: Place) -> int:
    """The line of a value, or of the nearest thing around it."""
    while at not in lines and at:
        at = at[:-1]
    return lines.get(at, 0)


def told_by_pydantic(error: ValidationError, model: type[BaseModel], path: Path, lines: Lines) -> list[Fault]:
    """What pydantic found, in an author's words."""
    faults = []
    for problem in error.errors():
        at = _place(lines, problem["loc"])
        name = problem["loc"][-1] if problem["loc"] else "this file"
        faults.append(Fault(shown(path), line_of(lines, at), *_words(problem, str(name), model)))
    return faults


def _place(lines: Lines, loc: Place) -> Place:
    """Pydantic's path without the steps that the file does not have, such as the branch of a union."""
    at: Place = ()
    for step in loc:
        if (*at, step) in lines:
            at = (*at, step)
    return at


_LIMITS = {
    "greater_than_equal": "of at least",
    "less_than_equal": "of at most",
    "greater_than": "above",
    "less_than": "below",
}


def _words(  # noqa: PLR0911 - one return a kind of problem, as in a table
    problem: ErrorDetails, name: str, model: type[BaseModel]
) -> tuple[str, str]:
    kind, context = problem["type"], problem.get("ctx", {})
    if kind == "missing":
        return f"“{name}” is missing", f"add a line {name}: with what belongs there"
    if kind == "extra_forbidden":
        near = difflib.get_close_matches(name, _keys(model), 1)
        return (
            f"“{name}” is not a key that belongs here",
            f"did you mean {near[0]}?" if near else "remove it; the page “An example of each kind” shows the keys",
        )
    if kind in ("union_tag_invalid", "literal_error", "enum"):
        expected = context.get("expected_tags") or context.get("expected", "")
        given = context.get("tag") or problem["input"]
        return f"“{given}” is not known here", f"write one of: {expected}"
    if kind == "union_tag_not_found":
        return "“kind” is missing", "add a line kind: with the kind of exercise, for example kind: choose"
    if kind == "bool_parsing":
        return f"“{problem['input']}” is neither yes nor no", "write yes or no"
    if kind == "string_too_short":
        return f"“{name}” is empty", "write the text"
    if kind == "string_pattern_mismatch":
        return f"“{problem['input']}” cannot be an id", "use small letters, digits and hyphens, a letter first"
    if kind in ("float_parsing", "int_parsing", "int_from_float", "finite_number"):
        return f"“{problem['input']}” is not a number", "write a number, such as 0.5"
    if kind in _LIMITS:
        limit = next(context[name] for name in ("ge", "le", "gt", "lt") if name in context)
        return f"{problem['input']} is out of range", f"write a number {_LIMITS[kind]} {limit:g}"
    if kind == "too_short":
        return f"“{name}” has too few entries", f"write at least {context.get('min_length')}"
    if kind in ("model_type", "dict_type", "list_type", "string_type", "model_attributes_type"):
        wanted = {"list_type": "a list, each entry after a hyphen", "string_type": "text"}.get(
            kind, "keys and values, indented below it"
        )
        return f"“{name}” has the wrong shape", f"write {wanted}"
    if kind == "value_error":
        wrong, _, remedy = str(context["error"]).partition(" | ")
        return wrong, remedy
    return f"“{name}”: {problem['msg']}", "see the page “An example of each kind”"


def _keys(model: type[BaseModel]) -> set[str]:
    """Every key that the model and the models inside it know."""
    keys, todo, done = set(), [model], set()
    while todo:
        current = todo.pop()
        if current in done:
            continue
        done.add(current)
        for name, field in current.model_fields.items():
            keys.add(field.alias or name)
            todo += _models(field.annotation)
    return keys


def _models(annotation: object) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [m for inner in getattr(annotation, "__args__", ()) for m in _models(inner)]

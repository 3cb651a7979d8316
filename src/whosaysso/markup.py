"""HTML from the templates: one template a thing, the same in page, notebook and print. Everything is escaped.

A template lies beside the module that fills it, and is named by its path within the package.
"""

import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

EXERCISE = "application/vnd.whosaysso.exercise+json"
FIGURE = "application/vnd.whosaysso.figure+json"
"""Types of our own in a cell's output: the book's pages are made from them, and JupyterLab leaves them alone."""


def render(template: str, **values: object) -> str:
    """The template ``<template>.html.jinja`` with these values, such as ``paper/key``."""
    return _environment().get_template(f"{template}.html.jinja").render(**values)


@cache
def macro(template: str, name: str) -> Callable[..., Markup]:
    """A macro of a template: for what a class has thousands of, which by ``render`` takes three times as long."""
    made: Callable[..., Markup] = getattr(_environment().get_template(f"{template}.html.jinja").module, name)
    return made


def in_parts(template: str, **values: object) -> Iterator[str]:
    """The same, as it is made: for a page that may be larger than a memory should hold."""
    return _environment().get_template(f"{template}.html.jinja").generate(**values)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["embedded"] = embedded
    environment.filters["paragraphs"] = lambda text: [" ".join(part.split()) for part in text.split("\n\n")]
    environment.filters["folder"] = lambda kind: f"kinds/{kind.replace('-', '_')}"
    return environment


def embedded(data: object) -> Markup:
    """Data as JSON that can stand inside a ``<script>``: nothing in it can end the element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    safe = text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    return Markup(safe)  # noqa: S704 - what could end the element has just been taken out

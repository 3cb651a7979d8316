"""What somebody may go by who knows nothing of a text and everything of how its exercises are made.

Each habit ranks or groups texts (options, statements) by their form alone. A new one is a function and a line.
"""

import re
from collections.abc import Callable

Pick = Callable[[list[str], str], int]
"""The number of the text that a habit picks, of the texts and the prompt."""

_ABSOLUTE = re.compile(
    r"\b(all|always|any\w*|certain\w*|every\w*|must|never|no|nobody|none|nothing|only|whole)\b", re.I
)
_DETAIL = re.compile(r"\d|[“”,;:()–—]")
_WORD = re.compile(r"[^\W\d_]{4,}")


def absolute(text: str) -> bool:
    """Whether a word stands there that leaves no exception."""
    return bool(_ABSOLUTE.search(text))


def detail(text: str) -> int:
    """How many figures, quotation marks and stops stand in a text."""
    return len(_DETAIL.findall(text))


def shared(text: str, prompt: str) -> int:
    """How many words of a text stand in the prompt too."""
    said = {word.lower() for word in _WORD.findall(prompt)}
    return sum(word.lower() in said for word in _WORD.findall(text))


def _odd(values: list[int]) -> int:
    middle = sorted(values)[len(values) // 2]
    return max(range(len(values)), key=lambda n: abs(values[n] - middle))


def _most(texts: list[str], value: Callable[[str], float]) -> int:
    return max(range(len(texts)), key=lambda n: value(texts[n]))


def _least(texts: list[str], value: Callable[[str], float]) -> int:
    return min(range(len(texts)), key=lambda n: value(texts[n]))


PICKS: dict[str, Pick] = {
    "the longest": lambda texts, _: _most(texts, len),
    "the shortest": lambda texts, _: _least(texts, len),
    "the middle in length": lambda texts, _: sorted(range(len(texts)), key=lambda n: len(texts[n]))[len(texts) // 2],
    "the odd one out in length": lambda texts, _: _odd([len(text) for text in texts]),
    "the most detailed": lambda texts, _: _most(texts, detail),
    "the least detailed": lambda texts, _: _least(texts, detail),
    "the odd one out in detail": lambda texts, _: _odd([detail(text) for text in texts]),
    "the first with an absolute word": lambda texts, _: _most(texts, absolute),
    "the first without an absolute word": lambda texts, _: _least(texts, absolute),
    "the one that shares most words with the prompt": lambda texts, prompt: _most(
        texts, lambda text: shared(text, prompt)
    ),
    "the one that shares fewest words with the prompt": lambda texts, prompt: _least(
        texts, lambda text: shared(text, prompt)
    ),
}
"""Habits that pick one text of several."""

"""Figures drawn by matplotlib from the case, one module a figure; ``drawing`` holds what all of them share."""

from whosaysso.figures.ladder import who_says_so

__all__ = ["who_says_so"]

"""A class in a page: its files graded, counted and shown in a browser, with nothing installed and nothing sent.

The modules in JavaScript are the twins of the desk's in Python where both do the same, and the only place where a
class's figures are drawn. ``page.py`` makes of them the one script that the book's page and the report load.
"""

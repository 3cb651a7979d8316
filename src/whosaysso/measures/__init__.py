"""The measures of answers and of codings: one a module, its formula's source beside it, and its twin in JavaScript.

Every measure takes plain lists and gives plain numbers, or ``None`` where the data cannot carry it. A figure that can
be wrong by chance is an ``Estimate``: its value and its interval of 95 %. The two languages run the same cases,
``tests/measures/cases.json``.
"""

"""Numbers of people killed or hurt, and whether their sentence says who says so.

A rule of thumb about English, not a parser: ``tests/check/sentences.csv`` holds sentences of both sorts, and a test
says how many of them it judges rightly.
"""

import re
from collections.abc import Iterator

_ONES = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
_TENS = "(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
_PERSON = (
    r"(?:person|people|persons|man|men|woman|women|child|children|boys?|girls?|soldiers?|civilians?|passengers?|"
    r"drivers?|guards?|"
    r"officers?|police\w*|workers?|fighters?|villagers?|others?|members?|militants?|insurgents?|troops|victims?|"
    r"bodies|lives)"
)
_NUMBER = re.compile(
    rf"(?<![\w.:])(?:\d[\d,.]*\d|\d|(?:{_TENS})(?:-(?:one|{_ONES}))?|{_ONES}|dozens?|hundreds?|thousands?|millions?|"
    rf"scores(?= of\b| were\b| died\b| have\b| more\b)|(?<=killed )scores|(?<=killing )scores|"
    rf"one(?= (?:\w+ )?{_PERSON}\b| (?:was|died)\b))(?![\w:%])",
    re.IGNORECASE,
)
_HARM = re.compile(
    r"\b(kill(?:s|ed|ings?)?|dead|die[sd]?|dying|deaths?|fatal\w*|shot|slain|murder\w*|perish\w*|execut(?:ed|"
    r"ions?)|behead\w*|"
    r"injur(?:ed|y|ies)|wound(?:s|ed)?|hurt|maim\w*|casualt\w+|victims?|bodies|lost their lives|lives (?:were )?lost|"
    rf"claimed (?:\w+ ){{1,3}}lives|cost (?:\w+ ){{0,3}}lives|(?:did not|didn’t) survive|death toll|los(?:es|t|"
    rf"ing)(?= (?:\S+ ){{1,2}}{_PERSON}))\b",
    re.IGNORECASE,
)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
# What stands behind a number that does not count people: time, measure, things, and the parts of texts.
_NO_PEOPLE = re.compile(
    rf"\s*(?:(?:to|and|or|–|-)\s*\d+\s*)?(?:a\.?m\b|p\.?m\b|in the (?:morning|afternoon|evening|night)|"
    rf"(?:of (?:the|these|those|its|their)\s+)?(?:(?!in\b|of\b|by\b|at\b|on\b|were\b|was\b|and\b|{_PERSON}\b)"
    rf"(?!kill|dead|die|death|shot|injur|wound|hurt|fatal|casualt)[\w’-]+\s+)?"
    rf"(?:{_MONTH}|minutes?|hours?|days?|nights?|weeks?|months?|years?|metres?|kilomet\w+|km|per ?cent|percent|"
    rf"times|o’clock|accounts?|"
    r"sources?|sentences?|words?|verbs?|claims?|figures?|numbers?|statements?|reports?|texts?|outlets?|agenc\w+|"
    r"origins?|copies|"
    r"tables?|rows?|columns?|options?|exercises?|items?|questions?|answers?|steps?|ways?|things?|parts?|"
    r"paragraphs?|chapters?|"
    r"pages?|tests?|forms?|points?|layers?|lines?|places?|cases?|events?|attacks?|incidents?|districts?|"
    r"provinces?|buses|bus|"
    r"vehicles?|cars?|houses?|roofs?|kinds?|sorts?|sides?|parties|hedges?|names?|codings?|coders?|cells?|bars?|"
    r"readings?|rules?)\b)",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    rf"(?:{_MONTH}|chapter|part|step|test|form|set|page|line|item|question|figure|table|row|since|in|until|"
    rf"of July)\s+$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(1[5-9]|20)\d\d")

# Verbs of saying. Where one means something else with what follows it, that is ruled out.
_SPEAKS = re.compile(
    r"\b(say|says|said|saying|tells?|(?<!all )told|telling|writes?|wrote|writing|announc(?:e|es|ed|ing)|"
    r"acknowledg(?:e|es|ed|ing)|"
    r"claim(?:s|ed|ing)?(?!\s+(?:(?:the|an?|this|that)\s+)?(?:responsibility|credit|attacks?|bombing)\b|"
    r"\s+(?:\S+\s+){0,3}lives\b)|"
    r"count(?:s|ed|ing)?|report(?:s|ed|ing)?|stat(?:es|ed|ing)|confirm(?:s|ed|ing)?|estimat(?:e|es|ed|ing)|"
    r"list(?:s|ed)?|"
    r"record(?:s|ed)?|(?:names?|named)(?!\s+[A-Z])|(?:gives?|gave|giving)(?! (?:way|up))|"
    r"puts?(?=\s+(?:\S+\s+){1,6}at\b)|"
    r"den(?:y|ies|ied)|admit(?:s|ted)?|insist(?:s|ed)?|(?:adds?|added)(?! (?:to|up))|mention(?:s|ed)?|notes?|"
    r"noted|speaks? of|"
    r"spoke of|(?:calls?|called)(?! (?:in|for|on|off|up|out)\b)|attribut(?:es|ed)|repeat(?:s|ed)?|quot(?:es|ed)|"
    r"print(?:s|ed)?|"
    r"publish(?:es|ed)|contradicts?|maintains?|asserts?|alleges?|declares?|declared|concludes?|concluded|"
    r"agree[sd]?|believe[sd]?)\b",
    re.IGNORECASE,
)
_ALSO_A_NOUN = re.compile(
    r"(claims?|counts?|reports?|estimates?|lists?|records?|names?|notes?|calls?|states?|prints?|quotes?)", re.IGNORECASE
)
_BEFORE_A_NOUN = re.compile(
    r"\b(the|an?|this|that|these|those|its|their|his|her|our|your|my|no|any|such|other|which|whose|what|as|of|in|"
    r"for|by|on|from|with|"
    r"to|and|or|despite|amid|after|before|without|official|first|second|news|press|media|initial|early|later|"
    r"local|foreign|recent|new|"
    r"unconfirmed|united|more)\s+$|’s?\s+$",
    re.IGNORECASE,
)
# “Both report” is a verb, “both reports” is a noun.
_SEVERAL = re.compile(r"\b(each|every|both|two|three|four|five|many|most|all|some)\s+$", re.IGNORECASE)
_PASSIVE = re.compile(
    r"\b(is|are|was|were|be|been|being|gets?|got)\s+((\w+ly|not|also|then|first|since)\s+)*$", re.IGNORECASE
)
# Nobody stands behind these; “nobody says” and “no source gives” do say whose word is missing.
_NOBODY = re.compile(
    r"(?:^|[\s(])(?<!no )(?<!which )(some|many|people|others|reports|rumou?rs|sources|media|observers|analysts|"
    r"experts|everybody|"
    r"everyone|somebody|someone)\s+((have|has|had|also|now|will|would|could|may|might|can)\s+)*$",
    re.IGNORECASE,
)
# “Nine people reported dead”, “an estimated 50 died”: done by nobody.
_COUNTED = re.compile(
    r"(\d|\b(people|dead|deaths|killed|injured|wounded|casualties|fatalities|bodies|the|an?))\s+$", re.IGNORECASE
)
_SPEAKERS = r"(?:BL[AF]|spokes\w+|government|police|chief|army|ministry|agency|officials?|hospital|outlet|paper|group)"
_OWNED = re.compile(
    r"\baccording to\b|\bin the words of\b|⟨cited⟩|⟨place⟩|"
    rf"^(?!(?:On|In|At|Near|After|Before|Against|By|From|With)\b)[^:.]{{0,40}}\b{_SPEAKERS}\b[^:.]{{0,40}}:\s|"
    rf""  # as in a play
    r"(?:’s|s’|\btheir|\bits|\bhis|\bher|\bwhose)\s+(?:[\w-]+\s+){0,3}(?:counts?|figures?|tall(?:y|ies)|accounts?|"
    r"statements?|numbers?|"
    r"reports?|claims?|communiqués?|totals?|lists?|tolls?|versions?|words?|database)\b|"
    r"\b(?:counts?|figures?|tall(?:y|ies)|accounts?|statements?|reports?|claims?|communiqués?|totals?|lists?|"
    r"version)\s+(?:by|from|of)\s+"
    r"(?:the\s+)?(?:[A-Z]|army|police|group|ministry|government|hospital|office)",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\?[”’)]*$|^(?:If|Suppose|Imagine)\b|\bwhether\b", re.IGNORECASE)


def unsourced(text: str, around: str = "") -> bool:
    """Whether a sentence gives a number of people harmed and nobody says so, in it or in what stands around it."""
    if not _HARM.search(text) or not any(_people(text)) or _ASKS.search(text):
        return False
    return not has_source(text) and not has_source(around)


def has_source(text: str) -> bool:
    """Whether somebody speaks in the text: the subject of a verb of saying, an owner of a figure, a reference.

    A name alone is no source, nor is a verb without anybody who says it: “were reported killed”.
    """
    return bool(_OWNED.search(text)) or any(_said_by_somebody(text, verb) for verb in _SPEAKS.finditer(text))


def _people(text: str) -> Iterator[str]:
    """The numbers that may count people."""
    for found in _NUMBER.finditer(text):
        before, after = text[: found.start()], text[found.end() :]
        is_year = _YEAR.fullmatch(found.group()) and not re.match(rf"\s+{_PERSON}\b", after)
        if (
            not is_year
            and not _NO_PEOPLE.match(after)
            and not (found.group()[0].isdigit() and _LABELLED.search(before))
        ):
            yield found.group()


def _said_by_somebody(text: str, verb: re.Match[str]) -> bool:
    before, after = text[: verb.start()], text[verb.end() :]
    if _PASSIVE.search(before):
        return bool(re.match(r"\s+(?:as\s+\w+\s+)?by\b", after))
    word = verb.group().lower()
    plural = word.endswith("s") and _SEVERAL.search(before)
    if _ALSO_A_NOUN.fullmatch(word) and (plural or _BEFORE_A_NOUN.search(before)):
        return False
    if word.endswith("ed") and _COUNTED.search(before):
        return False
    return bool(before.strip(" |–—(")) and not _NOBODY.search(before)

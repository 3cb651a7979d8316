"""Places in a text named by quotation: ``exact``, with ``prefix`` and ``suffix`` where the words repeat."""


def anchor(text: str, exact: str, prefix: str = "", suffix: str = "") -> list[int]:
    """Every place in ``text`` where ``exact`` stands between ``prefix`` and ``suffix``; one is what is wanted."""
    whole = prefix + exact + suffix
    places = []
    at = text.find(whole) if exact else -1
    while at >= 0:
        places.append(at + len(prefix))
        at = text.find(whole, at + 1)
    return places


def anchor_fault(text: str, exact: str, prefix: str = "", suffix: str = "") -> tuple[str, str] | None:
    """What is wrong with an anchor and what to do, or nothing where it holds."""
    if exact != exact.strip():
        return f"“{exact}” begins or ends with a space", "take the space away"
    places = anchor(text, exact, prefix, suffix)
    if not places:
        return (
            f"“{prefix}{exact}{suffix}” is not in the text",
            "copy the words from the text, with its own quotation marks and dashes",
        )
    if len(places) > 1:
        return (
            f"“{prefix}{exact}{suffix}” stands in {len(places)} places of the text",
            "write the words just before it into prefix, or the words just after it into suffix",
        )
    inside = text[max(places[0] - 1, 0) : places[0] + 1], text[places[0] + len(exact) - 1 : places[0] + len(exact) + 1]
    if any(len(pair) == 2 and pair.isalnum() for pair in inside):
        return f"“{exact}” begins or ends inside a word", "take the whole word"
    return None

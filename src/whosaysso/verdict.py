"""One word of feedback: what it is about, a verdict, and the text that its author wrote."""


def feedback(about: str, credit: float, text: str) -> dict:
    """``credit`` 1 is right, 0 is wrong, anything between is partly."""
    verdict = "right" if credit == 1 else "wrong" if credit == 0 else "partly"
    return {"about": about, "verdict": verdict, "text": text}

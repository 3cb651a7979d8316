"""A reading as the browser holds it in memory, and back: plain data, in which a mark is flat."""

import json
from typing import Any

from whosaysso.reader.file import parse_reading
from whosaysso.reader.reading import AROUND, FORMAT, Reading


def as_browser(reading: Reading) -> dict[str, Any]:
    """``{words, sha256, language, provenance, cut, labels, marks, readers, code}``: see ``types.d.ts``."""
    found = reading.as_json()
    return {
        **reading.text.model_dump(),
        **{name: found[name] for name in ("cut", "labels", "readers", "code")},
        "provenance": {name: said for name, said in reading.provenance.model_dump().items() if said},
        "marks": [_flat(mark) for mark in found["annotations"]],  # type: ignore[union-attr]  # it is a list
    }


def from_browser(found: dict[str, Any], saved: str) -> Reading:
    """The same as a reading, saved at this moment.

    Raises
    ------
    Faulty
        Where it is none: what comes from a browser is read as strictly as a file.
    """
    text = {name: found.get(name) for name in ("words", "sha256", "language")}
    parts = {name: found.get(name) for name in ("provenance", "cut", "labels", "readers", "code")}
    marks = [_annotation(mark, str(text["words"]), str(text["sha256"])) for mark in found.get("marks", ())]
    return parse_reading(json.dumps({"format": FORMAT, "text": text, **parts, "annotations": marks, "saved": saved}))


def _flat(mark: Any) -> dict[str, Any]:
    position = mark["target"]["selector"][0]
    flat = {
        "id": mark["id"].removeprefix("urn:uuid:"),
        "start": position["start"],
        "end": position["end"],
        **{name: mark[name] for name in ("created", "modified") if name in mark},
    }
    for body in mark["body"]:
        if body["purpose"] == "classifying":
            flat["label"] = body["value"]
        elif body["purpose"] == "commenting":
            flat["note"] = body["value"]
        else:
            cards = {name: body[name] for name in ("attribution", "number") if name in body}
            flat |= {name: {field: said for field, said in card.items() if said} for name, card in cards.items()}
    return flat


def _annotation(mark: dict[str, Any], words: str, sha256: str) -> dict[str, Any]:
    start, end = int(mark["start"]), int(mark["end"])
    body: list[dict[str, Any]] = [{"type": "TextualBody", "purpose": "classifying", "value": mark.get("label")}]
    if mark.get("note"):
        body.append({"type": "TextualBody", "purpose": "commenting", "value": mark["note"]})
    card = {name: mark[name] for name in ("attribution", "number") if mark.get(name)}
    if card:
        body.append({"type": "Dataset", "purpose": "describing", **card})
    around = {"prefix": words[max(0, start - AROUND) : max(0, start)], "suffix": words[end : end + AROUND]}
    selector = [
        {"type": "TextPositionSelector", "start": start, "end": end},
        {"type": "TextQuoteSelector", "exact": words[start:end], **around},
    ]
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"urn:uuid:{mark.get('id')}",
        "type": "Annotation",
        "motivation": "classifying",
        **{name: mark[name] for name in ("created", "modified") if mark.get(name)},
        "body": body,
        "target": {"source": f"urn:sha256:{sha256}", "selector": selector},
    }

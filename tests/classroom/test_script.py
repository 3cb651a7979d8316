"""The one script behind the page for a class."""

import re

from whosaysso.classroom.page import class_data, class_script
from whosaysso.work.course import course


def test_script_is_one_and_small():
    """The script declares no name twice, imports nothing, and has at most 300 KB with every exercise in it."""
    script = class_script()
    code = script[: script.rindex('begin("')]
    declared = re.findall(r"^(?:async )?(?:const|let|function) (\w+)", code, re.MULTILINE)
    assert declared and len(declared) == len(set(declared)), sorted(n for n in declared if declared.count(n) > 1)
    assert not re.search(r"^(import|export) ", code, re.MULTILINE) and "</script" not in script
    assert len(script.encode()) <= 300_000
    assert {one["question"]["id"] for one in class_data()["asked"]} == course().asked.keys()

"""Numbers that follow from those of a source: so many of a list, one each, instalments, a term."""

from __future__ import annotations

import re

from pipeline.generation.checking.reading.amounts import Amount, amounts, dates
from pipeline.generation.checking.reading.source import Source
from pipeline.generation.checking.reading.unit_runs import units
from pipeline.patterns import compiled

_PUT_EACH = compiled("(?:[^,。;:、\\d]{1,10}、)+[^,。;:、\\d]{1,10}各[放设配派建装][置备在]?$")
_TERM = compiled("(?:期限|时限|限期)[是为]?$")


def enumerated(clause: str, amount: Amount) -> bool:
    """Tell whether a clause itself lists as many things as it counts: 编制、经费和待遇三个方面."""
    listed = len(re.split("[、和及与]|以及", clause))
    before = len(re.split("[、和及与]|以及", clause[: amount.start]))
    if amount.unit in ("部门", "家", "级") and amount.value == len(units(clause)) > 1:
        return True
    if amount.unit not in ("个", "处", "种", "类", "点", "") or amount.value < 2:
        return False
    named = re.match("方面|环节|领域|方向|层面|重点", clause[amount.start + len(amount.text) :])
    return amount.value == listed or bool(named and amount.value <= before)


def dealt_out(clause: str, amount: Amount, source: Source) -> bool:
    """Tell whether a clause deals out one by one as many things as its source has: 一台放操场、一台放宿舍楼, of 2台."""
    if not amount.loose:
        return _in_instalments(clause, amount, source)
    times = sum(entry.text == amount.text for entry in amounts(clause))
    if (listed := _PUT_EACH.search(clause[: amount.start])) is not None:  # 操场、宿舍楼各放一台
        times = listed.group().count("、") + 1
    return times > 1 and any(entry.value == times and entry.unit == amount.unit for entry in amounts(source.text))


def _in_instalments(clause: str, amount: Amount, source: Source) -> bool:
    """Tell whether a sum is paid in as many times as its source gives days for payments: 分两次交."""
    if amount.unit not in ("次", "笔", "期", "批") or not clause[: amount.start].endswith("分"):
        return False
    paid = [part.text for part in source.clauses if dates(part.text)]
    return len(paid) == amount.value and all(any(entry.unit == "元" for entry in amounts(part)) for part in paid)


def termed(clause: str, amount: Amount, known: Amount) -> bool:
    """Tell whether a clause calls a time the term within which a source has a thing done: 期限是五个工作日."""
    before = _TERM.search(clause[: amount.start])
    return before is not None and (amount.bound, known.bound) == ("exact", "under") and known.text.endswith("内")

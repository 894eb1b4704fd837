"""The meeting before or after the one that a question names: 第50次会议的上一次会议, 那下一次呢."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.generation.understanding.naming import MEETING_KIND
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.retrieval.catalogue import Entry

STEP = compiled(
    rf"的?(?:之前|此前|之后|此后)?的?(?<!以)(?:(?P<back>上|前)|(?P<on>下|后))(?:一次|次|一期|期|一回|回)的?"
    rf"(?P<word>(?:市|县|区|省|镇)?(?:政府)?{MEETING_KIND}|(?=[，。？?呢由是谁在有讨审研怎]|为(?:什么|何)|$))"
    rf"|(?P<former>(?:之前|此前|以前|先前|早先)的?[那这]一?[次回]的?(?:{MEETING_KIND})?(?:上|里)?)"
)
"""上一次会议, 上次常务会议, 前一次, 上一回为什么, 下一次呢, 之前那次会."""
_COUNT = compiled(r"第?[0-9一二三四五六七八九十百〇零]+(?:届[^次]{0,6})?次?")


@dataclass(frozen=True, slots=True)
class Step:
    """A wording that goes from a meeting to the one before it (`back`) or after it, and its place."""

    back: bool
    start: int
    end: int
    wording: str


def find_step(question: str) -> Step | None:
    """Return the wording of a question that goes to the meeting before or after, or `None`.

    >>> find_step("第50次常务会议的上一次会议由谁主持").back
    True
    >>> find_step("第50次常务会议由谁主持")
    """
    match = STEP.search(question)
    if match is None:
        return None
    return Step(bool(match["back"] or match["former"]), match.start(), match.end(), match.group().strip("的"))


def neighbours(named: Sequence[Entry], entries: Sequence[Entry], *, back: bool) -> tuple[list[Entry], list[str]]:
    """Return the meetings next to those named, and what to call those that the library does not hold.

    A numbered meeting has the number before or after it in the same row of meetings; where that is not held, no other
    is taken for it. Meetings without a number go by their dates.
    """
    found: list[Entry] = []
    missing: list[str] = []
    for entry in named:
        row = [other for other in entries if other.document_id != entry.document_id and _row(other) == _row(entry)]
        if entry.meeting_number is not None:
            number = entry.meeting_number + (-1 if back else 1)
            near = [other for other in row if other.meeting_number == number and _in_order(other, entry, back=back)]
            missing += [] if near else [f"第{number}次会议"]
        else:
            dated = [other for other in row if other.date and entry.date and _in_order(other, entry, back=back)]
            last = (max if back else min)(dated, key=lambda other: other.date or "", default=None)
            near = [last] if last else []
            missing += [] if near else [f"{'上' if back else '下'}一次会议"]
        found += near
    return found, missing


def _row(entry: Entry) -> tuple[str | None, str]:
    """Return what the meetings of one row have in common: the body and the name without its number."""
    return entry.issuing_body, _COUNT.sub("", entry.meeting_name or "")


def _in_order(other: Entry, entry: Entry, *, back: bool) -> bool:
    """Tell whether a meeting is before (or after) another as far as both dates are known."""
    if not other.date or not entry.date or "-" in (other.date[0], entry.date[0]):
        return True
    return other.date <= entry.date if back else other.date >= entry.date


def latest_of_each(entries: Iterable[Entry]) -> list[Entry]:
    """Return the latest meeting of each body, as far as dates are known."""
    dated = [entry for entry in entries if entry.date and entry.meeting_name and entry.date[0] != "-"]
    last: dict[str | None, str] = {}
    for entry in dated:
        last[entry.issuing_body] = max(entry.date or "", last.get(entry.issuing_body, ""))
    return [entry for entry in dated if entry.date == last[entry.issuing_body]]

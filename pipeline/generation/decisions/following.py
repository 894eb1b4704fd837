"""A sign-off follows its decision: by wording and item, whatever the row is called now and however it moved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from pipeline.documents.text.clean import fold
from pipeline.generation.columns import one_line
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.decisions.ledger import LedgerRow
    from pipeline.retrieval.signoffs import SignOff

_MARKS = compiled(r"[\s，,。；;：:、“”\"'‘’（）()]+")
_ALIKE, _TITLE_ALIKE = 0.6, 0.7
"""How alike a decision and its item must stay to count as the same one, reworded."""
_SURE = 0.85
"""How alike a decision must stay where its item bears another title."""
_LONG = 16
"""Characters of a wording that says by itself which decision it is."""


@dataclass(frozen=True, slots=True)
class Followed:
    """The acts that belong to each row (by its name now), and those whose decision is found no more."""

    by_row: Mapping[str, tuple[SignOff, ...]]
    lost: tuple[SignOff, ...]


@dataclass(frozen=True, slots=True)
class _Decision:
    """Which decision was signed: the wording of its item and its own."""

    row: str
    title: str
    text: str


def follow(rows: Sequence[LedgerRow], acts: Iterable[SignOff]) -> Followed:
    """Return which acts belong to which row of one document.

    First the same wording under the same title, then the same decision reworded; a decision that nothing resembles is
    lost, and said to be.
    """
    signed: dict[_Decision, list[SignOff]] = {}
    for act in acts:
        signed.setdefault(_Decision(act.row, _bare(act.item_title), _bare(act.text)), []).append(act)
    here = {row.row: _Decision(row.row, _bare(row.item_title), _bare(row.text)) for row in rows}
    placed: dict[str, list[SignOff]] = {}
    taken: set[str] = set()
    left: list[_Decision] = []
    for decision in signed:
        same = [now for now in here.values() if (now.title, now.text) == (decision.title, decision.text)]
        if same:
            found = next((now for now in same if now.row == decision.row), same[0])
            placed.setdefault(found.row, []).extend(signed[decision])
            taken.add(found.row)
        else:
            left.append(decision)
    lost: list[SignOff] = []
    for decision in left:
        # A row that another decision fits to the letter is that one, unless both were signed under one name.
        free = [now for now in here.values() if now.row not in taken or now.row == decision.row]
        best = max(free, key=lambda now: _likeness(decision, now), default=None)
        if best is not None and _likeness(decision, best) > 0:
            placed.setdefault(best.row, []).extend(signed[decision])
        else:
            lost += signed[decision]
    by_row = {row: tuple(sorted(kept, key=lambda act: act.number)) for row, kept in placed.items()}
    return Followed(by_row, tuple(sorted(lost, key=lambda act: act.number)))


def is_same_wording(act: SignOff, row: LedgerRow) -> bool:
    """Tell whether the text still says what it said when somebody signed; blanks and punctuation do not count."""
    return (_bare(act.item_title), _bare(act.text)) == (_bare(row.item_title), _bare(row.text))


def _likeness(signed: _Decision, now: _Decision) -> float:
    """Return how likely two wordings are the same decision, 0 where they are not.

    >>> before = _Decision("d0:一:1", "停车管理办法", "由市城管局牵头6月底前完成划线")
    >>> _likeness(before, _Decision("d0:二:1", "停车管理办法", "由市城管局牵头9月底前完成划线")) > 0.8
    True
    >>> _likeness(before, _Decision("d0:一:1", "河道保洁办法", "水务局每月通报一次"))
    0.0
    """
    text = _ratio(signed.text, now.text, least=_ALIKE)
    if text == 0 and not _holds(signed.text, now.text):
        return 0.0
    title = _ratio(signed.title, now.title, least=_TITLE_ALIKE) or float(_holds(signed.title, now.title)) * _TITLE_ALIKE
    if title == 0 and not (text >= _SURE and len(now.text) >= _LONG):
        return 0.0
    return max(text, _ALIKE) + 0.3 * title + (0.2 if signed.row == now.row else 0.0)


def _holds(one: str, other: str) -> bool:
    """Tell whether a wording stands whole within the other one: something was added or taken away around it."""
    short, long = sorted((one, other), key=len)
    return len(short) >= 8 and short in long


def _ratio(one: str, other: str, *, least: float) -> float:
    """Return how alike two wordings are, 0 below `least`."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= least else 0.0


def _bare(text: str) -> str:
    """Return a wording without blanks and punctuation, in one width of characters."""
    return _MARKS.sub("", fold(one_line(text)))

"""The tail: matters outside any item, 会议还审议了《…》，学习了《…》, each with its verb, title and outcome."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.documents.patterns import HEADING_VERB, OTHER_MATTERS
from pipeline.documents.tasks.points import named
from pipeline.documents.text.clean import Paper, Passage
from pipeline.minutes import OtherMatter, OutcomeClass
from pipeline.patterns import compiled

_TITLES = compiled(r"《[^》]*》")


def other_matters(paper: Paper, passages: Sequence[Passage]) -> tuple[OtherMatter, ...]:
    """Return the matters of the tail: 会议还审议了《…》，学习了《…》。"""
    found: list[OtherMatter] = []
    for passage in passages:
        if not OTHER_MATTERS.match(passage.flat):
            continue
        said: list[OtherMatter] = []
        for start, end in _apart(passage.flat):
            verdict = _VERDICT_ON_IT.match(passage.flat, start, end)
            if verdict is not None and said:
                outcome = _outcome("", verdict["passed"])
                said = [replace(matter, outcome=outcome, end=passage.span(start, end).end) for matter in said]
            else:
                said += _matter(paper, passage, start, end)
        found += said
    return tuple(found)


def rest_behind(passage: Passage, matter: OtherMatter) -> Passage:
    """Return what a paragraph says behind a matter of the tail: 「…审议通过了《办法》，由县政府办公室印发执行。」."""
    behind = next((index for index, place in enumerate(passage.offsets) if place >= matter.end), len(passage.flat))
    return passage.part(behind).bare_start(",。;、")


def clauses_of(flat: str) -> list[tuple[int, int]]:
    """Return start and end of each clause of a folded text; a comma inside a title parts nothing."""
    cuts, depth, left = [], 0, 0
    for index, character in enumerate(flat):
        depth += (character in "《(“") - (character in "》)”")
        if character in ",。;" and depth <= 0:
            cuts.append((left, index))
            left = index + 1
    if left < len(flat):
        cuts.append((left, len(flat)))
    return cuts


_VERB = compiled(
    r"(?:会议)?(?:还|同时|最后|另外|另行|另|并|分别|一并|书面)*"
    rf"(?P<verb>{HEADING_VERB}|(?=原则|通过|同意))(?P<passed>(?:并)?(?:原则)?(?:通过|同意))?了?(?:以下|下列)?:?"
)


def _apart(flat: str) -> list[tuple[int, int]]:
    """Return the clauses, parted too at 「、听取了…」."""
    apart: list[tuple[int, int]] = []
    for start, end in clauses_of(flat):
        cuts = [start, *(match.start() for match in _NEXT_VERB.finditer(flat, start, end)), end]
        apart += [(left + (flat[left] == "、"), right) for left, right in pairwise(cuts) if right > left]
    return apart


_NEXT_VERB = compiled(rf"、(?={HEADING_VERB}了)")
# 「会议还审议了《…》，同意按程序上报」: the clause tells what became of the matter before it
_VERDICT_ON_IT = compiled(
    r"(?:会议)?(?P<passed>(?:原则上?)?(?:审议)?(?:通过|同意))(?=$|按|上报|印发|该|此|上述|其|提交|报)"
)


def _matter(paper: Paper, passage: Passage, start: int, end: int) -> list[OtherMatter]:
    match = _VERB.match(passage.flat, start, end)
    if match is None:
        return []
    titles = [title.span() for title in _TITLES.finditer(passage.flat, match.end(), end)]
    rest = passage.part(match.end(), end)
    places = [passage.span(*title) for title in titles] or ([rest.span()] if rest.flat else [])
    said = "verb" if match["verb"] else "passed"
    verb = named(paper, passage.span(*match.span(said)))
    clause = passage.part(start, end).span()
    return [
        OtherMatter(
            verb=verb,
            title=named(paper, place),
            outcome=_outcome(match["verb"], match["passed"] or ""),
            start=clause.start if position == 0 else place.start,
            end=place.end if len(places) > 1 else clause.end,
        )
        for position, place in enumerate(places)
    ]


def _outcome(verb: str, passed: str) -> OutcomeClass | None:
    if passed:
        if "原则" in passed:
            return "approved_in_principle" if "通过" in passed else "agreed_in_principle"
        return "approved"
    if "学习" in verb or "传达" in verb:
        return "studied"
    return "heard" if "听取" in verb or "通报" in verb else None

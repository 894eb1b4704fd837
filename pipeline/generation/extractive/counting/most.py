"""Who has the most to do: the units of a library's tasks, counted: 哪个单位牵头的任务最多."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.documents.duties.units import same_unit
from pipeline.generation.draft import Sentence
from pipeline.generation.extractive.counting.lists import points_of
from pipeline.generation.extractive.evidence import Source, point_span
from pipeline.generation.extractive.record import quote
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft
    from pipeline.generation.extractive.composing import Composing
    from pipeline.minutes import Point
    from pipeline.retrieval.digest import DigestPoint

ASKED = compiled(
    r"(?:哪|什么)一?(?:个|家)?(?:单位|部门|[市县区]?直?部门|[委办]*局)[^，。？?]{0,4}?(?:牵头|负责|承担|配合|协助)"
    r"的?[^，。？?]{0,3}?(?:任务|事项|事情|工作|活儿?|事)?[^，。？?]{0,3}?最多|(?:任务|事项|工作)最多的(?:是|为)?(?:哪|什么)"
)
SUPPORTS = compiled(r"配合|协助|协办")
ALL_OF_THEM = compiled(r"[各本]|有关|相关|全[市县区]")
"""各区镇 is no unit of its own."""
NAMED = 3
"""So many units are named: the first, and who comes next."""
QUOTED = 50
"""Of a count of more than these the newest are quoted."""

Unit = tuple[str, str]
"""The body whose minutes name a unit, and the unit: 市财政局 of two cities are two."""


def most(composing: Composing) -> Draft | None:
    """Answer which units have the most tasks, or return `None` where a question asks for something else."""
    match = ASKED.search(composing.question.text)
    if match is None or composing.question.titles:
        return None
    supports = bool(SUPPORTS.search(composing.question.text))
    places = _counted(composing, supports=supports)
    if not places:
        return composing.refusal("not_stated", "库中文件没有载明由哪个单位牵头或配合。", route="ledger")
    ranked = sorted(places, key=lambda unit: -sum(places[unit].values()))
    least = sum(places[ranked[min(NAMED, len(ranked)) - 1]].values())
    shown = [unit for unit in ranked if sum(places[unit].values()) >= least][: 2 * NAMED]
    several = len({body for body, _ in places}) > 1
    found = [_line(composing, unit, places[unit], supports=supports, several=several) for unit in shown]
    return composing.draft("ledger", found, preface=f"以下按{'配合' if supports else '牵头或负责'}的事项由多到少：")


def _counted(composing: Composing, *, supports: bool) -> dict[Unit, dict[str, int]]:
    """Return for each unit how many tasks it has in each document that gives it any."""
    entries = {entry.document_id: entry for entry in composing.question.scope.entries}
    places: dict[Unit, dict[str, int]] = {}
    first: dict[Unit, Unit] = {}  # 财政部门 and 市财政局 of one body are counted under the name met first
    of_body: dict[str, list[Unit]] = {}
    for key, digest in composing.catalogue.digests(list(entries)).items():
        body = entries[key].issuing_body or ""
        for point in (point for item in digest.items for point in item.points):
            for name in _named(point, supports=supports):
                unit = (body, name)
                if unit not in first:
                    met = of_body.setdefault(body, [])
                    same = next((one for one in met if same_unit(one[1], name)), unit)
                    first[unit] = first.get(same, unit)
                    met.append(unit)
                own = places.setdefault(first[unit], {})
                own[key] = own.get(key, 0) + 1
    return places


def _named(point: Point | DigestPoint, *, supports: bool) -> Sequence[str]:
    """Return the units that lead a point, or that support it, each once."""
    named = point.support_units if supports else point.lead_units
    return [name for name in dict.fromkeys(named) if not ALL_OF_THEM.match(name)]


def _line(composing: Composing, unit: Unit, held: dict[str, int], *, supports: bool, several: bool) -> Sentence:
    """Return how many tasks a unit has, with the places of the newest."""
    entries = {entry.document_id: entry for entry in composing.question.scope.entries}
    newest = sorted(held, key=lambda key: entries[key].date or "", reverse=True)[:QUOTED]
    opened = [Source(entry, document) for entry, document in composing.catalogue.documents_named(newest)]
    places = [
        quote(source, point_span(source.document, item, point))
        for source, item, point in points_of(opened)
        if any(same_unit(unit[1], name) for name in _named(point, supports=supports))
    ]
    total = sum(held.values())
    name = f"{unit[1]}（{unit[0]}）" if several and unit[0] else unit[1]
    role = "配合" if supports else "牵头或负责"
    return Sentence(f"{name}{role}的事项共{total}项。", tuple(places[:QUOTED]), counted=total)

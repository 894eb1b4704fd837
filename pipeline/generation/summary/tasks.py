"""The tasks of an item: its points that are still to be done, what a decision charges somebody with, its next step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.generation.columns import one_line
from pipeline.generation.summary.beside import is_label, left_over, whole_remark
from pipeline.generation.summary.duty_lines import duty_sentences
from pipeline.generation.summary.heard import as_task
from pipeline.generation.summary.office import is_view
from pipeline.generation.summary.orders import is_order
from pipeline.generation.summary.pieces import is_verdict, point_sentences
from pipeline.generation.summary.rows import has_bar, is_row
from pipeline.generation.summary.steps import step_alone, with_refusal
from pipeline.generation.summary.to_do import is_to_do
from pipeline.generation.summary.told import Source, Told
from pipeline.minutes import Item, Outcome, Point, Span
from pipeline.patterns import compiled

_DECIDES = compiled(r"^会议(?:同时|还)?(?:经?研究)?(?:决定|议定|确定)")
_CHARGES = compiled(r"(?<!申)请(?!示|求)|责成|由[^，]{2,12}(?:牵头|负责|研究|办理)")
_VOTED = compiled(r"^(?:书面|举手|无记名)?(?:投票)?表决(?:情况|结果)?[：:]")
_CUT_OFF, _HEADING = 4, 16


def item_tasks(source: Source, item: Item) -> list[Told]:
    """Return what is to be done by an item: its points that decide no more than a verdict left out, its next step.

    Of a report only measures that have a deadline are still to be done.
    """
    told: list[Told] = []
    for of in item.points:
        done = source.document.kind == "rectification" and of.deadline is None
        wide = next((one for one in item.outcomes if one.start <= of.start and of.end < one.end), None)
        if wide is not None and not _is_verdict_alone(of, wide):
            told += [one for one in _charged(source, item, of, wide) if all(one.text != other.text for other in told)]
        elif not done and is_to_do(source.document, of) and (of.is_assigned or not is_verdict(item, of)):
            every = with_refusal(source, item, of) or point_sentences(source, item, of, 2)
            orders = [one for one in every if not (is_view(one.text) or _VOTED.match(one.text))] or every
            told += [as_task(source, one) for one in orders]
            told += _below_its_heading(source, item, of)
    told += _decided(source, item)
    told += _ordered_beside(source, item, told)
    told += duty_sentences(source, item, besides=tuple(item.points))
    found = step_alone(source, item, "".join(entry.text for entry in told))
    told += [found] if found else []
    return told


def _ordered_beside(source: Source, item: Item, told: Sequence[Told]) -> list[Told]:
    """Return the orders of minutes that neither a point nor a verdict holds (违建一律先拆后改)."""
    if source.document.kind == "rectification":
        return []
    beside = (one for one in left_over(source, item, told, level=2) if is_order(one.text))
    return [replace(one, covers=frozenset([item.start])) for one in beside]


def _below_its_heading(source: Source, item: Item, of: Point) -> Iterator[Told]:
    """Yield what stands below a labelled point that is no more than a heading, up to the next one."""
    if of.label is None or of.end - of.start > _HEADING or any(mark in of.text for mark in "，。；;"):
        return
    after = [one.start for one in item.points if one.start > of.start]
    end = min([*after, *(remark.start for remark in item.remarks if remark.start > of.start), item.end])
    for told in source.prose(Span(of.end, end), level=2):
        place = told.sentence.quotes[0].span
        apart = is_label(item, source.document.quote(place)) or is_row(source.document, item, place)
        if not apart and not has_bar(source.document.quote(place)):
            yield replace(told, covers=frozenset([item.start]))


def _is_verdict_alone(of: Point, wide: Outcome) -> bool:
    """Tell whether a verdict says little more than a point that it holds."""
    return wide.end - wide.start - (of.end - of.start) < _CUT_OFF


def _charged(source: Source, item: Item, of: Point, wide: Outcome) -> Iterator[Told]:
    """Yield a point that a comma cuts off from its verdict together with it, where it charges somebody."""
    if _CHARGES.search(one_line(of.text)):
        text = one_line(source.document.quote(wide.span)).rstrip("。；，,")
        yield source.tell(f"{text}。", [wide.span], covers=[item.start, of.start], role="point")


def _decided(source: Source, item: Item) -> Iterator[Told]:
    """Yield what a meeting decided in so many words and no point tells (会议决定先由某镇垫付)."""
    for remark in item.remarks:
        place = whole_remark(source, item, remark)
        apart = not any(place.overlaps(one.span) for one in (*item.points, *item.outcomes))
        if apart and _DECIDES.match(one_line(source.document.quote(place))):
            yield from (replace(one, covers=frozenset([item.start])) for one in source.prose(place, level=2))

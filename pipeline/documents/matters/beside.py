"""What was decided beside the items, before the first or behind the last (会议还议定：…): as items without label."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.documents.context import Context
from pipeline.documents.matters.items import Shape, build_item
from pipeline.documents.matters.tail import rest_behind
from pipeline.documents.patterns import FOOT, LABELS, MEETING, OF_ALL, OTHER_MATTERS
from pipeline.documents.tasks.closing_lists import Tasks, tasks_of
from pipeline.documents.tasks.listed_again import by_columns
from pipeline.documents.tasks.points import named
from pipeline.documents.text.clean import Passage
from pipeline.documents.text.outline import Block
from pipeline.minutes import Item, OtherMatter
from pipeline.patterns import compiled

# 「会议还议定：」「会议还明确，…」 behind the last item
_FURTHER = compiled(
    rf"(?:此外,?|另外,?)?{MEETING}(?:还|同时还|最后还|另外还|另行|另)(?:研究|一并)?(?:议定|决定|确定|商定|明确)"
    r"|会上,[^,。;]{2,16}(?:通报|传达|述职|讲话|说明)"
)
# 「其他事项：」「遗留问题：…」「补充：」: a heading, with or without what stands beneath it
_HEADED = compiled(
    r"[【〔\[]?(?P<title>(?:其他|其它|另|有关)(?:议定|研究|通报)?(?:事项|问题|工作|决定)|遗留(?:问题|事项)|补充(?:事项|说明)?|其他|其它)(?:[】〕\]](?=[:]|$)|(?=[:]|$))"
)
# 「会议还议定：」: a line that opens those beneath it and says nothing by itself
_OPENER = compiled(r"[^。;]{0,30}:")
# who was there, and lines that say nothing
_NO_MATTER = compiled(r"^[^,。;]*$|应到.{0,12}\d|实到.{0,12}\d")
_BEFORE, _BEHIND = "会议总述", "其他事项"


def opens_tail(block: Block, *, own: int, alone: bool) -> bool:
    """Tell whether a paragraph behind the last item's heading belongs to no item.

    Args:
        block: the paragraph.
        own: how many labels the last item has beneath it; 「以上工作」 behind several means these.
        alone: the meeting had one matter only, and all that it decided is of that.
    """
    flat = block.passage.flat
    if block.mark is not None:
        return False
    if OTHER_MATTERS.match(flat):
        return True
    if alone:
        return False
    if _FURTHER.match(flat) or _HEADED.match(flat):
        return True
    return OF_ALL.match(flat) is not None and (own < 2 or "会议" in flat[:12])


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Blocks of one matter, and the heading above them."""

    blocks: tuple[Block, ...]
    heading: Passage | None


def beside_items(
    context: Context,
    before: Sequence[Block],
    behind: Sequence[Block],
    others: Sequence[OtherMatter],
    titles: Mapping[int, Passage] | None = None,
) -> tuple[Item, ...]:
    """Return what the preamble and the tail decide, each matter as an item without label.

    Args:
        context: the document.
        before: the blocks between the head and the first item.
        behind: the blocks behind the last item.
        others: the matters of the tail that are told elsewhere; what stands behind one in its paragraph is told here.
        titles: what the items are called, by their numbers.
    """
    found = [_item(context, one, _BEFORE, due=False) for one in _stretches(before)]
    listed = [_listed(context, one) for one in tasks_of(behind, titles or {})]
    found += listed
    for one in _stretches(() if listed else behind):
        rest, titled = _rest(one, others)
        if rest is not None:
            found.append(_item(context, rest, titled or _BEHIND, due=True))
    return tuple(item for item in found if item.points or item.outcomes or "heard" in item.spans)


def _stretches(blocks: Sequence[Block]) -> Iterator[_Stretch]:
    """Yield each paragraph, and each label with what stands deeper beneath it."""
    depth = min((block.depth for block in blocks if block.mark), default=0)
    heading: Passage | None = None
    held: list[Block] = []
    for block in blocks:
        flat = block.passage.flat
        if block.mark and block.depth > depth and held:
            held.append(block)
            continue
        if held:
            yield _Stretch(tuple(held), heading)
            held = []
        if block.mark is None:
            title = _HEADED.match(flat)
            heading = block.passage.part(*title.span("title")) if title else None
            if title or _OPENER.fullmatch(flat):
                body = block.passage.part(title.end() if title else len(flat)).bare_start(":")
                if not body.flat:
                    continue
                block = Block(body)
            elif LABELS.match(flat) or FOOT.match(flat) or _NO_MATTER.search(flat):
                continue
        held = [block]
    if held:
        yield _Stretch(tuple(held), heading)


def _rest(stretch: _Stretch, others: Sequence[OtherMatter]) -> tuple[_Stretch | None, str | None]:
    """Return what of a paragraph no other matter tells, with the title of the last one before it."""
    first = stretch.blocks[0].passage
    told = [matter for matter in others if first.start <= matter.start < first.end]
    if not told:
        return stretch, None
    rest = rest_behind(first, told[-1])
    blocks = (Block(rest), *stretch.blocks[1:]) if rest.flat else stretch.blocks[1:]
    return (replace(stretch, blocks=blocks) if blocks else None), told[-1].title


def _listed(context: Context, tasks: Tasks) -> Item:
    """Return the tasks of a closing list as an item without label, called after what heads them."""
    shape = Shape(single=True, due=True, every_paragraph=True)
    item = build_item(context, tasks.blocks, end=tasks.blocks[-1].passage.end, shape=shape)
    item = replace(item, points=tuple(by_columns(context, point) for point in item.points))
    title = tasks.heading.span()
    return replace(item, title=named(context.paper, title), spans={**item.spans, "title": title})


def _item(context: Context, stretch: _Stretch, title: str, *, due: bool) -> Item:
    """Return a matter as an item without label; `title` is what it is called where no heading stands above it."""
    shape = Shape(single=True, due=due)
    item = build_item(context, stretch.blocks, end=stretch.blocks[-1].passage.end, shape=shape)
    heading = stretch.heading
    if heading is None:
        return replace(item, title=title)
    return replace(item, title=named(context.paper, heading.span()), spans={**item.spans, "title": heading.span()})

"""The walk from a text to its tree: paper, outline, head, items, attendance, foot, and nothing left over."""

from __future__ import annotations

from pathlib import PurePath

from pipeline.documents.attendance import Roll, find_region, read_roll
from pipeline.documents.clean import Paper, prepare
from pipeline.documents.head import head_length, read_facts
from pipeline.documents.items import Context, build_item
from pipeline.documents.outline import Block, blocks_of
from pipeline.documents.patterns import OTHER_MATTERS
from pipeline.documents.read import Source
from pipeline.minutes import Document, Item, Meeting, Span


def parse_text(text: str, *, file: str = "text.txt") -> Document:
    """Parse a text that stands in no file.

    >>> parse_text("市政府第4次常务会议纪要\\n一、讨论《办法》\\n会议原则通过。").items[0].title
    '《办法》'
    """
    return parse(Source(file, text))


def parse(source: Source) -> Document:
    """Return the tree of a document."""
    paper = prepare(source.text, file=source.file, pages=source.pages)
    blocks = blocks_of(paper.paragraphs)
    region = find_region(blocks)
    body_end = region[0] if region else len(blocks)
    body = blocks[:body_end]
    starts = [index for index, block in enumerate(body) if block.depth == 0]
    head_count = min(head_length(body), starts[0] if starts else len(body))
    tail_start = body_end
    if starts:
        for index in range(starts[-1] + 1, body_end):
            if OTHER_MATTERS.match(body[index].passage.flat):
                tail_start = index
                break
    foot = blocks[region[1] :] if region else []
    facts = read_facts(paper, body[:head_count], foot, is_meeting=True)
    roll = _roll(paper, blocks, region)
    context = Context(paper, facts.meeting.date)
    items: list[Item] = []
    for place, index in enumerate(starts):
        stop = starts[place + 1] if place + 1 < len(starts) else tail_start
        items.append(build_item(context, body[index:stop], end=body[stop - 1].passage.end))
    preamble = body[head_count : starts[0]] if starts else body[head_count:]
    return Document(
        file=source.file,
        text=source.text,
        kind="minutes",
        name=facts.title or PurePath(source.file).stem,
        title=facts.title,
        document_number=facts.document_number,
        issuing_body=facts.issuing_body,
        meeting=facts.meeting or Meeting(),
        issued_date=facts.issued_date,
        head=_extent(body[:head_count]),
        preamble=_extent(preamble),
        items=tuple(items),
        tail=_extent(body[tail_start:body_end]) if starts else None,
        attendance=roll.attendance if roll else None,
        foot=_extent(foot),
        notices=(*source.notices, *paper.furniture, *facts.notices),
        spans=facts.spans,
        pages=source.pages,
    )


def _roll(paper: Paper, blocks: list[Block], region: tuple[int, int] | None) -> Roll | None:
    if region is None:
        return None
    return read_roll(paper, blocks[region[0]].passage.start, blocks[region[1] - 1].passage.end)


def _extent(blocks: list[Block]) -> Span | None:
    return Span(blocks[0].passage.start, blocks[-1].passage.end) if blocks else None

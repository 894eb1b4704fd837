"""Who took part from afar, as the opening or the lists say it: 某某（线上）, 某某以视频方式参会."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.documents.duties.names import is_name
from pipeline.generation.draft import Sentence
from pipeline.generation.extractive.composing import ANSWERED_AT_MOST
from pipeline.generation.extractive.counting.whole_meeting import meant
from pipeline.generation.extractive.people.by_post import NAME
from pipeline.generation.extractive.people.told_there import stretches
from pipeline.generation.extractive.record import named_few, quoted
from pipeline.minutes import Span
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft
    from pipeline.generation.extractive.composing import Composing
    from pipeline.generation.extractive.evidence import Source

FROM_AFAR = r"(?:线上|在线|视频|远程|网络|网上|云端|云(?=参|会议)|连线|接入|电话|通讯|隔着(?:网|屏))"
ASKED = compiled(
    rf"(?=.*(?:谁|哪[位些个几]|几[位个名人]|多少人|有没有人))(?=.*(?:参加|参会|出席|列席|到会|开会|与会|接入|听会|连|在场|现场)).*?{FROM_AFAR}"
)
"""谁是线上参加的, 哪位董事以视频方式出席."""
IN_BRACKETS = compiled(rf"(?P<who>{NAME})[ 　]*[（(](?:以)?{FROM_AFAR}[^（()）\n]{{0,8}}[)）]")
IN_PROSE = compiled(
    rf"(?P<who>{NAME}(?:[、和]{NAME}){{0,8}})[ 　]*等?(?:分别|均|因[^，。；\n]{{1,10}}[，,]?)?(?:以|通过|采取|采用)?"
    rf"{FROM_AFAR}(?:会议|连线|接入)?的?(?:方式|形式)?(?:参会|参加|出席|列席|到会|与会)"
)


def by_mode(composing: Composing, meetings: Sequence[Source]) -> Draft | None:
    """Answer who took part from afar, or that it is not written; `None` where a question asks for something else.

    Args:
        composing: the question on its way.
        meetings: the documents opened for it that record a meeting.
    """
    text = composing.question.text
    if not ASKED.search(text) or composing.question.titles or composing.question.item_number is not None:
        return None
    chosen = meant(composing, meetings, said=(SAID,)) if len(meetings) > 1 else list(meetings)
    if not 0 < len(chosen) <= ANSWERED_AT_MOST:
        return None
    found = [(source, line) for source in chosen for line in _told(source)]
    if found:
        return composing.stamped("record", found)
    if not any(source.document.attendance for source in chosen):
        return None
    where = named_few(chosen)
    return composing.refusal("not_stated", f"{where}的记载没有写明谁以线上、视频等方式参加。", route="record")


SAID = compiled(
    rf"{FROM_AFAR}|方式|形式|参加|参会|出席|列席|到会|与会|没到?|现场|在场|董事(?!会)|委员(?!会)|代表(?!会)|监事(?!会)|人|领导|同志|位|名|谁|进来"
)
"""What such a question says besides which meeting it means."""


def _told(source: Source) -> Iterator[Sentence]:
    """Yield what the text says of each who took part from afar: the post before the name, the name and how."""
    document = source.document
    for stretch in stretches(source):
        for pattern in (IN_BRACKETS, IN_PROSE):
            for match in pattern.finditer(document.text, stretch.start, stretch.end):
                first = re.sub(r"\s", "", match["who"].split("、")[0])
                if not any(is_name(first[start:]) for start in range(max(1, len(first) - 1))):
                    continue
                place = Span(_clause_start(document.text, match.start(), stretch.start), match.end())
                yield quoted(source, place)


def _clause_start(text: str, at: int, limit: int) -> int:
    """Return where the clause or the entry of a list begins in which a place stands."""
    while at > limit and text[at - 1] not in "，。；：:,;、\n \t　":
        at -= 1
    blank = re.compile(r"(?:^|[，。；：:,;、\n])(?P<post>[一-鿿]{2,12})[ 　]+$").search(text[max(limit, at - 16) : at])
    return at - len(blank.group()) + (0 if blank.start("post") == 0 else 1) if blank else at

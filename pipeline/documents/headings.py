"""A heading: which verb it has, what its matter is called, who reports, and where the record of the matter goes on."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.documents.clean import Paper, Passage
from pipeline.documents.names import ends_as_unit, is_name, split_person
from pipeline.documents.outline import Block
from pipeline.documents.patterns import DECISION_OPENER, HEADING_VERB, MEETING, REMARK_OPENER
from pipeline.documents.points import named
from pipeline.documents.verdicts import comma_outside, find_verdict
from pipeline.minutes import Presenter


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading taken apart; each part is a passage of the document, or `None`."""

    verb: Passage | None
    title: Passage | None
    presenter: Passage | None
    rest: Passage | None


_VERB = re.compile(
    rf"(?:{MEETING}|会上,?)?(?:首先|随后|接着|并|继续|一致|最后|还"
    rf"|同时)*(?P<verb>{HEADING_VERB})(?:(?:并)?(?:原则|一致)?(?:通过|同意))?了?[: ]*"
)
_ASIDE = re.compile(
    r"\((?:汇报(?:人|单位|部门)?|主?讲人?|报告人?|提请(?:人|单位)?|议题(?:汇报)?人|发言人?|主持人?"
    r"|提交(?:人|单位)|牵头(?:人|单位)|责任(?:人|单位))[: ](?P<who>[^()]{2,40})\)"
)
_MATTER = re.compile(r"关于|《|就|对|所作|作的|(?<=.)同志")
_SAID = re.compile(r"汇报|报告|介绍|说明|通报|发言|意见|情况|《")
# 「，由…」「，会议决定…」「，按程序…」 behind the matter: no part of its name
_GOES_ON = re.compile(
    rf",(?:{MEETING}|由|请|要求|按|待|经|并|决定|同意|原则|一致|现|并由|提交|报|授权|责成|明确|相关"
    rf"|有关|市|县|区|其中|因|同时|要|须|应|不|暂)"
)


def read_heading(block: Block, *, title_of: Callable[[Passage], Passage] | None = None) -> Heading:
    """Take a heading apart.

    Args:
        block: the block that opens an item.
        title_of: what takes the title out of the heading's wording, where it is not the wording itself.

    >>> text = "一、听取市水务局局长徐明关于防汛工作的汇报。会议要求抓紧落实。"
    >>> from pipeline.documents.outline import find_mark
    >>> heading = read_heading(Block(Passage(text, range(len(text))), find_mark(text), 0))
    >>> heading.verb.flat, heading.title.flat, heading.presenter.flat, heading.rest.flat
    ('听取', '关于防汛工作的汇报', '市水务局局长徐明', '会议要求抓紧落实。')
    """
    whole = block.passage
    start = block.mark.body if block.mark else 0
    stop = _end(whole.flat, start)
    first = whole.part(start, stop)
    sentence = whole.flat[stop : stop + 1] == "。" and (
        "," in first.flat or stop + 1 < len(whole.flat) or len(first.flat) > 30
    )
    if block.mark is None and (REMARK_OPENER.match(first.flat) or DECISION_OPENER.match(first.flat)):
        # a paragraph that treats a matter without naming it: its first clause stands for the name
        comma = comma_outside(first.flat, 0, min(8, len(first.flat)), signs=",:")
        matter = first.part(comma + 1 if comma is not None else 0)
        return _finish(None, matter.part(0, comma_outside(matter.flat, 0, len(matter.flat))), whole, title_of)
    verdict = find_verdict(first)
    match = _VERB.match(first.flat)
    if verdict is not None and (verdict.matter is None or (verdict.start > 0 and match is None)):
        # 「关于…问题，会议决定暂缓，待…后再议。」
        comma = comma_outside(first.flat, 0, len(first.flat))
        matter = first.part(0, comma)
        verb = matter.part(*match.span("verb")) if match and match.end() < len(matter.flat) else None
        matter = matter.part(match.end()) if verb is not None and match else matter
        return _finish(verb, matter, whole.part(start), title_of)
    verb = first.part(*match.span("verb")) if match and match.end() < len(first.flat) else None
    if verdict is not None and verdict.matter is not None and verdict.start == 0:
        return _finish(verb, first.part(*verdict.matter), whole.part(start), title_of)
    matter = first.part(match.end()) if verb is not None and match else first
    if verdict is not None and verb is not None:
        comma = comma_outside(matter.flat, 0, len(matter.flat))
        return _finish(verb, matter.part(0, comma), whole.part(start), title_of)
    rest_from = stop
    if sentence or _ends_as_sentence(matter.flat):
        comma = _goes_on(matter.flat)
        if comma is not None:
            rest_from = (
                matter.offsets[comma] - whole.offsets[0]
                if isinstance(whole.offsets, range)
                else list(whole.offsets).index(matter.offsets[comma])
            )
            matter = matter.part(0, comma)
    return _finish(verb, matter, _behind(whole, rest_from), title_of)


def _goes_on(flat: str) -> int | None:
    at = 0
    while (comma := comma_outside(flat, at, len(flat), signs=",")) is not None:
        if _GOES_ON.match(flat, comma) or comma >= 40 or flat.endswith(("的汇报", "的报告", "的通报"), 0, comma):
            return comma
        at = comma + 1
    return None


def _ends_as_sentence(flat: str) -> bool:
    return len(flat) > 50 and "," in flat


def _behind(whole: Passage, start: int) -> Passage | None:
    rest = whole.part(start)
    while rest.flat and rest.flat[0] in "。;:,":
        rest = rest.part(1)
    return rest if rest.flat else None


_ASKED = re.compile(r"(?P<unit>[\u4e00-\u9fff()]{3,14}?)(?:提出|提交|申请|报送|上报)的(?=.{4})")
_TELLS = re.compile(r"(?P<who>[\u4e00-\u9fff ]{4,20}?)(?:汇报|报告|通报|介绍)了?(?=[^,。;的]{3})")


def _posted(who: str) -> bool:
    parts = split_person(who.replace(" ", ""))
    return bool(parts and parts[1] and is_name(parts[2]))


def _finish(
    verb: Passage | None, matter: Passage, rest: Passage | None, title_of: Callable[[Passage], Passage] | None
) -> Heading:
    presenter = None
    aside = _ASIDE.search(matter.flat)
    if aside:
        presenter = matter.part(*aside.span("who"))
        if aside.end() >= len(matter.flat) - 1:
            matter = matter.part(0, aside.start())
    elif verb is not None and "听" in verb.flat:
        presenter, matter = _reported(matter)
    elif verb is None and (told := _TELLS.match(matter.flat)) and _posted(told["who"]):
        # 「村主任田有余报告去年账目」
        presenter, matter = matter.part(*told.span("who")), matter.part(told.end())
    if (asked := _ASKED.match(matter.flat)) and ends_as_unit(asked["unit"]):
        matter = matter.part(asked.end())
    if matter.flat.endswith("的事"):
        matter = matter.part(0, len(matter.flat) - 2)
    while matter.flat and matter.flat[-1] in "。;:,*|":
        matter = matter.part(0, len(matter.flat) - 1)
    if title_of is not None and matter.flat:
        matter = title_of(matter)
    return Heading(verb, matter if matter.flat else None, presenter, rest)


def _reported(matter: Passage) -> tuple[Passage | None, Passage]:
    """Part 「县教育局局长普明关于…的汇报」 into who reported and what about."""
    who = reporter(matter, 0)
    if who is None:
        return None, matter
    after = len(who.flat)
    while match := re.match(r"同志|所作的?|作的?|就|代表[^,。]{2,20}(?=关于|《)|[ ]", matter.flat[after:]):
        after += match.end()
    return who, matter.part(after)


_HEARD = re.compile(r"(?:听取|听)了?(?=[^,。;]{2,60}(?:汇报|报告|介绍|说明|通报|发言|意见|《))")
# 「汇报人:区教育局局长吕芬」 on a line of its own, 「(汇报人:米华;主持人:房军)」 behind a matter
_LABELLED = re.compile(r"(?:^|\()(?:汇报|报告|主讲|提请|介绍)人[: ]+(?P<who>[\u4e00-\u9fff ()]{2,30}?)(?=$|[;,)。])")
# 「会议原则同意县水务局局长马龙汇报的…方案」, 「会议审议了区财政局局长卢国关于…的汇报」
_DECIDED_ON = re.compile(r"(?:同意|通过|审议|讨论|研究)了?(?=[^,。;《]{4,24}(?:汇报的|所作的|关于))")
_REPORTED = re.compile(r"[^。;]{2,50}?(?:汇报|介绍|说明|通报|报告)")


def who_reports(passage: Passage, *, known: frozenset[str] = frozenset()) -> Passage | None:
    """Return who reports according to a paragraph: 会议听取了…的汇报, or 市财政局局长…汇报.

    Args:
        passage: the paragraph.
        known: the names on the attendance lists, which need no post or unit beside them.
    """
    labelled = _LABELLED.search(passage.flat)
    if labelled:
        return passage.part(*labelled.span("who"))
    heard = _HEARD.search(passage.flat) or _DECIDED_ON.search(passage.flat)
    who = reporter(passage, heard.end(), known=known) if heard else None
    if who is None and _REPORTED.match(passage.flat):
        who = reporter(passage, 1 if _BY_WHOM.match(passage.flat) else 0, known=known)
    return who


_BY_WHOM = re.compile(r"由(?=[^,。;]{2,40}(?:作|汇报|介绍|说明))")


def reporter(passage: Passage, start: int, *, known: frozenset[str] = frozenset()) -> Passage | None:
    """Return who reports from an offset on: the shortest beginning that is a unit or a post with a name."""
    flat = passage.flat
    if not _SAID.search(flat, start):
        return None
    for end in _REPORT.finditer(flat, start + 2, min(len(flat), start + 60)):
        who = passage.part(start, end.start())
        if re.search(r"[,。;:《》]", who.flat):
            return None
        bare = who.flat.replace(" ", "")
        parts = split_person(bare)
        if bare in known or (parts and parts[2] in known):
            return who
        if parts and (parts[1] or (parts[0] and is_name(parts[2]))) and not _NO_WHO.search(who.flat):
            return who
        if end.group() in ("关于", "《"):
            return None
    return None


_NO_WHO = re.compile(r"^(?:会议|由)|确定|决定|明确|负责|牵头|要求")
_REPORT = re.compile(
    r"同志|首先|现场|详细|简要|分别|专题|重点|书面|口头|逐项|具体|全面|所作|作的|作关于|作了|作《|作(?=[^,。;]{0,6}(?:说明|汇报|报告|介绍|通报))|就|关于|对|《|的(?=[^,。;]{0,8}(?:汇报|报告|介绍|说明|通报|发言))"
    r"|汇报|报告|介绍|说明|通报|发言"
    r"|代表|受|向|提出|,|。|$"
)


def _end(flat: str, start: int) -> int:
    """Where the heading ends: at the first full stop or colon outside brackets, else with the paragraph."""
    depth = 0
    for index in range(start, len(flat)):
        character = flat[index]
        if character in "《(“":
            depth += 1
        elif character in "》)”":
            depth = max(0, depth - 1)
        elif depth == 0 and character in "。:;":
            return index
    return len(flat)


def presenter_of(paper: Paper, who: Passage, *, known: frozenset[str] = frozenset()) -> Presenter | None:
    """Return who reports, with post and unit, as the document words them."""
    folded = who.flat.replace(" ", "")
    parts = (None, None, folded) if folded in known else split_person(folded)
    if parts is None:
        return None
    unit, role, name = parts
    worded = named(paper, who.span()).replace(" ", "").replace("\u3000", "")
    if len(worded) != len(folded):
        return Presenter(name=name, role=role, unit=unit)
    at, post = folded.rfind(name), folded.find(role) if role else 0
    return Presenter(
        name=worded[at : at + len(name)],
        role=worded[post : post + len(role)] if role else None,
        unit=worded[: len(unit)] if unit else None,
    )

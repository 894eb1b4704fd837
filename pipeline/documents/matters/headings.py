"""A heading: which verb it has, what its matter is called, who reports, and where the record of the matter goes on."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from pipeline.documents.duties.names import ends_as_unit, is_name, split_person
from pipeline.documents.patterns import BRACKETED, DECISION_OPENER, HEADING_VERB, MEETING, REMARK_OPENER, SIGNS
from pipeline.documents.spoken.reporters import posted, reporter
from pipeline.documents.spoken.reporting_units import UNITS_ASIDE, units_of_heading
from pipeline.documents.spoken.spokesmen import reporters_in
from pipeline.documents.spoken.verdicts import find_verdict
from pipeline.documents.text.clean import Passage
from pipeline.documents.text.outline import Block
from pipeline.documents.text.sentences import comma_outside, in_clock
from pipeline.patterns import compiled


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading taken apart; each part is a passage of the document, or `None`.

    `units` are those that report without a person's name.
    """

    verb: Passage | None
    title: Passage | None
    presenter: Passage | None
    rest: Passage | None
    units: tuple[Passage, ...] = ()


_VERB = compiled(
    rf"(?:{MEETING}|会上,?)?(?:首先|随后|接着|并|继续|一致|最后|还"
    rf"|同时)*(?P<verb>{HEADING_VERB})(?:(?:并)?(?:原则|一致)?(?:通过|同意))?了?[: ]*"
)
_ASIDE = compiled(
    r"\((?:汇报(?:人|单位|部门)?|主?讲人?|报告人?|提请(?:人|单位)?|议题(?:汇报)?人|发言人?"
    r"|提交(?:人|单位)|(?P<other>主持人?|牵头(?:人|单位)|责任(?:人|单位)))[: ](?P<who>[^(),;]{2,40})(?:[,;][^()]*)?\)"
)
# 「（市财政局局长李明汇报，列席：…）」 behind a matter of an agenda
_TOLD_ASIDE = compiled(r"\((?P<who>[\u4e00-\u9fff ]{3,24}?)(?:负责)?(?:汇报|报告|介绍|说明)(?:,[^()]*)?\)")
# 「，由…」「，会议决定…」「，按程序…」 behind the matter: no part of its name
_GOES_ON = compiled(
    rf",(?:{MEETING}|由|请|要求|按|待|经|并|决定|同意|原则|一致|现|并由|提交|报|授权|责成|明确|相关"
    rf"|有关|市|县|区|其中|因|同时|要|须|应|不|暂)"
)


def read_heading(block: Block, *, title_of: Callable[[Passage], Passage] | None = None) -> Heading:
    """Take a heading apart.

    Args:
        block: the block that opens an item.
        title_of: what takes the title out of the heading's wording, where it is not the wording itself.

    >>> text = "一、听取市水务局局长徐明关于防汛工作的汇报。会议要求抓紧落实。"
    >>> from pipeline.documents.text.outline import find_mark
    >>> heading = read_heading(Block(Passage(text, range(len(text))), find_mark(text), 0))
    >>> heading.verb.flat, heading.title.flat, heading.presenter.flat, heading.rest.flat
    ('听取', '关于防汛工作的汇报', '市水务局局长徐明', '会议要求抓紧落实。')
    """
    whole = block.passage if block.mark else block.passage.bare_start(SIGNS)
    if block.mark is None and (unnumbered := _unnumbered(whole, title_of)) is not None:
        return unnumbered
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
    aside = _TIME_AROUND.search(first.flat)
    verdict = find_verdict(first.part(0, aside.start()) if aside else first)
    match = _VERB.match(first.flat)
    if verdict is not None and (verdict.matter is None or (verdict.start > 0 and match is None)):
        if verdict.matter is not None and _REASON.match(first.flat):
            # 「按县委组织部考察意见，同意聘任…」: the reason names no matter
            return _finish(None, first.part(*verdict.matter), whole.part(start), title_of)
        # 「关于…问题，会议决定暂缓，待…后再议。」
        comma = comma_outside(first.flat, 0, len(first.flat))
        matter = first.part(0, comma)
        verb = matter.part(*match.span("verb")) if match and match.end() < len(matter.flat) else None
        matter = matter.part(match.end()) if verb is not None and match else matter
        return _finish(verb, matter, whole.part(start), title_of)
    verb = first.part(*match.span("verb")) if match and match.end() < len(first.flat) else None
    if verdict is not None and verdict.matter is not None and verdict.start == 0:
        start_at, end_at = _matter_behind(first.flat, *verdict.matter)
        return _finish(verb, first.part(start_at, end_at), whole.part(start), title_of)
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


# 「供水价格调整方案（再次审议）」: which time it is up, and nothing put off
_TIME_AROUND = compiled(
    r"\((?:再次|再|第[二三四五六七八九十\d]次|重新|继续|另行)(?:提请)?(?:审议|研究|讨论|汇报|上会)\)$"
)


def _matter_behind(flat: str, start: int, end: int) -> tuple[int, int]:
    """Return the place of the matter where a verdict is followed by its ground: 「同意按考察意见，聘任…」."""
    if _reasons(flat[start:end]) and end < len(flat):
        start, end = end + 1, comma_outside(flat, end + 1, len(flat)) or len(flat)
        if re.match("自|从", flat[start:]) and end < len(flat):
            start, end = end + 1, comma_outside(flat, end + 1, len(flat)) or len(flat)
    return start, end


def _unnumbered(whole: Passage, title_of: Callable[[Passage], Passage] | None) -> Heading | None:
    """Take a heading apart that bears no number: in brackets, behind a label, or behind what led to the decision."""
    if bracket := BRACKETED.fullmatch(whole.flat):
        return read_heading(Block(whole.part(*bracket.span(bracket.lastgroup or 0))), title_of=title_of)
    if (decided := _THEN.search(whole.flat)) and not _OPENS.match(whole.flat):
        # 「管网建于2003年，逢雨冒溢。会议原则同意管网改造方案」
        heading = read_heading(Block(whole.part(decided.start("what"))), title_of=title_of)
        return replace(heading, rest=whole)
    return None


_OPENS = compiled(rf"(?:{MEETING}|会上|[^,。;:]{{2,8}}(?:委员会|常委会|党组|党委|班子))")
_THEN = compiled(rf"[,。](?P<what>{MEETING}(?:一致|研究)*(?:审议|原则|同意|不同意|通过|听取|研究了|讨论了))")
_REASON = compiled(
    r"(?:按(?!期|时|揭)|根据|依据|鉴于|考虑到|由于|经(?=[^,]{0,14}(?:研究|讨论|审议|审核|公示|测算|论证)))"
)


def _reasons(matter: str) -> bool:
    """Tell whether what stands behind a verdict gives its ground and not its matter: 同意县民政局意见，…"""
    return bool(_REASON.match(matter)) or (len(matter) <= 14 and matter.endswith("意见"))


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
    rest = whole.part(start).bare_start("。;:,")
    return rest if rest.flat else None


_ASKED = compiled(r"(?P<unit>[\u4e00-\u9fff()]{3,14}?)(?:提出|提交|申请|报送|上报)的(?=.{4})")
_TELLS = compiled(r"(?P<who>[\u4e00-\u9fff ]{4,20}?)(?:汇报|报告|通报|介绍)了?(?=[^,。;的]{3})")


# 「审议区财政局局长李明关于…的汇报」
_FIRST_WHO = compiled(r"(?P<who>[\u4e00-\u9fff() ]{4,24}?)(?:同志)?(?:所作的?|作的?|汇报的|提出的|提请的)?(?=关于|《)")


def _posted_first(matter: Passage) -> bool:
    first = _FIRST_WHO.match(matter.flat)
    return first is not None and posted(first["who"])


def _finish(
    verb: Passage | None, matter: Passage, rest: Passage | None, title_of: Callable[[Passage], Passage] | None
) -> Heading:
    presenter = None
    units: list[Passage] = []
    aside = _ASIDE.search(matter.flat)
    if aside is None and (told_aside := _TOLD_ASIDE.search(matter.flat)):
        parts = split_person(told_aside["who"].replace(" ", ""))
        aside = told_aside if parts and (parts[1] or (parts[0] and is_name(parts[2]))) else None
    if aside is None and (unit_aside := UNITS_ASIDE.search(matter.flat)):
        units = reporters_in(matter.part(*unit_aside.span("who")))
        if units and unit_aside.end() >= len(matter.flat) - 1:
            matter = matter.part(0, unit_aside.start())
    if aside:
        presenter = matter.part(*aside.span("who"))
        if aside.groupdict().get("other") and reporters_in(presenter):
            presenter = None  # 「(牵头单位:市教育局)」 says nothing of who reports
        if aside.end() >= len(matter.flat) - 1:
            matter = matter.part(0, aside.start())
    elif verb is not None and ("听" in verb.flat or _posted_first(matter)):
        presenter, matter = _reported(matter)
    elif verb is None and (told := _TELLS.match(matter.flat)) and posted(told["who"]):
        # 「村主任田望禾报告去年账目」
        presenter, matter = matter.part(*told.span("who")), matter.part(told.end())
    if presenter is None and not units and not aside:
        units = units_of_heading(matter, heard=verb is not None and "听" in verb.flat)
    if (asked := _ASKED.match(matter.flat)) and ends_as_unit(asked["unit"]):
        matter = matter.part(asked.end())
    if matter.flat.endswith("的事"):
        matter = matter.part(0, len(matter.flat) - 2)
    matter = matter.bare_end("。;:,*|")
    if title_of is not None and matter.flat:
        matter = title_of(matter)
    return Heading(verb, matter if matter.flat else None, presenter, rest, tuple(units))


_BETWEEN = compiled(r"同志|所作的?|作的?|就|代表[^,。]{2,20}(?=关于|《)|[ ]")


def _reported(matter: Passage) -> tuple[Passage | None, Passage]:
    """Part 「县教育局局长普明关于…的汇报」 into who reported and what about."""
    who = reporter(matter, 0)
    if who is None:
        return None, matter
    after = len(who.flat)
    while match := _BETWEEN.match(matter.flat, after):
        after = match.end()
    return who, matter.part(after)


def _end(flat: str, start: int) -> int:
    """Return where the heading ends: at the first full stop or colon outside brackets, else with the paragraph."""
    depth = 0
    for index in range(start, len(flat)):
        character = flat[index]
        if character in "《(“":
            depth += 1
        elif character in "》)”":
            depth = max(0, depth - 1)
        elif depth == 0 and character in "。:;" and not in_clock(flat, index):
            return index
    return len(flat)

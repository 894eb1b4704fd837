"""Who reports (汇报人): in a sentence of its own, behind a label, in a bracket, or before what was said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipeline.documents.duties.names import ends_as_unit, is_name, split_person
from pipeline.documents.duties.units import same_unit
from pipeline.documents.spoken.reporting_units import labelled_units, units_told
from pipeline.documents.spoken.spokesmen import NAME_BEHIND, is_person, reporters_in, unit_and_post
from pipeline.documents.tasks.points import named
from pipeline.documents.text.clean import Paper, Passage
from pipeline.minutes import Item, Presenter, Span
from pipeline.patterns import compiled

_SAID = compiled(r"汇报|报告|介绍|说明|通报|发言|意见|情况|《|传达|解读|领学|请示|方案|事项|事宜")
_HEARD = compiled(r"(?:听取|听)了?(?=[^,。;]{2,60}(?:汇报|报告|介绍|说明|通报|发言|意见|传达|解读|《))")
# 「汇报人:区教育局局长吕芬」 on a line of its own, 「(汇报人:米华;主持人:房军)」 behind a matter
_LABELLED = compiled(
    r"(?:^|[( ;,])(?:主?汇[ ]*报[ ]*人?|(?:报告|主讲|提请|介绍)人)[: ]+"
    r"(?P<who>[\u4e00-\u9fff ]{2,30}?(?:\([^()]{2,30}\))?)"
    r"(?=$|[ ]{2,}[\u4e00-\u9fff]{2,6}:|[;,)。])"
)
# 「汇报单位：市海洋发展局（鲁渟）」
_UNIT_AND_NAME = compiled(
    r"(?:^|[ ]{2})(?:汇报|提请|报告)(?:单位|部门)[: ]+[^: ]{2,24}?(?:\(|[ ]+)(?P<who>[\u4e00-\u9fff ]{2,8})"
    r"(?:\)(?!\()|$)"
)
# 「【汇报】总工程师李明汇报，…」: the label is no part of the unit
_LABEL = compiled(r"[\[【][\u4e00-\u9fff]{2,6}[\]】][: ]*")
_INVITED = compiled(r"邀请(?=[^,。;]{4,24}(?:领学|解读|讲解|作))")
# 「会议原则同意县水务局局长马龙汇报的…方案」, 「会议审议了区财政局局长卢国关于…的汇报」
_DECIDED_ON = compiled(
    r"(?:(?:研究|审议|讨论)?(?:同意|通过)|审议|讨论|研究)了?(?=[^,。;《]{4,24}(?:汇报的|所作的|关于))"
)
_REPORTED = compiled(r"[^。;]{2,50}?(?:汇报|介绍|说明|通报|报告|传达|解读|领学)")


def who_reports(passage: Passage, *, known: frozenset[str] = frozenset()) -> Passage | None:
    """Return who reports according to a paragraph: 会议听取了…的汇报, or 市财政局局长…汇报.

    Args:
        passage: the paragraph.
        known: the names on the attendance lists, which need no post or unit beside them.
    """
    label = _LABEL.match(passage.flat)
    if label and (who := who_reports(passage.part(label.end()), known=known)):
        return who
    labelled = _LABELLED.search(passage.flat)
    if labelled is None and (beside := _UNIT_AND_NAME.search(passage.flat)) and not ends_as_unit(beside["who"]):
        labelled = beside
    if labelled:
        return passage.part(*labelled.span("who"))
    heard = _HEARD.search(passage.flat) or _INVITED.search(passage.flat) or _DECIDED_ON.search(passage.flat)
    who = reporter(passage, heard.end(), known=known) if heard else None
    if who is None and _REPORTED.match(passage.flat):
        who = reporter(passage, 1 if _BY_WHOM.match(passage.flat) else 0, known=known)
    if who is None and (later := _EXPLAINED.search(passage.flat)) and posted(later["who"]):
        who = passage.part(*later.span("who"))
    if who is None and (told := _READ_OUT.search(passage.flat)):
        parts = split_person(told["who"])
        if told["who"] in known or (parts and parts[2] in known):
            who = passage.part(*told.span("who"))
    return who


# 「会计李翠念了收支明细。」: at a village the words are plainer, so the name must stand on the lists
_READ_OUT = compiled(r"(?:^|(?<=。))(?P<who>[\u4e00-\u9fff]{2,12}?)(?:念|宣读|讲解|讲|说明|介绍)了?(?=[^,。;]{2})")
# 「会议学习了条文，市应急管理局局长李明就修订背景作了说明。」
_EXPLAINED = compiled(
    r"(?<=[,。])(?P<who>[\u4e00-\u9fff() ]{4,26}?)(?:同志)?(?:(?:就|对|围绕)[^,。;]{2,40}?)?作了?[^,。;]{0,8}?"
    r"(?:说明|汇报|介绍|通报)"
)
_BY_WHOM = compiled(r"由(?=[^,。;]{2,40}(?:作|汇报|介绍|说明))")


def reporter(passage: Passage, start: int, *, known: frozenset[str] = frozenset()) -> Passage | None:
    """Return who reports from an offset on: the shortest beginning that is a unit or a post with a name."""
    flat = passage.flat
    if not _SAID.search(flat, start):
        return None
    for end in _REPORT.finditer(flat, start + 2, min(len(flat), start + 60)):
        who = passage.part(start, end.start())
        if re.search(r"[,。;:《》]", who.flat):
            return None
        # 「副局长童栩（主持工作）的汇报」
        bare = re.sub(r"\([^()]*\)$", "", who.flat.replace(" ", ""))
        parts = split_person(bare)
        if bare in known or (parts and parts[2] in known):
            return who
        if parts and (parts[1] or (parts[0] and is_name(parts[2]))) and not _NO_WHO.search(who.flat):
            return who
        if end.group() in ("关于", "《"):
            return None
    return None


# 「某局汇报了城区抢险队伍现状」: who reported, and no Mr 伍 of a team
_NO_WHO = compiled(
    r"^(?:会议|由)|全[省市县区州镇乡院校]|[0-9]年|确定|决定|明确|负责|牵头|要求"
    r"|(?:汇报|报告|介绍|说明|通报|传达|听取|审议|讨论|研究|学习|通过)了"
)
_REPORT = compiled(
    r"同志|首先|现场|详细|简要|分别|专题|重点|书面|口头|逐项|具体|全面|所作|作的|作关于|作了|作《|作(?=[^,。;]{0,6}(?:说明|汇报|报告|介绍|通报|领学|传达))|就|关于|对|《|的(?=[^,。;]{0,8}(?:汇报|报告|介绍|说明|通报|发言))"
    r"|汇报|报告|介绍|说明|通报|发言|传达|解读|领学"
    r"|代表|受|向|提出|,|。|$"
)


Told = tuple[Presenter, Span]
"""Who reports, with the place where the text says so."""


@dataclass
class Reports:
    """Who reports on one item, as heading and paragraphs say it; a person goes before a unit without a name.

    Attributes:
        told: who reports, each with the place, the first one first.
    """

    told: list[Told] = field(default_factory=list)

    @property
    def first(self) -> Presenter | None:
        """Who reports; the first one of several."""
        return self.told[0][0] if self.told else None

    @property
    def further(self) -> tuple[Presenter, ...]:
        """Who reports besides."""
        return tuple(one for one, _ in self.told[1:])

    @property
    def spans(self) -> dict[str, Span]:
        """The places, by the names that they have in an item."""
        further = {f"further_presenters.{index}": place for index, (_, place) in enumerate(self.told[1:])}
        return {"presenter": self.told[0][1], **further} if self.told else {}

    def read(self, paper: Paper, passage: Passage, *, known: frozenset[str], recorded: bool = True) -> None:
        """Note who reports according to a paragraph; `recorded` where it tells what took place at a meeting."""
        if self.first is not None and self.first.name:
            return
        several = labelled_units(passage) if self.first is None else []
        if len(several) > 1 and any(is_person(one.flat) for one in several):
            self.present_units(paper, several)
        elif who := who_reports(passage, known=known):
            self.present(paper, who, known=known)
        elif self.first is None:
            self.present_units(paper, units_told(passage) if recorded else labelled_units(passage))

    def present(self, paper: Paper, who: Passage, *, known: frozenset[str] = frozenset()) -> None:
        """Note who reports: the first who are named count, or the units where nobody is."""
        if self.first is not None and self.first.name:
            return
        before = paper.plain[max(0, who.start - 12) : who.start].rstrip()
        labelled = before.endswith(("汇报人:", "汇报:", "报告人:"))
        people = _presenters_of(paper, who, known=known, labelled=labelled)
        if people:
            self.told = _with_units(people, self.told)
        else:
            self.present_units(paper, reporters_in(who))

    def present_units(self, paper: Paper, units: Sequence[Passage]) -> None:
        """Note which units report, where nobody did so far."""
        if units and self.first is None:
            self.told = _unit_presenters(paper, units)


def with_lead(paper: Paper, items: tuple[Item, ...], *, known: frozenset[str] = frozenset()) -> tuple[Item, ...]:
    """Return the items, an only one with who reported by the lead before it: 「会议听取了县公安局的汇报」."""
    if len(items) != 1 or items[0].presenter is not None:
        return items
    reports = Reports()
    for passage in paper.paragraphs:
        if passage.start < items[0].start:
            reports.read(paper, passage, known=known)
    if reports.first is None or reports.told[-1][1].end > items[0].start:
        return items
    spans = {**items[0].spans, **reports.spans}
    return (replace(items[0], presenter=reports.first, further_presenters=reports.further, spans=spans),)


def _presenters_of(
    paper: Paper, who: Passage, *, known: frozenset[str] = frozenset(), labelled: bool = False
) -> list[Told]:
    """Return who is named to report: 「市统计局局长王明、市财政局局长李强」; nothing where no person is.

    Args:
        paper: the text.
        who: the stretch that says who.
        known: the names on the attendance lists.
        labelled: whether 汇报人： stands before.
    """
    found: list[Told] = []
    at, open_at = 0, 0
    for piece in who.flat.split("、"):
        end = at + len(piece)
        one = who.part(open_at, end)
        parts = split_person(one.flat.replace(" ", ""))
        if parts and (parts[0] or parts[1]) and (presenter := _presenter(paper, one, known=known)):
            found.append((presenter, one.span()))
            open_at = end + 1
        elif found and open_at == at and (units := reporters_in(one)):
            found += _unit_presenters(paper, units)
            open_at = end + 1
        at = end + 1
    if len(found) > 1:
        return found
    # alone, its place is all that stands there: 「路遥(资产财务部)」
    first = _presenter(paper, who, known=known, labelled=labelled) if not found else found[0][0]
    return [(first, who.span())] if first else []


def _unit_presenters(paper: Paper, units: Sequence[Passage]) -> list[Told]:
    """Return units and posts of them that report, as the document words them, mostly without a person's name."""
    found: list[Told] = []
    for one in units:
        if (person := _in_brackets(paper, one)) or (is_person(one.flat) and (person := _presenter(paper, one))):
            found.append((person, one.span()))
            continue
        unit, role = unit_and_post(one)
        worded = (named(paper, part.span()).replace(" ", "") if part else None for part in (role, unit))
        found.append((Presenter(name=None, role=next(worded), unit=next(worded)), one.span()))
    return found


def _in_brackets(paper: Paper, one: Passage) -> Presenter | None:
    """Return who is named behind his unit: 「市总工会(柳 葭)」."""
    match = NAME_BEHIND.fullmatch(one.flat)
    if match is None or not is_name(match["name"].replace(" ", "")):
        return None
    name, unit = (named(paper, one.span(*match.span(part))).replace(" ", "") for part in ("name", "unit"))
    return Presenter(name=name, unit=unit)


def _with_units(people: Sequence[Told], units: Sequence[Told]) -> list[Told]:
    """Return the people who report with the units that do so too and are not theirs.

    Where a person stands there without a unit, the units beside him may be his.
    """
    if any(one.name and not one.unit for one, _ in people):
        return list(people)
    theirs = [one.unit for one, _ in people if one.unit]
    others = (told for told in units if not told[0].name)
    return [*people, *(told for told in others if not any(same_unit(told[0].unit or "", unit) for unit in theirs))]


def _presenter(
    paper: Paper, who: Passage, *, known: frozenset[str] = frozenset(), labelled: bool = False
) -> Presenter | None:
    """Return who reports, with post and unit, as the document words them."""
    folded = re.sub(r"\([^()]*\)$", "", who.flat.replace(" ", ""))
    parts = (None, None, folded) if folded in known else split_person(folded)
    if parts is None and labelled and re.fullmatch(r"[\u4e00-\u9fff·]{2,4}", folded):
        # 「汇报人：商栩（战略投资部）」: behind the label a rare surname will do
        parts = None, None, folded
    if parts is None:
        return None
    unit, role, name = parts
    worded = named(paper, who.span()).replace(" ", "").replace("\u3000", "")
    if unit is None and (beside := _unit_beside(paper, who)) is not None:
        unit = named(paper, beside).replace(" ", "").replace("\u3000", "")
        return Presenter(name=name, role=role, unit=unit)
    if len(worded) != len(folded):
        return Presenter(name=name, role=role, unit=unit)
    at, post = folded.rfind(name), folded.find(role) if role else 0
    return Presenter(
        name=worded[at : at + len(name)],
        role=worded[post : post + len(role)] if role else None,
        unit=worded[: len(unit)] if unit else None,
    )


# 「汇报单位:市海洋发展局(|鲁渟)」, 「(汇报单位:区国资局 汇报人:|庞芷)」, 「汇报人:贝芷(财务资产部)」
_UNIT_BEFORE = compiled(
    r"(?:汇报|提请|报告)(?:单位|部门)[: ]+(?P<unit>[\u4e00-\u9fff]{2,24}(?:\([\u4e00-\u9fff]{2,8}\))?)"
    r"(?:[ ]*\(|[ ,;]+(?:汇报人[: ]+)?)$"
)
_UNIT_BEHIND = compiled(r"\((?P<unit>[\u4e00-\u9fff]{2,24})\)$")


def _unit_beside(paper: Paper, who: Passage) -> Span | None:
    """Return the place of the unit that a label or a bracket gives to a reporter whose own wording has none."""
    line = max(paper.plain.rfind("\n", 0, who.start) + 1, who.start - 60)
    before = _UNIT_BEFORE.search(paper.plain[line : who.start])
    if before and reporters_in(Passage(before["unit"], range(len(before["unit"])))):
        return Span(line + before.start("unit"), line + before.end("unit"))
    behind = _UNIT_BEHIND.search(who.flat)
    if behind and reporters_in(who.part(*behind.span("unit"))):
        return who.span(*behind.span("unit"))
    return None


def posted(who: str) -> bool:
    """Tell whether a wording is a person with a post."""
    parts = split_person(who.replace(" ", ""))
    return bool(parts and parts[1] and is_name(parts[2]))

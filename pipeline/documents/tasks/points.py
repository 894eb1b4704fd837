"""One point (议定事项、整改措施): its wording, its set, who leads, who supports, by when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.documents.context import Context
from pipeline.documents.duties.extract import (
    Named,
    addressed,
    generic_leads,
    generic_supports,
    lead_units,
    support_units,
)
from pipeline.documents.duties.parties import is_generic
from pipeline.documents.duties.referents import referents, refers
from pipeline.documents.duties.unit_shapes import is_unit
from pipeline.documents.patterns import ADDRESSEE
from pipeline.documents.tasks.deadlines import find_deadline, further_deadlines
from pipeline.documents.text.clean import Paper, Passage
from pipeline.minutes import Deadline, Point, Span
from pipeline.patterns import compiled


def named(paper: Paper, span: Span) -> str:
    """Return the wording of a short field, without a line break or the reading of a character inside it."""
    return _INSIDE.sub("", paper.text[span.start : span.end])


_WHO_READS = {
    "lead_units": lead_units,
    "support_units": support_units,
    "lead_generic": generic_leads,
    "support_generic": generic_supports,
}
"""What reads who is told to act, by the field of a point that it fills."""
_INSIDE = compiled(r"\s*\n\s*|(?<=[\u4e00-\u9fff])[(（] ?[a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü]{1,7}\d? ?[)）]")


@dataclass(frozen=True, slots=True)
class PointMaker:
    """Makes the points of one document.

    Attributes:
        paper: the text.
        date: the ISO date of the meeting.
        obliged: whether 各区镇应… names a lead.
        there: the people and units on the attendance lists: 「王敏牵头」 says who leads without a post.
    """

    paper: Paper
    date: str | None
    obliged: bool
    there: frozenset[str] = frozenset()

    @classmethod
    def of(cls, context: Context) -> PointMaker:
        """Return what makes the points of a document, whose lists tell who can be bidden by a bare name."""
        return cls(context.paper, context.date, context.obliged, context.there)

    def __call__(
        self,
        body: Passage,
        *,
        label: Passage | None = None,
        group: Passage | None = None,
        addressee: Passage | None = None,
    ) -> Point:
        """Make a point of a wording, its label, the line that opens its set and the unit this addresses."""
        spans: dict[str, Span] = {}
        for name, part in (("label", label), ("group", group), ("addressed_to", addressee)):
            if part is not None:
                spans[name] = part.span()
        found = {
            name: read(body, obliged=self.obliged, listed=self.obliged, there=self.there)
            for name, read in _WHO_READS.items()
        }
        if self.obliged:
            found["lead_units"] = _joined(found["lead_units"], by_name(body, self.there))
        if self.obliged and group is not None and not (found["lead_units"] or found["lead_generic"]):
            found["lead_units"], found["lead_generic"] = _led_by(group, addressee)
        self._refer(found)
        for name, units in found.items():
            spans |= {f"{name}.{index}": unit.span for index, unit in enumerate(units)}
        deadline = find_deadline(body, date=self.date, strict=not self.obliged)
        if deadline:
            spans["deadline"] = deadline[1]
        further = further_deadlines(body, date=self.date, beside=deadline[1]) if deadline and self.obliged else []
        spans |= {f"further_deadlines.{index}": place for index, (_, place) in enumerate(further)}
        text = self.paper.text
        return Point(
            label=named(self.paper, spans["label"]) if label else None,
            text=text[body.start : body.end],
            group=text[spans["group"].start : spans["group"].end] if group else None,
            addressed_to=named(self.paper, spans["addressed_to"]) if addressee else None,
            **{name: tuple(named(self.paper, unit.span) for unit in units) for name, units in found.items()},
            deadline=Deadline(text=text[deadline[1].start : deadline[1].end], date=deadline[0].date)
            if deadline
            else None,
            further_deadlines=tuple(
                Deadline(text=text[place.start : place.end], date=one.date) for one, place in further
            ),
            start=body.start,
            end=body.end,
            spans=spans,
        )

    def _refer(self, found: dict[str, list[Named]]) -> None:
        """Put those who are meant in the place of 「该局」 and 「两厅」, which name none."""
        for part_name in ("lead", "support"):
            for field in (f"{part_name}_generic", f"{part_name}_units"):
                for one in [one for one in found[field] if refers(one.name)]:
                    before = [part for part in self.paper.paragraphs if part.start < one.span.start][-2:]
                    for paragraph in reversed(before):
                        part = self.paper.passage(paragraph.start, min(paragraph.end, one.span.start))
                        if places := referents(part.flat, one.name):
                            found[field].remove(one)
                            known = {unit.name for unit in found[f"{part_name}_units"]}
                            meant = [Named(part.flat[slice(*place)], part.span(*place)) for place in places]
                            found[f"{part_name}_units"] += [unit for unit in meant if unit.name not in known]
                            break


# 「王敏11月底前盯着建好」「李强每周五前报数」
_BY_DAY = (
    r"(?:于|在)?(?:(?:20\d\d年|明年|今年)?\d{1,2}月(?:\d{1,2}[日号]|底|末|初|[上中下]旬)?(?:以|之)?前"
    r"|年底前|[本下](?:周|月)[^,。;]{0,4}前|每[天日周月季]|\d{1,2}[日号]前)"
)
_BY_NAME = compiled(
    r"(?:^|(?<=[,。;:、])|(?<=由)|(?<=请))(?!由|请)(?P<name>[\u4e00-\u9fff]{2,4}?)"
    r"(?=(?:总|具体|全面|直接|今后|继续|仍|只|主要|专门|同时|也|会后|亲自|暂时){0,3}"
    r"(?:牵头|负责(?!人|同志|制(?![定作订])|任)|包[案抓联保]|盯办|去[\u4e00-\u9fff]|任(?:小?组长|总?召集人|总?指挥|总?协调人)"
    rf"|{_BY_DAY}|(?:代表[^,。;了过]{{2,12}}?(?:参加|出席|签|验收|洽谈|协商|对接)|盯[着紧住]?|跟进|跟踪|对接|联系|督促|协调|落实|办理|带队|通知|答复|回访|张贴|收集|统计)"
    r"(?![^,。;]{0,6}[了过])))"
)
# 「方案由王敏改好后再报」「请李强找厂家报价」: bidden by a bare name
_BIDDEN = compiled(r"(?:由|请|让|委托|安排)(?=[\u4e00-\u9fff]{3})")
_WORKS = compiled(
    rf"(?:尽快|抓紧|再|先|另行|会后|进一步|按|{_BY_DAY})?(?:改[好完成]|修改|完善|整理|起草|拟|写|拿|提|办|做|谈|找|问|查|核|定|选|买|订|收|发|送|报|联系|对接|协调|落实|跟进|盯|去"
    r"|通知|答复|回复|公示|张贴|统计|汇总|登记|审|检查|测算|牵头|负责|处理|解决)(?!汇报|作了|[^,。;]{0,6}[了过])"
)


def _joined(units: Sequence[Named], people: Sequence[Named]) -> list[Named]:
    """Return units with the people, one who is called by unit and name (纪委王敏) in the place of the unit."""
    starts = {one.span.start for one in people}
    kept = [unit for unit in units if unit.span.start not in starts]
    known = {unit.name for unit in kept}
    return [*kept, *(one for one in people if one.name not in known)]


# 「由纪委王敏会同派出所联审」
_OF_UNIT = compiled(
    r"(?:由|请)(?P<whole>[\u4e00-\u9fff]{4,16}?)(?=会同|牵头|(?:具体|总)?负责(?!人|同志|制(?![定作订])|任)|包[案抓联保]|协调|带队)"
)


def by_name(body: Passage, people: frozenset[str]) -> list[Named]:
    """Return those of the attendance lists who lead by their bare name: 「王敏负责,财政所配合」.

    >>> text = "王敏负责,财政所配合。"
    >>> [one.name for one in by_name(Passage(text, range(len(text))), frozenset(["王敏"]))]
    ['王敏']
    """
    found = [match.span("name") for match in _BY_NAME.finditer(body.flat) if match["name"] in people]
    for match in _BIDDEN.finditer(body.flat) if people else ():
        # 「由市政府|办公室牵头」: a unit of the lists is no person
        size = next((size for size in (4, 3, 2) if _is_person(body.flat[match.end() :][:size], people)), None)
        if size and _WORKS.match(body.flat, match.end() + size):
            found.append((match.end(), match.end() + size))
    for match in _OF_UNIT.finditer(body.flat) if people else ():
        start, end = match.span("whole")
        sizes = (size for size in (4, 3, 2) if body.flat[end - size : end] in people)
        if (size := next(sizes, None)) and is_unit(body.flat[start : end - size]):
            found.append((start, end))
    return [Named(body.flat[start:end], body.span(start, end)) for start, end in sorted({*found})]


def _is_person(name: str, people: frozenset[str]) -> bool:
    """Tell whether a name of the attendance lists is a person's: units stand there too."""
    return name in people and not is_unit(name)


def _led_by(group: Passage, addressee: Passage | None) -> tuple[list[Named], list[Named]]:
    """Return who leads every point of a set, by name or not: 「会议要求某某开发区：」, 「由市水务局负责：」."""
    if addressee is None:
        return lead_units(group), generic_leads(group)
    told = addressed(addressee)
    return [one for one in told if not is_generic(one.name)], [one for one in told if is_generic(one.name)]


def addressee_of(group: Passage | None) -> Passage | None:
    """Return the unit to which the line that opens a set of points addresses it: 会议要求某某开发区：…"""
    match = ADDRESSEE.search(group.flat + ":") if group else None
    if group is None or match is None:
        return None
    part = group.part(*match.span("direct" if match["direct"] else "to"))
    return part if part.flat and not re.search(r"做到|做好|抓好|以下|重点|切实|进一步", part.flat) else None

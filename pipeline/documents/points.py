"""One point (议定事项、整改措施): its wording, its set, who leads, who supports, by when."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.documents.clean import Paper, Passage
from pipeline.documents.deadlines import find_deadline, further_deadlines
from pipeline.documents.duties.extract import (
    Named,
    addressed,
    generic_leads,
    generic_supports,
    lead_units,
    support_units,
)
from pipeline.documents.duties.parties import is_generic
from pipeline.documents.patterns import ADDRESSEE
from pipeline.minutes import Deadline, Point, Span
from pipeline.patterns import compiled


def named(paper: Paper, span: Span) -> str:
    """Return the wording of a short field, without a line break or the reading of a character inside it."""
    return _INSIDE.sub("", paper.text[span.start : span.end])


_INSIDE = compiled(r"\s*\n\s*|(?<=[\u4e00-\u9fff])[(（] ?[a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü]{1,7}\d? ?[)）]")


@dataclass(frozen=True, slots=True)
class PointMaker:
    """Makes the points of one document.

    Attributes:
        paper: the text.
        date: the ISO date of the meeting.
        obliged: whether 各区镇应… names a lead.
        people: the names on the attendance lists: 「王敏牵头」 says who leads without a post.
    """

    paper: Paper
    date: str | None
    obliged: bool
    people: frozenset[str] = frozenset()

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
        listed = self.obliged and label is not None
        found = {
            "lead_units": lead_units(body, obliged=self.obliged, listed=listed),
            "support_units": support_units(body, obliged=self.obliged, listed=listed),
            "lead_generic": generic_leads(body, obliged=self.obliged, listed=listed),
            "support_generic": generic_supports(body, obliged=self.obliged, listed=listed),
        }
        if self.obliged:
            known = {unit.name for unit in found["lead_units"]}
            found["lead_units"] += [one for one in by_name(body, self.people) if one.name not in known]
        if self.obliged and group is not None and not (found["lead_units"] or found["lead_generic"]):
            found["lead_units"], found["lead_generic"] = _led_by(group, addressee)
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


_BY_NAME = compiled(
    r"(?:^|(?<=[,。;:、])|(?<=由)|(?<=请))(?P<name>[\u4e00-\u9fff]{2,4})(?=(?:总|具体|全面|直接)?(?:牵头|负责(?!人|同志|制|任)|包案|包抓|盯办|去[\u4e00-\u9fff]))"
)


def by_name(body: Passage, people: frozenset[str]) -> list[Named]:
    """Return those of the attendance lists who lead by their bare name: 「王敏负责,财政所配合」.

    >>> text = "王敏负责,财政所配合。"
    >>> [one.name for one in by_name(Passage(text, range(len(text))), frozenset(["王敏"]))]
    ['王敏']
    """
    found = (match for match in _BY_NAME.finditer(body.flat) if match["name"] in people)
    return [Named(match["name"], body.span(*match.span("name"))) for match in found]


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

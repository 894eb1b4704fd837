"""The sentences of what a search found, each weighed as an answer; those that cannot answer are struck out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeGuard

from pipeline.documents.names import is_name
from pipeline.generation.extractive.attendance import known_names
from pipeline.generation.extractive.evidence import COMMON, Source, holds_figure
from pipeline.generation.extractive.fitting import holds_unit, names_somebody
from pipeline.generation.extractive.passages import LABEL
from pipeline.generation.extractive.reading.concepts import Concept
from pipeline.generation.extractive.reading.kinds import find
from pipeline.generation.extractive.reading.reader import load_reader
from pipeline.generation.extractive.reading.traits import HELD, Asked, Passage, read_question, traits
from pipeline.generation.extractive.stretches import sentences
from pipeline.minutes import Span
from pipeline.retrieval.lexicon import load_lexicon
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.question import Question
    from pipeline.minutes import Item
    from pipeline.retrieval.search import Hit

PASSAGES = 6
SHORTEST = 4
LEAST = 0.02
"""A sentence less likely than this never answers, whatever it holds."""
STRICT = ("money", "share", "figure", "day", "span", "unit", "verdict")
"""Kinds of which a sentence must hold one; for the others any wording may answer."""
COUNTED = ("money", "share", "figure")
DARING = 0.6
"""From here on a sentence may tell what is asked in words of its own: 漏掉 as 节约水量."""
PHASE = re.compile(r"[一二三四五六七八九十两][期批轮届次号]|[0-9]+[期批轮届次号]")
FIGURE = re.compile(r"(?<![0-9第])[0-9]+(?:\.[0-9]+)?(?![0-9年月日次届])")
BY_WHOM = re.compile(r"谁|哪位|何人|哪个人|姓名|名字")
NAMED = re.compile(
    r"(?:聘任|任命|推荐|推选|增补|选举|提名|委派|给予|委托|免去|同意|委员|董事|监事|专家|教授|医师|主任|书记|[局处科院校镇乡村区县市省厂站所队组部班]长|经理|主席|同志|由|请)(?=(?P<name>[一-鿿]{2,3})(?:为|任|担任|代|因|等|同志|、|，|,|负责|牵头|申请|回避|汇报|出任|兼任|到会|列席|参加|。|[（(]))"
)
SAYS = re.compile(r"同意|通过|批准|不予|暂缓|再议|决定|明确|由.{2,20}(?:牵头|负责)")
"""What makes a heading an answer of its own: 八、同意设立某公司，注册资本5000万元."""
ADDRESSED = re.compile(
    r"(?<![一-鿿])(?P<surname>[一-鿿])[副]?(?:市长|县长|区长|镇长|省长|州长|书记|局长|主任|院长|校长|董事长|总经理|部长|处长|科长)(?![一-鿿]*(?:是谁|叫))"
    r"|[上的由请让说,，、](?P<another>[一-鿿])[副]?(?:市长|县长|区长|书记|局长|主任|院长|校长|董事长)(?=[^一-鿿]|说|讲|要求|强调|主持|汇报)"
)
"""Somebody called by surname and post: 李市长."""
PEOPLE = re.compile(r"[人位名]都?(?:是|有|叫)?谁|都(?:是|有|叫)谁|哪几位|哪几个人|哪些人|姓名|名字")
"""Asks for people: an office is no answer."""
POST = re.compile(
    r"(?P<post>[组院校会队市县区镇乡局处科站所厂馆社行]长|书记|主任|董事长|总经理|秘书长|主席)(?:是|由|叫|为|请|让)*(?:谁|哪位|何人)(?!来?(?:牵头|负责|汇报|主持))"
    r"|(?:谁|哪位|何人)来?(?:当|任|担任|出任|兼任|做)[^，,。?？]{0,8}?(?P<of>[组院校会队市县区镇乡局处科站所厂馆社行]长|书记|主任|董事长|总经理|秘书长|主席)"
)
"""Asks who holds a post: a sentence that does not name the post does not tell."""
REPORTED = re.compile(r"会议?听取了?[^。；]{2,120}(?:汇报|报告|说明)[。；]?")
ABOUT_TALK = re.compile(r"听取|汇报|报告|介绍|说明|讨论|研究|审议|提|谈|说|讲|上会|议题|涉及|谁|哪")
"""Asks of what was spoken, or of whom: only to that the bare sentence of who reported is an answer."""
OFFICE = re.compile(r"[一-鿿]{2,}(?:局|委|办|厅|部门|单位|公司|集团|镇|街道|区|中心|处|科|部|院|所|政府)")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer: where it stands, and how likely it is to be what was asked (0 to 1).

    `can` is false for one that lacks the kind of thing asked for, or speaks of another figure or phase: it never
    answers, but tells which item the question is about.
    """

    source: Source
    item: Item | None
    span: Span
    text: str
    likely: float
    can: bool = True


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence of a passage, where it stands."""

    source: Source
    item: Item | None
    span: Span
    text: str


def passages_of(sources: Mapping[str, Source], hits: Sequence[Hit]) -> tuple[list[Passage], list[Place]]:
    """Return the whole items (or other parts) that hits stand in, each once, and their sentences in the same order.

    Args:
        sources: the documents in scope by id; hits of others are left out.
        hits: what a search found, best first.
    """
    places: list[Place] = []
    passages: list[Passage] = []
    seen: set[tuple[str, int]] = set()
    for hit in hits:
        source = sources.get(hit.document_id)
        if source is None or len(passages) == PASSAGES:
            continue
        item = source.document.item_at(hit.start)
        span = item.span if item else Span(hit.start, hit.end)
        if (hit.document_id, span.start) in seen:
            continue
        seen.add((hit.document_id, span.start))
        found = [
            Place(source, item, place, source.document.quote(place))
            for place in sentences(source.document, span)
            if place.end - place.start >= SHORTEST
        ]
        entry = source.entry
        stamp = f"{source.meeting} {entry.issuing_body or ''} {entry.document_number or ''} {entry.file}"
        title = (item.title if item else "") or ""
        passages.append(Passage(tuple(one.text for one in found), title, stamp, len(passages), hit.score))
        places += found
    return passages, places


def asked_of(question: Question, text: str | None = None) -> Asked:
    """Return a question as the reader sees it; `text` is it in other words, where it takes up an earlier one."""
    return read_question(text or question.text, without=() if text else question.scope.mentions)


def candidates(
    question: Question,
    sources: Mapping[str, Source],
    hits: Sequence[Hit],
    *,
    text: str | None = None,
    alone: bool = True,
) -> list[Candidate]:
    """Return the sentences of the hits, the likeliest to answer first.

    Args:
        question: the question as understood.
        sources: the documents in scope by id; hits of others are left out.
        hits: what a search found, best first.
        text: the question in other words than its own, where it takes something up from an earlier one.
        alone: a sentence must hold every figure of the question; false where it asks about several meetings at once.
    """
    passages, places = passages_of(sources, hits)
    asked = asked_of(question, text)
    if not places or not asked.concepts:
        return []
    found = []
    for place, likely in zip(places, load_reader().likely(traits(asked, passages)).tolist(), strict=True):
        can = likely >= LEAST and can_answer(asked, question, place, likely=likely, alone=alone)
        found.append(Candidate(place.source, place.item, place.span, place.text, likely, can))
    return sorted(found, key=lambda one: -one.likely)


def can_answer(asked: Asked, question: Question, place: Place, *, likely: float, alone: bool = True) -> bool:
    """Tell whether a sentence can answer at all: no heading, with the kind of thing asked for, of the same phase.

    二期何时开工 is not answered by what is said of 一期, and 26人都是谁 not by a count.
    """
    item, folded = place.item, fold(place.text)
    opens = item and place.span.start < (item.spans["title"].end if "title" in item.spans else item.start)
    if opens and not SAYS.search(place.text):
        return False
    if REPORTED.fullmatch(place.text) and not ABOUT_TALK.search(asked.folded):
        return False
    if not _holds_kind(asked, place, folded):
        return False
    return not alone or _of_the_same(asked, question, place, folded, likely=likely)


def _holds_kind(asked: Asked, place: Place, folded: str) -> bool:
    """Tell whether a sentence holds the kind of thing asked for."""
    label = LABEL.match(folded)  # the 4 of 「4. 」 is no figure
    said = folded[label.end() :] if label else folded
    if asked.kind.kind in STRICT and not any(True for _ in find(asked.kind, said)):
        return False
    if (held := POST.search(asked.folded)) and (held["post"] or held["of"]) not in folded:
        return False
    if BY_WHOM.search(asked.folded) and asked.kind.kind in ("person", "unit"):
        by_office = not PEOPLE.search(asked.folded) and (asked.kind.kind == "unit" or "谁" in asked.folded)
        return _names(place.text, folded, place.source) or bool(by_office and OFFICE.search(folded))
    return True


def _of_the_same(asked: Asked, question: Question, place: Place, folded: str, *, likely: float) -> bool:
    """Tell whether a sentence speaks of the units, the attribute, the phase and the figures that a question names."""
    counted = asked.kind.kind in COUNTED
    if any(
        not _knows(match["surname"] or match["another"], place.source) for match in ADDRESSED.finditer(question.text)
    ):
        return False
    around = fold(place.source.document.quote(place.item.span)) if place.item else folded
    title, stamp = fold((place.item.title if place.item else "") or ""), fold(place.source.stamp)
    where = f"{title} {folded if counted else around}"
    # 某市交通集团 is named by the stamp 某市交投董事会: what opens alike is the body that met
    if not all(holds_unit(unit, where) or holds_unit(unit, stamp) or unit[:2] in stamp for unit in question.units):
        return False
    if likely < DARING and not _holds_heart(asked, f"{title} {around}"):
        return False
    if counted and likely < DARING and _tells(asked.attribute) and asked.attribute.held(around)[1] < HELD:
        return False
    phases = [phase for phase in PHASE.findall(asked.folded) if phase[-1] in "期批"]
    if any(phase not in around for phase in phases) or (phases and _another_phase(phases, folded)):
        return False
    return question.claim or all(holds_figure(figure, around) for figure in FIGURE.findall(asked.folded))


def _holds_heart(asked: Asked, around: str) -> bool:
    """Tell whether an item speaks of the most telling known word of a question: 机场 in 机场航线补贴多少."""
    lexicon = load_lexicon()
    known = [one for one in asked.concepts if len(one.word) > 1 and (one.others or lexicon.counts.get(one.word))]
    heart = max(known, key=lambda one: one.weight, default=None)
    return heart is None or heart.held(around)[1] >= HELD


def _tells(attribute: Concept | None) -> TypeGuard[Concept]:
    """Tell whether what stands before the asking words says which figure is meant: 生产总值, not 金额 or 交."""
    return attribute is not None and len(attribute.word) > 2 and attribute.word not in COMMON


def _names(wording: str, folded: str, source: Source) -> bool:
    """Tell whether a sentence names a person."""
    return names_somebody(wording, source) or any(
        is_name(match["name"]) or is_name(match["name"][:2]) for match in NAMED.finditer(folded)
    )


def _knows(surname: str, source: Source) -> bool:
    """Tell whether a document names anybody of a surname: of 李市长 nothing can be told where no 李 was."""
    return not is_name(f"{surname}某") or any(name.startswith(surname) for name in known_names(source))


def _another_phase(asked: Sequence[str], folded: str) -> bool:
    """Tell whether a sentence speaks of another phase than the one asked for, and not of it."""
    held = [phase for phase in PHASE.findall(folded) if phase[-1] in "期批"]
    return bool(held) and not any(phase in held for phase in asked)

"""What makes a likely sentence no answer: each doubt is one thing that a question asks for and the sentence lacks.

Each was weighed on the dev sets with readers that had not seen the set: it costs few right answers and turns away
what is near the topic but not stated. That words of the question are missing from an item is no doubt: people ask in
words of their own, and refusing for it cost ten right answers for each wrong one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from pipeline.documents.duties.units import aliases
from pipeline.generation.extractive.fitting import holds_unit, tells_month
from pipeline.generation.extractive.passages import without_label
from pipeline.generation.extractive.premises.down import DOWN
from pipeline.generation.extractive.reading.accomplished import tells_when_done
from pipeline.generation.extractive.reading.acts import tells_how_set, tells_of_act, tells_of_test
from pipeline.generation.extractive.reading.attributes import (
    holds_what_somebody_is,
    tells_of_it,
)
from pipeline.generation.extractive.reading.classes import CLASSES, TOGETHER, UNNAMED, names_who_is_hired
from pipeline.generation.extractive.reading.concepts import share_held
from pipeline.generation.extractive.reading.falling_short import (
    is_caption,
    lacks_each,
    lists_too_few,
    of_the_other_sort,
    only_looks_for_one,
    only_ordered,
    only_per_one,
)
from pipeline.generation.extractive.reading.hinging import tells_what_it_waits_for
from pipeline.generation.extractive.reading.just_that import of_just_that
from pipeline.generation.extractive.reading.kinds import ENTITIES, OF_CHANGE, STRICT, find, holds
from pipeline.generation.extractive.reading.labelled import task_before
from pipeline.generation.extractive.reading.lookalikes import has_only_lookalikes, lacks_place
from pipeline.generation.extractive.reading.misplaced import (
    is_at_the_foot,
    is_cell,
    is_heading,
    is_lead,
    of_another_matter,
    of_nothing_asked,
)
from pipeline.generation.extractive.reading.naming_people import asks_by_whom, names_person
from pipeline.generation.extractive.reading.numbered import of_another_number
from pipeline.generation.extractive.reading.of_figures import (
    lacks_attribute,
    lacks_figure,
    lacks_payer,
    lacks_plot,
    lacks_sum,
    of_another_limit,
    of_another_part,
    of_another_sum,
    of_another_time,
    of_another_year,
)
from pipeline.generation.extractive.reading.of_people import (
    knows_nobody_of,
    lacks_person,
    lacks_post,
    lacks_vote,
    of_another_person,
)
from pipeline.generation.extractive.reading.own_days import besides_the_act
from pipeline.generation.extractive.reading.pairing import Place, Reading
from pipeline.generation.extractive.reading.plain_asks import tells_plainly
from pipeline.generation.extractive.reading.reported import lacks_report, only_reports
from pipeline.generation.extractive.reading.spoken_of import asks_if_spoken_of, is_spoken_of, lacks_key_word
from pipeline.generation.extractive.reading.traits import HELD
from pipeline.generation.extractive.reading.whys import tells_why
from pipeline.generation.extractive.series import in_full
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.extractive.reading.traits import Asked
    from pipeline.generation.understanding.question import Question

SPEAKS = 0.45
"""Share of what a question names beside a title from which on a verdict that turns something down speaks of it."""
DARING = 0.6
"""From here on a sentence may tell what is asked in words of its own: 漏掉 as 节约水量."""
PHASE = compiled(
    r"(?<![头前后首末共分各这那每上下余几0-9])(?:(?:[一二三四五六七八九十两]|[0-9]+)期|(?:[二三四五六七八九十两]|(?<=第)一|[0-9]+)批)(?!会议|纪要|办公会|院长)"
)
"""一期, 第二批; 后两期 and 分三期 count phases and name none, nor is 一批 a first one."""
AFTER = compiled(r"(?:经|待|报|提请|提交)[^，。；]{0,24}(?:通过|同意|批准)(?:后|之后)")
"""What is to be decided elsewhere is no verdict: 经市委常委会审议通过后推行."""
LISTED = compiled(
    r"、|；|[一二三]是|》[^《]{0,6}《|”“|[+＋]|分别|[和与及](?!其|有关|相关)[^，。；]{2,12}(?:共同|联合|一起|承担)|由[^，,。；;]{2,14}会同"
)
CHANGED = compiled(
    r"(?:由|从|原)[^，,。；;]{1,30}(?:[调变更]?[整更]?改?[为到至]|[减增提降延推]\w?[为到至])|作废|不再执行|停止执行"
)
"""What tells a change tells of two values, and lists nothing."""
UNITS_ASKED = compiled(
    r"(?:单位|部门|[局委办科处室厅部司]|公司|集团|政府|机构|人员?|同志|领导|职责|任务|事项|工作|要求|措施|分工)|哪几家|谁"
)
"""A list of units, or of what is to be done, is told by who leads and who supports."""
BY_DUTY = compiled(r"(?:由[^，,。；;]{2,20}|[^，,。；;]{2,30})(?:牵头|配合|负责|协助)(?=[，,。；;]|$)")
"""Who leads and who supports: 由甲局牵头，乙局、丙局配合 names none of the schools that are asked for."""
PHONE_ASKED = compiled(
    r"(?:电话|热线|手机)(?:号码?)?(?:是|为|打)?(?:多少|几|什么|哪)|(?<![管用玩带收买换配发交存缴看禁查丢修打接充])(?:电话|热线|手机)(?:号码?)?(?:[?？]|$)|(?:哪一?个|什么|多少)(?:电话|热线|手机)"
)
"""Asks for a number; 涉诈电话卡 does not."""
PHONE = compiled(r"[0-9]{3,4}-?[0-9]{7,8}|1[0-9]{10}|(?<![0-9])[0-9]{5,8}(?![0-9])")
SO_MANY_PEOPLE = compiled(r"哪(?:[两三四五六七八九几]|[2-9])(?:个人|位)")
COUNTED_THING = compiled(r"(?:多少|几)[个处座家所条](?!人)(?P<thing>[一-鿿]{2,6})[？?]?$")
LISTED_THING = compiled(
    r"哪(?:几|些|[两三四五六七八九])[个处座家所]?(?P<thing>[一-鿿]{1,3}(?<![地要观重难特优缺节热焦疑亮看支])(?:点|站|场|馆|库|桥|厂|店|井|港|闸))(?=[^一-鿿]|$|[上里开建设分都是去住干])"
)
"""哪几个安置点, 哪些充电站: what is to be named, and must be spoken of."""
OF_NO_NAME = compiled(r"[住进去到在上送条个些](?:养老院|敬老院|福利院|医院|学校|幼儿园|乡镇|村|社区)$")
"""住养老院的老人: the sort of house, and no house by name."""
PLACE = compiled(r"(?![各下全本我该])[一-鿿]{2,3}(?:镇|街道|乡|县)")


def doubted(
    asked: Asked, question: Question, place: Place, *, likely: float, alone: bool = True, known: bool = False
) -> bool:
    """Tell whether anything makes a sentence no answer.

    Args:
        asked: the question as the reader sees it.
        question: the question as understood.
        place: the sentence.
        likely: how likely the reader holds it to be the answer.
        alone: false where a question asks about several meetings at once: then not every figure need be here.
        known: the item is known to be the one that is asked about, whatever words the question has.
    """
    reading = Reading(asked, question, place)
    if any(doubt(reading) for doubt in ALWAYS):
        return True
    if not alone:
        return False
    if any(doubt(reading) for doubt in ALONE):
        return True
    return likely < DARING and (lacks_attribute(reading) or (not known and of_nothing_asked(reading)))


def _lacks_kind(one: Reading) -> bool:
    """An amount, a day, a unit is asked for, and none is here, or only the one that the question names."""
    kind = one.asked.kind
    if kind.kind not in STRICT or (kind.kind == "unit" and asks_by_whom(one.asked)):
        return False  # 派谁负责: somebody will do as well as a unit, see `lacks_person`
    if tells_what_it_waits_for(kind, one.asked.folded, one.said):
        return False
    said = AFTER.sub("", one.said) if kind.kind == "verdict" else one.said
    if kind.kind == "day" and not (besides_the_act(one.asked.folded, said) and tells_month(one.asked.folded, said)):
        return True
    if not holds(kind, said) and not (kind.kind == "verdict" and tells_how_set(one.asked.folded, said)):
        return True
    if kind.kind not in ENTITIES or kind.besides or one.question.claim:
        return False
    text = one.new if kind.kind == "unit" else said
    found = (text[start:end].strip("\u3000") for start, end in find(kind, text))
    return not any(wording and wording not in one.asked.folded for wording in found)


def _only_looks_alike(one: Reading) -> bool:
    """全市 is no unit, 6月15日 no count, 每月 no day; 在哪里 is not told where no place is named."""
    if one.question.claim or tells_what_it_waits_for(one.asked.kind, one.asked.folded, one.said):
        return False
    return has_only_lookalikes(one.asked, one.said) or lacks_place(one.asked.folded, one.new)


def _lacks_class(one: Reading) -> bool:
    """哪家公司 is not answered by a hospital, nor by the one company that the question names."""
    if one.question.claim:
        return False
    together = "，".join(TOGETHER.findall(one.folded))
    asked, new = one.asked.folded, UNNAMED.sub("，", f"{one.new}，{together}")
    lacking = any(a.search(asked) and not held.search(new) for a, held in CLASSES)
    return lacking or not names_who_is_hired(asked, one.folded)


def _lacks_act(one: Reading) -> bool:
    """卖了多少钱 is not answered by what was paid for taking it back, nor 哪国人 by an honour."""
    asked = one.unnamed
    if one.question.claim:
        return False
    said = f"{fold(task_before(one.place.source.document, one.place.span))}{one.folded}"
    told = tells_of_it(asked, said) and tells_of_act(asked, said) and tells_why(asked, said)
    return not (told and holds_what_somebody_is(asked, one.around))


def _tells_otherwise(one: Reading) -> bool:
    """跟谁签 is not told by a sentence that speaks of no contract, unless it turns down what the question means."""
    said = f"{fold(task_before(one.place.source.document, one.place.span))}{one.folded}"
    if one.question.claim or tells_plainly(one.unnamed, said, of_duty=True):
        return False
    beyond = [each for each in one.asked.concepts if len(each.word) > 1 and each.held(one.title)[1] < HELD]
    return not (beyond and DOWN.search(one.place.text) and share_held(beyond, one.folded) >= SPEAKS)


def _lacks_thing(one: Reading) -> bool:
    """多少处口袋公园, 哪几个安置点 are not told by an item that says nothing of them."""
    named = COUNTED_THING if one.asked.kind.counted else LISTED_THING
    thing = None if one.question.claim else named.search(one.asked.folded)
    return thing is not None and not is_spoken_of(thing["thing"], f"{one.title} {one.around} {one.stamp}")


def _of_another_number(one: Reading) -> bool:
    """What is said of 第二医院 says nothing of 第一医院, though all else agrees."""
    told = f"{one.title} {one.around} {one.stamp}"
    return not one.question.claim and of_another_number(fold(one.question.text), told)


def _lacks_test(one: Reading) -> bool:
    """通过验收了吗 is not told by an item that says nothing of it, whatever the meeting passed."""
    return not tells_of_test(one.asked.folded, f"{one.folded} {one.title}")


def _only_due(one: Reading) -> bool:
    """When something was done is not told by the day by which it is to be done."""
    return not one.question.claim and not tells_when_done(one.asked.kind, one.asked.folded, one.said)


def _is_not_spoken_of(one: Reading) -> bool:
    """停车收费有没有讨论过 is not answered by an item that says nothing of it."""
    asked = one.unnamed
    return asks_if_spoken_of(asked) and not is_spoken_of(asked, f"{one.title} {one.around} {one.stamp}")


def _lacks_list(one: Reading) -> bool:
    """A list is asked for, and nothing is listed but what the question says; of people, and nobody is named."""
    if one.asked.kind.kind != "list" or one.question.claim:
        return False
    nobody = SO_MANY_PEOPLE.search(one.asked.folded) and not names_person(one.place.text, one.place.source)
    changed = OF_CHANGE.search(one.asked.folded) and CHANGED.search(one.folded)
    new = one.new if UNITS_ASKED.search(one.asked.folded) else BY_DUTY.sub("，", one.new)
    return bool(nobody) or not (changed or LISTED.search(new) or _opens_list(one))


def _opens_list(one: Reading) -> bool:
    """Tell whether a sentence is shown with more of its list than itself: 条件：（1）不超过36米；."""
    shown = without_label(one.place.source, one.place.span)
    whole = in_full(one.question.text, one.place.source.document, shown)
    return whole.end - whole.start > shown.end - shown.start


def _lacks_phone(one: Reading) -> bool:
    return bool(PHONE_ASKED.search(one.asked.folded)) and not one.question.claim and not PHONE.search(one.said)


def _lacks_unit(one: Reading) -> bool:
    """What one unit has to do says nothing of another; of 甲还是乙 one is enough."""
    either = "还是" in one.asked.folded
    units = [unit for unit in one.question.units if either or _is_known(unit)]
    # 某市交通集团 is named by the stamp 某市交投董事会: what opens alike is the body that met
    held = [
        holds_unit(unit, f"{one.title} {one.around}") or holds_unit(unit, one.stamp) or unit[:2] in one.stamp
        for unit in units
    ]
    return bool(held) and not (any(held) if either else all(held))


def _is_known(unit: str) -> bool:
    """Tell whether what reads as a unit is one: 聘任何人为公司 and 各区镇 are none."""
    known = len(aliases(unit)) > 1 and not unit.startswith("各") and not OF_NO_NAME.search(unit)
    return known or bool(PLACE.fullmatch(unit))


def _of_another_phase(one: Reading) -> bool:
    """二期何时开工 is not answered by what is said of 一期."""
    asked = PHASE.findall(one.unnamed)
    held = PHASE.findall(one.folded)
    return any(phase not in one.around for phase in asked) or (bool(asked and held) and not set(asked) & set(held))


def _of_something_beside(one: Reading) -> bool:
    """The length of the whole is none of its third part, nor what is said of one sort told of another."""
    return not of_just_that(one)


Doubt = Callable[[Reading], bool]
ALWAYS: tuple[Doubt, ...] = (
    is_heading, is_lead, is_at_the_foot, is_cell, only_reports, _lacks_kind, _only_looks_alike, _lacks_class,
    _lacks_act, _tells_otherwise, _lacks_thing, of_another_part, lacks_plot, _is_not_spoken_of, lacks_sum, lacks_vote,
    lacks_report, lacks_post, lacks_person, _lacks_list, _lacks_phone, _of_something_beside,
    lacks_key_word, of_another_sum, of_another_limit, of_another_time, lacks_payer, _only_due, _lacks_test,
    of_another_person, is_caption, of_the_other_sort, lacks_each, lists_too_few, only_looks_for_one,
    only_ordered, only_per_one,
)  # fmt: skip
ALONE: tuple[Doubt, ...] = (
    of_another_matter, knows_nobody_of, _lacks_unit, _of_another_phase, lacks_figure,
    of_another_year, _of_another_number,
)  # fmt: skip
"""What holds for each sentence where a question asks about one matter only."""

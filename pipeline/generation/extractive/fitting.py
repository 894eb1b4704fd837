"""Whether wording can answer a question at all: the kind of thing asked for, the figures and years that it names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.documents.duties.names import is_name
from pipeline.documents.duties.units import aliases
from pipeline.generation.extractive.evidence import COMMON, Source, Terms, holds_figure, terms_of
from pipeline.generation.extractive.reading.kinds import STRICT, Wanted, holds, wanted
from pipeline.generation.understanding.topic import topic_segments
from pipeline.patterns import compiled
from pipeline.retrieval.lexicon import load_lexicon
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.understanding.question import Question

COUNTED = (
    "个|项|家|人|次|条|亿|万|名|所|位|份|件|户|宗|亩|元|美元|吨|套|场|期|米|公里|平方米|处|辆|台|座|只|艘|间|栋|批|届|天"
    "|年|月|小时|%|％|倍|成|点|类|级|对|支|部|篇|起|张|片|站|辆次|人次|余"
)
FIGURE = compiled(
    rf"(?:[0-9０-９][0-9０-９,.，]*|[一二三四五六七八九十百千万亿两]+)\s*(?:多|余|来)?(?:{COUNTED})|[0-9]{{3,}}-[0-9]{{5,}}|1[0-9]{{10}}"
)
WHEN = compiled(
    r"[0-9一二三四五六七八九十]+[年月日号]|[年月]底|[上中下]旬|季度|每(?:年|月|周|半年|季)|尽快|近期|目前|上半年|下半年|今年|明年|同步"
)
UNIT_ASKED = compiled(
    r"(?:多少|几)\s*(?P<unit>亿元|万元|亿美元|万美元|美元|块钱|元|钱|平方米|平方公里|公里|亩|吨|家|户|宗|件|名|位|人|套|台|辆|所|座|场|处|岁|票|届)"
)
MONEY = {
    "钱": r"[亿万]?(?:美|欧|日)?元",
    "块钱": r"[亿万]?元",
    "元": "元",
    "亿元": r"[亿万]元",
    "万元": r"[亿万]元",
    "人": "[人名位]",
    "名": "[人名位]",
    "位": "[人名位]",
}
LIST_ASKED = compiled(r"哪些|哪几|有什么|包括什么|都有谁")
ENUMERATION = compiled(r"、|；|一是|（一）|《[^》]*》《|，[^，]*，")
PERSON_ASKED = compiled(r"谁|姓名|什么名字|叫什么|哪位|何人|哪个人")
VERB_LIKE = compiled(r"(?:得|了|着|过|去|来|到|要不要)$")
"""How a run that is no word ends where it tells little: 降得, 投下去."""
UNIT_NAMED = compiled(r"[一-鿿]{2}(?:局|委|办|厅|部门|单位|公司|集团|镇|街道|区)")
ASKING_WORDS = compiled(
    r"(?:是|为|有|达到?|共)?(?:多少|多[大高长]|几(?=[个家项人次条亿万名所位只宗亩件户])|什么时候|何时|哪一?[天年家])"
)
UNIT_OF = compiled(r"(?P<of>[一-鿿]{2,6})(?:单位|公司|部门|机构|企业)(?:是|为|有)(?:哪|谁|什么)")
FIGURE_WORD = compiled(r"[0-9a-z.%+]+")
AMOUNT_ASKED = compiled(
    r"多少|多[大高长]|规模|几(?=[个家项人次条亿万名所位只宗亩件户])|比例|占比|增速|增长率|电话|号码"
)
NAMED = compiled(r"(?:镇|街道|省|市|县|局|委|办|厅|集团|公司|大学|医院|学校|村)$")
PHONE_ASKED = compiled(r"电话|热线|手机")
PHONE = compiled(r"[0-9]{3,4}-[0-9]{7,8}|1[0-9]{10}|(?<![0-9])[0-9]{5,8}(?![0-9])")
NAMED_PERSON = compiled(
    r"(?=(?P<name>[一-鿿]{2,3})(?<![副管])(?:案|同志|任组长|担任|主持|汇报|[副]?(?:市长|县长|区长|局长|主任|书记)))|(?<=长|任|记|人)(?P<after>[一-鿿]{2,3})(?=[,，。、])"
)
YEAR = compiled(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
REASON = compiled(r"因(?!此|公|病|事|而)|由于|鉴于|考虑到|认为|原因|理由|为了|为防")
"""What gives a reason."""
LACKING = compiled(r"尚未|未能|不足|不够|不符|不全|不清|不明|缺|过高|偏高|争议|存在|没有|未达|超出|较大|待")
"""What may be one, though nothing says so."""
ASPECT_NEEDS = {
    "outcome": compiled(r"通过|同意|批准|否决|再议|暂缓"),
    "presenter": compiled(r"汇报|介绍|说明"),
    "lead_units": compiled(r"牵头|负责|主办|配合|承办|抓紧|要|应|由|请"),
    "next_step": compiled(r"提交|报|组织实施|印发|实施|讨论|审议|送"),
    "votes": compiled(r"票"),
    "role_holder": compiled(r"任|担任|长|主任|书记"),
}
WHICH_MONTH = compiled(r"哪个?月")
IN_MONTH = compiled(r"[0-9一二三四五六七八九十]{1,3}月|[本当下上][个]?月|[年月]底|季度|[年月][初中末]")
WHICH_HOUR = compiled(r"几点(?:钟|半)?(?=[^，。？?意要建]|[，。？?]|$)")
HOUR = compiled(r"[0-9]{1,2}(?::[0-9]{2}|时(?!候|间)|点(?!位|击))")
WHICH_DAY, DATED = compiled(r"哪一?天|几号"), compiled(r"[0-9]+[日号](?!内)|[年月]底")


@dataclass(frozen=True, slots=True)
class Fitting:
    """A sentence with what stands around it: its title and stamp, and the whole point."""

    text: str
    context: str
    around: str
    source: Source


STOPPED = compiled(
    r"(?:停|中止|终止|取消|撤销?|废止?|搁置|延期|推迟|作罢)了(?:没有?|吗|么)|停没停|有没有(?:停|中止|终止|取消|撤销)"
)
"""机房搬迁停了没有: a matter of another name that stopped, or did not, says nothing of this one."""


def answers(question: Question, wording: str, source: Source) -> bool:
    """Tell whether wording holds the kind of thing that is asked for: an amount, a time, a person, a list."""
    if question.claim:
        return True
    kind = kind_asked(question.text)
    if kind.kind in ("money", "share", "figure", "day", "span") and not holds(kind, fold(wording)):
        return False
    if kind.kind == "reason" and not (REASON.search(wording) or LACKING.search(wording)):
        return False
    if PHONE_ASKED.search(question.text) and re.search(r"多少|哪|什么|几", question.text):
        return bool(PHONE.search(wording))
    if AMOUNT_ASKED.search(question.text):
        unit = UNIT_ASKED.search(question.text)
        wanted = MONEY.get(unit["unit"], re.escape(unit["unit"])) if unit else None
        return bool(
            re.search(rf"[0-9一二三四五六七八九十百千万亿两余多]\s*{wanted}", wording)
            if wanted
            else FIGURE.search(wording)
        )
    if question.asked == "date":
        return bool(WHEN.search(wording))
    if PERSON_ASKED.search(question.text):
        may_be_unit = "谁" in question.text  # 请谁重新测算
        return bool(may_be_unit and UNIT_NAMED.search(wording)) or names_somebody(wording, source)
    if question.asked == "unit" or UNIT_OF.search(question.text):
        return bool(UNIT_NAMED.search(wording))
    if LIST_ASKED.search(question.text):
        return bool(ENUMERATION.search(wording))
    return True


def fits(question: Question, terms: Terms, one: Fitting) -> bool:
    """Tell whether a sentence can answer: it holds what is asked for, and every figure and year of the question."""
    needed = ASPECT_NEEDS.get(question.aspect or "")
    if needed and not needed.search(one.text):
        return False
    if not answers(question, one.text, one.source):
        return False
    if not all(holds_unit(unit, f"{one.text} {one.context} {one.around}") for unit in question.units):
        return False
    if question.claim:
        return True
    # of a time the title may say whose it is; of a figure the sentence itself must
    if not holds_attribute(question, f"{one.text} {one.context}" if question.asked == "date" else one.text):
        return False
    return all(_holds(figure, one) for figure in terms.figures())


def holds_heart(question: Question, core: Terms, wording: str) -> bool:
    """Tell whether wording with its title holds the most telling word of the topic, and every unit and place it names.

    A figure beside other words is another figure: without its heart a sentence answers no question after a fact.
    """
    held = core.shares(wording)
    named = [word for word in core.weights if NAMED.search(word) and len(word) > 2]
    if any(not held.get(word) for word in named):
        return False
    if question.claim:
        return True  # what it names may be the very thing that is wrong
    telling = [word for word in core.weights if not VERB_LIKE.search(word)] or list(core.weights)
    return bool(held.get(max(telling, key=lambda word: core.weights[word])))


def is_of_another(question: Question, core: Terms, wording: str) -> bool:
    """Tell whether wording with its title is of another matter than the one of which a question asks if it stopped.

    That the removal of houses goes on says nothing of 机房搬迁停了没有, though it is of a removal, too.
    """
    return STOPPED.search(question.text) is not None and not holds_heart(question, core, wording)


def holds_attribute(question: Question, wording: str) -> bool:
    """Tell whether wording speaks of what is asked of the topic: 罚款标准是多少 is not answered by a length.

    The attribute is what stands right before the asking words; a question that opens with them has none.
    """
    attribute = _attribute(question.text)
    return not attribute.weights or bool(attribute.shares(wording))


@lru_cache(maxsize=64)
def kind_asked(text: str) -> Wanted:
    """Return the kind of thing that a question asks for; every sentence of a search is held against it."""
    return wanted(fold(text))


@lru_cache(maxsize=64)
def _attribute(text: str) -> Terms:
    """Return the last word of what a question asks of its topic; every sentence of a search is held against it."""
    owner, match = UNIT_OF.search(text), ASKING_WORDS.search(text)
    if owner:  # 项目业主单位是哪个
        words = list(terms_of(topic_segments(owner["of"])).weights)
    elif match:
        before = terms_of(topic_segments(text[: match.start()])[-1:]).weights
        words = [word for word in before if word not in COMMON and not FIGURE_WORD.fullmatch(word)]
    else:
        words = []
    return terms_of(words[-1:])


def holds_unit(unit: str, wording: str) -> bool:
    """Tell whether wording names a unit of the question, under any of its names or the most of this one."""
    folded = fold(wording)
    names = {unit, unit.removeprefix("市"), *aliases(unit)}
    pairs = [unit[start : start + 2] for start in range(len(unit) - 1)]
    return any(name in folded for name in names) or sum(pair in folded for pair in pairs) >= 0.6 * len(pairs)


def names_somebody(text: str, source: Source) -> bool:
    """Tell whether a text names a person: one of the record, or a run beside a post that reads as a name."""
    folded = fold(text)
    document = source.document
    known = [name for item in document.items for name in item.presenter_names]
    if document.attendance:
        known += [person.name for person in (*document.attendance.present, *document.attendance.observers)]
    if any(name in folded for name in (*known, document.meeting.chair or "\0")):
        return True
    return any(_reads_as_name(match["name"] or match["after"]) for match in NAMED_PERSON.finditer(folded))


def _reads_as_name(run: str) -> bool:
    """Tell whether a run of two or three characters is a name and no word."""
    return is_name(run) and not load_lexicon().counts.get(run)


def _holds(figure: str, one: Fitting) -> bool:
    """Tell whether a sentence holds a figure of the question; a year may also be the document's own."""
    if holds_figure(figure, f"{one.text} {one.context}"):
        return True
    return bool(YEAR.fullmatch(figure)) and not YEAR.search(one.text) and figure in _own_years(one.source)


def _own_years(source: Source) -> set[str]:
    """Return the years of which a document without another year speaks: its own, and for a report the one before."""
    date = source.entry.date or source.document.issued_date or ""
    if not YEAR.match(date):
        return set()
    year = int(date[:4])
    return {str(year), str(year - 1)} if source.document.kind == "rectification" else {str(year)}


def tells_month(asked: str, said: str) -> bool:
    """Tell whether a folded sentence names a month, where a folded question asks in which.

    >>> tells_month("哪个月再考核", "六个月内完成清算"), tells_month("哪个月再考核", "2021年12月重新考核")
    (False, True)
    """
    return not WHICH_MONTH.search(asked) or bool(IN_MONTH.search(said))


def tells_clock(asked: str, said: str) -> bool:
    """Tell whether a folded text tells a time of day, where a question asks for one.

    >>> tells_clock("晚饭开到几点", "月底前见效"), tells_clock("晚饭开到几点", "晚饭延至19:30")
    (False, True)
    """
    return not WHICH_HOUR.search(asked) or bool(HOUR.search(said))


def tells_kind(text: str, said: str) -> bool:
    """Tell whether a sentence holds the strict kind of thing that a text asks for: of which day it is, a date.

    >>> tells_kind("哪天完成", "批复后45日内完成"), tells_kind("哪天完成", "7月31日前完成")
    (False, True)
    """
    kind = kind_asked(text)
    if kind.kind not in STRICT:
        return True
    said = fold(said)
    dated = not WHICH_DAY.search(text) or bool(DATED.search(said))
    return holds(kind, said) and dated and tells_month(text, said) and tells_clock(text, said)

"""A question that asks two things, taken apart: 甲和乙各多少 is a question about 甲 and one about 乙, each whole."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.documents.duties.units import is_unit
from pipeline.generation.extractive.fitting import kind_asked
from pipeline.generation.extractive.reading.kinds import RULED
from pipeline.generation.extractive.several.clauses import AS_WELL, ASKED_EACH, ELABORATES, OPENING
from pipeline.generation.extractive.several.named_apart import Named, named_apart
from pipeline.generation.extractive.several.one_side import ASKS, EACH, asks_the_same, of_one_side
from pipeline.generation.understanding.question import Question, understand
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.retrieval.catalogue import Entry

AT_MOST = 4
"""Sides that one question may have; what names more is a list."""
ANOTHER = r"、(?=(?:又|还|再|都)?(?:钱|经费|资金)?(?:在|由|是|从|给|跟|和)?(?:谁|哪|什么|多少|几|何时|为什么|怎么))"
"""What parts two things asked in one breath: 多少条船、多少渔民; 甲、乙、丙 stay together."""
BARE_WHO = compiled(r"[是由归](?:谁|哪(?:一|几|两)?[个家位]?(?:部门|单位|局|科室|处室|公司|领导|人)?)、$")
"""是哪个部门、 before 谁汇报的: the same is asked of both."""
PIECE = compiled(r"[^，,。；;？?]+")
GAP = r"(?<=[一-鿿）)])[ 　]+(?=[一-鿿])"
"""What parts key words: 水位降到多少 烟花厂能否复工."""
CLAUSE = compiled(rf"(?:(?!{ANOTHER})(?!{GAP})[^，,；;。？?！!])+(?:[，,；;。？?！!]|{ANOTHER}|{GAP})*")
SIDE_BY_SIDE = compiled(
    r"分别|各自|各(?=[是有为占由给定需要用多几在提怎奖批投拿哪什按谁花安讲该说补])|不同(?!意|看法|想法|声音|主张|说法)|区别|差别|差异|不一样|相比|对比|比起来"
    r"|(?:哪[个家条边样座种一方次回]*|谁|何者)[^，,？?]{0,8}?(?:更|最|比较)?[多少高低长短大小早晚快贵重](?=[？?些呢]|$|一点)"
    r"|(?:哪[个家条边样座种一方]*|谁)(?:更|占|的|得)|哪[一]?[个项件](?:议题|方案|项目|事)?(?:会上|被|获)?(?=通过|同意|批准|暂缓|否决|没)"
    r"|(?:是不是|是否)(?:都?[由归在])?(?:是)?(?:同)?一[个家](?:单位|部门|人|局|领导)|(?<!不)一样(?:吗|么|不一样)|一不一样"
)
JOINT = compiled(r"和|与|跟|以及|还有|、|同(?![意时步岗一])|及(?![时其])|比")
ENDS = compiled(
    r"[，,？?；;。]|分别|各(?![级类地部单镇县区街科项])|哪|谁|什么|多少|都|[这那]?两|有什么|有何|有多|相比|的?(?:结论|结果)|在|由|后续|过会|是|要|怎"
)
ATTRIBUTE = (
    r"(?:主持人|记录人|汇报人|汇报单位|出席人员|列席人员|缺席人员|请假人员|(?:召开|开会|举行|印发|会议)?(?:日期|时间)|(?:召开|开会|举行|会议)?地点|文号"
    r"|发文字号|(?:牵头|责任|配合|承办|主办)(?:单位|部门|人)|(?:完成|办结)?(?:时限|期限)|(?:审议|表决)?(?:结论|结果)|理由|原因|预算|概算|总投资|投资额|造价|费用|工期)"
)
KEY_WORDS = compiled(GAP)
KEY_WORD = compiled(rf"[一-鿿]{{2}}(?:{ATTRIBUTE}|频[次率]|标准|金额|数量|个数|比例|面积|范围|名单|人选)[\s？?]*$")
"""Asks for something by its name, where key words stand beside each other: 危桥拆除日期 学校选址面积."""
SUM = compiled(r"(?:预算|概算|总投资|投资额|造价|费用|工期)(?:各|分别)?(?:是|为)?(?:什么|哪些|怎[么样]*)(?=[？?]|$)")
"""预算是什么 asks how much it is."""
TWO_ATTRIBUTES = compiled(rf"(?P<one>{ATTRIBUTE})(?:和|与|、|及|以及|还有)?(?P<other>{ATTRIBUTE})")
"""Two things asked of one matter by name: 日期和地点, 牵头单位、完成时限."""
SHARED = compiled(r"(?<=[一-鿿]{2})的[^的]{1,8}$")
"""What is asked of two things after the second of them."""
MEASURE = compiled(rf"(?:{ATTRIBUTE}|[^一二三四五六七八九十0-9两几][次数量额率费价款积]|标准|比例|得分)$")
"""Names what is asked of the first of two things: 巡演场次和抽查的单位数量."""
EDGE = compiled(r"^[\s，,和与跟、及的）)]+|[\s，,和与跟、及（(]+$")
BODY = compiled(
    r"(?:[一-鿿]{2,14})?(?:政府|[经高]新?[技术开发]*区|开发区|园区|管委会|党[委组](?:会议?)?|[董监理]事会|医院|[局委办厅]|集团|公司|大学|学院|镇|街道|社区|村|(?:常务|办公|专题|全体)会议?)的?"
)
"""What may stand before the number of a meeting and belongs to its name."""
ANOTHER_BODY = compiled(r"(?:和|与|跟|及|、|，|(?<=[一-鿿]{2})在)(?=[^和与跟及、，在]{0,14}$)")
"""Before the name of a body whose meeting is named behind it: …给的期限和水投 of 水投董事会."""
SHORT = 3
WITHIN = compiled(r"^[上里](?=[，,各都分又对把给定说让要是怎谁哪])")
"""第17号专题会议上各领了…: where it was said."""
BETWEEN_THEM = compiled(
    r"(?!.*(?:分别|各自|各[是有为签]|都))[^，,。；;？?分各都]{0,8}?(?:和|与|跟|同)[^，,。；;？?分各都]{2,14}?(?:之间)?的?[^，,。；;？?分各都两]{0,6}?(?:协议|合同|合作|共建|签(?![到发])|结对|联营|合资|联合|合办)"
)
"""甲校跟乙医院的协议: what two bodies have between them is one matter."""
AFTERWARDS = compiled(r"(?:之|以)?后[，,]?$")
"""县政府同意入股后，集团董事会…: what the first did leads to what is asked of the second."""
SAID_BEFORE = compiled(
    r"(?:会|上|已|已经|曾)?(?:没有?|未|不)(?:能|予)?(?:定(?:下来)?|过(?!渡)|成|批准?|同意|通过|表决|采纳)|暂缓|缓议|搁置|退回|否[决掉了]|再议|(?:原则)?(?:同意|通过)(?!的)|批准(?!的)"
)
"""4月没定，6月怎么定的: what the first did is said, and what the second did is asked."""
OWN_CLAUSE = compiled(r"[，,；;][^，,；;]{0,12}$")
"""The second meeting opens a clause of its own."""
TOGETHER = compiled(r"分别|各|都|两次|前后|哪一?次|先后|一样|不同|相比|变化|区别")
LEADS = compiled(r"(?:从|到|至|在|由|自|就|比)$")
"""从3月的会到6月的会."""
DONE = compiled(rf"^(?:原则上?|审议|研究|会议|决定|讨论)*{RULED}")


@dataclass(frozen=True, slots=True)
class Side:
    """One of the questions that a question is made of, with what stands for it in the question."""

    question: Question
    name: str = ""
    goes_on: bool = False
    """Whether it asks on of what the side before asks about: …总投资多少，已经到位多少."""
    bare: Question | None = None
    """The clause alone, without what it takes from the clauses before it."""
    apart: bool = False
    """Whether it is asked of a document of its own, of which the question says that it tells."""


def sides(question: Question) -> list[Side]:
    """Return the questions that one is made of, or none where it asks one thing.

    A question that names several documents has a side for each; one with several asking clauses a side for each
    clause; one that sets two matters beside each other a side for each matter.
    """
    if not question.scope.entries or question.scope.missing is not None:
        return []
    if question.claim:  # 甲批了没有？乙同意吗？ states nothing
        return _of_clauses(question) if len(ASKED_EACH.findall(question.text)) > 1 else []
    found = _of_documents(question) or _of_clauses(question) or _of_attributes(question) or _of_matters(question)
    return found if len(found) <= AT_MOST else []


def asks_of(question: Question) -> list[Question]:
    """Return what each clause of a question asks, where it asks several things: an answer may fill one of them."""
    found = [] if question.inherited or KEY_WORDS.search(question.text) else sides(question)
    return [side.bare for side in found if side.bare is not None]


def _of_documents(question: Question) -> list[Side]:
    """Return a side for each document that is named: 甲县和乙县各多少; for the last alone, where 甲…后 leads to it."""
    groups = named_apart(question)
    if not 2 <= len(groups) <= AT_MOST or BETWEEN_THEM.match(question.text, groups[0][1]):
        return []
    texts = _texts(question.text, groups)
    found = []
    for (_, _, scope), wording in zip(groups[-len(texts) :], texts, strict=True):
        one = _understood(of_one_side(wording), scope.entries, question)
        held = replace(scope, filters=one.scope.filters or scope.filters, mentions=_mentions_in(one, question))
        found.append(Side(replace(one, scope=held), apart=True))
    return found


def _texts(text: str, groups: Sequence[Named]) -> list[str]:
    """Return what is asked of each document that a text names, or of the last alone, without their names."""
    opening = LEADS.sub("", _without_body(text[: groups[0][0]]))
    own = [_own(text[one[1] : after[0]]) for one, after in itertools.pairwise(groups)]
    rest = WITHIN.sub("", text[groups[-1][1] :])
    if not any(own):
        return [f"{opening}{rest}"] * len(groups)
    if all(ASKS.search(part) for part in (*own, rest)):
        return [f"{opening}{part}" for part in (*own, rest)]
    said = text[groups[-2][1] : groups[-1][0]]
    alone = ASKS.search(rest) and not any(map(ASKS.search, own)) and not TOGETHER.search(rest)
    if alone and OWN_CLAUSE.search(said) and SAID_BEFORE.search(own[-1]):
        return [f"{opening}{SAID_BEFORE.sub('', own[-1])}，{EDGE.sub('', rest)}"]
    if ASKS.search(rest) and any(map(AFTERWARDS.search, own)):
        return [f"{opening}{DONE.sub('', AFTERWARDS.sub('', own[-1]))}，{EDGE.sub('', rest)}"]
    end = ENDS.search(rest)
    last, tail = (rest[: end.start()], rest[end.start() :]) if end else (rest, "")
    return [f"{opening}{EDGE.sub('', part)}{tail}" for part in (*own, last)]


def _own(between: str) -> str:
    """Return what is said of one document before another is named, without the name of the other's body.

    >>> _own("）给的期限和水投"), _own("和临川市第二医院党委会")
    ('给的期限', '')
    """
    return EDGE.sub("", _without_body(EDGE.sub("", LEADS.sub("", between))))


def _without_body(text: str) -> str:
    """Return a text without the body at its end, whose meeting is named behind it."""
    joint = ANOTHER_BODY.search(text)
    before, last = (text[: joint.end()], text[joint.end() :]) if joint else ("", text)
    return before if BODY.fullmatch(last) or (before and len(last) <= SHORT) else text


def _of_clauses(question: Question) -> list[Side]:
    """Return a side for each clause that asks: 甲由谁牵头？乙什么时候完成？"""
    asking: list[str] = []
    opening, held = "", ""
    start = said.end() if (said := OPENING.match(question.text)) else 0
    key_words = KEY_WORDS.search(question.text) is not None
    for match in CLAUSE.finditer(question.text, start):
        clause = match.group()
        # 「某县怎么规定的」 asks nothing new: names of bodies and meetings aside
        beside = ((0, match.start()), (match.end(), len(question.text)))
        own = without(question.text, (*question.scope.mentions, *beside))
        if asking and (also := AS_WELL.match(own)) and kind_asked(asking[-1]).kind == "verdict":
            clause = clause.replace(f"{also['matter']}呢", f"{also['matter']}是怎么定的")
        if asking and (ELABORATES.match(own) or asks_the_same(asking[-1], own)):
            asking[-1] += clause
        elif (ASKS.search(clause) and not BARE_WHO.search(clause)) or (key_words and KEY_WORD.search(clause)):
            asking.append(held + clause)
            held = ""
        else:
            held += clause
    if len(asking) < 2:
        return []
    if held:
        asking[-1] += held
    first = CLAUSE.match(asking[0])
    if first and not ASKS.search(first.group()) and first.end() < len(asking[0]):
        opening, asking[0] = first.group(), asking[0][first.end() :]
    found: list[Side] = []
    texts: list[str] = []
    for clause in asking:
        one = _understood(f"{opening}{clause}", question.scope.entries, question, history=texts)
        if not one.scope.named and question.scope.named:
            one = _in_scope(one, question)
        bare = _understood(clause, question.scope.entries, question)
        found.append(Side(one, goes_on=bool(found), bare=bare))
        texts.append(f"{opening}{clause}")
    return found


def _of_attributes(question: Question) -> list[Side]:
    """Return a side for each of two attributes that are asked by name: 会议的日期和地点."""
    match = TWO_ATTRIBUTES.search(question.text)
    if match is None:
        return []
    before, after = question.text[: match.start()], EACH.sub("", question.text[match.end() :])
    texts = [SUM.sub(rf"{match[name]}是多少", f"{before}{match[name]}{after}") for name in ("one", "other")]
    ones = [_understood(text, question.scope.entries, question) for text in texts]
    return [Side(_in_scope(one, question)) for one in ones]


def _of_matters(question: Question) -> list[Side]:
    """Return a side for each of two matters that a question sets beside each other: 甲和乙哪个投资大."""
    if not SIDE_BY_SIDE.search(question.text):
        return []
    # 县委常委会第3次会议 is more than its mentions
    places = (*question.scope.mentions, *((start, end) for start, end, _ in named_apart(question)))
    text = without(question.text, places)
    for joint in JOINT.finditer(text):
        begin = max(text.rfind(mark, 0, joint.start()) for mark in "，,。；;？?") + 1
        end = ENDS.search(text, joint.end())
        if end is None:
            continue
        left, right = (EDGE.sub("", part) for part in (text[begin : joint.start()], text[joint.end() : end.start()]))
        if min(len(left), len(right)) < 2 and not (left.isascii() and right.isascii() and left and right):
            continue
        opening, tail = text[:begin], text[end.start() :]
        shared = SHARED.search(right)
        if shared and "的" not in left and not MEASURE.search(left):  # 甲案和乙案的总投资分别: of both
            right, tail = right[: shared.start()], f"{shared.group()}{tail}"
        right = f"{_before_a_unit(left)}{right}" if is_unit(right) else right
        free = _names_the_other_alone(question, places, joint.start())
        found = []
        for part in (left, right):
            wording = of_one_side(f"{opening}{part}{tail}")
            if free and part is left:
                found.append(Side(_understood(wording, question.scope.every, question), part))
            else:
                found.append(Side(_in_scope(_understood(wording, question.scope.entries, question), question), part))
        return found
    return []


def _names_the_other_alone(question: Question, places: Sequence[tuple[int, int]], joint: int) -> bool:
    """Tell whether the second of two matters alone names documents: 旧校区停车、甲县梅园停车 leaves the first free.

    What is named before the first holds for both.

    `joint` is where the second matter begins, in the question without the places where it names documents.
    """
    taken = {index for start, end in places for index in range(start, end)}
    kept = [index for index in range(len(question.text)) if index not in taken]
    return bool(places) and min(start for start, _ in places) > kept[joint]


def _before_a_unit(text: str) -> str:
    """Return what stands before the unit that a text ends with: 夜班公交 of 夜班公交管委会, with 交通局 named next."""
    start = next((start for start in range(len(text) - 3, 1, -1) if is_unit(text[start:])), 0)
    return text[:start]


def _understood(text: str, entries: tuple[Entry, ...], question: Question, *, history: Sequence[str] = ()) -> Question:
    today = question.today or datetime.date.today()
    return understand(text, entries=entries, history=history, today=today)


def _in_scope(one: Question, question: Question) -> Question:
    """Return a side within the documents of the whole question; the places that name them are those of its own text."""
    return replace(one, scope=replace(question.scope, mentions=_mentions_in(one, question)))


def _mentions_in(one: Question, question: Question) -> tuple[tuple[int, int], ...]:
    """Return the places of a side that name documents, those as well by which the whole question was narrowed."""
    named = [question.text[start:end] for start, end in question.scope.mentions]
    places = [(at, at + len(name)) for name in named if name and (at := one.text.find(name)) >= 0]
    return tuple(dict.fromkeys((*one.scope.mentions, *places)))


def without(text: str, places: Sequence[tuple[int, int]], *, gap: str = "") -> str:
    """Return a text without some places, which may overlap; each stretch of them leaves a gap.

    >>> without("甲县第3次会议的事", [(0, 2), (0, 7)], gap="，")
    '，的事'
    """
    taken = {index for start, end in places for index in range(start, end)}
    kept = []
    for index, character in enumerate(text):
        if index not in taken:
            kept.append(character)
        elif index - 1 not in taken:
            kept.append(gap)
    return "".join(kept)

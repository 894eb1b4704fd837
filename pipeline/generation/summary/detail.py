"""What of an item a brief draft tells besides its title and verdict: amounts, who leads, by when, chosen by weight."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.documents.duties.units import find_units
from pipeline.generation.columns import one_line
from pipeline.generation.duty_labels import RESPONSIBLE
from pipeline.generation.summary.aside import MAIN, is_aside
from pipeline.generation.summary.beside import AGAINST, REPORTER, bare, freely, left_over, tail, whole_remark
from pipeline.generation.summary.clauses import DISSENT, clauses, sentences, tidy
from pipeline.generation.summary.condense import condense, without_supports
from pipeline.generation.summary.pieces import is_verdict, laid_out, unit_places
from pipeline.generation.summary.rows import responsible, row_with_head, whole_cell
from pipeline.generation.summary.told import Source, Told
from pipeline.minutes import Item, Point, Span
from pipeline.patterns import compiled

_MONEY = compiled(r"\d[\d,，.]*[余多]?[万亿]*元")
_FIGURE = compiled(r"\d")
_DUE = compiled(
    r"[年月日周天底末初中旬度节汛]之?前|(?:年|月|季度)[底末]|\d+个?(?:工作)?[日天周月年]内|立即|即日|限期|自[\d一二三四五六七八九十年月日]+起"
    r"|(?:调整|推迟|延长?|提前|顺延|改)[为到至](?:\d{4}年)?\d{1,2}月"
)
_SOON = compiled(r"尽快|抓紧|每(?:个|季|月|周|半|年|日)")
"""What is to be done soon, or again and again: less than a day to be kept."""
_LEADS = compiled(r"牵头|负责|主办|责成|责任单位|任组长")
_RULES = compiled(r"不得|严禁|一律|暂停|停止|收回|免去|聘任|任命|处分|追究|问责|不予|退回|取消")
# 「开工时间由9月28日调整为11月15日」「服务期由三年改为五年」
_CHANGES = compiled(
    r"(?:调整|更改|变更|推迟|延长|延|提前|顺延|缩短|提高|降低|增加|压减|减少|调减|调增|核减|核增|上调|下调|放宽|提升|扩大|压缩|精简|降|增|减|改)(?:为|到|至)|改由|不再(?![是有])"
)
_NEXT = compiled(r"(?:提交|提请|报[市省县区党董国请]|报请|上报|印发|备案|审定)")
# What means nothing without the sentence before it.
_LEANING = compiled(r"^(?:其中|其余|确实|逾期|该|此|上述|以上|对此|并|同时|另|也|还|如|从而|确需|拒不|所需|这)")
_RESPONSIBLE = compiled(RESPONSIBLE)
_LABEL = compiled(r"^(?:[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．]|[①-⑳])(?!\d)\s*")
_OPENER = compiled(r"^(?P<heading>[^，：]{4,18})：(?=.{12})")
_HEADING, _WHOLE = 16, 60
"""Characters of a sentence that may be a heading, and of one that is short enough to stay whole."""
_MARKS = "。；，：;,: "
NOTE = compiled(r"（(?:责任(?:人|单位)|牵头|配合)：[^（）]*）$")
_LONGEST = 110
"""Characters that one detail may have."""
_SLIGHT = 0.4
"""The weight of what states neither an amount nor a deadline nor who leads."""
_MOST_DUE = 16
"""Characters of a time limit that goes behind a point in brackets."""
_BEHIND = 3.0
"""What is added to the weight of what a verdict says behind itself: it is part of what was decided."""
# 「可在重新评估后另行上报」
_ONCE_MORE = compiled(r"(?:再|另行|重新)(?:次|行)?(?:上?报|上会|提交|提请|研究|审议|讨论|决定|商议)")
_STEP = 3.0
"""What is added to the weight of what comes next after the verdict."""
_INSTEAD = 3.0
"""What is added to the weight of what a refusal says behind itself (不同意直接续签，改为公开招标)."""
# What a report told or somebody asked for, and not what was decided on it.
_BACKGROUND = compiled(r"汇报|介绍|提出|建议|认为|申请|拟|现行|原|曾|已|此前|上次|去年|目前|截至|累计|同比|实现|亏|欠")
_PROPOSES = compiled(r"^(?!会议|会上)[^，。]{2,16}(?:提出|建议|汇报|申请|请求)(?!的)")
_BASE = 20
"""Characters added to the length of each detail, so that the shortest are not always the best."""
_FIRST = 2.0
"""How much more the first detail counts of an item of which a brief draft says nothing else."""
_VIEWS = compiled(r"^会议(?:认为|指出)")
# 「意见供参考，｜本议题未作决定。」
_LEFT_OPEN = compiled(
    r"(?<=[，。；])\s*(?P<open>(?:会议|本议题|本次会议|本次|此次会议|对此|此事|对?此项|该议题|该事项|未作|不作|未形成)[^，。；]{0,8}?(?:决定|决议|结论|议决|表决))(?=[。；])"
)
_UNDECIDED = 4.0
"""The weight of that nothing was decided."""
# 「会议听取了汇报，确定场次由40场调减为30场」: a decision that no point holds
_RULED = compiled(r"(?:会议|，)(?:经?(?:研究|讨论))?(?:一致)?(?:确定|决定|议定)(?![了的于性])")
_REMARKED = 0.6
"""The weight of what a meeting called for, beside that of a decision."""
# 「谁某会前提出，监管责任不清，持保留意见」
_HELD_BACK = compiled(
    r"(?:持|提出|表示|有)?(?:保留意见|不同意见|反对意见|保留态度)|表示(?:反对|不同意|保留)|(?:意见|看法)予以保留"
)
_WHOSE = compiled(r"\s*(?:持|保留意见|对此|表示|提出|意见不一|即(?!日|时|行)|[〔\[【])")
_SPEAKS = compiled(r"[\u4e00-\u9fff]{2}(?:认为|提出|表示|建议|主张|指出|反映|担心)")
_OPENS = compiled(r"^(?:会上|其间|同时|此外|另外)[，,]")
# 「各单位要抓好落实」 says nothing; 「我们推出了…」 is the speaker's, not the meeting's
_NOTHING = compiled(
    r"我们|^因[^，。]{2,12}$|^会议(?:共|研究)?(?:议?定|明确|提出)了?(?:以下)?[一二三四五六七八九十两]+[条项点](?:意见|要求)?$|^[（(〔【](?:牵头|责任|配合|完成)|^第[（(]?[\d一二三四五六七八九十]+[)）]?[条项]|^会议(?:还)?(?:听取|审议|讨论|研究|学习|传达)了?[^，；。：]*$|^(?:各|相关|有关)*(?:区镇|板块|单位|部门|方面|责任)*要?(?:认真|切实|进一步)*(?:抓好|做好|加强)?(?:贯彻|组织|跟踪|督促)*落实(?:工作)?$"
)


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that an item states, as a sentence, with how much it weighs in a brief draft."""

    item: int
    told: Told
    weight: float
    order: int = 0

    @property
    def text(self) -> str:
        """The wording without its full stop."""
        return self.told.text.rstrip("。")

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands in the text, and which sentence of its point it is."""
        return self.told.sentence.quotes[0].start, self.order


def weigh(text: str) -> float:
    """Return how much a sentence weighs: amounts and deadlines most, then who leads and what is forbidden.

    >>> weigh("市财政局6月底前拨付2000万元") > weigh("由市财政局牵头") > weigh("加强宣传引导")
    True
    """
    money = len(_MONEY.findall(text))
    weight = min(3.0 + money, 5.0) if money else 0.0
    weight += 3.0 if _DUE.search(text) else 1.0 if _SOON.search(text) else 0.0
    weight += 1.5 if _LEADS.search(text) else 0.0
    weight += 3.0 if _RULES.search(text) else 0.0
    weight += 3.5 if DISSENT.search(text) else 0.0
    weight += 4.0 if _CHANGES.search(text) else 0.0
    weight += 1.0 if _NEXT.search(text) else 0.0
    weight += 1.0 if next(iter(find_units(text)), None) else 0.0
    weight += 1.0 if not money and _FIGURE.search(text) else 0.0
    return (weight or _SLIGHT) * (0.4 if _LEANING.match(text) else 1.0)


def details(source: Source, item: Item) -> list[Detail]:
    """Return what an item states besides its title, verdict and next step, one sentence each, in no order."""
    several = len(item.outcomes) > 1  # 同意甲；不同意乙: what is said behind them is on one of them
    ruled_at = min((one.start for one in item.outcomes), default=item.start)  # what was reported is no decision
    found = [*(() if several else _tails(source, item)), *_of_points(source, item)]
    found = [one for one in found if one.place[0] >= ruled_at or not _is_proposed(one.text)]
    found = [one for one in found if not several or weigh(one.text) >= 3]
    if found and is_aside(source, item):  # 「①不再续签；②某同志建议引入订餐，未采纳」: the first is what was decided
        main = min(found, key=lambda one: one.place)
        found = [replace(one, weight=MAIN * (one.weight + 1)) if one is main else one for one in found]
    report = source.document.kind == "rectification"
    beside = [] if report else list(left_over(source, item, [one.told for one in found], level=3))
    if several:  # what stands in the sentence of one of the verdicts goes on that one alone
        ruled = [source.around(one.span, marks="。\n") for one in item.outcomes]
        beside = [told for told in beside if not any(told.sentence.quotes[0].start in place for place in ruled)]
    put_off = bool(item.outcomes) and all(one.class_ in AGAINST for one in item.outcomes)
    told_of = _is_ruled if put_off else _is_decided  # 「建议外包，年费用约58万元。会议决定暂缓」
    if put_off:
        found = [one for one in found if one.place[0] >= ruled_at or _is_ruled(one.text) or _is_charged(one.text)]
    beside = [one for one in beside if one.sentence.quotes[0].start >= ruled_at or told_of(one.text)]
    found += [
        Detail(item.start, told, weigh(told.text) * (1.0 if _weighs_whole(told.text) else 0.5)) for told in beside
    ]
    found += [] if report else [*_remarks(source, item), *_left_open(source, item)]
    if not several:
        found = [replace(one, weight=one.weight + _of_what_follows(item, one.text)) for one in found]
    found = [one for one in found if not (_WHOSE.match(one.text) or _HELD_BACK.search(one.text))]
    found += [] if report else _dissents(source, item)
    least = 1.0 if item.outcomes else 0.0
    return [one for one in found if len(one.text) <= _LONGEST and one.weight >= least and not _NOTHING.search(one.text)]


def _of_what_follows(item: Item, text: str) -> float:
    """Return how much is added to the weight of what comes next after a verdict, most after a refusal or a delay."""
    step = bare(item.next_step or "")
    against = any(one.class_ in AGAINST for one in item.outcomes)
    if against and (_ONCE_MORE.search(text) or (step and step in bare(text))):
        return _STEP + _INSTEAD
    return _STEP if step and step in bare(text) else 0.0


def _dissents(source: Source, item: Item) -> Iterator[Detail]:
    """Yield what somebody would not agree to, from the clause on that says who it is (某局认为财力不足，持保留意见)."""
    text, body = source.document.text, source.body(item)
    for match in _HELD_BACK.finditer(text, body.start, body.end):
        whole = source.around(Span(match.start(), match.end()))
        if whole.start < body.start or any(one.start in whole or whole.start in one.span for one in item.outcomes):
            continue
        start = _speaker(text, whole, match.start())
        if start is None:
            continue
        comma = text.find("，", match.end(), whole.end)
        place = Span(start, comma if comma > 0 else whole.end)
        said = _OPENS.sub("", one_line(source.document.quote(place)).strip(_MARKS))
        told = source.tell(f"{said}。", [place], covers=[item.start])
        yield Detail(item.start, told, weigh(said))


def _speaker(text: str, whole: Span, held: int) -> int | None:
    """Return where the clause begins that says who holds a view back, or `None` where none does."""
    start = max(whole.start, text.rfind("，", whole.start, held) + 1)
    if not _WHOSE.match(text[start : whole.end]) and len(text[start:held].strip()) > 1:
        return start
    while start > whole.start:
        end = start - 1
        start = max(whole.start, text.rfind("，", whole.start, end) + 1)
        if _SPEAKS.search(text, start, end):
            return start
    return None


def _is_of_the_matter(text: str) -> bool:
    """Tell whether what stands before a verdict is told in a brief draft: a reservation, or the sum decided on.

    >>> [_is_of_the_matter(text) for text in ("担保金额8000万元。", "拟由600万元调到900万元。")]
    [True, False]
    """
    return bool(DISSENT.search(text)) or bool(_MONEY.search(text) and not _BACKGROUND.search(text))


def _is_decided(text: str) -> bool:
    """Tell whether what stands before a verdict is of the matter, or a decision that no point holds."""
    return _is_of_the_matter(text) or bool(_RULED.search(text))


def _weighs_whole(text: str) -> bool:
    """Tell whether what no point holds is a decision, or what somebody would not agree to."""
    return bool(_RULED.search(text) or _CHANGES.search(text) or DISSENT.search(text))


def _is_charged(text: str) -> bool:
    """Tell whether a sentence says who is to act or by when."""
    return bool(_LEADS.search(text) or _DUE.search(text))


def _is_ruled(text: str) -> bool:
    """Tell whether what stands before a verdict that refuses or puts off is a decision of its own, or a reservation."""
    return bool(_RULED.search(text) or DISSENT.search(text))


def _is_proposed(text: str) -> bool:
    """Tell whether a sentence only says what somebody proposed or reported, and not what is to be done by when."""
    return bool(_PROPOSES.search(text)) and not _DUE.search(text)


def _remarks(source: Source, item: Item) -> Iterator[Detail]:
    """Yield what a meeting called for before it decided, of less weight than what it decided."""
    for remark in item.remarks:
        for told in source.prose(whole_remark(source, item, remark), level=3):
            if any(one.call or one.fact for sentence in sentences(told.text) for one in clauses(sentence)):
                said = replace(told, covers=frozenset([item.start]))
                own = DISSENT.search(told.text) and not _VIEWS.match(told.text)
                yield Detail(item.start, said, weigh(told.text) * (1.0 if own else _REMARKED))


def _left_open(source: Source, item: Item) -> Iterator[Detail]:
    """Yield that nothing was decided on an item without a verdict, as the text says it (本议题未作决定)."""
    if item.outcomes:
        return
    body = source.body(item)
    for match in _LEFT_OPEN.finditer(source.document.text, body.start, body.end):
        place = Span(match.start("open"), match.end("open"))
        said = one_line(match["open"])
        texts = [*([f"会议{said}。"] if said.startswith(("未", "不")) else []), f"{said}。"]
        told = source.surest(source.tell(text, [place], covers=[item.start]) for text in texts)
        if told is not None:
            yield Detail(item.start, told, _UNDECIDED)


def _tails(source: Source, item: Item) -> Iterator[Detail]:
    """Yield what the verdicts of an item say behind themselves (预算2150万元)."""
    for outcome in item.outcomes:
        within = any(of.start <= outcome.start < of.end and not is_verdict(item, of) for of in item.points)
        place = None if within else tail(source, item, outcome)
        if place is None:
            continue
        step = item.spans.get("next_step") if item.next_step else None
        end = step.start if step and place.start <= step.start < place.end else place.end
        wording = one_line(source.document.text[place.start : end]).strip(_MARKS + "要求请并")
        said = condense(wording, level=3).rstrip("。") if len(wording) > 3 else ""
        if said:
            told = source.tell(f"{said}。", [Span(place.start, end)], covers=[item.start])
            instead = _INSTEAD if outcome.class_ in AGAINST else 0.0
            yield Detail(item.start, told, _BEHIND + weigh(said) + instead)


def _of_points(source: Source, item: Item) -> Iterator[Detail]:
    """Yield the sentences of the points of an item, the weightiest of a point with who is responsible."""
    for of in item.points:
        if is_verdict(item, of):
            continue
        inside, outside = unit_places(of)
        keep = [source.document.quote(span) for span in inside] + ([of.deadline.text] if of.deadline else [])
        heading, told, notes = _said(of, keep)
        if not told:
            continue
        best = max(range(len(told)), key=lambda place: weigh(told[place]))
        for place, said in enumerate(told):
            names = [name for name, _ in outside if one_line(name) not in said] if place == best else []
            if any(one_line(name) in said for name in of.lead_units):
                names = []  # 「由财务部通报（责任单位：各子公司）」 would say it otherwise
            spans = [of.span, *(span for name, span in outside if name in names)]
            lead = _lead_note(of, notes, said) if place == best else ""
            if names and not all(span.start < of.start for name, span in outside if name in names):
                names, lead = (
                    [],
                    f"（{responsible(names, (*of.support_units, *of.support_generic))}）",
                )  # from another cell of a table
            due, cell = _due_beside(source, of, said) if place == best else ("", None)
            if due and cell is not None:
                lead = f"{lead.removesuffix('）')}；{due}）" if lead else f"（{due}）"
                spans.append(cell)
            front = "、".join(names) or (heading if place == best and not _shares(heading, said) else "")
            text = f"{front}：{said}{lead}" if front else f"{said}{lead}"
            table = row_with_head(source.document, of) if names else []
            told_so = source.tell(f"{text}。", table or spans, covers=[item.start], apart=bool(table))
            yield Detail(item.start, told_so, weigh(f"{said}，{due}"), place)


def _due_beside(source: Source, of: Point, said: str) -> tuple[str, Span | None]:
    """Return by when a point is to be done where that stands beside it, in another cell or on a line below."""
    place = of.spans.get("deadline")
    if of.deadline is None or place is None or place.start in of.span or one_line(of.deadline.text) in said:
        return "", None
    cell = whole_cell(source.document, of, place)
    due = one_line(source.document.quote(cell))
    return (due, cell) if len(due) <= _MOST_DUE else ("", None)


def _said(of: Point, keep: list[str]) -> tuple[str, list[str], list[str]]:
    """Return the heading of a point, its sentences, shortened, and the lines on who is responsible."""
    found = [_LABEL.sub("", one) for one in sentences(laid_out(REPORTER.sub("", of.text) or of.text))]
    notes = [one for one in found if _RESPONSIBLE.match(one)]
    found = [one for one in found if not _RESPONSIBLE.match(one)]
    heading = ""
    if len(found) > 1 and len(found[0]) <= _HEADING and weigh(found[0]) <= _SLIGHT:
        heading = tidy(found.pop(0))
    elif found and (opener := _OPENER.match(found[0])) and weigh(opener["heading"]) <= _SLIGHT:
        heading, found[0] = tidy(opener["heading"]), found[0][opener.end() :]
    short = [_shorter(one, keep) for one in found]
    return heading if _is_heading(heading) else "", [one for one in short if _acts(one)], notes


def _is_heading(heading: str) -> bool:
    """Tell whether a wording in front of a sentence names a task, and is no reason (停车难是重要方面)."""
    return len(heading) <= _HEADING and "是" not in heading


def _shorter(sentence: str, keep: list[str]) -> str:
    """Return a sentence of a point without ways and effects; of a long one only what states a fact."""
    if len(sentence) > _WHOLE:
        return condense(sentence, keep=keep, level=3).rstrip("。")
    left = "，".join(clause.text for clause in without_supports(clauses(sentence, keep=keep)))
    return condense(left, keep=keep, level=2).rstrip("。")


def _acts(text: str) -> bool:
    """Tell whether a sentence says what is done, and not only by whom (由甲局牵头，乙局配合)."""
    left = re.sub(r"牵头|负责|配合|会同|协助|主办|协办|责任|单位|部门|[由、，：。]", "", text)
    for _, unit in find_units(text):
        left = left.replace(unit, "")
    return len(left) >= 4


def _shares(heading: str, said: str) -> bool:
    """Tell whether a sentence names what its heading is about."""
    body = heading[2:]
    return not heading or any(body[at : at + 2] in said for at in range(len(body) - 1))


def _lead_note(of: Point, notes: Iterable[str], said: str) -> str:
    """Return who is responsible, from the lines below a point, where its sentence does not name them."""
    line = next((one for one in notes if one.startswith(("责任", "牵头", "主办"))), "")
    return f"（{line}）" if line and any(one_line(unit) not in said for unit in of.lead_units) else ""


def choose(source: Source, found: Iterable[Detail], *, room: int, alone: frozenset[int]) -> list[Detail]:
    """Return the details that fit into some characters, the weightiest for their length first, each one proven.

    The first detail of an item counts in full, and more where the item has no sentence of its own (is not among
    `alone`): nothing else is told of it. Each further one counts less. To leave its group costs a few characters.

    Args:
        source: the document.
        found: what there is.
        room: how many characters are left.
        alone: the items that have a sentence of their own already.
    """
    left, chosen = list(found), list[Detail]()
    while left:
        had = [one.item for one in chosen]
        left = [one for one in left if _cost(one, had, alone) <= room]
        if not left:
            break
        best = max(left, key=lambda one: _worth(one, had, alone))
        left.remove(best)
        if (sure := proven(source, best)) is not None and _cost(sure, had, alone) <= room:
            chosen.append(sure)
            room -= _cost(sure, had, alone)
    return chosen


def _worth(one: Detail, had: Sequence[int], alone: frozenset[int]) -> float:
    """Return how much a detail tells for its length, beside what its item is told with already."""
    first = _FIRST if one.item not in alone and one.item not in had else 1.0
    return first * one.weight * 0.6 ** had.count(one.item) / (len(one.text) + _BASE)


def _cost(one: Detail, had: list[int], alone: frozenset[int]) -> int:
    """Return how many characters a detail takes."""
    return len(one.text) + 1 + (0 if one.item in alone or one.item in had else 8)


def proven(source: Source, one: Detail) -> Detail | None:
    """Return a detail in words that hold and copy nothing for long, or `None`."""
    places = [quote.span for quote in one.told.sentence.quotes]
    wording = source.document.quote(places[0])
    texts = dict.fromkeys((one.text, NOTE.sub("", one.text)))
    tries = (
        source.tell(f"{text}。", places, covers=one.told.covers) for said in texts for text in freely(said, wording)
    )
    told = source.surest(tries)
    return replace(one, told=told) if told else None

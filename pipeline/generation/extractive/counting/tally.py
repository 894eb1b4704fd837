"""What a question lists or counts over whole meetings: next steps, verdicts, votes, points, deadlines, who came."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.generation.draft import Sentence
from pipeline.generation.extractive import target
from pipeline.generation.extractive.composing import ANSWERED_AT_MOST
from pipeline.generation.extractive.counting import lists, voted
from pipeline.generation.extractive.counting.item_kinds import SAID
from pipeline.generation.extractive.counting.whole_meeting import counts_items, is_whole
from pipeline.generation.extractive.counting.zones import without_zones
from pipeline.generation.extractive.evidence import heading, plain, point_span
from pipeline.generation.extractive.record import quote, quoted
from pipeline.generation.understanding import asking
from pipeline.minutes import Span
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold
from pipeline.simplified import simplified

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft
    from pipeline.generation.extractive.composing import Composing
    from pipeline.generation.extractive.evidence import Source, Terms
    from pipeline.minutes import Item, Point

ASKED = compiled(
    r"哪些|哪[几两三四五六七八九十]?[项个份件条]|(?:几|多少)[项个份件条]|(?:什么|啥)(?:议题|文件|事)|哪些事|列出|列举|所有|全部"
)
ITEMS = compiled(
    r"议题|文件|事项|议案|请示|申请|提案|办法|方案|材料|(?:什么|啥|哪些|哪[几两三四])[件桩]?事|[几多][少]?[项个件份]|哪[几两三四五六七八九十]?[项个件份]"
)
NEGATED = compiled(r"(?:不用|不必|无需|不需要?|没有?|未)[^，。？！]{1,14}")
STEP = compiled(
    r"(?:提交|提请|报送?|呈报|上|过)[^，。？！的]{0,10}?(?P<to>常委|市委|县委|区委|省委|人大|政协|党组|党委|党工委|省政府|专题会|股东大?会|董事会|理事会|职代会|职工代表|编办|国资委)"
    r"|(?P<do>组织实施|印发|公布|公示)"
)
"""What comes next for an item: 提交市委常委会讨论, 组织实施."""
ON = compiled(
    r"(?:尚需|还需|须|需|再|并|后)?(?:提交|提请|报送?|呈报|经)[^，。；\n]{0,24}(?:审议|审批|审定|批准|决定|研究|通过|备案|审核)?"
)
POINTS = compiled(
    r"(?<!哪)(?:(?<![到至从是在开修建架铺撤增通改新])几|(?<![开修建架铺撤增通])多少)[点条](?=(?:的|具体|后续|明确|工作|整改)*(?:要求|意见|措施|规定|任务|内容|事项|议定|决定|[^一-鿿]|[呀啊呢吧来]|$))|(?<!哪)(?:几|多少)[项个](?:具体)?(?:要求|意见|措施)"
    r"|(?:明确|提|要求|列)了?(?:几|多少)[项个](?!议题|议案|事项|文件)"
)
OF_THE_PAPER = compiled(
    r"(?:办法|措施|细则|条例|意见|目录|清单|规定|方案|制度|政策)》?(?:里|中|一共|总共|共|有|到底)*(?:几|多少)[点条][？?]?$"
)
"""某某措施一共几条 asks how long the paper is, not on how many points the meeting agreed."""
ITEM_COUNT = compiled(
    r"(?:议定|研究|讨论|审议|[一共总]共|上)了?(?:几|多少)[项个件](?:编了?号的?)?(?:议题|事项|议案|文件)?"
)
ORDER = compiled(r"[一二三四五六七八九十]+[是要]|[（(]?[0-9①-⑳一二三四五六七八九十]+[)）.、．]?")
GATHERED = compiled(r"应到|实到|实际到会")
HOW_MANY_CAME = compiled(
    r"(?:来|到|到会|到场|出席)(?:了|的有)?(?:多少|几)[名位个]?(?:村民|居民|议事)?(?:代表|委员|董事|监事|理事|人)(?!大)"
    r"|(?:到会|到场|出席|参加|来)的(?:村民|居民|议事)?(?:代表|委员|董事|监事|理事)(?:一共|总共|共)?(?:有|是)?(?:几|多少)"
    r"|(?<![立部工女家男党])(?:代表|委员|董事|监事|理事)(?:到会|到场|出席|参加|来)(?:了|的有)?(?:几|多少)"
)
QUOTED = compiled(r"[“\"‘「](?P<said>[^”\"’」]{4,})[”\"’」]")
CAME = compiled(r"(?:几|多少)个(?P<kind>[一-鿿]{1,10}?)(?:都?派|来|列席|出席|参加|旁听|到会|到场)")
TASKED = compiled(
    r"派了?[^，。？！]{0,4}(?:活|任务)|(?:哪些|什么|啥)(?:活|任务|差事)|(?:要|得|该)(?:干|做)(?:些)?(?:什么|啥|哪些)"
    r"|(?:安排|布置|交办|分派|分配|交代|交给|[领接])了?(?:[^，。？！]{0,4}的)?(?:些)?(?:什么|哪些|啥)(?:任务|活|事|工作|差事)"
)
FILLERS = compiled(
    r"议题|议案|事项|主要|内容|大意|概要|文件|表决|定下来|什么事|哪些事|或者|事情|事|没?定(?:下来)?|没有?|者|各|结论|结果|审议|会议|编号|编了号|议定|研究|讨论|不含|其中|全体|通过|同意|原则|再议|暂缓|获|未|哪项|几项|经|共|写明|载明"
    r"|20[0-9]{2}年|年底|年末|年内|月底|底前|之前|底?以前|要在|完成|办结|落实|要求?|里列|列|规委会?|那[次回场]|通报|连着|编到|整改|措施|毙掉|那回|总|次|[0-9]+"
    r"|请示|请求|申请|提案|明确|要求|没批|批准|没有|不予|不|予以?|被|或|是|[一二两三四五六七八九十]+[项个件条份]"
)
"""Words of a topic that name no matter where a meeting's items are counted."""
DESCRIBED = compiled(
    rf"[一-鿿]{{2,12}}?(?:委|会|组|班子)(?=(?:[0-9]{{4}}年)?(?:第?{asking.ORDINAL}届)?第?{asking.ORDINAL}次)"
)
"""Whose meeting it is, in other words than the record's: 土地管委会2022年第3次会议."""


def tally(composing: Composing, meetings: Sequence[Source]) -> Draft | None:
    """Answer what is listed or counted over whole meetings, or return `None` where a question asks for something else.

    Args:
        composing: the question on its way.
        meetings: the documents opened for it that record a meeting.
    """
    text = composing.question.text
    if ASKED.search(text) and ITEMS.search(text):
        if asks_step(text):
            return _by_step(composing, meetings)
        if voted.asked_in(text):
            return voted.on_which(composing, meetings)
    if POINTS.search(text):
        return _points(composing, meetings)
    if CAME.search(text):
        return _came(composing, meetings)
    if composing.question.units and TASKED.search(text) and composing.question.aspect in (None, "decision"):
        rows = every_task(composing)
        return composing.listed("ledger", rows) if rows else None
    return None


def asks_step(text: str) -> bool:
    """Tell whether a question asks which items go on in a way, and not for all of them: 哪些事要报董事会."""
    return bool(STEP.search(NEGATED.sub("", text)))


def every_task(composing: Composing, *, beside: Terms | None = None) -> list[tuple[Source, Sentence]]:
    """Return what the units that a question names lead, support or have to do; arguments as `lists.unit_matters`."""
    question, units = composing.question, composing.units
    is_asked = lists.of_units(question, units, beside=beside)
    every = composing.every(
        count=lambda entry, digest: sum(
            is_asked(item, point, lists.body_of(entry)) for item in digest.items for point in item.points
        )
    )
    return lists.unit_matters(question, without_zones(every, units), units, beside=beside)


def whole(composing: Composing) -> bool:
    """Tell whether a question is about meetings as a whole: no matter is named beside what is counted."""
    entries = composing.question.scope.entries if composing.question.scope.named else ()
    names = [
        fold(f"{one.issuing_body or ''} {one.meeting_name or ''} {one.name} {one.file}")
        for one in entries[:ANSWERED_AT_MOST]
    ]
    described = " ".join(fold(match.group()) for match in DESCRIBED.finditer(composing.question.text))
    left = [word for word in composing.terms.weights if FILLERS.sub("", word) and word not in described]
    beside = [word for word in left if not any(word in name for name in names)]
    if not beside or target.about_documents(composing.sources, composing.terms):
        return True
    few = composing.question.scope.named and 0 < len(composing.sources) <= ANSWERED_AT_MOST
    return bool(few and counts_items(composing.question.text) and is_whole(composing, composing.sources, said=SAID))


def _by_step(composing: Composing, meetings: Sequence[Source]) -> Draft | None:
    """Answer which items go on in a way, or how many: 提交市委常委会讨论的有几个."""
    text = NEGATED.sub("", composing.question.text)
    wanted = [match["to"] or match["do"] for match in STEP.finditer(text)]
    beside = STEP.sub("", text)
    if not composing.question.scope.named and not _says_which(beside):
        return None
    found: list[tuple[Source, Sentence]] = []
    for source in composing.every() if composing.narrowed else meetings:  # where no record has the step, the text may
        own = [
            (item, span)
            for item in source.document.items
            if item.next_step and (span := item.spans.get("next_step")) and any(w in item.next_step for w in wanted)
        ]
        own = own or [(item, place) for item in source.document.items if (place := _says_step(source, item, wanted))]
        lines = [
            Sentence(
                f"{item.title}：{plain(source.document.quote(span))}", (quote(source, span), heading(source, item))
            )
            for item, span in own
        ]
        if own and lists.COUNT_ASKED.search(text):
            places = tuple(quote(source, span) for _, span in own)
            lines.insert(0, Sentence(f"{source.meeting}共有{len(own)}项：", places, counted=len(own)))
        found += [(source, line) for line in lines]
    return composing.listed("ledger", found) if found else None


def _says_step(source: Source, item: Item, wanted: Sequence[str]) -> Span | None:
    """Return the clause of an item that sends it on, where the record holds no next step: 尚需提交股东大会审议."""
    for match in ON.finditer(source.document.text, item.start, item.end):
        if any(word in match.group() for word in wanted):
            return Span(*match.span())
    return None


def _says_which(text: str) -> bool:
    return bool(re.search(r"议题|文件|事项|议案", text))


def gathered(composing: Composing, meetings: Sequence[Source]) -> Draft | None:
    """Answer how many should have come and how many came, in the words of the record: 应到11名，实到10名."""
    text = composing.question.text
    if not (GATHERED.search(text) and re.search(r"几|多少", text)) and not HOW_MANY_CAME.search(text):
        return None
    if len(meetings) > ANSWERED_AT_MOST:
        meetings = target.called(meetings, composing.question) or meetings
    words = GATHERED.findall(composing.question.text) or ["实到"]
    found: list[tuple[Source, Sentence]] = []
    for source in meetings[:ANSWERED_AT_MOST]:
        for word in dict.fromkeys(words):
            match = re.search(
                rf"{word}[^，。；\n]{{0,16}}?[0-9一二三四五六七八九十百]+\s*[人名位]?", simplified(source.document.text)
            )
            if match:
                span = Span(match.start(), match.end())
                found.append((source, quoted(source, span)))
    return composing.stamped("record", found) if found and len(meetings) <= ANSWERED_AT_MOST else None


def _points(composing: Composing, meetings: Sequence[Source]) -> Draft | None:
    """Answer how many points an item has, or those under one opening line, or those of a whole meeting."""
    question = composing.question
    match = POINTS.search(question.text)
    if OF_THE_PAPER.search(question.text):
        return None
    word = re.search(r"[点条项个]", match.group()) if match else None
    measure = word.group() if word else "点"
    said = QUOTED.search(question.text)
    if said:
        return _under(composing, fold(said["said"]), measure)
    every = question.item_number is None and whole(composing)
    chosen = [] if every else target.targets(question, composing.sources, composing.terms)
    if len(chosen) > ANSWERED_AT_MOST:
        return composing.ambiguous([one.source for one in chosen], titles=[one.item.title for one in chosen])
    asked = bool(re.search(r"要求|意见|措施|任务", question.text))
    if chosen:
        found = [
            (one.source, line) for one in chosen for line in _counted(one.source, [one.item], measure, asked=asked)
        ]
        return composing.stamped("ledger", found) if found else None
    one_report = len(meetings) == 1 and meetings[0].document.kind == "rectification" and "措施" in question.text
    if (question.scope.named or one_report) and every and len(meetings) <= ANSWERED_AT_MOST:
        found = [(source, line) for source in meetings for line in _counted(source, source.document.items, measure)]
        return composing.stamped("ledger", found) if found else None
    return None


def _enumerated(item: Item) -> Sequence[Point]:
    """Return the points of an item that its text numbers (一是, 2.), or all where it numbers fewer than two.

    What was decided beside (会议决定，原则同意该方案) is none of the requirements.
    """
    own = [point for point in item.points if point.label or ORDER.match(point.text)]
    return own if len(own) > 1 else item.points


def _counted(source: Source, items: Sequence[Item], measure: str, *, asked: bool = False) -> list[Sentence]:
    """Return how many points items have, in the measure word that was asked with.

    Args:
        source: the document.
        items: some of its items.
        measure: the measure word.
        asked: whether requirements are asked for by that name, and of an item that numbers them only those.
    """
    held = [(item, point) for item in items for point in (_enumerated(item) if asked else item.points)]
    places = tuple(quote(source, point_span(source.document, item, point)) for item, point in held)
    if not places:
        return []
    name = source.meeting if len(items) != 1 else items[0].title
    kind = "措施" if source.document.kind == "rectification" else "议定事项" if measure in "条项" else "要求"
    return [Sentence(f"{name}共有{len(places)}{measure}{kind}。", places, counted=len(places))]


def _under(composing: Composing, said: str, measure: str) -> Draft | None:
    """Answer how many points stand under an opening line that the question quotes."""
    found: list[tuple[Source, Sentence]] = []
    every = composing.every(
        count=lambda _, digest: sum(any(said in fold(p.group or "") for p in item.points) for item in digest.items)
    )
    for source in every:
        for item in source.document.items:
            own = [point for point in item.points if point.group and said in fold(point.group)]
            places = tuple(quote(source, point_span(source.document, item, point)) for point in own)
            if places:
                text = f"“{plain(own[0].group or '')}”之下共有{len(places)}{measure}。"
                found.append((source, Sentence(text, places, counted=len(places))))
    return composing.stamped("ledger", found) if 0 < len(found) <= ANSWERED_AT_MOST else None


def _came(composing: Composing, meetings: Sequence[Source]) -> Draft | None:
    """Answer how many units of a kind sent somebody: 多少个镇派人列席."""
    text = composing.question.text
    match = CAME.search(text)
    kind = match["kind"] if match else ""
    with_lists = [source for source in meetings if source.document.attendance]
    if len(with_lists) > ANSWERED_AT_MOST or kind in ("人", "领导", "同志"):
        return None
    words = [word for word in ("出席", "列席") if word in text] or (["列席"] if "旁听" in text else ["出席", "列席"])
    found: list[tuple[Source, Sentence]] = []
    for source in with_lists:
        attendance = source.document.attendance
        assert attendance is not None
        people = [
            person
            for word in words
            for person in (attendance.present if word == "出席" else attendance.observers)
            if person.unit and (kind in ("单位", "部门") or fold(person.unit).endswith(kind))
        ]
        units = list(dict.fromkeys(fold(person.unit or "") for person in people))
        if units:
            first = [next(person for person in people if fold(person.unit or "") == unit) for unit in units]
            alone = len(units) == len(people)
            told = "、".join(f"{plain(person.unit or '')}{person.name if alone else ''}" for person in first)
            said = f"{source.meeting}有{len(units)}个{kind}派人{'、'.join(words)}：{told}。"
            places = tuple(quote(source, person.span) for person in first)
            found.append((source, Sentence(said, places, counted=len(units))))
    return composing.stamped("record", found) if found else None

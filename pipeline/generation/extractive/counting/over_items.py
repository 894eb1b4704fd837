"""Lists over the items of a meeting: what somebody reported on, with its results, and where a unit is given work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.documents.duties.unit_names import aliases, at_home, canonical, same_unit
from pipeline.documents.duties.units import find_units
from pipeline.documents.numerals import chinese_to_int
from pipeline.generation.draft import Sentence
from pipeline.generation.extractive import matters, target
from pipeline.generation.extractive.composing import ANSWERED_AT_MOST
from pipeline.generation.extractive.counting import given_tasks, lists
from pipeline.generation.extractive.counting.verdict_lines import without_verdict
from pipeline.generation.extractive.counting.zones import without_zones
from pipeline.generation.extractive.evidence import Terms, heading, item_name, plain
from pipeline.generation.extractive.fitting import kind_asked
from pipeline.generation.extractive.people.attendance import known_names
from pipeline.generation.extractive.reading.kinds import MEASURES
from pipeline.generation.extractive.record import quote
from pipeline.generation.extractive.several.splitting import without
from pipeline.generation.extractive.stretches import sentences
from pipeline.generation.extractive.target import Target
from pipeline.generation.understanding import asking
from pipeline.minutes import Span
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft, Quote
    from pipeline.generation.extractive.composing import Composing
    from pipeline.generation.extractive.evidence import Source
    from pipeline.minutes import Item

REPORTING = compiled(
    r"汇报|介绍|报告|说明|传达|通报|上会|提(?=了?(?:的|交|请|出)?了?(?:哪|什么|两|几))|报(?=了?(?:哪|什么|两|几)|上)"
)
REPORTED = compiled(r"汇报|介绍|报告|说明|传达|通报")
SEVERAL = compiled(
    r"哪(?P<which>[两二三四五六七八九]|几|些)?[个项件份条桩摊]?|(?P<named>[两二三四五六七八九])[个项件份条桩摊]"
    r"|几[个项件份条桩摊]|(?:都|还|各)?[^，。]{0,4}(?:什么|哪些)|多少[个项件份条]"
)
COUNTED = compiled(r"(?:几|多少)[个项件条份](?!人)")
RESULT = compiled(r"结果|结论|怎么(?:定|样)|如何(?:决定|定)|通过|同意|批|下场|过(?:了)?没")
SOMEBODY = compiled(rf"{asking.WHO}(?!议|文件|事|项|方案|报告|问题|材料|请示)|{asking.UNIT_ASKED}")
"""Asks who; 葛某汇报的是哪个议题 asks which item."""
OF_THE_REPORTER = compiled(r"(?:什么|何|啥|哪个?)(?:职[务位称级]|身份|岗位|头衔|官)")
OF_THE_REPORT = compiled(r"(?:汇报|提请|介绍)的[^，。？?哪几两]{3,}?有?(?:什么|哪些)(?:要求|规定|措施|任务|安排)")
"""市国资委汇报的资产盘活有什么要求 takes the report for granted."""
TASKS = compiled(
    r"(?:哪|几|多少|什么)[两二三四五六七八九几些]?[个项件条桩摊]?(?:具体)?(?:的)?(?:工作|任务|事情?|活|差事|要求|议题|事项|职责|责任)?"
)
GIVEN = compiled(
    r"安排|交给|交办|布置|部署|分派|派|摊|领|揽|分了|提出?|要求|承担|负责|牵头|配合|参与|落实|涉及|点名|点到|提到|任务|活|差事|需要|要(?:干|做|办)|工作|管"
)
DUTY = compiled(
    r"第[0-9]{1,3}[号期次]?|数一?[下数]|任务表|清单|自己|单独|本身|纪要|专题|会议|会上|议定|明确|事项|议题|安排|交给|交办|布置|部署|分派|派|摊上|摊|领|提出|要求|承担|负责|牵头|配合|参与|落实|涉及|点名|点到|提到|任务|工作|事情|差事"
    r"|揽|管|交|既|又|一共|总共|时限|金额|有没有|件|分|点|咋|办|督查|通报|各|哪儿|它|或|被分|需要|分别|怎么|哪些|哪|什么|多少|具体|[两三]次|那次|这次|那场|当中|里面|其中|[两二三四五六七八九几][个项件条桩摊]|全部|所有|包括|连同|[的了都要干做办在里中上给对由把被让事活些个项件条含和与及呢啊吗有是，。？?“”（）()\s]"
)
"""What a question says that names no matter besides a unit and what it has to do."""
BODY = compiled(
    r"(?:(?:[省市县区]委)?常委会|董事会|监事会|理事会|党组会?|党委会?|[市县区]?政府(?=第|[^，]{0,6}会)|办公会|常务会)(?:第?[0-9一二三四五六七八九十百]+次)?(?:会议?)?"
)
"""Whose meeting it is; no unit that is given work."""
SECTION = compiled(r"科|处|部|室|办|队|中心|公司|物业|党支部|居委会|村委会")
"""How a section of a house is called, which no list of units knows."""
MEETING = compiled(
    r"[一-鿿]{0,8}?(?:办公会|[院厅局校]务会|常委会|联席会|议事会|常务会|董事会|党组会|党委会|专题会|规委会|理事会|代表会)(?:议)?[上里中]?"
)
ROLE = compiled(r"牵头|主办|领衔|配合|协办")
BOTH = compiled(r"[含连](?=[^，。？?）)]{0,3}(?:配合|协办|牵头))|包括|既|又|管|揽|还有?(?:什么|哪|别)|参与|涉及")
SUPPORT = compiled(r"配合|协办")
KEY_WORDS = compiled(r"(?:任务|职责|分工)\s*(?:[（(][^（）()]{1,12}[）)]\s*)?$")
GENERIC = compiled(r"街道(?:办(?:事处)?)?|办事处|[省市县区州镇乡]?(?:人民)?政府")
"""Short names that many units share."""
ZONE = compiled(r"(?P<place>[一-鿿]{2,3})(?:经济|高新|技术|产业)*(?:开发区|新区)")
LEFT = 2
"""Characters that a question may hold besides a unit and its duties."""


def over_items(composing: Composing, meetings: Sequence[Source]) -> Draft | None:
    """Answer what somebody reported on, or where a unit is given work; `None` where a question asks neither."""
    text = composing.question.text
    if composing.question.claim or composing.question.item_number is not None:
        return None
    if not SEVERAL.search(text) and not KEY_WORDS.search(text):
        return None
    if not composing.question.scope.named:
        meetings = target.called(meetings, composing.question, units=False) or meetings
    if not 0 < len(meetings) <= ANSWERED_AT_MOST:
        return None
    return _reported(composing, meetings) or _given(composing, meetings)


def _reported(composing: Composing, meetings: Sequence[Source]) -> Draft | None:
    """Answer which items somebody reported on, or what became of them: 某局汇报了哪两个议题."""
    text = composing.question.text
    if not REPORTING.search(text) or SOMEBODY.search(text) or OF_THE_REPORT.search(text):
        return None
    if OF_THE_REPORTER.search(text) or (kind_asked(text).kind in MEASURES and not COUNTED.search(text)):
        return None  # 何时重新报上来, 汇报某事的某人是什么职务
    bare = without(text, composing.question.scope.mentions, gap="，")
    found: list[tuple[Source, Sentence]] = []
    items = 0
    for source in meetings:
        reports = list(_reports(source, bare))
        items += len(reports)
        if reports and COUNTED.search(bare):
            places = tuple(quote(source, place) for _, place in reports)
            found.append((source, Sentence(f"共{len(reports)}项：", places, counted=len(reports))))
        for item, place in reports:
            found += [(source, line) for line in _lines(source, item, place, results=bool(RESULT.search(bare)))]
    return composing.stamped("record", found) if items and items >= _number(text) else None


def _reports(source: Source, bare: str) -> Iterator[tuple[Item, Span]]:
    """Yield the items on which somebody that the question names reported, with the sentence that says so."""
    names = [name for name in known_names(source) if len(name) > 1 and name in bare]
    for item in source.document.items:
        presenter, span = item.presenter, item.spans.get("presenter")
        if presenter and span:
            named = any(name in bare for name in item.presenter_names) or any(
                one.unit and _called(one.unit, bare) for one in item.presenters
            )
            if named:
                yield item, _sentence_of(source, item, span)
                continue
        for place in sentences(source.document, item.span):
            wording = plain(source.document.quote(place))
            match = REPORTED.search(wording)
            if match and (
                any(name in wording for name in names)
                or any(_called(unit, bare) for _, unit in find_units(wording[: match.start()]))
            ):
                yield item, place
                break


def _sentence_of(source: Source, item: Item, span: Span) -> Span:
    return next((place for place in sentences(source.document, item.span) if span.start in place), span)


def _called(unit: str, text: str) -> bool:
    """Tell whether a text calls a unit by one of its names, with or without its level.

    >>> _called("市发展改革委", "发改委的人汇报了什么"), _called("市财政局", "教育局汇报了什么")
    (True, False)
    >>> _called("区财政局", "县财政局汇报了什么")
    False
    """
    text = BODY.sub("，", text)
    written = [named for _, named in find_units(text)]
    if any(same_unit(named, unit) for named in written):
        return True
    if any(same_unit(named, canonical(unit)) for named in written):
        return False  # the same office at another level or in another place
    names = {unit, *aliases(unit), unit[1:] if unit[:1] in "省市县区州镇乡" else unit}
    names |= _place_of(unit)
    return any(len(name) > 1 and name in text and not GENERIC.fullmatch(name) for name in names)


def _place_of(unit: str) -> set[str]:
    """Return the place alone by which a zone is called: 西湾 of 西湾经济开发区."""
    match = ZONE.fullmatch(unit)
    return {match["place"]} if match else set()


def _lines(source: Source, item: Item, place: Span, *, results: bool) -> list[Sentence]:
    if results:
        verdicts = matters.outcome(Target(source, item, 1.0), Terms({}))
        if verdicts:
            name = item_name(item)
            return [one if name in one.text else Sentence(f"{name}：{one.text}", one.quotes) for one in verdicts[:2]]
        return [without_verdict(source, item)]
    return [Sentence(item_name(item), (heading(source, item), quote(source, place)))]


def _number(text: str) -> int:
    """Return how many are asked for (哪两项), or 0."""
    match = SEVERAL.search(text)
    word = (match["which"] or match["named"]) if match else None
    return (2 if word == "两" else chinese_to_int(word) or 0) if word and word not in "几些" else 0


def _given(composing: Composing, meetings: Sequence[Source]) -> Draft | None:
    """Answer where a unit is given work, in any part of an item: 哪两项安排了某局的工作."""
    bare = MEETING.sub("，", without(composing.question.text, composing.question.scope.mentions, gap="，"))
    if not (TASKS.search(bare) or KEY_WORDS.search(bare)) or not GIVEN.search(bare):
        return None
    units = _units_in(meetings, bare)
    if not units or len(DUTY.sub("", _blank(bare, units))) > LEFT:
        return None
    if (
        ROLE.search(bare)
        and not BOTH.search(bare)
        and (led := _by_role(composing, meetings, units, counted=bool(COUNTED.search(bare))))
    ):
        return composing.listed("ledger", led)
    found: list[tuple[Source, Sentence]] = []
    tasks: list[Quote] = []
    written = [unit for _, unit in find_units(bare)]
    for source in without_zones(meetings, written):
        body = lists.body_of(source.entry)
        own = [unit for unit in units if not _is_another(unit, body, written)]
        for item in source.document.items:
            told = given_tasks.tasks(source, item, own)
            tasks += [quotes for line in told for quotes in line.quotes]
            if told:
                found.append((source, Sentence(item_name(item), (heading(source, item),))))
            found += [(source, line) for line in told]
    if not found or len(tasks) < _number(bare):
        return None
    if COUNTED.search(bare) and len(units) == 1 and len({source.document_id for source, _ in found}) == 1:
        told_in = f"{found[0][0].meeting}的记载提到{units[0]}的有{len(tasks)}处："
        found.insert(0, (found[0][0], Sentence(told_in, tuple(tasks), counted=len(tasks))))
    return composing.listed("ledger", found)


def _by_role(
    composing: Composing, meetings: Sequence[Source], units: Sequence[str], *, counted: bool
) -> list[tuple[Source, Sentence]]:
    """Return the tasks that units lead, or support, where a question says which: the others that name them are none."""
    found: list[tuple[Source, Sentence]] = []
    for source in meetings:
        rows = lists.unit_matters(composing.question, [source], units)
        if rows and counted and len(units) == 1:
            role = "配合" if SUPPORT.search(composing.question.text) else "牵头或负责"
            told = f"{source.meeting}由{units[0]}{role}的有{len(rows)}项："
            places = tuple(line.quotes[0] for _, line in rows)
            found.append((source, Sentence(told, places, counted=len(rows))))
        found += rows
    return found


_OF_ANY = compiled(r"[哪那这]|[几数两各0-9一二三四五六七八九十]*[个家些]")
"""哪几个乡镇, 个乡镇: what is asked for or counted, and no unit."""


def _units_in(meetings: Sequence[Source], bare: str) -> tuple[str, ...]:
    """Return the names under which the documents know the units that a question names."""
    known: dict[str, None] = {}
    written = [unit for _, unit in find_units(bare)]
    for source in meetings:
        document = source.document
        before, known = known, {}
        if document.attendance:
            people = (*document.attendance.present, *document.attendance.observers)
            known |= dict.fromkeys(person.unit for person in people if person.unit)
        known |= dict.fromkeys(unit for _, unit in find_units(document.text))
        points = (point for item in document.items for point in item.points)
        known |= dict.fromkeys(unit for point in points for unit in (*point.lead_units, *point.support_units))
        body = lists.body_of(source.entry)
        known = before | {unit: None for unit in known if not _is_another(unit, body, written)}
    named = [unit for unit in known if len(unit) > 2 and _called(unit, bare)]
    persons = [name for source in meetings for name in known_names(source) if len(name) > 1 and name in bare]
    runs = target.runs_ending(SECTION, bare)
    texts = [source.document.text for source in meetings]
    own = [run for run in runs if run[0] not in "把给由对让被" and any(run in text for text in texts)]
    widest = [run for run in own if not any(run != other and run in other for other in own)]
    return tuple(run for run in dict.fromkeys((*named, *persons, *widest)) if not _OF_ANY.match(run))


def _is_another(unit: str, body: str | None, written: Sequence[str]) -> bool:
    """Tell whether a bare name in a paper is that of another level than the unit that a question names by it."""
    there = at_home(unit, body)
    asked = [one for one in written if same_unit(one, unit)]
    return there != unit and bool(asked) and not any(same_unit(one, there) for one in asked)


def _blank(text: str, units: Sequence[str]) -> str:
    """Return a question without the names of some units."""
    names = {name for unit in units for name in (unit, unit[1:], *aliases(unit), *_place_of(unit)) if len(name) > 1}
    for place, unit in reversed(find_units(text)):
        if any(same_unit(unit, one) for one in units):
            text = text[: place.start] + text[place.end :]
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "")
    return text

"""Where a meeting gives a unit or somebody work: in which of its items, what is to be done, or only what has a day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.documents.duties.unit_names import aliases, at_home, same_unit
from pipeline.documents.duties.units import find_units
from pipeline.generation.draft import Sentence
from pipeline.generation.extractive import target
from pipeline.generation.extractive.counting import given_tasks, lists
from pipeline.generation.extractive.counting.unit_called import called, place_of
from pipeline.generation.extractive.counting.whole_meeting import calls
from pipeline.generation.extractive.counting.zones import without_zones
from pipeline.generation.extractive.evidence import heading, item_name
from pipeline.generation.extractive.people.attendance import known_names
from pipeline.generation.extractive.reading.kinds import Wanted, holds
from pipeline.generation.extractive.several.splitting import without
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft, Quote
    from pipeline.generation.extractive.composing import Composing
    from pipeline.generation.extractive.evidence import Source
    from pipeline.generation.extractive.reading.concepts import Concept
    from pipeline.minutes import Item

COUNTED = compiled(r"(?:几|多少)[个项件条份](?!人)")

TASKS = compiled(
    r"(?:哪|几|多少|什么)[两二三四五六七八九几些]?[个项件条桩摊]?(?:具体)?(?:的)?(?:工作|任务|事情?|活|差事|要求|议题|事项|职责|责任)?"
)
GIVEN = compiled(
    r"安排|交给|交办|布置|部署|分派|派|摊|领|揽|分了|提出?|要求|承担|负责|牵头|配合|参与|落实|涉及|点名|点到|提到|任务|活|差事|需要|要(?:干|做|办)|工作|管"
)
DUTY = compiled(
    r"第[0-9]{1,3}[号期次]?|数一?[下数]|[说讲]{2}|任务表|清单|自己|单独|本身|纪要|专题|会议|会上|议定|明确|事项|议题|安排|交给|交办|布置|部署|分派|派|摊上|摊|领|提出|要求|承担|负责|牵头|配合|参与|落实|涉及|点名|点到|提到|任务|工作|事情|差事"
    r"|揽|管|交|既|又|一共|总共|时限|金额|有没有|件|分|点|咋|办|督查|通报|各|哪儿|它|或|被分|需要|分别|怎么|哪些|哪|什么|多少|具体|[两三]次|那次|这次|那场|当中|里面|其中|[两二三四五六七八九几][个项件条桩摊块]|全部|所有|包括|连同|[的了都要干做办在里中上给对由把被让事活些个项件条含和与及呢啊吗有是，。？?“”（）()\s]"
)
"""What a question says that names no matter besides a unit and what it has to do."""
SECTION = compiled(r"科|处|部|室|办|队|中心|公司|物业|党支部|居委会|村委会")
"""How a section of a house is called, which no list of units knows."""
MEETING = compiled(
    r"[一-鿿]{0,8}?(?:办公会|[院厅局校]务会|常委会|联席会|议事会|常务会|董事会|党组会|党委会|专题会|规委会|理事会|代表会)(?:议)?[上里中]?"
)
ROLE = compiled(r"牵头|主办|领衔|配合|协办")
BOTH = compiled(r"[含连](?=[^，。？?）)]{0,3}(?:配合|协办|牵头))|包括|既|又|管|揽|还有?(?:什么|哪|别)|参与|涉及")
SUPPORT = compiled(r"配合|协办")
KEY_WORDS = compiled(
    r"(?:任务|职责|分工|(?:负责|牵头|承办|承担|主办|配合|责任)的?(?:事项|工作|事情))"
    r"\s*(?:[（(][^（）()]{1,12}[）)]\s*)?$"
)
OF_ANY = compiled(
    r"[哪那这]|(?:责任|牵头|主办|承办|配合|有关|相关|主管)[部单处科]|[几数两各0-9一二三四五六七八九十]*[个家些]"
)
"""哪几个乡镇, 个乡镇: what is asked for or counted, and no unit."""
LEFT = 2
"""Characters that a question may hold besides a unit and its duties."""
DAY = Wanted("day")
WITH_DAYS = compiled(
    r"(?:写明|注明|明确|规定|设定|定|限定|给|带|有)(?:了|有)?(?:具体|明确)?的?(?:截止|完成|办结|最后)?(?:时间|日期|时限|期限|日子)(?:要求)?的?"
)
"""写明了截止时间的有哪些: only what has a day."""
OF_EACH = compiled(r"各|分别|都|[两三四五六几](?:[项块件个桩]|方面)")
PIECES = compiled(r"[，,。；;？?、：:\s]|以及|还有|[和与及跟]")
EDGES = compiled(rf"^(?:{DUTY.pattern})+|(?:{DUTY.pattern})+$")
NAMED = 4
"""Characters that a matter may have and be taken as it is: 分红 is no 红."""
ABOUT = 0.5
"""Share of the words of a matter that its item must hold."""


def given_work(composing: Composing, meetings: Sequence[Source], *, least: int = 0) -> Draft | None:
    """Answer where a unit is given work, in any part of an item: 哪两项安排了某局的工作; else `None`.

    Args:
        composing: the question on its way.
        meetings: the documents opened for it that record a meeting.
        least: how many tasks the question asks for at least.
    """
    bare = MEETING.sub("，", without(composing.question.text, composing.question.scope.mentions, gap="，"))
    if not (TASKS.search(bare) or KEY_WORDS.search(bare)) or not GIVEN.search(bare):
        return None
    units = _units_in(meetings, bare)
    with_days = WITH_DAYS.search(bare)
    beside = WITH_DAYS.sub("", _blank(bare, units))
    left = DUTY.sub("", beside)
    bare_duty = len(left) <= LEFT or any(calls(left, source) for source in meetings)
    among = None if bare_duty else _of_matters(beside, meetings)
    if not units or not (bare_duty or among):
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
            if among is not None and (source.document_id, item.start) not in among:
                continue
            told = given_tasks.tasks(source, item, own)
            told = [one for one in told if not with_days or holds(DAY, fold(one.text))]
            tasks += [quotes for line in told for quotes in line.quotes]
            if told:
                found.append((source, Sentence(item_name(item), (heading(source, item),))))
            found += [(source, line) for line in told]
    if not found or len(tasks) < least:
        return None
    if COUNTED.search(bare) and len(units) == 1 and len({source.document_id for source, _ in found}) == 1:
        told_in = f"{found[0][0].meeting}的记载提到{units[0]}的有{len(tasks)}处："
        found.insert(0, (found[0][0], Sentence(told_in, tuple(tasks), counted=len(tasks))))
    return composing.listed("ledger", found)


def _of_matters(text: str, meetings: Sequence[Source]) -> set[tuple[str, int]] | None:
    """Return the items of several matters that a question names (改造、养老、采购三项), by document and place.

    `None` where it names none, or one that no item is about.
    """
    from pipeline.generation.extractive.reading.concepts import concepts_of, share_held  # numpy: only where it reads

    pieces = [piece if len(piece) <= NAMED else EDGES.sub("", piece) for piece in PIECES.split(text)]
    pieces = [piece for piece in pieces if len(piece) > 1 and DUTY.sub("", piece)]
    if len(pieces) < 2 or not OF_EACH.search(text):
        return None
    items = [(source, item) for source in meetings for item in source.document.items]
    found = set[tuple[str, int]]()
    for piece in pieces:
        asked = concepts_of(fold(piece))

        def about(one: tuple[Source, Item], asked: Sequence[Concept] = asked) -> float:
            title, text = fold(one[1].title or ""), fold(one[0].document.quote(one[1].span))
            return share_held(asked, title) + share_held(asked, text) / 10

        best = max(items, key=about, default=None)
        if best is None or max(about(best), share_held(asked, fold(best[0].document.quote(best[1].span)))) < ABOUT:
            return None
        found.add((best[0].document_id, best[1].start))
    return found


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
    named = [unit for unit in known if len(unit) > 2 and called(unit, bare)]
    persons = [name for source in meetings for name in known_names(source) if len(name) > 1 and name in bare]
    runs = target.runs_ending(SECTION, bare)
    texts = [source.document.text for source in meetings]
    own = [run for run in runs if run[0] not in "把给由对让被" and any(run in text for text in texts)]
    widest = [run for run in own if not any(run != other and run in other for other in own)]
    return tuple(run for run in dict.fromkeys((*named, *persons, *widest)) if not OF_ANY.match(run))


def _is_another(unit: str, body: str | None, written: Sequence[str]) -> bool:
    """Tell whether a bare name in a paper is that of another level than the unit that a question names by it."""
    there = at_home(unit, body)
    asked = [one for one in written if same_unit(one, unit)]
    return there != unit and bool(asked) and not any(same_unit(one, there) for one in asked)


def _blank(text: str, units: Sequence[str]) -> str:
    """Return a question without the names of some units."""
    names = {name for unit in units for name in (unit, unit[1:], *aliases(unit), *place_of(unit)) if len(name) > 1}
    for place, unit in reversed(find_units(text)):
        if any(same_unit(unit, one) for one in units):
            text = text[: place.start] + text[place.end :]
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "")
    return text

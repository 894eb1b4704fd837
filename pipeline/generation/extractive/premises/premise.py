"""False premises: what a question takes for granted (某人主持的会议) is held against the record and corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.documents.duties.names import is_name
from pipeline.documents.duties.units import find_units, same_unit
from pipeline.documents.spoken.verdicts import CONSENTS
from pipeline.generation.extractive import matters, record, target
from pipeline.generation.extractive.composing import CORRECTED, Composing
from pipeline.generation.extractive.evidence import Source, Terms
from pipeline.generation.extractive.people.attendance import known_names
from pipeline.generation.extractive.premises.afterwards import afterwards
from pipeline.generation.extractive.premises.contradicted import contradicted
from pipeline.generation.extractive.premises.down import DOWN
from pipeline.generation.extractive.premises.in_part import granted_in_part
from pipeline.generation.extractive.premises.not_there import spoke_though_away
from pipeline.generation.extractive.premises.other_day import other_day
from pipeline.generation.extractive.premises.presumed import asks_duty_only, presumed, states_asked
from pipeline.generation.extractive.premises.somebody_else import somebody_else
from pipeline.generation.extractive.premises.superseded import superseded
from pipeline.generation.extractive.target import Target
from pipeline.generation.understanding import asking
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft, Sentence

VERDICT = compiled(
    r"(?<![未没票])(?<!未获)(?<!没获)(?<!没有)(?P<words>原则上?通过|原则上?同意|审议通过|批准|不同意|否[决掉了]|通过|同意)(?:了|的)?(?!见|票|吗|没|与否|哪|什么|几|不|是否)"
)
PAPER = r"(?:方案|办法|草案|送审稿|规划|请示|报告|议案|条例|细则|议题|计划|预案|规定|章程|提案)[）)》]?"
BACK = r"(?:退回|退给|打回|驳回|毙掉|毙了|搁置|压下)(?:来|去|了)*"
SENT_BACK = compiled(
    rf"{PAPER}[^，。？?]{{0,4}}{BACK}(?:[^，。？?]{{0,8}}?(?:重新?|再)[一-鿿]{{1,2}})?(?!吗|没|与否|不)|{BACK}的?(?=[^，。？?]{{0,16}}{PAPER})"
)
"""退给某局重改: taken as turned down, in words of every day."""
ASKS_VERDICT = compiled(
    r"(?:有没有|是否|是不是|会不会|为什么没)[^，。？?]{0,8}(?:通过|同意|批准)|(?:通过|同意|批准)(?:了)?(?:吗|没有|没|与否)|什么结论"
)
CLASSES = {
    "原则通过": {"approved_in_principle"},
    "原则同意": {"agreed_in_principle"},
    "审议通过": {"approved", "approved_in_principle"},
    "通过": {"approved", "approved_in_principle"},
    "批准": {"approved"},
    "同意": {"approved", "agreed_in_principle"},
    "不同意": {"rejected"},
    "否决": {"rejected"},
    "否掉": {"rejected"},
    "否了": {"rejected"},
}
CALLED_CHAIR = compiled(
    r"(?<![一-鿿])(?P<surname>[一-鿿])(?:市长|县长|区长|镇长|省长|主任|书记|院长|校长|局长|董事长)[^，。？?]{0,16}主持"
)
LED = compiled(r".(?:来)?(?:牵头|主办|主抓)(?!单位|部门|领导|的是)")
"""由某局牵头: what a question takes for granted of who leads."""
TOLD = compiled(
    rf"(?:(?:^|[，。？?、\s])(?P<name>[一-鿿]{{2,3}}?){asking.POST}(?:在|向|就|于|所|作|关于)[^，。？?]{{0,24}}?|[由是][一-鿿]{{2,16}}?)汇报"
)
"""某人在会上汇报某事时, 由某局局长汇报的: what it takes for granted of who reported."""
AGREED = compiled(r"同意|通过|批准|核定|确定")
"""A sentence that agrees to another figure than the one taken for granted goes before what was turned down beside."""
ASKS_WHO = compiled(r"谁|哪|什么(?:人|单位|部门)|何人|有没有|是否|是不是|汇报了?什么")
NAMED = 0.55
"""Share of a topic, a wrong unit left out, that the title of the item meant must hold."""
POSTS = "由市 由县 由区 局长 主任 书记 是市 是县 是区 汇报"
BESIDE = 6
"""Characters of a post that may stand between a unit and what it did."""
DIRECT = ("outcome", "outcome_list", "item_list", "chair", "attended", "attendance_list", "mentioning")


def by_premise(composing: Composing) -> Draft | None:
    """Correct a premise that the record contradicts; nothing where a question has none or it holds."""
    if (untold := afterwards(composing)) is not None:
        return untold
    wrong, taken = _chair(composing) or spoke_though_away(composing) or None, list[tuple["Source", "Sentence"]]()
    if wrong is None and composing.question.aspect not in DIRECT:
        figure = contradicted(composing)
        agreed = any(AGREED.search(line.text) and not DOWN.search(line.text) for _, line in figure)
        wrong = (
            granted_in_part(composing)
            or somebody_else(composing)
            or (figure if agreed else None)
            or (taken := presumed(composing))
            or figure
            or superseded(composing)
            or other_day(composing)
            or None
        )
    reported = composing.question.aspect == "outcome" and TOLD.search(composing.question.text)
    if wrong is None and (composing.question.aspect not in DIRECT or reported):
        wrong = _of_item(composing)
    if not wrong:
        return None
    claims_nothing = states_asked(composing.question, wrong) or asks_duty_only(composing.question)
    plain = wrong is taken and claims_nothing
    return composing.stamped("record", wrong, preface="" if plain else f"{CORRECTED}，记载如下：")


def _chair(composing: Composing) -> list[tuple[Source, Sentence]] | None:
    """Return who chaired, where the question names somebody else for every meeting in scope."""
    if (stated := _called_chair(composing)) is not None:
        return stated
    match = asking.CHAIRED.search(composing.question.text)
    if match is None or not composing.question.scope.named or composing.question.aspect == "chair":
        return None
    sources = [source for source in composing.sources if source.document.meeting.chair]
    names = [_name(match["name"], source) for source in sources]
    if not sources or any(
        name in (None, source.document.meeting.chair) for name, source in zip(names, sources, strict=True)
    ):
        return None
    stated = [(source, sentence) for source in sources if (sentence := record.fact("chair", source))]
    return stated or None


def _called_chair(composing: Composing) -> list[tuple[Source, Sentence]] | None:
    """Return who chaired, where a question says that somebody else did, by surname and post: 李县长主持时."""
    match = CALLED_CHAIR.search(composing.question.text)
    if match is None or not composing.question.scope.named or not is_name(f"{match['surname']}某"):
        return None
    sources = [source for source in composing.sources if source.document.meeting.chair]
    if any((source.document.meeting.chair or "").startswith(match["surname"]) for source in sources):
        return None
    return [(source, sentence) for source in sources if (sentence := record.fact("chair", source))] or None


def _of_item(composing: Composing) -> list[tuple[Source, Sentence]] | None:
    """Return what an item states, where the question takes another verdict or another reporter for granted."""
    text = composing.question.text
    verdict, reported = VERDICT.search(text), asking.REPORTED.search(text)
    back = None if verdict else SENT_BACK.search(text)
    if composing.question.aspect == "presenter":
        verdict = reported = back = None  # what else it takes for granted is not what it asks
    led = LED.search(text)
    told = None if ASKS_WHO.search(text) else TOLD.search(text)
    if asks := ASKS_VERDICT.search(text):
        verdict = reported = led = back = None  # 由某局汇报的方案通过了吗: who reported is taken for granted
    if not any((verdict, back, reported, led, told)):
        return None
    beside = composing.terms.without(" ".join((*(unit for _, unit in find_units(text)), POSTS)))
    found = target.targets(composing.question, composing.sources, composing.terms)
    if len(found) != 1 and (told or led):  # the wrong unit is no part of the matter
        found = target.targets(composing.question, composing.sources, beside)
    vague = len(found) != 1 or (not found[0].by_title and beside.coverage(found[0].item.title) < NAMED)
    if (verdict or back) and vague:
        found = _searched(composing)
    if len(found) != 1:
        return None
    one = found[0]
    if led and not ASKS_WHO.search(text) and (stated := _leader(composing, one, text[: led.start() + 1])):
        return [(one.source, sentence) for sentence in stated]
    if not one.by_title and beside.coverage(one.item.title) < NAMED:
        return None
    if reported and (stated := _reporter(one, reported["name"])):
        return [(one.source, sentence) for sentence in stated]
    if told and (stated := _reporter(one, told["name"] or "") or _reporting_unit(one, text[: told.end()])):
        asked = matters.outcome(one, composing.terms) if asks else []
        return [(one.source, sentence) for sentence in (*stated, *asked)]
    if verdict and one.item.outcomes and not _holds(one, verdict["words"]):
        return [(one.source, sentence) for sentence in matters.outcome(one, composing.terms)]
    if back and _passed(one):
        return [(one.source, sentence) for sentence in matters.outcome(one, composing.terms)]
    return None


def _searched(composing: Composing) -> list[Target]:
    """Return the item of a named meeting that a search finds first, where it speaks of most of the question."""
    from pipeline.generation.extractive.reading.concepts import concepts_of, share_held

    question = composing.question
    if not question.scope.named or composing.narrowed:
        return []
    hits = composing.hits()
    source = next((one for one in composing.sources if hits and one.document_id == hits[0].document_id), None)
    item = source.document.item_at(hits[0].start) if source else None
    if source is None or item is None:
        return []
    concepts = concepts_of(fold(SENT_BACK.sub("，", VERDICT.sub("，", question.topic_text))))
    told = share_held(concepts, fold(source.document.quote(item.span)))
    return [Target(source, item, told)] if concepts and told >= NAMED else []


def _holds(one: Target, words: str) -> bool:
    wanted = CLASSES.get(words.replace("上", ""), set())
    return any(outcome.class_ in wanted for outcome in one.item.outcomes)


def _passed(one: Target) -> bool:
    """Tell whether an item was passed, and nothing in it put off or turned down."""
    passed = any(outcome.class_ in CONSENTS for outcome in one.item.outcomes)
    return passed and not DOWN.search(one.source.document.quote(one.item.span))


def _reporter(one: Target, named: str) -> list[Sentence]:
    """Return who reported, where that is somebody else than the one named."""
    name = _name(named, one.source)
    if not one.item.presenter_names or name is None or name in one.item.presenter_names:
        return []
    return matters.presenter(one, Terms({}))


def _reporting_unit(one: Target, before: str) -> list[Sentence]:
    """Return who reported, where the unit named last before is another one's."""
    reported, units = [who.unit for who in one.item.presenters if who.unit], find_units(before)
    named = units[-1][1] if units and len(before) - units[-1][0].end <= BESIDE else None
    if not reported or named is None or any(name in before for name in one.item.presenter_names):
        return []
    same = any(same_unit(named, unit) or named in unit or unit in before for unit in reported)
    return [] if same else matters.presenter(one, Terms({}))


def _leader(composing: Composing, one: Target, before: str) -> list[Sentence]:
    """Return who leads what a question means, where it takes another unit to lead it; all named there are looked at."""
    units = find_units(before)
    if not units or len(before) - units[-1][0].end > 2:
        return []
    taken, terms = units[-1][1], composing.terms.without(units[-1][1])
    best = target.best_point(one, terms)
    if not one.by_title and best is None:
        return []
    points = [best[0]] if best else list(one.item.points)
    names = {name for point in points for name in (*point.lead_units, *point.support_units)}
    if not names or any(same_unit(taken, name) for name in names) or any(taken in point.text for point in points):
        return []
    stated = matters.lead_units(one, terms)[:3]
    return [sentence for sentence in stated if matters.LEADING.search(sentence.text)]


def _name(run: str, source: Source) -> str | None:
    """Return the name at the end of a run of characters: one that the record knows, else what reads as a name."""
    known = next((name for name in known_names(source) if run.endswith(name)), None)
    return known or (run if is_name(run) else None)

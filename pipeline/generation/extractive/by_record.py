"""Answers that the record of a meeting holds: its facts, who attended, which items mention a matter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.generation.draft import Sentence
from pipeline.generation.extractive import record, target
from pipeline.generation.extractive.composing import ANSWERED_AT_MOST, Composing
from pipeline.generation.extractive.counting import lists
from pipeline.generation.extractive.counting.by_list import listing, only_units
from pipeline.generation.extractive.counting.carried_out import carried_out
from pipeline.generation.extractive.counting.over_items import over_items
from pipeline.generation.extractive.counting.tally import gathered
from pipeline.generation.extractive.counting.totals import totals
from pipeline.generation.extractive.counting.voted import cast_by
from pipeline.generation.extractive.counting.whole_meeting import of_bodies
from pipeline.generation.extractive.counting.zones import without_zones
from pipeline.generation.extractive.fitting import kind_asked
from pipeline.generation.extractive.own_facts import of_something_else
from pipeline.generation.extractive.people import attendance
from pipeline.generation.extractive.people.away import asks_of_his_work, away
from pipeline.generation.extractive.people.both import both
from pipeline.generation.extractive.people.by_mode import by_mode
from pipeline.generation.extractive.people.by_post import by_post
from pipeline.generation.extractive.people.by_report import several_times
from pipeline.generation.extractive.people.incumbents import incumbents, of_where
from pipeline.generation.extractive.record import named_few, quoted
from pipeline.minutes import Span
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft
    from pipeline.generation.extractive.evidence import Source

PAPER = "纪要 通报 文件 通知 材料 落款 成文 日期 印发 发布 公布 时间 这份 会议"
"""What papers are called in a question on when one was issued."""
OTHER = 0.34
"""How much of such a question may be of something else."""
NEXT = compiled(r"下一?[次回][^，。？?]{0,8}会")
ANNOUNCED = compiled(
    r"下一?[次回期][^，。；\n]{0,16}会议?[^，。；\n]{0,8}(?:定|拟|计划|将|召开|举行|开|安排|初步|预计|暂定|约)"
    r"[^，。；\n]{0,8}[0-9０-９一二三四五六七八九十][^，。；\n]*"
)
TWICE = compiled(r"[两二]次|两场|两个会")
"""谁两次都出席: which two, where there are more."""


def by_record(composing: Composing) -> Draft | None:
    """Answer what the record of a meeting holds, or the lists made from it."""
    aspect = composing.question.aspect
    held = meetings(composing)
    if (came := gathered(composing, held)) is not None:
        return came
    if posts := of_where(composing.question, held):
        bodies = dict.fromkeys(source.entry.issuing_body for source, _ in posts if source.entry.issuing_body)
        of_whom = f"所据文件的发文机关为{'、'.join(bodies)}。" if bodies else ""
        return composing.stamped("record", posts, preface=of_whom, several=True)
    told = carried_out(composing, held) or by_mode(composing, held) or several_times(composing, held)
    if told is not None:
        return told
    if (told := cast_by(composing, held) or by_post(composing, held) or totals(composing, held)) is not None:
        return told
    if (listed := away(composing, held) or over_items(composing, held)) is not None:
        return listed
    if aspect in ("attended", "attendance_list") and asks_of_his_work(composing.question.text):
        return None
    if aspect == "issued_date" and not of_the_paper(composing, held):
        return None
    if aspect == "meeting_date" and NEXT.search(composing.question.text):
        if next_one := announced(held):
            return composing.stamped("record", next_one)
        if "date" not in composing.question.scope.filters:  # those that were held are none of the next
            return composing.refusal("not_stated", "库中文件没有载明下次会议的时间。", route="record")
    if of_something_else(composing.question, held):
        return None
    if aspect in record.FACTS and not (aspect == "meeting_name" and composing.question.topic):
        return facts(composing, held)
    if aspect in ("attended", "attendance_list", "both_attended"):
        return people(composing, held)
    if aspect == "mentioning":
        return mentioning(composing)
    if about_a_person(composing, held):
        return people(composing, held)
    if aspect == "role_holder":
        found = incumbents(composing.question, composing.sources)
        if len({source.document_id for source, _ in found}) > ANSWERED_AT_MOST:
            return composing.ambiguous(list({source.document_id: source for source, _ in found}.values()))
        if found:
            return composing.stamped("record", found)
        if told_of_group(composing):
            return None  # named in the sentence that sets the group up, or changes who heads it
        return composing.refusal("not_stated", "库中文件没有载明此人的姓名。", route="record")
    return listing(composing, held)


OF_A_GROUP = compiled(
    r"(?P<group>专班|小组|工作组|筹备组|检查组|督导组|指挥部|联席会议|委员会)的?(?:[正副常务]*(?:组长|召集人|指挥长?|总指挥|主任|负责人))"
)
"""停车专班的组长是谁: a post that a meeting gives, and not one that its lists of those present name."""


OF_IT = 0.8
"""Share of what a question names that a stretch must hold to tell of the same group."""


def told_of_group(composing: Composing) -> bool:
    """Tell whether an item of which most of a question speaks tells of the group whose head it asks for."""
    asked = OF_A_GROUP.search(composing.question.text)
    if asked is None:
        return False
    quotes = (source.document.quote(item.span) for source in composing.sources for item in source.document.items)
    return any(asked["group"] in said and composing.terms.coverage(said) >= OF_IT for said in quotes)


def counted(composing: Composing) -> Draft | None:
    """Answer how many items a meeting had, or which of a kind, where a question asks for nothing else."""
    return totals(composing, meetings(composing))


def meetings(composing: Composing) -> list[Source]:
    """Return the documents that record a meeting, or all where none does; reports where a report is asked for."""
    if lists.REPORT_WORDS.search(composing.question.text) and not composing.question.scope.named:
        reports = [source for source in composing.sources if source.document.kind == "rectification"]
        if reports:
            return reports
    held = [source for source in composing.sources if source.document.meeting.name or source.document.meeting.number]
    return held or composing.sources


def facts(composing: Composing, meetings: Sequence[Source]) -> Draft | None:
    """Answer one field of the record, for every meeting in scope."""
    chosen = about_topic(composing, meetings)
    if len(chosen) > ANSWERED_AT_MOST:
        return composing.ambiguous(chosen)
    found = record.answer_facts(composing.question, chosen)
    stated = [(source, sentence) for source, sentence in found if sentence]
    assert composing.question.aspect is not None
    name = record.FIELD_NAMES[composing.question.aspect]
    if stated:
        silent = [source.meeting for source, sentence in found if not sentence and source.document.meeting.name]
        told = f"{'、'.join(silent)}未载明{name}。" if silent else ""
        return composing.stamped("record", stated, preface=told + correction(composing, stated))
    where = named_few(chosen)
    return composing.refusal("not_stated", f"{where}未载明{name}。", route="record")


def of_the_paper(composing: Composing, meetings: Sequence[Source]) -> bool:
    """Tell whether what was issued is a paper of the library (这份通报), and not a matter (值班表什么时候印发)."""
    terms = composing.terms
    if not terms.weights:
        return True
    for source in meetings:
        entry = source.entry
        names = (entry.name, source.document.title, entry.meeting_name, entry.issuing_body, entry.file, PAPER)
        if terms.without("\n".join(filter(None, names))).total <= OTHER * terms.total:
            return True
    return False


def announced(meetings: Sequence[Source]) -> list[tuple[Source, Sentence]]:
    """Return what the minutes of meetings say of when the next one is to be: 下次议事会定在7月13日."""
    found = [(source, match) for source in meetings for match in ANNOUNCED.finditer(source.document.text)]
    places = [(source, Span(*match.span())) for source, match in found]
    return [(source, quoted(source, at)) for source, at in places]


def about_topic(composing: Composing, meetings: Sequence[Source]) -> list[Source]:
    """Return the meetings whose items the topic means, else those that it names, or all where it means none."""
    if not composing.terms.weights or composing.question.scope.named:
        return list(meetings)
    found = target.targets(composing.question, meetings, composing.terms)
    ids = {one.source.document_id for one in found}
    chosen = [source for source in meetings if source.document_id in ids]
    return chosen or target.called(meetings, composing.question) or list(meetings)


def correction(composing: Composing, stated: Sequence[tuple[Source, Sentence]]) -> str:
    """Return yes or no where a question asks whether the chair is a certain person."""
    if composing.question.aspect != "chair" or not composing.question.yes_no:
        return ""
    named = attendance.people_asked(composing.question, [source for source, _ in stated])
    if not named:
        return ""
    return "是。" if any(source.document.meeting.chair in named for source, _ in stated) else "不是。"


def people(composing: Composing, meetings: Sequence[Source]) -> Draft | None:
    """Answer who attended."""
    if composing.question.aspect == "both_attended":
        if TWICE.search(composing.question.text) and (composing.narrowed or len(meetings) > 2):
            return composing.ambiguous([source for source in meetings if source.document.attendance] or meetings)
        sentence = both(composing.question, meetings)
        told = (
            "按名单所写的单位名称比对，更名的单位不计在内。"
            if attendance.UNITS_ASKED.search(composing.question.text)
            else ""
        )
        return composing.draft("record", [sentence], preface=told) if sentence else None
    units = composing.units
    if own := of_bodies(composing, meetings):
        meetings, units = own, ()
    if len(meetings) > ANSWERED_AT_MOST and not (units and only_units(composing)):
        meetings = about_topic(composing, meetings)
    with_lists = [source for source in meetings if attendance.has_lists(source)]
    asked_names = names(composing, meetings)
    if asked_names:
        asked = composing.question.scope.named
        found = [(s, one) for s in meetings for n in asked_names for one in attendance.attended(n, s)]
        there = [pair for pair in found if not pair[1].absent]
        unread = named_few([one for one in meetings if one not in with_lists])
        unsaid = f"{unread}的出席、列席名单没有读出，无从判断。" if unread and not there else ""
        if not found and unsaid and asked:
            return composing.refusal("not_stated", unsaid, route="record")
        return composing.stamped("record", found if asked or not there else there, preface=unsaid) if found else None
    named = [one for one in with_lists if attendance.holds_named(composing.question, one, units)]
    with_lists = without_zones(named, units) or with_lists
    if len(with_lists) > ANSWERED_AT_MOST:
        every = [(s, one) for s in with_lists for one in attendance.roster(composing.question, s, units)]
        return (composing.agreed("record", every) if named else None) or composing.ambiguous(with_lists)
    rosters = [(s, one) for s in with_lists for one in attendance.roster(composing.question, s, units)]
    if rosters:
        return composing.stamped("record", rosters)
    if composing.question.aspect == "attended" and composing.units and composing.question.scope.named:
        nobody = [(s, one) for s in with_lists for one in attendance.nobody_of(composing.units, s)]
        if nobody:
            return composing.stamped("record", nobody)
    if with_lists or composing.question.scope.named:
        told = attendance.nobody_told(composing.question, meetings, composing.units)
        if attendance.OF_AN_EVENT.search(composing.question.text):
            told = "出席、列席名单是会议的；所问的活动有谁参加，文件没有载明。"
        return composing.refusal("not_stated", told, route="record")
    return None


def names(composing: Composing, meetings: Sequence[Source]) -> tuple[str, ...]:
    """Return the people whose attendance is asked; for a whole list only names that the record knows count."""
    return attendance.people_asked(composing.question, meetings, guess=composing.question.aspect == "attended")


def about_a_person(composing: Composing, meetings: Sequence[Source]) -> bool:
    """Tell whether a question without another aspect is about somebody of the lists: 某人两次会议分别代表哪个单位."""
    if composing.question.aspect is not None and composing.question.asked != "unit":
        return False
    if kind_asked(composing.question.text).kind in ("reason", "verdict"):
        return False  # 某人没选上，哪方面不合格
    names = attendance.people_asked(composing.question, meetings, guess=False)
    if names and attendance.ABOUT_A_LIST.search(composing.question.text):
        return True
    rest = composing.terms.without("".join(names) + "单位职务名单代表部门哪里会议常务")
    return bool(names) and rest.total <= 0.34 * max(composing.terms.total, 0.01)


def mentioning(composing: Composing) -> Draft | None:
    """Answer which items mention a matter: every one whose text holds the whole topic."""
    found = lists.mentioning(composing.sources, composing.terms)
    return composing.stamped("ledger", found) if found else None

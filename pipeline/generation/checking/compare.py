"""Compares one clause of a statement with one source: each fact of the clause must stand in it, as it stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from pipeline.generation.checking.acts.agents import agent_problems
from pipeline.generation.checking.acts.bindings import binding_problems
from pipeline.generation.checking.acts.deeds import deed_problems
from pipeline.generation.checking.acts.directions import direction_problems
from pipeline.generation.checking.acts.oversight import oversight_problems
from pipeline.generation.checking.acts.standins import standin_problems
from pipeline.generation.checking.acts.succession import succession_problems
from pipeline.generation.checking.acts.who import people_problems, unit_problems
from pipeline.generation.checking.degrees.approvals import approval_problems
from pipeline.generation.checking.degrees.conditions import lost_conditions
from pipeline.generation.checking.degrees.denials import denial_problems
from pipeline.generation.checking.degrees.done import done_problems
from pipeline.generation.checking.degrees.loosened import loosened_problems
from pipeline.generation.checking.degrees.modifiers import added, dropped
from pipeline.generation.checking.degrees.sequence import sequence_problems
from pipeline.generation.checking.degrees.turns import turn_problems
from pipeline.generation.checking.degrees.undecided import undecided_problems
from pipeline.generation.checking.degrees.until import barred_for_good
from pipeline.generation.checking.figures.attached import attached_problems
from pipeline.generation.checking.figures.both import both_problems
from pipeline.generation.checking.figures.figures import figure_problems
from pipeline.generation.checking.figures.limits import limit_problems
from pipeline.generation.checking.figures.measures import measure_problems
from pipeline.generation.checking.figures.pivots import pivot_problems
from pipeline.generation.checking.figures.respective import respective_problems
from pipeline.generation.checking.figures.tied import tied_problems
from pipeline.generation.checking.figures.timing import time_problems
from pipeline.generation.checking.figures.weekdays import weekday_problems
from pipeline.generation.checking.reading.alike import in_words_of
from pipeline.generation.checking.reading.amounts import document_numbers
from pipeline.generation.checking.reading.fold import TITLE, clause_of, flat, pairs
from pipeline.generation.checking.reading.offices import as_named
from pipeline.generation.checking.reading.source import Problem, Segment, Source
from pipeline.generation.checking.reading.verdicts import unclear_passages, verdicts, without_votes
from pipeline.patterns import compiled

_VOTED = compiled(  # 经表决,同意9票,通过甲等6名同志的任免; 会议通过有关人事任免事项
    r"(?:表决|票决|投票)[^。;\n]{0,40}[,:]通过"
    r"|会议通过[^,。;\n]{2,20}(?:事项|建议|名单|任免|方案|意见|办法|报告|决定|决议|议案|规划|计划|结果|[预决]算)(?:$|[,。;\n])"
)

_FURTHER = compiled("(?:方案|办法|意见|细则|通知|报告|提纲|大纲)(?:\\([^()]*\\))?$")
_WHOLE = compiled("(?:规划|方案|办法|意见|条例|计划|细则|协议|合同)(?:\\([^()]*\\))?$")
_PUT_OFF_LATER = compiled("再(?:行)?研究|另行研究|再议|暂缓|缓议|再作研究|再论证")
_LET_PASS = compiled("(?<![经未没])过了会(?![议员])|(?<![未没不予])(?:就|已经?|都)放行了")
_TESTED = compiled("(?:未|没有?|不)(?:能)?通过(?:复查|验收|考核|检查|检测|年检|评估|审查|审核|测试|考试|面试)")
_FAILED = compiled("不(?:合格|达标|过关|符合)|未(?:达标|合格)")
_GRANTED = frozenset(("通过", "同意", "批准", "原则通过", "原则同意"))
_HANDED_IN_AGAIN = compiled("再次?(?:行)?(?:提交|提请|报送?|上)[^,。;]{0,14}(?:研究|审议|讨论|审定|会)")  # of 再次上会
_FEW = 8
_HOST = compiled("医院|学校|公司|集团|会议|会上|大家|与会|[党常][委务]会?|董事会|政府")  # who decides, and on nothing
_COUNTS = compiled("票|表决|人同意")
_REFUSED = compiled("不予(?!以)|不再(?!担任)|不宜|不支持")
_PUT_OFF = frozenset(("暂缓", "再议"))  # 暂不更名,待规定出台后再议


def compare(clause: str, source: Source, *, counted: int | None = None) -> list[Problem]:
    """Return what a folded clause states and a source does not, each problem once."""
    clause = in_words_of(as_named(clause, source.words), source.words)
    found = chain(
        _titles(clause, source),
        figure_problems(clause, source, counted=counted),
        time_problems(clause, source),
        weekday_problems(clause, source),
        _verdicts(clause, source),
        people_problems(clause, source),
        unit_problems(clause, source),
        _modifiers(clause, source),
        done_problems(clause, source),
        limit_problems(clause, source),
        respective_problems(clause, source),
        pivot_problems(clause, source),
        measure_problems(clause, source),
        turn_problems(clause, source),
        direction_problems(clause, source),
        denial_problems(clause, source),
        sequence_problems(clause, source),
        deed_problems(clause, source),
        undecided_problems(clause, source),
        attached_problems(clause, source),
        standin_problems(clause, source),
        binding_problems(clause, source),
        succession_problems(clause, source),
        oversight_problems(clause, source),
        approval_problems(clause, source),
        loosened_problems(clause, source),
        tied_problems(clause, source),
        both_problems(clause, source),
    )
    problems = list(dict.fromkeys(found))
    if all(problem.kind not in ("part", "unit") for problem in problems):
        problems += dict.fromkeys(agent_problems(clause, source))
    return problems


def _titles(clause: str, source: Source) -> Iterator[Problem]:
    for match in TITLE.finditer(clause):
        if flat(match["title"]) not in source.words:
            yield Problem("title", match.group(), f"出处中没有文件{match.group()}")
        elif _is_of_another(match["title"], source):
            yield Problem("title", match.group(), f"出处中{match.group()}只是另一文件名称的开头")
    known = document_numbers(source.words)
    for body, year, number in document_numbers(clause):
        if not any((year, number) == (y, n) and (body.endswith(b) or b.endswith(body)) for b, y, n in known):
            text = f"{body}〔{year}〕{number}号"
            yield Problem("document_number", text, f"出处中没有发文字号{text}")


def _is_of_another(title: str, source: Source) -> bool:
    """Tell whether a source has a title only as the front of another's: 规划 of 规划编制工作方案."""
    title = flat(title)
    if not _WHOLE.search(title):
        return False
    named = [flat(match["title"]) for match in TITLE.finditer(source.words)]
    longer = [name for name in named if name.startswith(title) and _FURTHER.search(name[len(title) :])]
    return bool(longer) and source.words.count(title) == len(longer)


def _verdicts(clause: str, source: Source) -> Iterator[Problem]:
    known = {degree for degree, _ in verdicts(source.text)}
    if (let := _LET_PASS.search(clause)) and not known & _GRANTED:
        yield Problem("verdict", let.group(), f"出处中没有“{let.group()}”")
    if _VOTED.search(source.text):
        known.add("通过")
    for degree, text in verdicts(clause):
        if degree.removeprefix("待") in known and degree not in known:
            continue
        if degree == "否决" and "未通过" in known:
            continue
        if degree == "再议" and _HANDED_IN_AGAIN.search(source.text):
            continue
        if degree == "未通过" and _TESTED.search(clause) and _FAILED.search(source.text):
            continue  # 没通过复查的, of 复查不合格的
        if degree not in known:
            yield Problem(
                "verdict",
                text,
                f"出处中没有“{text}”这一结论" + (f"，有的是{'、'.join(sorted(known))}" if known else ""),
            )
        elif not degree.startswith("待"):
            yield from _misplaced(clause, degree, text, source)
    for passage in unclear_passages(clause):
        before = passage[: passage.index("通过")]
        following = re.match("通过[\u4e00-\u9fff]*", passage[len(before) :])
        told = following.group() if following else passage
        if told == "通过" and passage[0] not in "为是":
            told = before + told
        if told.replace("之后", "后") not in source.words.replace("之后", "后"):
            yield Problem("verdict", passage, f"出处中没有“{passage}”")


def _misplaced(clause: str, degree: str, text: str, source: Source) -> Iterator[Problem]:
    """Yield where the source decides otherwise on what the clause says."""
    own = clause_of(clause, text)
    content = pairs(own) - pairs(text)
    named = pairs(_HOST.sub("", own.partition(text)[0])) & pairs(source.words)
    if len(content) < _FEW and not named:  # 患者甲的纠纷,同意赔付: on what it is stands before
        before = clause.partition(own)[0].rstrip(",").rpartition(",")[2]
        content |= set() if _COUNTS.search(before) or verdicts(before) else pairs(before)

    def degrees(segment: Segment) -> set[str]:
        found = {found for found, _ in verdicts(segment.text) if not found.startswith("待")}
        if not found and _REFUSED.search(segment.text):
            found = {"不同意"}
        return found | _PUT_OFF if found & _PUT_OFF else found

    other = source.elsewhere(
        content, lambda segment: degree in degrees(segment), lambda segment: bool(degrees(segment))
    )
    other = other or source.elsewhere(
        content, lambda clause: degree in degrees(clause), lambda clause: bool(degrees(clause)), by_clause=True
    )
    if other is not None or _decided_otherwise(own, degree, text, source):
        yield Problem("verdict", text, f"出处中这件事的结论不是“{text}”")


def _decided_otherwise(clause: str, degree: str, text: str, source: Source) -> bool:
    """Tell whether each clause of a source that has what a clause ends with puts it off or decides it otherwise."""
    what = clause.rpartition(text)[2].strip("《》")
    holding = [part.text for part in source.clauses if what and what in part.text]
    return bool(holding) and all(
        degree not in {found for found, _ in verdicts(part)} and _PUT_OFF_LATER.search(part) for part in holding
    )


def _modifiers(clause: str, source: Source) -> Iterator[Problem]:
    clause = without_votes(clause)
    for modifier in dropped(clause, without_votes(source.text)):
        yield Problem("modifier", modifier.text, f"漏掉了出处的“{modifier.text}”")
    for modifier in added(clause, source.words):
        yield Problem("modifier", modifier.text, f"出处中没有这个“{modifier.text}”")
    for condition in (*lost_conditions(clause, source.text), *barred_for_good(clause, source.text)):
        yield Problem("condition", condition, f"漏掉了出处的条件“{condition}”")


def verbatim(sentence: str, source: Source) -> bool:
    """Tell whether a sentence is the source's own, whole: it starts and ends where a sentence of the source does."""
    own = flat(sentence).strip(",:、")
    if not own or own in map(flat, source.heading.split("\n")):
        return True
    return any(own == flat(part) for part in re.split("[。;!?\n]", source.text)) or any(
        own == flat(part) for part in re.split("[。;!?]", source.text)
    )

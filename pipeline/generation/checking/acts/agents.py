"""Compares who does what: each act of a clause belongs to the one to whom its source gives it, whatever the frame."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from pipeline.documents.duties.names import is_name
from pipeline.generation.checking.reading.fold import clauses, flat, pairs, sentences, without_titles
from pipeline.generation.checking.reading.offices import names_unit
from pipeline.generation.checking.reading.source import Problem, Source
from pipeline.generation.checking.reading.speech import cut, kind_of
from pipeline.generation.checking.reading.unit_runs import units
from pipeline.patterns import compiled

# Whoever acts ends so: 朝晖社区, 公安部门, 石磊同志
_ACTOR = compiled(
    "(?:部门|单位|机构|社区|街道|同志|领导|企业|公司|集团|银行|学校|学院|医院|中心|平台|专班|小组|支部|党委|政府|管委会|委员会|协会|主体"
    "|村委会|居委会|物业|办公室|大队|支队|总队|财政|[局处科室办厅镇乡县区组委院部队站所]|书记|[镇乡县区局]长|主任)$"
)
_LEAD_IN = compiled("(?<![理缘事自])由|交[由给]|(?:^|[要])请(?!示|求|假)|责成|委托|指派")
_LED_IN = compiled("(?<=[\u4e00-\u9fff])(?<![理缘事自])由(?=[\u4e00-\u9fff]{2})")
_OPENS = compiled(
    "^(?:会议|会同|联合|并且?|同时|其中|其余|则|而|待|要求|明确|决定|同意|原则|强调|指出|对|将|把|按|从|在|以|为|与|和|向|经)+"
)
_BETWEEN = compiled(
    "^(?:和|及|与|以及|要|应当?|须|需要?|将|可|则|也|都|均|共同|分别|具体|统一|直接|继续|抓紧|尽快|必须|务必)+"
)
_DUTIES = (
    "负责",
    "牵头",
    "配合",
    "协助",
    "监督",
    "主导",
    "主办",
    "协办",
    "承办",
    "承担",
    "兜底",
    "会同",
    "调度",
    "包案",
    "包联",
    "包保",
)
_TOWARDS = compiled(
    "^(?:向|对|给|同|与)[^,。]{2,14}?(?=说明|报告|汇报|答复|提交|报送|通报|反馈|移交|作出|书面|申请)(?:书面)?"
)
_SAME = tuple(frozenset(words.split()) for words in ("牵头 主导 主办 领衔", "配合 协助 协办", "承担 负担", "监督 监管"))
_GENERAL = compiled("部门|单位|街道|社区|同志|公司|[市县区镇乡局处科办委]")
_NAMED_AFTER = compiled("^(?:牵头|配合|主办|协办|承办|参与|监督|负责|实施|验收|审核|组织)的(?:还有|有|是|为|则是)")
_DOER = compiled("(?P<verb>实施|验收|审核|组织|监督|承办)的(?:则?是|为)(?P<who>[\u4e00-\u9fff]{2,20})$")
_AS_NOUN = compiled("(?:牵头|配合|主办|协办|承办|责任|协助)(?:单位|部门|科室|处室)")
_NO_ACTOR = compiled("[走按经]|政府(?:采购|购买|投资|债)|公司章程")
_EXPLICIT = compiled(rf"{_LEAD_IN.pattern}|{'|'.join(_DUTIES)}|[要应须]")
_PLAIN = compiled("部门|单位|机构")
_JOINT = compiled("[、和与及]")
_FORMERLY = compiled("原|此前|以前|不再")
_LONGEST, _CLEARLY = 48, 3


@dataclass(frozen=True, slots=True)
class Act:
    """Who does what: the agent, the verbs of his act, and all that its clause says."""

    agent: str
    verbs: frozenset[str]
    clause: str


@lru_cache(maxsize=512)
def acts(folded: str) -> tuple[Act, ...]:
    """Return who does what in a folded text; a clause without an agent has those before it.

    >>> [(act.agent, sorted(act.verbs)) for act in acts("由城建办牵头,朝晖社区配合,形成清单")]
    [('城建办', ['牵头']), ('朝晖社区', ['配合']), ('城建办', ['形成']), ('朝晖社区', ['形成'])]
    """
    found: list[Act] = []
    for sentence in sentences(without_titles(flat(folded))):
        agents: list[str] = []
        former = ""
        for clause in clauses(sentence):
            own = list(_of_clause(clause))
            if own and clause.startswith(("由", "改由")):  # 工程欠薪3件,由劳保所包案
                own = [replace(act, clause=f"{former},{act.clause}") for act in own]
            former = clause
            found += own
            agents += [act.agent for act in own]
            # 确需新购的由甲局再报: whoever is led in acts, and nobody before
            apart = own or _LED_IN.search(clause) or _NAMED_AFTER.search(clause)
            verbs = _verbs(clause) if not apart else frozenset[str]()
            found += [Act(agent, verbs, clause) for agent in agents if verbs]
    return tuple(found)


def _of_clause(clause: str) -> Iterator[Act]:
    """Yield the acts of a clause that names who does them, list by list: 甲单位协调推进、乙单位各负其责."""
    begun = ""
    found: list[Act] = []
    if (named := _DOER.match(clause)) and not _AS_NOUN.match(clause):  # 实施的是监督小组
        yield Act(named["who"], frozenset((named["verb"],)), clause)
        return
    for piece in clause.rsplit(":", 1)[-1].split("、"):
        merged = f"{begun}、{piece}" if begun else piece
        read = _read(piece) if _does(begun) else _read(merged)
        if read is None and found and not _does(piece):  # 调度国道改线、新院区等4个项目
            found[-1] = replace(found[-1], clause=f"{found[-1].clause}、{piece}")
            continue
        begun = merged if read is None else ""
        found += [read] if read else []
    yield from found


def _does(piece: str) -> bool:
    """Tell whether a piece of a list has a verb: then the next one does not go on with it."""
    after = _after_lead(piece)
    run = re.sub("[^\u4e00-\u9fff]", "", piece if after is None else after)
    if not run or _agent_end(run) == len(run):
        return False
    return any(kind_of(word) == "v" or word in _DUTIES for word in cut(run))


def _after_lead(piece: str) -> str | None:
    """Return what stands after the last word that leads in who acts (由, 责成), `None` where there is none."""
    ends = [match.end() for match in _LEAD_IN.finditer(piece)]
    return piece[ends[-1] :] if ends else None


def _read(piece: str) -> Act | None:
    """Return the act of a piece, `None` where it names nobody who acts."""
    after = _after_lead(piece)
    run = _OPENS.sub("", piece) if after is None else after
    end = _agent_end(run)
    verbs = _verbs(run[end:]) if end and not _NO_ACTOR.match(run) else frozenset[str]()
    return Act(run[:end], verbs, piece) if verbs else None


def _agent_end(run: str) -> int:
    """Return where the agent at the start of a run ends, nought where it opens with none."""
    listed = re.match(r"[\u4e00-\u9fff、]*", run)
    head = listed.group()[:_LONGEST] if listed else ""
    named = [name for name in units(head) if head.startswith(name)]
    end, place = 0, 0
    for word in cut(head.replace("、", "＿")) if head else ():
        place += len(word)
        if end and word in "向对给把将":
            break
        if place >= 2 and (_ACTOR.search(head[:place]) or is_name(head[:place])):
            end = place if kind_of(head[:place]) != "f" else end  # 尚未 is nobody
        if (kind_of(word) == "v" or word in _DUTIES) and not _ACTOR.search(head[:place]) and end:
            break
    return max([end, *map(len, named)])


def _verbs(text: str) -> frozenset[str]:
    """Return the verbs with which a text opens: 负责调度 of 负责调度其余项目."""
    rest = _TOWARDS.sub("", _BETWEEN.sub("", _AS_NOUN.sub("＿", text)))
    run = re.match(r"[\u4e00-\u9fff]{2,8}", rest)
    found = [duty for duty in _DUTIES if rest.startswith(duty)][:1]
    opened = len(found[0]) if found else 0
    for word in cut(run.group()[opened:]) if run else ():
        if kind_of(word) != "v" and word not in _DUTIES and found[-1:] != ["负责"]:
            break
        found.append(word)
    return frozenset(found)


def agent_problems(clause: str, source: Source) -> Iterator[Problem]:
    """Yield where a folded clause gives to one what its source gives to another.

    >>> source = Source("由城建办牵头;意愿征集由朝晖社区负责", "")
    >>> [problem.text for problem in agent_problems("意愿征集由城建办负责", source)]
    ['城建办']
    >>> list(agent_problems("意愿征集由朝晖社区负责", source))
    []
    """
    known = acts(source.text)
    for act in acts(clause):
        alike = [other for other in known if _same_verbs(act, other)]
        if not _FORMERLY.search(act.clause):  # 原由甲局承担的工作,改由乙局承担: no longer of 甲局
            alike = [other for other in alike if not _is_former(other)] or alike
        if not alike:
            continue
        topic = pairs(act.clause) - pairs(act.agent) - set().union(*map(pairs, act.verbs))
        own = max(
            (len(topic & pairs(other.clause)) for other in alike if same_party(act.agent, other.agent)), default=-1
        )
        others = [other for other in alike if not same_party(act.agent, other.agent)]
        best = max(others, key=lambda other: len(topic & pairs(other.clause)), default=None)
        if best is None:
            continue
        score = len(topic & pairs(best.clause))
        joined = [name for name in _JOINT.split(act.agent) if len(name) > 1] if own >= 0 else []
        told = [other.agent for other in alike]
        for name in joined if len(joined) > 1 else ():
            if not any(same_party(name, agent) for agent in told) and any(same_party(name, e.agent) for e in known):
                yield Problem("part", name, f"出处中这件事不由“{name}”")
        elsewhere = _EXPLICIT.search(act.clause) and any(same_party(act.agent, other.agent) for other in known)
        if (own < 0 and elsewhere) or (own >= 0 and score >= own + _CLEARLY):
            yield Problem("part", act.agent, f"出处中这件事不由“{act.agent}”，由“{best.agent}”")


def _is_former(act: Act) -> bool:
    """Tell whether an act is of whoever had it before: 原由甲局承担."""
    return re.search(f"原[来先本定]?由{re.escape(act.agent)}", act.clause) is not None


def _same_verbs(one: Act, other: Act) -> bool:
    """Tell whether two acts have a verb in common, by meaning; 负责 alone says nothing where each has its own verb."""
    own, others = one.verbs - {"负责"}, other.verbs - {"负责"}
    if own and others and not own & others and not any(own & words and others & words for words in _SAME):
        return False
    if one.verbs & other.verbs:
        return True
    return any(one.verbs & words and other.verbs & words for words in _SAME)


def same_party(one: str, other: str) -> bool:
    """Tell whether two agents can be the same, under whatever form of their names.

    >>> same_party("市水利局", "市水务局"), same_party("市水利局", "市财政局")
    (True, False)
    """
    if one in other or other in one or _same_unit(one, other):
        return True
    telling, told = pairs(_GENERAL.sub(" ", one)), pairs(_GENERAL.sub(" ", other))
    if not telling or not told:
        return not telling and not told and bool(set(one) & set(other))
    return bool(telling & told)


def _same_unit(one: str, other: str) -> bool:
    """Tell whether two agents are forms of one unit's name, and no general word for units."""
    named = [name for name in (one, other) if units(name) and _GENERAL.sub("", name)]
    return (
        len(named) == 2 and not _PLAIN.search(f"{one} {other}") and (names_unit(other, one) or names_unit(one, other))
    )

"""Compares what turns a meaning round: negation, hedges and conditions, each with the words that it governs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.generation.checking.fold import clauses, pairs, without_titles

_NEGATION = re.compile(
    r"不[得可准能应宜该许]|不(?=同意)|不(?![断仅但光只同少低超足久过论管动折懈或良高到])|未(?![来成])|没有?|无(?![锡论人障偿缝害纸线疑形数机])|非(?![常公遗法物])|"
    r"禁止|严禁|避免|杜绝|取消|停止|暂停|拒绝|防止|(?<![区分类级鉴个识特])别(?!墅)"
)
_HEDGES: tuple[tuple[str, str], ...] = (
    (r"拟(?!定|订|制|稿|人)|计划(?=于|在|对|到|将|年)|打算|准备(?=于|在)", "拟"),
    (r"建议(?![提案办的书])", "建议"),
    (r"争取|力争|尽量|努力(?=[在于到实完达])", "争取"),
    (r"预计|预期|有望|可望", "预计"),
    (r"可能(?!性)|或许|也许|大概", "可能"),
    (r"探索|尝试|试行(?!\))|试点", "探索"),
    (r"研究(?=[建设阻对解推支明提落])", "研究"),
    (r"原则上(?!同意|通过)", "原则上"),
    (r"基本(?=[完建实形达解落])|初步", "基本"),
    (r"适当|酌情|视情", "适当"),
)
_CONDITION = re.compile(
    r"(?P<condition>[^,。;:]{2,24}?)(?:之后|以后|(?<![今此前背落最然事先会滞午])后(?![半售续期顾台来方果勤备]))(?P<rest>[^,。;]{2,})"
)
_IF = re.compile(
    r"(?P<condition>(?:如果|(?<![比例诸譬])如(?!期|何|实|意|下|昆)|若(?!干)|倘|一旦|除非|凡)[^,。;]{2,24}),?(?P<rest>[^,。;]{2,})"
)
_PREMISE = re.compile(r"(?P<condition>[^,。;]{2,24}?)(?:的?前提下|的?条件下)[,]?(?P<rest>[^,。;]{2,})")
_WIDTH = 8
_COMMON = frozenset(("会议", "要求", "工作", "相关", "部门", "单位", "进行", "有关", "关于"))


@dataclass(frozen=True, slots=True)
class Modifier:
    """A word that governs what follows: its kind (不, 拟, 建议), its wording and the pairs of characters it governs."""

    kind: str
    text: str
    governed: frozenset[str]
    clause: str
    literal: str
    """The word with the two characters after it: a source that has them says the same."""


def modifiers(folded: str) -> Iterator[Modifier]:
    """Yield the negations and hedges of a text.

    >>> [(entry.kind, entry.text) for entry in modifiers("拟于6月开展调研,不应强调盈利")]
    [('拟', '拟'), ('不', '不应')]
    """
    for clause in clauses(without_titles(folded)):
        for match in _NEGATION.finditer(clause):
            yield _modifier("不", match, clause)
        for pattern, kind in _HEDGES:
            for match in re.finditer(pattern, clause):
                yield _modifier(kind, match, clause)


def _modifier(kind: str, match: re.Match[str], clause: str) -> Modifier:
    """Return a modifier with what it governs: the next characters of its clause."""
    following = clause[match.end() : match.end() + _WIDTH]
    governed = pairs(following) - _COMMON
    if not governed:  # 力度不减: without the word, 度 and 减 stand together
        governed = pairs(clause[: match.start()][-1:] + following[:1])
    return Modifier(kind, match.group(), frozenset(governed), clause, clause[match.start() : match.end() + 2])


def dropped(statement: str, source: str) -> list[Modifier]:
    """Return the modifiers of a source that a statement drops: it says the governed words without them.

    Only where all occurrences of the governed words in the source carry the modifier: where one stands without it,
    the statement may be about that one.
    """
    lost = []
    kept = list(modifiers(statement))
    bare = [(clause, pairs(clause)) for clause in clauses(without_titles(statement))]
    for modifier in modifiers(source):
        if not modifier.governed:
            continue
        if any(entry.kind == modifier.kind and entry.governed & modifier.governed for entry in kept):
            continue
        need = max(1, (len(modifier.governed) + 1) // 2)
        said = [clause for clause, own in bare if len(own & modifier.governed) >= need]
        if said and not _stands_bare(source, modifier, need):
            lost.append(modifier)
    return lost


def _stands_bare(source: str, modifier: Modifier, need: int) -> bool:
    """Tell whether a source says the governed words elsewhere without a modifier of the same kind."""
    for clause in clauses(without_titles(source)):
        if clause == modifier.clause or len(pairs(clause) & modifier.governed) < need:
            continue
        if all(entry.kind != modifier.kind for entry in modifiers(clause)):
            return True
    return False


def added(statement: str, source: str) -> list[Modifier]:
    """Return the modifiers of a statement that a source does not have over the same words."""
    have = list(modifiers(source))
    return [
        modifier
        for modifier in modifiers(statement)
        if modifier.governed
        and modifier.literal not in source
        and not any(entry.kind == modifier.kind and entry.governed & modifier.governed for entry in have)
    ]


def lost_conditions(statement: str, source: str) -> list[str]:
    """Return the conditions of a source that a statement drops while it says what depends on them.

    >>> lost_conditions("会议要求组织实施", "请相关部门修改完善后组织实施")
    ['请相关部门修改完善']
    """
    own = pairs(statement)
    lost = []
    for clause in re.split("[。;\n]", without_titles(source)):
        for pattern in (_CONDITION, _IF, _PREMISE):
            for match in pattern.finditer(clause):
                rest = pairs(match["rest"]) - _COMMON
                condition = pairs(match["condition"][-8:]) - _COMMON
                said = rest and len(own & rest) * 10 >= len(rest) * 6
                kept = not condition or len(own & condition) * 3 >= len(condition)
                if said and not kept:
                    lost.append(match["condition"])
    return lost

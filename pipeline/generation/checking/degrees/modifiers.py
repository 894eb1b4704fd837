"""Compares what turns a meaning round: negation and hedges, each with the words that it governs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.generation.checking.degrees.hedges import HEDGED, LENIENT, NEGATION, PLANNED
from pipeline.generation.checking.degrees.until import COMMON, done_first, leave_kept
from pipeline.generation.checking.reading.fold import clauses, pairs, without_titles
from pipeline.generation.checking.reading.refusals import refuses
from pipeline.generation.checking.reading.speech import cut, kind_of
from pipeline.patterns import compiled

_PLANS = compiled(f"拟|{PLANNED}")
_AFTER_WILL = frozenset("于在对向由按以从会要再继为有新全分逐陆首进")
_PRESENCE = compiled("(?:能)?(?:参加|出席|列席|到会|参会|到场)")  # who was away is read from his part
_BARRING = compiled("不[得可准许能允]|禁止|严禁|请?勿|停止|暂停|取消|终止")  # may stand before or after what it bars
_OF_THAT = compiled("(?:采取|采用|为之|为|允许|这[样么]做|如此|实施|进行)(?:的?(?:做法|事项?|行为|情形))?$")
# 还没装的, of 6月底前装完; 没退出警戒水位, of 退出前: what is still to come is not yet done
_NOT_YET = compiled("[未没]")
_TO_COME = compiled("(?<![提先])(?:(?<=\\d日)|(?<!日))前(?![期往来去景提])|待")
# What says no in another way: 缺乏依据, 低于约定, 难以, 停止
_NAYS = compiled(
    r"不(?!过|仅|但|断|光)|(?<=[\u4e00-\u9fff])不(?=过)|未|没|无|(?<!除)非(?![常公遗法物])|缺|欠|低于|少于|停止?(?![车留靠])|终止|禁止?|废(?![水气物旧弃料])|否|难(?![点度民])|拒|免(?![税费疫])|(?<!截)止"
    r"|缓|推迟|延期|改期|失(?![业地])|弱|差(?![别旅额])|滞|驳|尚有|正在|撤[销并除掉](?!县设)|取缔|拆[除掉]|杜绝|避免|防(?![汛疫控护洪灾火雷台风震])|勿|尚待|有待|取消|只有|仅|过[低高少多]|偏[低高少多]|补[报交办缴签录齐]"
)
_MUST = compiled("须|应当|应该|务必|一律|不得|严格")
_CHANGED = compiled("改[由为成]|(?:调整|变更|变)[为成]")  # 由甲改为乙: 不再由甲
_STAYS = ("变", "动", "作调整", "做调整", "调整")
_AS_BEFORE = compiled("仍|维持|保持|照旧|沿用|不变")  # 维持不变, of 仍为10月25日
_TAKES_OVER = compiled("(?P<from>接替|取代)|改由|换由|转由|换成")  # 乙局接替甲局, of 不再由甲局
_NO_LONGER = compiled("不是[^,。;]{1,12}了$")  # 现在不是由甲来管了
_WHATEVER = compiled("[不无]论|不管")
_GIVES = compiled("^(?:同意|批准|支持|予以|予|再|会|被|给)(?=[\u4e00-\u9fff])")  # 不赔, 不予赔付
_GOES_ON = frozenset("不再根按以从将则于至最约达为0123456789")  # 自筹部分不少于; 部分道路 is part of them
_WIDTH, _NEAR, _NAMED = 8, 6, 2


@dataclass(frozen=True, slots=True)
class Modifier:
    """A word that governs what follows: its kind (不, 拟, 建议), its wording and the pairs of characters it governs."""

    kind: str
    text: str
    governed: frozenset[str]
    reach: frozenset[str]
    """The pairs of the whole clause, for a word that comes earlier or later in another wording."""
    following: str
    clause: str
    literal: str
    """The word with the two characters after it: a source that has them says the same."""


@lru_cache(maxsize=4096)  # one source is held against many sentences
def modifiers(folded: str) -> tuple[Modifier, ...]:
    """Return the negations and hedges of a text.

    >>> [(entry.kind, entry.text) for entry in modifiers("拟于6月开展调研,不应强调盈利")]
    [('拟', '拟'), ('不', '不应')]
    """
    return tuple(_modifiers(folded))


def _modifiers(folded: str) -> Iterator[Modifier]:
    for clause in clauses(without_titles(folded)):
        for match in NEGATION.finditer(clause):
            if _asks(clause, match) and not _WHATEVER.search(clause):
                continue  # 推不推, 要不要
            yield _modifier("不", match, clause, folded)
        for pattern, kind in HEDGED:
            for match in pattern.finditer(clause):
                yield _modifier(kind, match, clause, folded)


def _asks(clause: str, match: re.Match[str]) -> bool:
    """Tell whether 不 stands between twice the same word, and so denies nothing: 推不推."""
    before, after = clause[: match.start()][-1:], clause[match.end() :][:1]
    return match.group() == "不" and before == after


def _modifier(kind: str, match: re.Match[str], clause: str, text: str) -> Modifier:
    """Return a modifier with what it governs: the next characters of its clause."""
    following = clause[match.end() : match.end() + _WIDTH]
    governed = pairs(following) - COMMON
    if not governed:  # 力度不减: without the word, 度 and 减 stand together
        governed = pairs(clause[: match.start()][-1:] + following[:1])
    if not following and kind == "争取":  # 再向县交通局争取
        governed = pairs(clause[: match.start()][-_WIDTH:]) - COMMON
    barring = _BARRING.match(match.group())
    apart = not following or _OF_THAT.match(following) is not None  # 加收费用的做法,一概不得采取
    reach = (text if apart else clause) if barring else clause[match.start() :]
    return Modifier(
        kind,
        match.group(),
        frozenset(governed),
        frozenset(pairs(without_titles(reach)) - COMMON),
        following,
        clause,
        clause[match.start() : match.end() + 2],
    )


def dropped(statement: str, source: str) -> list[Modifier]:
    """Return the modifiers of a source that a statement drops: it says the governed words without them.

    Only where all occurrences of the governed words in the source carry the modifier: where one stands without it,
    the statement may be about that one.
    """
    lost = []
    kept = list(modifiers(statement))
    said_anywhere = {kind for pattern, kind in HEDGED if pattern.search(statement)}
    said_anywhere |= {kind for kind, words in LENIENT.items() if words.search(statement)}
    if not _PLANS.search(statement) and not _is_to_come(statement):
        said_anywhere.discard("拟")
    bare = [(clause, pairs(clause)) for clause in clauses(without_titles(statement))]
    own = [*modifiers(source)]
    own.sort(key=lambda entry: all(entry.literal != other.literal for other in kept))
    for modifier in own:
        if not modifier.governed:
            continue
        keeper = _keeper(modifier, kept)
        if keeper is not None:
            if len(keeper.text) < 2:
                kept.remove(keeper)
            continue
        if modifier.kind != "不" and modifier.kind in said_anywhere:
            continue
        if modifier.kind == "不" and _PRESENCE.match(modifier.following):
            continue
        if modifier.kind == "拟" and re.search(f"(?:同意|决定|通过){modifier.following[:2]}", source):
            continue  # 拟聘任甲明为副总经理。同意聘任。
        if modifier.kind == "部分" and _part_named(modifier, statement):
            continue
        if leave_kept(modifier.clause, statement):
            continue
        if modifier.kind == "不" and done_first(modifier.literal[:1], statement, source):
            continue
        if modifier.literal.startswith("不再") and _passes_from(modifier.following, statement):
            continue
        if modifier.text.startswith("免") and "免" in statement:
            continue  # 免收 is 全免
        need = max(1, (len(modifier.governed) + 1) // 2)
        said = [clause for clause, own in bare if len(own & modifier.governed) >= need]
        if modifier.kind == "不" and said and all(_says_no(clause, modifier.clause) for clause in said):
            continue
        apart = (
            modifier.kind in ("争取", "拟", "预计", "建议")
            and not said
            and len(pairs(statement) & modifier.governed) >= max(need, 3)
        )
        if (said or apart) and not _stands_bare(source, modifier, need, pairs(statement)):
            lost.append(modifier)
    return lost


def _part_named(modifier: Modifier, statement: str) -> bool:
    """Tell whether a statement names the part of which a source speaks: 自筹的 for 自筹部分不少于."""
    before, _, after = modifier.clause.partition(modifier.text)
    return len(before) > 1 and after[:1] in _GOES_ON and before[-2:] in statement


def _says_no(clause: str, other: str) -> bool:
    """Tell whether a clause says no at least as often as another, in whatever words.

    >>> _says_no("缺少政策依据", "没有政策依据"), _says_no("未完成普查的镇可以安排", "未完成普查的镇不得安排")
    (True, False)
    """
    return len(_NAYS.findall(clause)) >= max(1, len(_NAYS.findall(other)))


def _denied(modifier: Modifier, source: str) -> bool:
    """Tell whether a source says no, in other words, of what a statement says no of: 低于约定 for 没有达到约定."""
    parts = clauses(without_titles(source))
    barring = _BARRING.match(modifier.text) is not None
    if modifier.following.startswith(_STAYS) and _AS_BEFORE.search(source):
        return True
    whole = pairs(modifier.clause) - COMMON
    for own, least in ((whole, 2), (modifier.governed, 1), (whole if barring else frozenset[str](), 1)):
        # of two that share as much, the one that shares what is denied
        shared = [(len(pairs(part) & own), len(pairs(part) & modifier.governed)) for part in parts]
        most = max(shared, default=(0, 0))
        if most[0] >= least:
            near = [part for part, count in zip(parts, shared, strict=True) if count == most]
            # 不再免费 is no wording of 免费政策不变
            ended = "不再" in modifier.literal or _NO_LONGER.search(modifier.clause) is not None
            if least == 1 and barring and any(_BARRING.search(part) for part in near):
                return True  # 不许拿去还欠款, of 不得用于偿还旧欠
            pending = _NOT_YET.match(modifier.text) and not _WHATEVER.search(modifier.clause)
            if pending and all(_TO_COME.search(part) for part in near):
                return True
            return all(
                _NAYS.search(part.replace("不变", "") if ended else part) or (ended and _is_changed(part, source))
                for part in near
            )
    return False


def _passes_from(following: str, statement: str) -> bool:
    """Tell whether a statement has a thing pass from whom a source no longer has it, and not to him.

    >>> _passes_from("由甲科承担", "乙科接替甲科承担"), _passes_from("由甲科承担", "甲科接替乙科承担")
    (True, False)
    """
    match = _TAKES_OVER.search(statement)
    if match is None:
        return False
    named = pairs(statement[match.end() :][:_NAMED]) & pairs(following)
    return bool(named) == bool(match["from"])


def _is_changed(part: str, source: str) -> bool:
    """Tell whether a clause of a source, or the one behind it, has a thing pass to another: 由甲科组织,改为乙科组织."""
    after = source.partition(part)[2].lstrip(",")
    return _CHANGED.search(part) is not None or _CHANGED.match(after) is not None


def _said_so(modifier: Modifier, source: str) -> bool:
    """Tell whether the clause of a source that shares most with a modifier's has a word as lenient: 只减不增."""
    parts = clauses(without_titles(source))
    own = pairs(modifier.clause)
    shared = [len(pairs(part) & own) for part in parts]
    near = [part for part, count in zip(parts, shared, strict=True) if count and count == max(shared)]
    return bool(near) and all(LENIENT[modifier.kind].search(part) for part in near)


def _same_object(one: Modifier, other: Modifier) -> bool:
    """Tell whether two modifiers govern the same: words in common, or the same next character (不减, 不能减弱)."""
    first, second = (_GIVES.sub("", entry.following)[:1] for entry in (one, other))
    alone = len(one.following) == 1 and one.following in other.following[:_NEAR]  # 不征, 不同意启动征收
    return bool(one.reach & other.governed or (first and first == second) or alone)


def _keeper(modifier: Modifier, kept: list[Modifier]) -> Modifier | None:
    """Return the modifier of a statement that keeps one of its source, the closest first; each keeps one alone."""
    alike = [entry for entry in kept if entry.kind == modifier.kind and _same_object(entry, modifier)]
    return max(
        alike, key=lambda entry: (entry.literal == modifier.literal, len(entry.reach & modifier.governed)), default=None
    )


def _is_to_come(statement: str) -> bool:
    """Tell whether 将 tells of what is to come, and does not merely put an object before its verb: 将费用提高到8元."""
    for match in re.finditer("将", statement):
        words = cut(statement[match.end() :][:6])
        if words and (words[0][0] in _AFTER_WILL or kind_of(words[0]) == "v"):
            return True
    return False


def _stands_bare(source: str, modifier: Modifier, need: int, told: set[str]) -> bool:
    """Tell whether a source says the governed words elsewhere without a modifier of the same kind.

    What is planned stands bare only in a clause that shares no less with the statement (`told`) than the plan does.
    """
    least = len(pairs(modifier.clause) & told) if modifier.kind in ("拟", "建议", "争取", "预计") else 0
    for clause in clauses(without_titles(source)):
        if len(pairs(clause) & told) < least:
            continue
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
        and (modifier.literal if modifier.kind == "不" else modifier.text) not in source
        and not any(
            entry.kind == modifier.kind and (_same_object(entry, modifier) or _same_object(modifier, entry))
            for entry in have
        )
        and not (modifier.kind == "不" and _PRESENCE.match(modifier.following))
        and not (modifier.kind == "不" and (_denied(modifier, source) or refuses(source, modifier.following)))
        and not (modifier.kind == "可" and not _MUST.search(source))
        and not (modifier.kind in LENIENT and _said_so(modifier, source))
    ]

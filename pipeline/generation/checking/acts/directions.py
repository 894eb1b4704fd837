"""Compares from whom to whom: 甲向乙出借 is no proof of 乙向甲出借, though every word of the two is the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.generation.checking.acts.agents import same_party
from pipeline.generation.checking.reading.fold import clauses, flat, pairs, sentences, share_of, without_titles
from pipeline.generation.checking.reading.source import Problem, Source
from pipeline.generation.checking.reading.speech import cut, kind_of
from pipeline.patterns import compiled

# 向乙方移交, 代乙局垫付, 从乙院借调; 对 and 为 often only name a topic
_TOWARDS = compiled(
    "(?P<word>向|从|替|(?<![取替现当历朝换年时世后近古])代(?![表理码办管价拟建替征])|对(?![于照接外口标比策应症象方手])|(?<![作成分定改列称名是视认因以更极较行])为(?![了主期止由准此期例首何])|与|跟|给(?!予)"
    "|(?<![汇通申简公填预情警呈上])报(?![告表名价批废销送审请备]))"
    "(?=(?P<rest>[\u4e00-\u9fff、]{2,24}))"
)
_HANDED = compiled(
    "(?P<verb>移交|分配|划转|划拨|调拨|转让|出租|租借|借出|借调|支付|拨付|发放|赠送|捐赠|返还|退还|归还|出售|派驻|调整|变更|委托"
    "|[借交拨发付还租送转让划返退卖售赠捐赔补派报调])(?P<word>给(?!予)|至|到(?![期位账场会达]))"
    "(?=(?P<rest>[\u4e00-\u9fff、]{2,24}))"
)
_UPON = compiled(
    "(?P<word>委托|聘请|授权|责成|约谈|督促|督导|收购|兼并|并购|控股|监督|考核|起诉|指导|移交|移送|划转|转让|返还|归还|退还|报送|上报|告知|通知|反馈|转交|交还)"
    "(?=(?P<rest>(?!给|至|到|于)[\u4e00-\u9fff、]{2,24}))"
)
_TAKES = compiled(
    "借入|借用|借款|借得|借调|借到|贷款|申请|收取|收缴|征收|征缴|追[回缴讨偿]|租用|租入|承租|租赁|购|采购|受让|接收|接受|领取|索|抽调|要回|收回|催"
)
_GIVES = compiled(
    "出借|借出|借给|发放|支付|缴纳|上缴|拨付|出租|租给|转让|出售|卖给|移交|交付|提供|捐赠|赔付|返还|退还|归还"
)
_ABOUT_A_THING = compiled("[将把][^,。;由从]*$")
_PRONOUN = compiled(
    "^(?:由|其|他|她|它|该|此|这|上述|双方|对方|有关|相关|社会|全社会|各方|下[级属一]|上级|外界|前款|广大|公众)"
)
_AUXILIARY = compiled(
    "^(?:要|应当?|须|需要?|将|可|再|也|都|均|及时|定期|统一|直接|继续|抓紧|尽快|必须|务必|一次性|按[月季年期]|书面|专题|正式|如实|作出?|做|进行|予以|提[交出]|的)+"
)
_LIGHT_VERBS = frozenset("作做提报出借交移支缴付拨还退租售卖送捐转划发垫追收索购调催签给缓")
_DONE = frozenset(
    re.findall(
        r"\S+",
        "通报 报告 汇报 说明 出借 借出 移交 公布 公开 通知 告知 书面 专题 申请 提供 支付 缴纳 反馈 转交 归还 退还 返还 "
        " 追回 追缴 收取 备案 审核 审批 审定 审查 批准",
    )
)
# 甲与乙挂钩 is 乙与甲挂钩
_BOTH_WAYS = compiled(
    "^(?:相互|互相|相|直接|紧密|有效|同步)*(?:挂钩|结合|联动|衔接|一致|相同|同步|并行|整合|合并|互认|脱钩|分离|签约|签订|共建|合作|匹配|统一|融合|对应|比较|并轨)"
)
_SURE, _CLEARLY, _TELLS, _MORE = 0.6, 0.2, 8, 2
_WEAK = frozenset(("对", "为", "与", "跟"))


@dataclass(frozen=True, slots=True)
class Transfer:
    """One thing that goes from somebody to somebody: who stands before it, towards whom, and what is done."""

    before: str
    word: str
    party: str
    does: str


@lru_cache(maxsize=512)
def transfers_of(folded: str) -> tuple[Transfer, ...]:
    """Return what goes towards whom in a folded text.

    >>> [(one.before, one.party, one.does) for one in transfers_of("由县财政局向供水公司出借周转金")]
    [('由县财政局', '供水公司', '出借周转金')]
    """
    found = []
    for sentence in sentences(without_titles(flat(folded))):
        before = ""
        for clause in clauses(sentence):
            found += list(_of_clause(clause, before))
            before += f"{clause},"
    return tuple(found)


def _of_clause(clause: str, former: str) -> Iterator[Transfer]:
    """Yield the transfers of a clause."""
    for match in _HANDED.finditer(clause):
        party = _party(match["rest"])
        if party and not _PRONOUN.match(party):
            head = _ABOUT_A_THING.sub("", clause[: match.start()])
            yield Transfer(f"{former}{head}", "给", party, f"{match['verb']}{match['rest'][len(party) :]}"[:_TELLS])
    for match in _TOWARDS.finditer(clause):
        party = _party(match["rest"])
        does = _AUXILIARY.sub("", clause[match.start("rest") + len(party) :])[:_TELLS]
        if match["word"] == "给":
            does = f"{clause[max(0, match.start() - _TELLS) : match.start()]}{does}"
        does = does or ("报" if match["word"] == "报" else "")
        if party and does and not _PRONOUN.match(party):
            head = _ABOUT_A_THING.sub("", clause[: match.start()])
            yield Transfer(f"{former}{head}", match["word"], party, does)
    for match in _UPON.finditer(clause):
        party = _party(match["rest"])
        if party and not _PRONOUN.match(party):
            yield Transfer(f"{former}{_ABOUT_A_THING.sub('', clause[: match.start()])}", "为", party, match["word"])


def _party(rest: str) -> str:
    """Return the name with which a text opens, up to the verb that follows it."""
    place, named = 0, False
    for word in cut(rest.replace("、", "＿")):
        verb = kind_of(word) == "v" or word in _DONE or word in _LIGHT_VERBS
        if named and (verb or word in "按于在就以并把将须要应") and place >= 2:
            break
        named = named or (kind_of(word) in ("n", "") and not verb)
        place += len(word)
    return rest[:place]


def direction_problems(clause: str, source: Source) -> Iterator[Problem]:
    """Yield where a folded clause lets go to somebody what its source lets come from him.

    >>> source = Source("考核靠后的街道要向区政府作出说明", "")
    >>> [problem.text for problem in direction_problems("区政府要向考核靠后的街道作出说明", source)]
    ['向考核靠后的街道']
    >>> list(direction_problems("考核靠后的街道应向区政府说明", source))
    []
    """
    stated = transfers_of(clause)
    known = transfers_of(source.text) if stated else ()
    for transfer in stated:
        if transfer.word in ("与", "跟") and _BOTH_WAYS.search(transfer.does):
            continue
        alike = [other for other in known if _event(transfer, other)] or known
        same = [other for other in alike if _same(transfer.party, other)]
        if same and all(_opposite(transfer, other) for other in same):
            yield Problem(
                "part",
                f"{transfer.word}{transfer.party}",
                f"出处中不是“{transfer.word}{transfer.party}{transfer.does[:2]}”",
            )
            continue
        said = max((_event(transfer, other) for other in same), default=-_MORE)
        if any(
            _event(transfer, other) >= said + _MORE and _swapped(transfer, other)
            for other in alike
            if other not in same
        ):
            yield Problem(
                "part", f"{transfer.word}{transfer.party}", f"出处中不是“{transfer.word}{transfer.party}”，是由其来做"
            )


def _event(one: Transfer, other: Transfer) -> int:
    """Return how much of what is done two transfers share."""
    return len(pairs(one.does) & pairs(other.does))


def _same(party: str, other: Transfer) -> bool:
    """Tell whether a party is the one towards whom another transfer goes, and not rather who stands before it."""
    if party in other.party or other.party in party:
        return True
    return (
        same_party(party, other.party)
        and share_of(party, pairs(other.before)) <= share_of(party, pairs(other.party)) + _CLEARLY
    )


def _swapped(one: Transfer, other: Transfer) -> bool:
    """Tell whether the one towards whom a transfer goes is who acts in another, and the other way round."""
    if _opposite(one, other):
        return False
    taken = share_of(one.party, pairs(other.before)) >= _SURE
    given = share_of(other.party, pairs(one.before)) >= _SURE
    told, weak = _event(one, other) > 0, bool({one.word, other.word} & _WEAK)
    weak = weak or (one.word == "从") != (other.word == "从")  # 由甲划转至乙 is 从甲划转至乙
    return taken and (told or given) and (not weak or (told and given))


def _opposite(one: Transfer, other: Transfer) -> bool:
    """Tell whether one transfer gives and the other takes: 甲向乙出借, 乙向甲借款."""
    if one.word == other.word == "给":
        return False
    for first, second in ((one, other), (other, one)):
        if _TAKES.search(first.does) and not _TAKES.search(second.does) and _GIVES.search(second.does):
            return True
    return False

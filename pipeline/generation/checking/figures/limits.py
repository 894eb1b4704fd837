"""What a source says of some only: a statement may not say it of all, nor leave out what limits whom it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.generation.checking.reading.amounts import amounts
from pipeline.generation.checking.reading.fold import clauses, flat, pairs, without_titles
from pipeline.generation.checking.reading.source import Problem, Source
from pipeline.generation.checking.reading.speech import cut, kind_of
from pipeline.patterns import compiled

_MEMBERS = (
    "企业|公司|单位|项目|工程|人员|人才|团队|家庭|农户|住户|用户|业主|商户|户|机构|医院|学校|幼儿园|校区|科室|教师|学生|职工|干部|同志"
    "|党员|居民|村民|群众|老人|老年人|儿童|残疾人|个人|农民|对象|车辆|公交车|渔船|船舶|水库|河道|道路|路段|房屋|建筑|地块|小区|社区|楼宇"
    "|厂房|门店|网点|窗口|泊位|岗位|标段|产品|设备|设施|市场|园区|景区|部门|工点|隐患|案件|事项|店|场所|站点"
)
_PLACES = "镇|街道|村|乡|县|区"
# 对连续两个月亮红灯的项目,由督查室约谈; 使用10年以上的软管全部更换
_OF_SUCH = compiled(
    rf"(?P<limit>[^,。;:、()]{{3,24}}?)的(?P<noun>[\u4e00-\u9fff]{{0,4}}?(?:{_MEMBERS})|{_PLACES})(?P<rest>,?[^。;]{{2,24}})"
)
_NO_LIMIT = compiled(
    "关于|有关|相关|会议|提出|上述|全[市县区省州镇乡村]|所有|全部|我[市县区省州镇]|建设|新的$|优[质秀]|(?:[排检核抽清]查|查|摸排|发现)(?:出来?|到|发现)?$"
)
# 65岁以上老人, 2小时内免费
_MEASURED = compiled(
    r"(?P<limit>[\d.]+[万亿]?[\u4e00-\u9fff%]{1,4}?(?:及?以[上下内]|之?内|未满))(?:的|\([^()]*\))?(?P<rest>[\u4e00-\u9fff][^,。;、:]{1,7})"
)
_TIME_TO_DO = compiled(r"[\d.]+个?(?:年|月|日|天|工作日|小时|周|季度)之?内$")
_FREE = compiled("免|不收|优惠|减")
_EVERY = compiled(
    "(?P<word>所有|全部|全体|一切|任何|各类|全[市县区省州镇乡村国校院域](?:的|范围内的?)?(?:所有|全部|各类?)?|整个)的?"
)
_PLACE = compiled("全[市县区省州镇乡村国校院域]")
_UNIVERSAL = compiled(
    "所有|全部|全体|一切|任何|各|每|逐|全[市县区省州镇乡村国校院域数员]|均|都|一律|统一|普遍|凡|分别|皆|整体"
)
_SOME = compiled("部分|个别|少数|一些|某些|有的|有些|多数|重点|试点|其中|首批|主要")
_SAYS_IN_A_ROW = compiled("连续|连着|接连|一连")
_IN_A_ROW = compiled("连续(?:[两二三四五六七八九十]|\\d+)(?:个(?:月|季度|工作日)|次|年|届|期|天|日|季度)")
_LEAST_HEAD, _LONGEST_HEAD = 2, 6


def limit_problems(clause: str, source: Source) -> Iterator[Problem]:
    """Yield what limits, in a source, whom or what a folded clause speaks of, and is left out or widened there.

    >>> source = Source("对65岁以上老人开展上门采样,大中型水库水位全部降至汛限以下", "")
    >>> [problem.text for problem in limit_problems("对老人开展上门采样", source)]
    ['65岁以上']
    >>> [problem.text for problem in limit_problems("所有水库水位降至汛限以下", source)]
    ['所有水库']
    """
    text = without_titles(clause)
    own = pairs(text)
    for line in re.split("[。;\n]", without_titles(source.text)):
        for limit in (*_such(line, text, own), *_measured(line, text, own)):
            yield Problem("scope", limit, f"漏掉了出处的限定“{limit}”")
    for part in [] if _SAYS_IN_A_ROW.search(text) else clauses(flat(without_titles(source.text))):
        match = _IN_A_ROW.search(part)
        rest = pairs(_IN_A_ROW.sub("", part))
        if match and "的" in part[match.end() :] and len(own & rest) * 10 >= len(rest) * 6:
            yield Problem("scope", match.group(), f"漏掉了出处的限定“{match.group()}”")
    for part in clauses(flat(text)):
        for match in _EVERY.finditer(part):
            every = "所有" in match["word"] or match["word"].startswith(("一切", "任何"))
            head = _head(part[match.end() :], source, whole=match.group() == "全部")
            head = head or (_named(part[match.end() :], source) if every else "")
            if not head and every and (strange := _unknown(part[match.end() :], source)):
                yield Problem("scope", f"{match['word']}{strange}", f"出处中没有“{match['word']}{strange}”")
            if head not in source.words and _PLACE.match(match["word"]):
                continue
            if head and not _covers(match["word"], part, head, source):
                yield Problem("scope", f"{match['word']}{head}", f"出处说的不是“{match['word']}{head}”")


def _such(line: str, text: str, own: set[str]) -> Iterator[str]:
    """Yield each clause before a noun (连续两个月亮红灯的项目) which a text leaves out and says the rest."""
    for match in _OF_SUCH.finditer(line):
        limit, noun = match["limit"], match["noun"]
        rest, said = pairs(match["rest"]), pairs(limit)
        if _NO_LIMIT.search(limit) or noun[-2:] not in text or not rest or not said:
            continue
        if len(own & rest) * 2 >= len(rest) and len(own & said) * 4 < len(said) and not _only_measured(limit, text):
            yield limit


def _only_measured(limit: str, text: str) -> bool:
    """Tell whether what stands before a noun is a measure that a text has too: 设置1.2 of 设1.2的岗位系数."""
    found = re.fullmatch(r"[\u4e00-\u9fff]{0,2}(?P<value>\d[\d.]*%?)", limit)
    return found is not None and re.search(rf"(?<![\d.]){re.escape(found['value'])}(?![\d.])", text) is not None


def _measured(line: str, text: str, own: set[str]) -> Iterator[str]:
    """Yield each measure before what it limits (65岁以上老人) which a text leaves out and says the rest."""
    known = {amount.value for amount in amounts(text)}
    for match in _MEASURED.finditer(line):
        limit, rest = match["limit"], pairs(match["rest"])
        if _TIME_TO_DO.search(limit) and not _FREE.match(match["rest"]):
            continue
        if {amount.value for amount in amounts(limit)} & known:
            continue
        head = match["rest"][:_LEAST_HEAD] in text
        if head and len(own & rest) * 2 >= len(rest):
            yield limit


def _head(following: str, source: Source, *, whole: bool) -> str:
    """Return the first noun of a text that names members of a class; empty where there is none before its verb."""
    run = re.match("[\u4e00-\u9fff]*", following)
    words = cut(run.group()[:10]) if run else ()
    if words and whole and kind_of(words[0]) not in ("n", "a"):  # 全部清空人员: all of what stands before it
        return ""
    for word in words:
        if kind_of(word) in ("v", "f") and word not in source.words:
            return ""
        if len(word) >= _LEAST_HEAD and kind_of(word) != "f" and re.search(f"(?:{_MEMBERS}|{_PLACES})$", word):
            return word
    return ""


def _unknown(following: str, source: Source) -> str:
    """Return the noun at the start of a text where a source has nothing of it: 自建房 where it speaks of 危房."""
    run = re.match("[\u4e00-\u9fff]*", following)
    words = cut(run.group()[:_LONGEST_HEAD]) if run else ()
    word = words[0] if words and len(words[0]) > 1 else "".join(words[:2])
    return word if len(word) > 1 and kind_of(word) in ("n", "") and not pairs(word) & pairs(source.words) else ""


def _named(following: str, source: Source) -> str:
    """Return the longest run at the start of a text that a source has and that names something: 古茶树."""
    run = re.match("[\u4e00-\u9fff]*", following)
    letters = run.group()[:_LONGEST_HEAD] if run else ""
    for size in range(len(letters), _LEAST_HEAD, -1):
        if letters[:size] in source.words and kind_of(cut(letters[:size])[-1]) in ("n", ""):
            return letters[:size]
    return ""


def _covers(every: str, part: str, head: str, source: Source) -> bool:
    """Tell whether a source speaks of all that a head names, or of none that it limits in other words."""
    said = f"{every}{part}"
    for segment in source.clauses:
        text = flat(without_titles(segment.text))
        for match in re.finditer(re.escape(head), text):
            before, after = text[: match.start()], text[match.end() :]
            if _limited(before, part):
                continue
            told = _UNIVERSAL.search(before[-12:]) or re.search("全部|均|都|一律|逐|各|全覆盖", after[:14])
            if told or (_PLACE.match(every) and every[:2] in source.words):
                return True
            if any(amount.text in said for amount in amounts(before[-8:])):
                return True
    return False


def _limited(before: str, part: str) -> bool:
    """Tell whether what stands right before a head in a source limits it and is not said in a clause."""
    run = re.search("[\u4e00-\u9fff、]*$", before)
    near = run.group()[-6:] if run else ""
    if _SOME.search(near) and not _SOME.search(part):
        return True
    if near.endswith("的"):
        told = pairs(before[-10:])
        return len(told & pairs(part)) * 3 < len(told) * 2
    words = [word for word in cut(near) if word != "、"]
    last = words[-1] if words else ""
    if kind_of(last) in ("v", "f") or _UNIVERSAL.search(last) or len(near) < 2:
        return False
    return len(last) > 1 and last not in part

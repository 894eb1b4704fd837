"""What a statement may not loosen or tighten: 可保留 is no 必须保留, 附条件通过 is no 通过, 首批兑付 is no 全部兑付."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.documents.numerals import chinese_to_int
from pipeline.generation.checking.reading.fold import flat, pairs, without_titles
from pipeline.generation.checking.reading.source import Problem, Source
from pipeline.patterns import compiled

_MUST = compiled(r"(?:必须|务必|一定要|一律)(?:要|得)?(?P<deed>[\u4e00-\u9fff]{2})")
_MAY = compiled("可以?|建议|拟|研究|探索|争取|力争|鼓励|允许|视情|酌情|尽量|逐步")
_MAY_NEAR = 5
_EITHER = compiled("(?:满足|符合|具备)?(?:其中)?(?:其一|任一|任何一[个项])|之一即可|两者居一")
_SAYS_EITHER = compiled("或|其一|任一|之一")
_WHATEVER = compiled("无论|不论|不管|一概不问")
_ON_CONDITION = compiled("同等|条件|前提|如(?!下|期|何)|若(?!干)|符合|满足")
_CONDITIONAL = compiled("(?:附|有)条件(?:地|的)?(?:通过|同意|批准|审议通过)")
_LETS = compiled("(?<!不)(?:通过|同意|批准|获批|过会)")
_KEEPS = compiled("条件|前提|须|调整后|修改后|完善后")
_APART = compiled("另行(?P<deed>[\u4e00-\u9fff]{2})")
_PUT_OFF = compiled("另行(?:研究|审议|讨论|论证|商议)")
# 一并研究 is no 一并实施
_STUDIED = compiled("(?P<how>一并|统筹|同步|继续|进一步|另行|再)研究(?!同意|决定|确定|通过)")
_CARRIED_OUT = "实施|建设|办理|推进|落实|安排|解决"
_OVERSEES = compiled(
    r"(?P<who>[\u4e00-\u9fff]{2,14}?)(?:负责|要|应|须|加强|做好)+(?P<act>监督|督促|督导|指导|检查|核查|审核|协调)(?P<what>[^,。;]{4,})"
)
_OVERSIGHT = compiled("监|督|导|查|审|协调|把关|盯")
_SHARED = 4
_IN_FULL = compiled("照数|如数|悉数|全数|足额|全额|统统|一次性")
_ALL = compiled("全部|全都|一并")
_SAYS_IN_FULL = compiled("照数|如数|悉数|全数|足额|全额|一并|全部|全都|统统|一次性|一律|均|都|所有|各")
_FIRST_LOT = compiled("首批|首期|先期|第一批")
_IN_PART = compiled("其余|余下|剩余|剩下|首批|首期|先行|(?<![事优])先(?=[招购买建办拨付安实启])|部分|暂不|暂缓")
_REST = compiled(r"其余|余下|剩余|剩下|另外(?=\d)")
_OPEN = compiled("暂|缓|再|另行|不予|不同意|待")
_LET = compiled("同意|通过|批准|开了?绿灯|放行|一并|支持|照办|给足|到位")
_ONLY_WHERE = compiled(
    "(?P<condition>确有必要|确有需要|确有困难|条件成熟|条件具备|具备条件|条件许可|条件允许|必要时|视情况?)(?:的|后|时|下)?,?(?:予以|给予|可以?|再|由|应|逐步)?(?P<deed>[\u4e00-\u9fff]{2})"
)
_SAYS_WHERE = compiled("必要|需要|确需|困难|条件|视情|看情况|酌情")
_SPAN = compiled(
    r"(?P<span>(?:\d+(?:\.\d+)?|[半一二两三四五六七八九十]+)个?(?:小时|天|日|周|月|年|季度|学期))(?P<end>之?内|以内)"
)
_EVERY = compiled(r"每(?:隔)?(?P<count>\d+|[一二两三四五六七八九十半])个?(?P<unit>天|日|周|月|年|小时|工作日)")
_EVERY_TOLD = {
    "10天": "旬", "10日": "旬", "半月": "半月", "15天": "半月", "3月": "季", "6月": "半年", "1月": "月", "1年": "年",
    "1周": "周", "7天": "周", "1天": "[天日]", "1日": "[天日]", "2周": "[两双]周",
}  # fmt: skip


def loosened_problems(clause: str, source: Source) -> Iterator[Problem]:
    """Yield what a folded statement has stricter or looser than its source.

    >>> source = Source("裴某认为可保留但须设申诉程序。各乡镇负责监督优先用于清偿职工工资。", "")
    >>> [problem.text for problem in loosened_problems("裴某要求必须保留", source)]
    ['必须保留']
    >>> [problem.text for problem in loosened_problems("由各乡镇优先清偿职工工资", source)]
    ['监督']
    """
    text, words = flat(without_titles(clause)), flat(without_titles(source.text))
    for match in _MUST.finditer(text):
        deed = match["deed"]
        told = [words[max(0, at.start() - _MAY_NEAR) : at.start()] for at in re.finditer(re.escape(deed), words)]
        if told and all(_MAY.search(re.split("[,。;:]", before)[-1]) for before in told):
            yield Problem("modifier", match.group(), f"出处中“{deed}”没有说到“{match.group()[:2]}”")
    if (either := _EITHER.search(text)) and not _SAYS_EITHER.search(words):
        yield Problem("condition", either.group(), f"出处中没有“{either.group()}”")
    if (whatever := _WHATEVER.search(text)) and whatever.group() not in words and _ON_CONDITION.search(words):
        yield Problem("condition", whatever.group(), f"出处中没有“{whatever.group()}”，有条件")
    if (lent := _CONDITIONAL.search(words)) and _LETS.search(text) and not _KEEPS.search(text):
        yield Problem("condition", lent.group()[:3], f"漏掉了出处的“{lent.group()}”")
    for match in _APART.finditer(text):
        if match.group() not in words and not _PUT_OFF.match(match.group()) and _PUT_OFF.search(words):
            yield Problem("verdict", match.group(), f"出处中没有“{match.group()}”，只说另行研究")
    for match in _STUDIED.finditer(words):
        done = re.search(f"{match['how']}(?:{_CARRIED_OUT})", text)
        if done and done.group() not in words and "研究" not in text:
            yield Problem("verdict", done.group(), f"出处中没有“{done.group()}”，只说{match.group()}")
    yield from _in_full(text, words)
    yield from _spans(text, words)
    for match in _ONLY_WHERE.finditer(words):
        if match["deed"] in text and not _SAYS_WHERE.search(text):
            yield Problem("condition", match["condition"], f"漏掉了出处的条件“{match['condition']}”")
    for match in _OVERSEES.finditer(words):
        told_here = match["who"] in text and len(pairs(match["what"]) & pairs(text)) >= _SHARED
        if told_here and not _OVERSIGHT.search(text):
            yield Problem("part", match["act"], f"出处中“{match['who']}”只是{match['act']}")


def _in_full(text: str, words: str) -> Iterator[Problem]:
    """Yield what a statement has wholly done where its source does it in part, or lets the rest wait."""
    for pattern, in_part in ((_IN_FULL, _IN_PART), (_ALL, _FIRST_LOT)):
        whole, part = pattern.search(text), in_part.search(words)
        if whole is None or part is None or _SAYS_IN_FULL.search(words):
            continue
        yield Problem("scope", whole.group(), f"出处中只说“{part.group()}”，没有“{whole.group()}”")
    rest = _REST.search(text)
    if rest is None or not _LET.search(text, rest.start()) or _OPEN.search(text, rest.start()):
        return
    for line in re.split("[;。\n]", words):
        left = _REST.search(line)
        if left and _OPEN.search(line, left.start()):
            yield Problem("verdict", rest.group(), f"出处中“{rest.group()}”的还没有定")


def _spans(text: str, words: str) -> Iterator[Problem]:
    """Yield a span within which a statement has something done that its source has done after it, and other rhythms."""
    for match in _SPAN.finditer(text):
        follows = [words[at.end() : at.end() + 2] for at in re.finditer(re.escape(match["span"]), words)]
        if follows and all(after.startswith(("后", "以后", "之后", "以上")) for after in follows):
            yield Problem("date", match.group(), f"出处中是“{match['span']}{follows[0]}”，不是“{match.group()}”")
    for match in _EVERY.finditer(text):
        count = match["count"] if match["count"] == "半" else str(chinese_to_int(match["count"]) or 0)
        told = _EVERY_TOLD.get(f"{count}{match['unit']}", "")
        if not re.search(f"每隔?(?:{match['count']}|{count})个?{match['unit']}", words) and not (
            told and re.search(f"[每按逐一]个?{told}|{told}[度报]", words)
        ):
            yield Problem("date", match.group(), f"出处中没有“{match.group()}”")

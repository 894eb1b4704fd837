"""Counts that a sentence gives of what it lists itself: 三项要求:甲,乙,丙 needs no 三项 in its source."""

from __future__ import annotations

import re

from pipeline.documents.numerals import chinese_to_int
from pipeline.generation.checking.reading.offices import names_unit
from pipeline.patterns import compiled

_NUMBER = r"(?<![〇零一二三四五六七八九十百千万之\d.])(?P<number>[两二三四五六七八九十]|1?\d)"
_UNIT = "(?:个方面|个|项|条|点(?![〇零一二三四五六七八九])|位|名|家|种|类|处|支|档|件|步|块|户|宗|所|座|人|批|片|部门)"
_AHEAD = compiled(
    rf"(?:共?有?|为|成|出|了)(?<![\d.]){_NUMBER}(?P<unit>{_UNIT})(?P<noun>[^\W\d两二三四五六七八九十]{{0,16}}?)"
    r"(?P<mark>[:,]?(?:分别)?(?:[是为]|即)|:|,)(?P<list>[^。;]+(?:;[^。;]+)*)"
)
_BEHIND = compiled(
    rf"(?P<list>(?:[^,。;、:和与]{{1,14}}[、和与])+[^,。;、:和与]{{1,14}}?)(?:这|等|共)?{_NUMBER}(?P<unit>{_UNIT})"
)
_EACH_ONE = compiled(r"(?:一|另一|其一|再一|还有一)(?P<unit>[家位个处项类种条名人])(?:是|为)")
_SPREAD = compiled(
    rf"(?P<list>(?:[^,。;、:和与及\W\d]{{1,6}}?[、和与及])+[^,。;、:和与及\W\d]{{1,6}}?)(?:这|等)?(?:{_NUMBER}[个家]?)?"
    "(?P<head>街道|社区|镇|乡|村|县|区|市|部门|局|委|中心|公司|学院|支队|组|片区|标段|地块|项目|处|科|办|厅|室|站|所|学校|医院)"
)
_JOINT = compiled("、|以及|[和及与]")
_SHORT = 8


def with_own_heads(folded: str, words: str) -> str:
    """Return a statement in which each entry of a list has the word that stands once behind all, as its source has it.

    >>> with_own_heads("东湖、新港、白鹿三个街道要倒排工期", "东湖街道、新港街道、白鹿街道要倒排工期")
    '东湖街道、新港街道、白鹿街道要倒排工期'
    """

    def told(match: re.Match[str]) -> str:
        names = _JOINT.split(match["list"])
        count = _count(match["number"]) if match["number"] else len(names)
        if not 1 < count <= len(names):
            return match.group()
        last = [f"{name}{match['head']}" for name in names[-count:]]  # 交警大队与东湖、新港两个街道: the last two
        lists = bool(match["number"]) or "、" in match["list"]  # 住房和城乡建设局 is one
        if not all(name in words or (lists and _is_known(name, match["head"], words)) for name in last):
            return match.group()
        front = match["list"][: len(match["list"]) - len("_".join(names[-count:]))]
        return f"{front}{'、'.join(last)}"

    return _SPREAD.sub(told, folded)


def _is_known(name: str, head: str, words: str) -> bool:
    """Tell whether a source names a unit, under whatever form, and its name has not had its head before."""
    return not name.removesuffix(head).endswith(head) and names_unit(words, name)


def without_own_counts(folded: str, words: str) -> str:
    """Return a statement with 几 for the counts that its own lists prove, as far as its source has them not.

    Where the source lists more than the statement counts, the count stays.

    >>> without_own_counts("回避的董事有两位:甲明和乙亮", "董事甲明、乙亮回避")
    '回避的董事有几位:甲明和乙亮'
    >>> without_own_counts("回避的董事有两位:甲明和乙亮", "董事甲明、乙亮、丙山回避")
    '回避的董事有两位:甲明和乙亮'
    """
    if len(told := list(_EACH_ONE.finditer(folded))) > 1:  # 有两位:一位是甲明,另一位是乙亮
        units = "".join({match["unit"] for match in told})
        folded = _EACH_ONE.sub("", folded)
        for match in re.finditer(rf"{_NUMBER}[{units}人]", folded):
            if _count(match["number"]) == len(told) and match.group() not in words:
                return without_own_counts(folded.replace(match.group(), f"几{match.group()[-1]}"), words)
    for pattern in (_AHEAD, _BEHIND):
        for match in pattern.finditer(folded):
            said = folded[match.start("number") : match.end("unit")]
            if said not in words and said in folded and _lists(match["list"], _count(match["number"]), words):
                return without_own_counts(folded.replace(said, f"几{match['unit']}"), words)
    return folded


def _count(text: str) -> int:
    """Return a small number, Arabic or Chinese, or 0."""
    return chinese_to_int(text) or 0


def _lists(text: str, count: int, words: str) -> bool:
    """Tell whether a text lists so many things, and its source no more of them."""
    first = re.split("[,;]", text)[0]
    ways = (re.split("[,;]", text), text.split(";"), _JOINT.split(first), first.split("、"), re.split("[,;、]", text))
    items = next((way for way in ways if len(way) == count), None)
    for way in ways[:2]:  # 任务有两项:…,…,费用由市财政承担
        if items is None and len(way) == count + 1 > 2 and all(len(item) > _SHORT for item in way[:count]):
            items = way[:count]
    return items is not None and not _more(items, words)


def _more(items: list[str], words: str) -> bool:
    """Tell whether the list of the source in which short entries stand has more of them."""
    ends = [item.rstrip("。") for item in items[1:]]
    if not ends or any(len(item) > _SHORT for item in ends):
        return False
    for match in re.finditer("[^,。;:\n]*", words):
        if all(item in match.group() for item in ends):
            return len(_JOINT.split(match.group())) > len(items)
    return False

"""Wording that follows the text for too long a stretch, put a little more freely: the facts stay, the copying ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns import compiled

MOST = 40
"""Characters that a draft may take over in one piece, outside titles, quotes and figures."""

_EXEMPT = compiled(r"《[^《》]*》|“[^“”]*”|[0-9０-９.,%％]+")
_BLANK = compiled(r"\s+")
_MARKS = "，；。：！？"
_CLAUSE = compiled(r"[^，；。：！？]+[，；。：！？]*|[，；。：！？]+")
# 区房管局要在年底前完成… → 区房管局在年底前完成…; 会议要求 is no call, and 市应急局 a name.
_CALL = compiled(
    r"(?<=[局委办厅部处科室会府区镇县市乡村院校司团行心所站队组门位导志者])(?:要|应当|应(?![急届聘付诉邀收对用征激试援约允得有])|(?<!所)需要?)(?=[\u4e00-\u9fff])(?![求点素闻件害领么是])"
)
_EAGER = compiled(
    r"(?:进一步|切实|积极(?!性)|认真|不断|着力|大力|扎实|稳步|有序|主动(?!性|权)|牢牢)(?=[\u4e00-\u9fff]{2})(?![地的了性])"
)
_LONGER = {
    "以及": "及",
    "并且": "并",
    "对于": "对",
    "目前": "现",
    "已经": "已",
    "必须": "须",
    "应当": "应",
    "能够": "能",
    "可以": "可",
    "按照": "按",
    "根据": "按",
    "但是": "但",
    "由于": "因",
    "或者": "或",
    "如果": "如",
    "为了": "为",
    "仍然": "仍",
    "进行": "作",
    "不得低于": "不低于",
    "不得超过": "不超过",
    "不得少于": "不少于",
    "不得高于": "不高于",
    "确保": "保证",
    "加快推进": "加快",
    "同时": "并",
    "会议同时": "会议还",
}
# 「由某局会同某区进行；」「同时，…」 keep their words: 作 and 并 are followed by something
_AS_WRITTEN = {"进行": r"进行(?=[\u4e00-\u9fff])", "同时": r"同时(?=[\u4e00-\u9fff])"}
_WORDS = compiled("|".join(_AS_WRITTEN.get(word, word) for word in sorted(_LONGER, key=len, reverse=True)))
# 「…的一律并联，对确因政策原因无法办理的，」: says nothing whole without the clause behind it
_WAITING = compiled(r"(?<=[，；。])(?:对|凡|如|若|因)[^，；。：！？]+[，：]$")
# 对增加的工程量进行现场核实 → 对增加的工程量现场核实
_DOING = compiled(
    r"(?<=[\u4e00-\u9fff])(?:进行|予以)(?=(?:现场|逐笔|逐项|逐一|集中|全面|专项|重点)[\u4e00-\u9fff]{2}(?:[，。；]|$))"
)
# 落实到位，… → 落实，…
_DONE = compiled(r"(?<=落实|封堵|拨付|安排|清理|整改|执行)到位(?=[，；])")
# …，由甲局牵头，乙局配合，7月底前完成 → …；由甲局牵头…
_SUBJECT = compiled(
    r"，(?=(?:由|请)?[\u4e00-\u9fff]{2,12}?(?:局|委|办|厅|委员会|办公室|政府|街道|部门|单位|集团|公司|处|科|中心|区|镇)(?:要|应|负责|牵头|会同|同步|做好|按))"
)


def copied(text: str, wording: str) -> bool:
    """Tell whether a text takes over more than `MOST` characters of a wording in one piece.

    >>> copied("由市财政局牵头。", "由市财政局牵头。"), copied("甲" * 41, "乙" + "甲" * 50)
    (False, True)
    """
    source = _bare(wording)
    for piece in _EXEMPT.sub("\n", _BLANK.sub("", text)).split("\n"):
        for start in range(len(piece) - MOST):
            if piece[start : start + MOST + 1] in source:
                return True
    return False


def loosened(text: str, wording: str) -> Iterator[str]:
    """Yield ever freer forms of a text that copies a wording, until one does not; at last the text as a quote.

    >>> wording = "区房管局要在年底前完成居民意愿征集，区发改局、区财政局要同步做好立项和资金安排，管线单位要一并改造。"
    >>> next(loosened(wording, wording))
    '区房管局在年底前完成居民意愿征集，区发改局、区财政局同步做好立项和资金安排，管线单位一并改造。'
    """
    form = text
    for pattern, put in ((_CALL, ""), (_EAGER, ""), (_DOING, ""), (_DONE, ""), (_SUBJECT, "；")):
        form = _outside(form, pattern, put)
        if not copied(form, wording):
            yield form
            break
    freer = _outside(form, _WORDS, None)
    if freer != form and not copied(freer, wording):
        yield freer
    for said in dict.fromkeys((form, text)):
        marked = with_runs_quoted(said, wording)
        if not copied(marked, wording):
            yield marked
    if _bare(text) in _bare(wording):
        yield quoted(text)


def with_runs_quoted(text: str, wording: str) -> str:
    """Return a text with the stretches that it takes over from a wording for long marked as quotes, and only those.

    What stands between the marks is the document's own, to the character; clauses that were put otherwise stay outside.

    >>> run = "对手续不全但不影响行洪安全的临河建筑可结合城市更新逐步有序退出并由属地妥善安置原住户"
    >>> with_runs_quoted(f"分类处置；{run}，年底完成。", f"要分类处置。{run}，力争年底完成。")[:12]
    '分类处置；“对手续不全但'
    """
    source, groups = _bare(wording), list[str]()
    for clause in _CLAUSE.findall(text):
        joined = groups[-1] + clause if groups else ""
        if joined and _bare(joined.rstrip(_MARKS)) in source:
            groups[-1] = joined
        elif joined and (waiting := _WAITING.search(groups[-1])) and waiting.start() > 0:
            groups[-1:] = [groups[-1][: waiting.start()], waiting.group() + clause]
        else:
            groups.append(clause)
    if len(groups) == 1 and _bare(text.rstrip(_MARKS)) in source:
        return quoted(text)
    return "".join(_marked(group) if copied(group, wording) and _quotable(group, source) else group for group in groups)


def _quotable(group: str, source: str) -> bool:
    """Tell whether clauses stand in a text as they are, and no mark of quotes is open at their edge."""
    return _bare(group.rstrip(_MARKS)) in source and group.count("“") == group.count("”")


def _marked(group: str) -> str:
    """Return clauses as a quote, the mark behind them outside."""
    inner = group.rstrip(_MARKS)
    return f"“{inner.replace('“', '‘').replace('”', '’')}”{group[len(inner) :]}"


def is_verbatim(text: str, wording: str) -> bool:
    """Tell whether a text stands in a wording sign by sign, blanks left aside.

    >>> is_verbatim("责任单位：甲局；配合单位：乙局", "责任单位：甲局\\n配合单位：乙局")
    False
    """
    return _bare(text.rstrip(_MARKS)) in _bare(wording)


def _bare(text: str) -> str:
    """Return a wording without blanks, and without a sign that is not its own."""
    return _BLANK.sub("", text)


def quoted(text: str) -> str:
    """Return a text marked as what it is, the document's own words; quotes inside become single ones.

    >>> quoted("坚决不搞“一刀切”。")
    '“坚决不搞‘一刀切’。”'
    """
    inner = text.replace("“", "‘").replace("”", "’")
    opener, colon, rest = inner.partition("：")
    if colon and len(opener) <= 12 and rest:
        return f"{opener}：“{rest}”"
    return f"“{inner}”"


# 「因意见不一，由某局会商」「第（2）条，某局牵头」「某村的补助建议，由某镇牵头」: what goes on it does not stand alone
_LEADS_ON = compiled(
    r"^(?:因|由于|鉴于|对|关于|针对|如|若|凡|待|经|为|按|根据|在|第[（(]?[\d一二三四五六七八九十])|(?:事项|事宜|问题|方面|的(?:建议|意见|请求|申请|诉求|提议))$"
)


def _parted(piece: str) -> str:
    """Return a text with semicolons where another unit takes over, but for clauses that say nothing alone."""

    def mark(match: re.Match[str]) -> str:
        start = match.start()
        while start and piece[start - 1] not in _MARKS:
            start -= 1
        return "，" if _LEADS_ON.search(piece[start : match.start()]) else "；"

    return _SUBJECT.sub(mark, piece)


def _outside(text: str, pattern: re.Pattern[str], put: str | None) -> str:
    """Return a text with a pattern replaced outside titles and quotes; without `put` by its shorter word."""
    pieces = re.split(r"(《[^《》]*》|“[^“”]*”)", text)
    for place in range(0, len(pieces), 2):
        if put is None:
            pieces[place] = pattern.sub(lambda match: _LONGER[match.group()], pieces[place])
        else:
            pieces[place] = _parted(pieces[place]) if pattern is _SUBJECT else pattern.sub(put, pieces[place])
    return "".join(pieces)

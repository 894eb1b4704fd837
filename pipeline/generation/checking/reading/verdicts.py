"""Reads verdicts (议定结果) out of a folded text, each in its own degree: 原则通过, 原则同意, 同意, 批准, 不同意."""

from __future__ import annotations

import re

from pipeline.generation.checking.reading.fold import TITLE, flat, sentences, without_titles
from pipeline.patterns import compiled

_DEGREES: tuple[tuple[str, str], ...] = (
    (r"暂(?:时)?[不未](?:予|获|能)?(?:得到)?(?:同意|通过|批准)", "暂缓"),
    (r"原则上?(?:予以|给予)?(?:审议|讨论)?通过", "原则通过"),
    (r"原则上?(?:予以|给予)?同意", "原则同意"),
    (
        r"(?:不予?|未予?|没有?能?|未能)(?:被|获得?|得到|取得|征得|予以|表示)?(?:会议|大会|董事会|理事会)?同意|(?:不|没有?|未予?)(?:表示)?赞成|反对(?![意声者的])",
        "不同意",
    ),
    (
        r"(?:未|没|不)(?:有|能够?|予)?(?:被|获得?|得到|取得|予以)?(?:会议|大会|董事会|理事会)?(?:审议|讨论|表决)?通过",
        "未通过",
    ),
    (
        r"(?:不予?|未获?|没有?能?|未能|未予)(?:(?:被|获得?|得到|取得)(?:会议|大会|董事会|理事会)?|予以)?(?:批准|核准|批复)",
        "不批准",
    ),
    (r"否决|驳回", "否决"),
    (r"暂缓|缓议|搁置|暂不", "暂缓"),
    # 「二、再次审议《…》」 heads an item, and 再次审议了 tells what was done: neither puts anything off
    (r"再议|再行研究|另行研究|(?<![、.():])(?<!^)再次审议(?!了)|再次上会", "再议"),
    (r"批准|核准|批复", "批准"),
    (r"同意", "同意"),
    (r"通过", "通过"),
)
_VERDICT = compiled("|".join(f"(?P<d{index}>{pattern})" for index, (pattern, _) in enumerate(_DEGREES)))
_VOTE = compiled(
    r"(?:不?同意|赞成|反对)票?(?:[:为有]|达到?|仅|只有)?[\d一二两三四五六七八九十]+票"
    r"|(?:不?同意|赞成|反对)[^,。;:、\d票]{1,10}?\d+票"
    r"|[\d一二两三四五六七八九十]+票(?:全部|全都|一致|均|都)?(?:投)?(?:不?同意|赞成|反对)票?"
)
_CLEAR_BEFORE = compiled(
    r"(?:审议|讨论|表决|一致|会议|研究|全票|评审|获|获得|予以|并|会|弃权|议案|提案|方案|办法|结果|这样|就|倒是|都|均|也|又|还|则|才|[:,;。]|^|已|已经|条件|票|举手|鼓掌|同意|＿)$"
)
_CLEAR_AFTER = compiled(r"了|[之以]后|《|该|上述|这|此|本|[。,;:、)]|$|关于|文件|汇报|方案|意见|办法|后|的")
# 通过网站公布, 通过公开招标选定: a means; 通过专家评审, 通过验收: a test that was passed
_MEANS = compiled(
    "(?![^,。;:]{0,12}(?:评审|验收|审查|审核|考核|鉴定|认定|认证|检查|答辩|论证|评估|考试|复核|审计|审批|审定|评定|测试|备案|表决|审议))"
    "[^,。;:]{4,}"
)
_BY_DECISION = compiled("了?(?:会议|大会|董事会)?(?:审议|表决|票决)(?![的时前中])")  # 某某方案通过审议
# 取得用海批复后, 用海批复取得后, 专班不同意就不能支出: what somebody else has still to decide
_TO_COME = compiled(
    "(?:取得|下达|下发|到位|下来|出来)(?:之|以)?后|(?:的话,?就?|,?就)(?:一律)?(?:不[得能准许可]|禁止|严禁)"
)
_BY_WAY = compiled("经(?![济营费开办常验])[^,。;:\n]{0,12}$")
_PENDING_BEFORE = compiled(
    r"(?:(?<![汇通申简公填])报(?![告名送酬废])|须|需(?!求)|待(?!遇)|[要须得需]等|提请|呈(?!现)|如(?![下期实何])|若(?!干)|请(?![示假])"
    r"|没有|等待|等到|按程序|后续)[^,。;:\n]{0,12}$"
)


_ASKED_FOR = compiled("(?:提请|提交|呈报)[^,。;:\n]{0,16}$")


def verdicts(folded: str) -> list[tuple[str, str]]:
    """Return the verdicts of a text in order, each with its wording; 通过 as a preposition (通过建立…) is none.

    A verdict still to come (报市委批准、审议通过后) has a degree of its own.

    >>> [degree for degree, _ in verdicts("会议原则通过《甲办法》,不同意《乙方案》,通过建立机制,报市委批准后实施")]
    ['原则通过', '不同意', '待批准']
    """
    text = without_titles(folded).replace("\n\n", ";")  # quotes of their own
    text = _VOTE.sub(lambda match: "＿" * len(match.group()), flat(text))
    found = []
    for match in _VERDICT.finditer(text):
        degree = next(name for index, (_, name) in enumerate(_DEGREES) if match[f"d{index}"])
        before, after = text[: match.start()], text[match.end() :]
        if degree == "通过" and not _clear(before, after):
            continue
        asked = not after.startswith("的") or _ASKED_FOR.search(before) is not None
        pending = after.startswith(("后", "之后", "以后")) or (
            asked and degree in ("批准", "同意", "通过") and _PENDING_BEFORE.search(before)
        )
        if not pending and _TO_COME.match(after):
            degree, pending = degree.removeprefix("不"), True
        if not pending and degree in ("批准", "同意") and _BY_WAY.search(before):
            pending = after.startswith(("后", "之后", "以后")) or "已" not in before[-14:]
        found.append((f"待{degree}" if pending else degree, match.group()))
    return found


def without_votes(folded: str) -> str:
    """Return a folded text whose counts of votes are blanked out: 不同意28票 denies nothing; lengths stay."""
    return _VOTE.sub(lambda match: "＿" * len(match.group()), folded)


def _clear(before: str, after: str) -> bool:
    """Tell whether 通过 is a verdict and no preposition, from what stands around it."""
    if re.search("(?:审议|表决|票决|全票|一致)$", before) or _BY_DECISION.match(after):
        return True
    return bool(_CLEAR_BEFORE.search(before) and _CLEAR_AFTER.match(after))


def unclear_passages(folded: str) -> list[str]:
    """Return each 通过 that may be verdict or preposition, with what stands around it.

    >>> unclear_passages("该项目通过专家评审")
    ['目通过专家']
    """
    text = _VOTE.sub(lambda match: "＿" * len(match.group()), flat(without_titles(folded)))
    found = []
    for match in re.finditer("通过", text):
        before, after = text[: match.start()], text[match.end() :]
        decided = re.search("(?:会议?|大会|审议|表决|一致)$", before)  # 会议通过去年的账目
        if _MEANS.match(after) and not decided and not _clear(before, after):
            continue  # 通过网站公布
        if not _clear(before, after) and not re.search(r"原则上?$|[未不没]予?$|没有$|[未没]能$|未获$|获得?$", before):
            found.append(text[max(0, match.start() - 1) : match.end() + 2])
    return found


def governed_titles(folded: str) -> list[tuple[str, str]]:
    """Return which verdict a statement gives to which title: the verdict before it in the sentence, else after it.

    >>> governed_titles("原则通过《甲》、《乙》,不同意《丙》")
    [('甲', '原则通过'), ('乙', '原则通过'), ('丙', '不同意')]
    """
    found = []
    for sentence in sentences(folded):
        hidden = _VOTE.sub(lambda match: "＿" * len(match.group()), without_titles(sentence))
        marks = [(match.start(), verdicts(match.group())) for match in _VERDICT.finditer(hidden)]
        places = [(start, degrees[0][0]) for start, degrees in marks if degrees]
        for match in TITLE.finditer(sentence):
            before = [degree for start, degree in places if start < match.start()]
            after = [degree for start, degree in places if start >= match.end()]
            degree = before[-1] if before else after[0] if after else None
            if degree is not None:
                found.append((match["title"], degree))
    return found


def degrees_of(source: str, title: str) -> set[str]:
    """Return the degrees that a source gives to a title: those of its own sentence, else of the whole source.

    >>> degrees_of("原则通过《甲》。同意《乙》。", "乙"), degrees_of("讨论《甲》。会议原则通过上述文件。", "甲")
    ({'同意'}, {'原则通过'})
    """
    near = {degree for name, degree in governed_titles(source) if title in name}
    return near or {degree for degree, _ in verdicts(source)}

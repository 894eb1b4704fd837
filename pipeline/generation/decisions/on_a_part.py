"""What a wording says of one part of an item, to which the verdict on another part lends nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.documents.spoken.turning import changes
from pipeline.documents.text.clean import fold
from pipeline.minutes import Outcome
from pipeline.patterns import compiled

_BARE = compiled(r"(?:会议意见[：:]|会议)?(?:研究|原则|一致)*上?(?:同意|通过|批准)(?:延期|调整|变更)?")
"""A consent that names no matter."""
_ON_THE_REST = compiled(r"(?:其余|余下|剩余|其他|其它)")
"""Opens a verdict that is on what is left, and on nothing that stands before it."""
_LEFT = compiled(
    r"留(?:待|到)[^，,。；;]{2,24}(?:考虑|安排|研究|解决|论证|处理)|(?:意见|建议|请求|申请|诉求)[，,][^。；;]*另行(?:报批|研究|报告|上报)"
)
"""Leaves a thing for later that the meeting does not decide."""
_RULES_ON = compiled(
    r"不(?:受|因)[^，。；]{0,24}影响"
    r"|(?:由|从)[^，。；]{1,24}(?:调整|提高|降低|下调|上调|增加|减少|核减|调减|调增|延长|缩短|改)(?:为|到|至)"
    r"|[自从][^，。；]{2,14}起(?:施行|执行|实行|实施)"
)
"""Says what holds for a part, whatever is put off or turned down beside it."""


def agrees_to(verdict: str, between: str, text: str) -> bool:
    """Tell whether a verdict that names no matter is on the change that the sentence behind it tells.

    >>> agrees_to("会议意见：同意", "。", "第3次会议确定的12元的标准，调整为9元。")
    True
    >>> agrees_to("会议意见：同意", "。", "县财政局要拨付资金。")
    False
    """
    return _BARE.fullmatch(verdict) is not None and not between.strip("。；\n \u3000") and changes(fold(text))


def is_on_the_rest(verdict: str) -> bool:
    """Tell whether a verdict is on what is left: 「其余6户的方案予以同意」 says nothing of the two before."""
    return _ON_THE_REST.match(verdict) is not None


def leaves_open(text: str) -> bool:
    """Tell whether a wording leaves for later what the meeting does not decide: 「留待三期统筹考虑」."""
    return _LEFT.search(text) is not None


def holds_beside(text: str) -> bool:
    """Tell whether a wording says what holds for a part, whatever is put off or turned down beside it.

    >>> holds_beside("续建工程不受方案暂缓影响，由县城投公司负责。"), holds_beside("由县住建局重新测算。")
    (True, False)
    """
    return _RULES_ON.search(text) is not None


_STOP = compiled(r"[。；;！？\n]")


def by_sentence(outcomes: Sequence[Outcome], text: str) -> Iterator[tuple[Outcome, ...]]:
    """Yield the verdicts of each sentence: 「同意支付38万元；另外12万元待审计后再定」 rules on two matters."""
    together: tuple[Outcome, ...] = ()
    for one in outcomes:
        if together and _STOP.search(text[together[-1].end : one.start]):
            yield together
            together = ()
        together = (*together, one)
    if together:
        yield together

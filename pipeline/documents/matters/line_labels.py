"""What a label in brackets says of its paragraph: 「【决议】…」 and 「【落实】…」 open what is decided."""

from __future__ import annotations

import re

from pipeline.documents.text.clean import Passage
from pipeline.patterns import compiled

# 「【决议】同意该方案。」「〔会议要求〕水利局…」, but not 「【议定】」 on a line of its own
_DECIDED = compiled(
    r"[【\[〔][ ]?(?:会议|研究|审议|讨论|集体)?(?:决议|决定|决策|决断|议定|议决|商定|审定|结论|结果|意见"
    r"|要求|明确|部署|落实|任务|分工|交办|执行|办理|整改|跟进|措施|下一步)"
    r"(?:事项|意见|情况|内容|要求|安排|措施|任务|分工|结果|工作)?[ ]?[】\]〕][ ]*[:]?[ ]*(?=[^ :])"
)


def decided_label(passage: Passage) -> re.Match[str] | None:
    """Return the label at the start of a paragraph that says that what follows is decided, or `None`.

    >>> text = "【会议决定】同意试点。"
    >>> text[decided_label(Passage(text, range(len(text)))).end():]
    '同意试点。'
    >>> decided_label(Passage("【汇报】市教育局", range(8))) is None
    True
    """
    return _DECIDED.match(passage.flat)

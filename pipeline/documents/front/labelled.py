"""What stands behind a label of the head: 时间：, 地点：, 主持：, 记录：."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.documents.patterns import LABELS
from pipeline.documents.text.clean import Passage
from pipeline.patterns import compiled

# possessive, and from the first blank on: a run of blanks is walked once, however long it is
_NEXT_LABEL = compiled(r"(?:(?<![ ])[ ]++|[;。][ ]*+)(?=" + LABELS.pattern + ")")


def labelled_part(passages: Sequence[Passage], name: str) -> Passage | None:
    """Return what stands behind a label of the head (时间：, 地点：, 主持：)."""
    for passage in passages:
        for match in re.finditer(r"(?:^|(?<=[ ;。]))" + LABELS.pattern, passage.flat):
            if match.lastgroup == name:
                following = _NEXT_LABEL.search(passage.flat, match.end())
                part = passage.part(match.end(), following.start() if following else None)
                if part.flat:
                    return part
    return None

"""What the only matter of a meeting is called: in the title, in the lead, or in what was heard."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.documents.front.head import is_heading_line
from pipeline.documents.front.title import find_title, is_lead
from pipeline.documents.patterns import HEADING_VERB
from pipeline.documents.text.clean import Passage
from pipeline.patterns import compiled

_HEARD_OF = compiled(r"听取了?[^。;]{0,40}?关于(?P<topic>[^,。;]{4,50}?)(?:情况)?的?(?:工作)?汇报")
_TOPICS = (
    compiled(
        r"关于(?:召开)?(?P<topic>[^,。;]{2,60}?)的?(?:专题|协调|现场|推进|调度|办公|工作|联席"
        r"|座谈)*(?:会议?|会商会)?(?:会议)?纪要"
    ),
    compiled(
        r"(?:专题|现场|集中)?(?:研究|讨论|部署|协调|推进|调度|听取|商讨)(?:部署|解决|讨论|推进"
        r"|落实)?(?:了)?(?P<topic>[^,。;]{4,60}?)(?=[,。;]|$)"
    ),
    compiled(r"(?:就|围绕|针对)(?P<topic>[^,。;]{4,50}?)(?:进行|作|召开|开展|有关事|,|展开)"),
)


def titled_topic(passages: Sequence[Passage]) -> Passage | None:
    """Return the only matter of a meeting where the title names it: 关于…的专题会议纪要."""
    title = find_title(passages)  # it may go over two lines
    for passage in (*passages[:15], *([title] if title else [])):
        match = _TOPICS[0].search(passage.flat) if is_heading_line(passage.flat) else None
        if match is not None and not re.match(r"印发|转发|下发|发布", match["topic"]):
            topic = passage.part(*match.span("topic"))
            verb = _VERB.match(topic.flat)
            return topic.part(verb.end()) if verb and len(topic.flat) - verb.end() >= 4 else topic
    return None


_VERB = compiled(rf"{HEADING_VERB}(?!.{{0,2}}的)")


def topic_of(passages: Sequence[Passage], opening: Sequence[Passage] = ()) -> Passage | None:
    """Return what the only matter of a meeting is called: in the title (关于…的专题会议纪要), else in the lead."""
    if (topic := titled_topic(passages)) is not None:
        return topic
    titled = find_title(passages)
    for pattern in _TOPICS[1:]:
        for passage in passages:
            if (
                is_lead(passage.flat)
                and (match := pattern.search(passage.flat))
                and not re.search(r"(?:有关|如下|以下|相关)?事项$|纪要", match["topic"])
            ):
                return passage.part(*match.span("topic"))
    for passage in (*passages, *opening):
        if match := _HEARD_OF.search(passage.flat):
            return passage.part(*match.span("topic"))
    if titled is not None and (
        match := re.match(r"(?P<topic>.{4,60}?)(?:的?(?:专题|协调|现场|推进|调度|联席|座谈)*会议?)?纪要", titled.flat)
    ):
        return titled.part(*match.span("topic"))
    return titled

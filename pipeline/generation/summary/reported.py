"""What somebody reported on, where the title of the item does not say it (其他事项｜某局汇报了信访准备情况)."""

from __future__ import annotations

import re

from pipeline.generation.columns import one_line
from pipeline.generation.summary.loosen import copied
from pipeline.generation.summary.told import Source
from pipeline.minutes import Item, Span
from pipeline.patterns import compiled

_ABOUT = compiled(
    r"[^，。；\n]{0,6}?(?:关于|就)(?P<about>[^。；，\n]{4,44}?)的?(?:作[出了]?)?(?:专题|书面)?(?P<verb>汇报|报告|通报|说明|介绍)"
)
_SAID = compiled(r"[^，。；\n]{0,4}?(?P<verb>汇报|报告|通报|介绍|说明)了(?P<about>[^。；，\n]{4,44})")
_HEARD = compiled(r"听取了?")
_GENERAL = compiled(
    r"(?:有关|相关|主要|总体|近期|起草|编制|修订|准备|筹备|推进|进展|前期|落实|贯彻)?(?:情况|工作|方案|建议|意见|过程|事项|问题|内容)"
)
_LEAST, _SHARED = 4, 0.25
"""Characters that a matter must have besides general words, and the share of its pairs that the title may have."""


def matter_reported(source: Source, item: Item, place: Span, who: str) -> list[str]:
    """Return ways to say what was reported on, where it is another matter than the title names, or nothing.

    Args:
        source: the document.
        item: an item.
        place: the place of whoever reported.
        who: how they are called.

    >>> from pipeline.documents.parse import parse_text
    >>> body = "甲局局务会纪要\\n一、其他事项\\n会议听取了丙科科长丁明关于汛期值守准备工作的汇报。"
    >>> source = Source("d0", parse_text(body))
    >>> [item] = source.document.items
    >>> matter_reported(source, item, item.spans["presenter"], "丙科科长丁明")[0]
    '会议听取了丙科科长丁明关于汛期值守准备工作的汇报。'
    """
    text, end = source.document.text, min(item.end, place.end + 80)
    match = _ABOUT.match(text, place.end, end) or _SAID.match(text, place.end, end)
    if match is None or _is_named(source, item, about := one_line(match["about"])):
        return []
    heard = _HEARD.search(text, source.around(place).start, place.start)
    own = f"会议听取了{who}关于{about}的{match['verb']}。" if heard else f"{who}{match['verb']}了{about}。"
    free = f"由{who}{match['verb']}{about}。"
    return [free] if copied(own, text) else [own, free]


def _is_named(source: Source, item: Item, about: str) -> bool:
    """Tell whether the title names a matter, or the matter is nothing but general words (起草情况)."""
    core = re.sub(r"[“”《》]", "", _GENERAL.sub("", about))
    pairs = [core[at : at + 2] for at in range(len(core) - 1)]
    title = one_line(source.title(item))
    return len(core) < _LEAST or sum(pair in title for pair in pairs) >= _SHARED * len(pairs)

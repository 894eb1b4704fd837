"""Whether a question asks if a matter was spoken of at all: then the text must hold its most telling words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.generation.extractive.evidence import COMMON
from pipeline.generation.extractive.reading.concepts import concepts_of
from pipeline.generation.extractive.reading.traits import HELD
from pipeline.generation.understanding.asking import WH_WORD
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.extractive.reading.pairing import Reading

_TALK = "讨论|研究|商量|议|提到|提|谈|说起|说到|说|涉及|审议|听取|关注|安排|部署|上会"
SPOKEN_OF = compiled(
    rf"(?:有没有|有无|是否|是不是)(?:曾经?|专门)?(?:{_TALK})(?:过|到)?|(?:{_TALK})(?:过|到|了|及)*(?:吗|没有?(?=$|[?？,，。啊呢])|么)"
)
"""停车收费有没有讨论过, 垃圾分类的事议了吗."""
TOLD_IN_DETAIL = compiled(
    r"(?:会上|会议|这次会|纪要|文件)?(?:里|上|有没有|是否|都)?(?:定|明确|规定|确定|说|讲|写|交代|提)(?:了|过|到|下|清楚|明)(?:[^，,。？?定]{2,40})(?:怎么|怎样|如何|哪|什么|多少|谁|几)[^，,。？?]{1,8}(?:吗|没有?)(?=[？?，,]|$)"
)
"""会上定了施工期间公交怎么绕行吗: whether a detail of a matter was settled at all."""
KEYED = compiled(r"[一-鿿][ \u3000]+[一-鿿]*(?:[厂校院店馆站库村新旧选]址|地址|地点|位置)\s*$")
"""Key words with blanks between them that end on where something is."""
TELLING = 0.6
"""The share of the most telling word's weight from which on another word of the question has to be there, too."""


def asks_if_spoken_of(folded: str) -> bool:
    """Tell whether a folded question asks if a matter was spoken of.

    >>> asks_if_spoken_of("停车收费有没有讨论过"), asks_if_spoken_of("停车办法谁讨论过")
    (True, False)
    """
    return bool(SPOKEN_OF.search(folded) or TOLD_IN_DETAIL.search(folded))


def is_spoken_of(folded: str, around: str) -> bool:
    """Tell whether a text holds what a folded question asks about: its most telling words, or other words for them.

    A common word (标准, 工作) that the text holds tells nothing of the matter: 停车收费标准 is not 标准化.

    >>> is_spoken_of("停车收费标准有没有讨论过", "审议标准化政策"), is_spoken_of("河长制讨论过吗", "审议河长制方案")
    (False, True)
    """
    words = [one for one in concepts_of(SPOKEN_OF.sub("，", folded)) if len(one.word) > 1 and one.word not in COMMON]
    most = max((one.weight for one in words), default=0.0)
    return all(one.held(around)[1] >= HELD for one in words if one.weight >= TELLING * most)


def lacks_key_word(one: Reading) -> bool:
    """Tell whether a question is key words that end on a place, of which the item of a sentence says nothing.

    某厂 搬迁后的新厂址 is not told by an item that says by when the works are to move.
    """
    asked = one.asked
    spoken = one.question.claim or WH_WORD.search(asked.folded) or not KEYED.search(one.question.text)
    if asked.kind.kind != "text" or spoken:
        return False
    last = next((word for word in asked.concepts if asked.folded.endswith(word.word)), None)
    if last is None or last.word in COMMON or len(last.word) < 2:
        return False
    return last.held(f"{one.title} {one.around} {one.stamp}")[1] <= 0.0

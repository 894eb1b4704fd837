"""Who disagreed: the sentences of an item that tell who spoke against it or kept an opinion of his own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.generation.extractive import passages
from pipeline.generation.extractive.stretches import sentences
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.draft import Sentence
    from pipeline.generation.extractive.evidence import Source
    from pipeline.minutes import Item

WHO = r"(?:谁|哪[位个几些]|有没有人?|有无人?|有人)"
AGAINST = (
    r"(?:不(?:太|怎么|大|很)?(?:赞成|赞同|认可|看好|同意(?!见)|支持|买账|乐意)|反对(?!票)|唱反调|没点头"
    r"|[有持提](?:了|过|出|出了)?(?:个)?(?:保留|不同|反对|异议|顾虑|相反)(?:的)?(?:意见|看法|声音)?|保留(?:了)?(?:意见|看法))"
)
ASKED = compiled(
    rf"{WHO}[^，,。？?]{{0,12}}?{AGAINST}|(?:不太?赞[成同]|反对|不同意|保留意见|不同意见)[^，,。？?]{{0,12}}的(?:人|领导)?(?:是|有)(?:谁|哪)"
)
"""谁有不同意见, 哪位领导不赞成, 有没有人反对."""
OF_VOTES = compiled(r"投|票|弃权|表决")
TOLD = compiled(
    r"(?<!无)(?<!没有)(?<!没人)(?<!无人)(?:保留(?:了|各自|个人|其|他|她|自己)*的?(?:意见|看法)|(?:不同|相反)(?:的)?(?:意见|看法)"
    r"|(?<!会议)(?<!大家)(?<!一致)(?<!与会同志)(?<!与会人员)认为[^。；]{0,50}?(?:不宜|不应|不妥|不可取|不可行|不合理|不划算|不成熟)"
    r"|异议|不(?:太)?赞[成同]|(?:表示|明确|仍|投了?|提出|人|[、名])反对|反对[0-9一二三四五六七八九两]|持保留|有顾虑|质疑|看法不一|意见不一|分歧)"
)
AT_MOST = 3


def asks_who_disagreed(text: str) -> bool:
    """Tell whether a question asks who disagreed.

    >>> asks_who_disagreed("停车办法谁有不同意见"), asks_who_disagreed("停车办法谁同意了")
    (True, False)
    """
    return ASKED.search(text) is not None and not OF_VOTES.search(text)


def without_dissent(text: str) -> str:
    """Return a question without the words that ask who disagreed: what is left names the matter.

    >>> without_dissent("停车办法谁有不同意见？")
    '停车办法？'
    """
    return ASKED.sub("", text)


def dissents(source: Source, item: Item) -> list[Sentence]:
    """Return the sentences of an item that tell of opinions against it; none where there are too many to be told."""
    document = source.document
    places = [place for place in sentences(document, item.span) if TOLD.search(document.quote(place))]
    return [passages.told(source, place) for place in places] if len(places) <= AT_MOST else []

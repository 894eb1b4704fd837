"""Who reported: a sentence that says only that answers few questions, and one that does not tells no reporter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.extractive.reading.pairing import Reading

REPORTED = compiled(r"会[议上]?听取了?[^。；]{2,120}(?:汇报|报告|说明)[。；]?")
ANNOUNCED = compiled(
    r"(?:[-－·•]\s*)?[^，。；：:]{0,20}(?:汇报|通报|介绍|说明|传达|通告|沟通)了?[^，。；：:]{2,40}(?:情况|结果|进展|经过|内容|精神)[。；]?"
)
"""某某通报了两起事件的处理结果: that it was told, and nothing of what was."""
REPORTS = compiled(r"汇报|报告|介绍|说明|通报|提出|提交|提请|发言|讲|说|[:：](?![0-9])")
TALKED = compiled(
    r"(?:谁|哪[位个][一-鿿]{0,4})(?:来|去)?(?:在会上|会上|上去|去会上|上会)?(?:作|做)?(?:的|了)?(?:讲|说|说明)的"
)
"""Asks who reported in words of every day: 谁去会上说的."""
ABOUT_TALK = compiled(r"听取|汇报|报告|介绍|说明|讨论|研究|审议|提|谈|说|讲|上会|议题|涉及|谁")
"""Asks of what was spoken, or of whom: only to that the bare sentence of who reported is an answer."""

DOES = compiled(
    r"(?:谁|哪[个家些几][^，,。？?]{0,4})(?:来|去)?(?:牵头|负责|主办|配合|协助|监督|检查|督办|落实|承担|承办|施工|建设|管|出(?!席|面)|掏|付|签|执行|办)"
)
"""Asks who does something: who reported is not told to do it."""
WHAT = compiled(r"什么|啥|哪|怎|如何|多少|几")
CALLED = compiled(r"叫(?:什么|啥)|(?:名字|名称|姓名)(?:是|叫|呢|[？?]|$)")
"""Asks for a name: who spoke of two firms is called otherwise than they are."""


def only_reports(one: Reading) -> bool:
    """Tell whether a sentence only says who reported: few questions ask for that, and it stands beside every answer."""
    asked, said = one.asked.folded, one.place.text
    if CALLED.search(asked) and not REPORTS.search(asked):
        return bool(ANNOUNCED.fullmatch(said))
    if DOES.search(asked) and not REPORTS.search(asked):
        return bool(REPORTED.fullmatch(said))
    if ABOUT_TALK.search(asked) or {"person", "unit"} & {one.asked.kind.kind, *one.asked.kind.besides}:
        return False
    return bool(REPORTED.fullmatch(said) or (WHAT.search(asked) and ANNOUNCED.fullmatch(said)))


def lacks_report(one: Reading) -> bool:
    """Tell whether a question asks who reported, and a sentence speaks of no report; who mends the paper has not."""
    asks = one.question.aspect == "presenter" or TALKED.search(one.asked.folded)
    return bool(asks) and not one.question.claim and not REPORTS.search(one.folded)

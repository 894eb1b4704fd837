"""The sample questions of the empty page, made from what the library's own documents state."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.generation.wording import names_body, whose
from pipeline.minutes import Document, Item
from pipeline.patterns import compiled

LONGEST = 44
"""Characters of a sample question; a longer title makes no question that one reads at a glance."""


# 「总体情况」, 「其他事项」, 「近期任务清单」: asked without the meeting, they are of every paper
_OF_ANY_MEETING = compiled(
    r"(?:会议)?(?:总体|基本|有关|其[他它余]|近期|当前|重点|主要|下一?步|书面|工作)*"
    r"(?:情况|事项|事宜|问题|议题|任务|工作|安排|要求|清单|分工|通报|汇报)*"
)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A sample question, and the name of the document from which it was made."""

    question: str
    about: str


def suggestions(documents: Iterable[Document], *, most: int = 4) -> list[Suggestion]:
    """Return questions that the library can answer, made from its own documents, taking turns between them."""
    each = [list(dict.fromkeys(_about(document))) for document in documents]
    each = [[one for one in asked if len(one.question) <= LONGEST] for asked in each]
    # Another kind of question for each document, so that the page shows what can be asked.
    each = [
        [*asked[place % len(asked) :], *asked[: place % len(asked)]] if asked else []
        for place, asked in enumerate(each)
    ]
    turns = max(map(len, each), default=0)
    return [questions[turn] for turn in range(turns) for questions in each if turn < len(questions)][:most]


def _about(document: Document) -> Iterator[Suggestion]:
    """Yield questions that this document answers, the most telling first."""
    number = document.document_number or ""
    about = number if names_body(number) else document.name
    meeting = whose(document.meeting.name, body=document.issuing_body) if document.meeting.name else None
    with_points = [item for item in document.items if item.points and not _OF_ANY_MEETING.fullmatch(_called(item))]
    if document.kind == "rectification":
        for item in sorted(with_points, key=lambda item: len(item.title))[:2]:
            yield Suggestion(f"{_matter(item)}采取了哪些措施？", about)
        return
    named = [item for item in with_points if item.title.startswith("《")]
    shortest = min(named, key=lambda item: len(item.title), default=None)
    if shortest:
        yield Suggestion(f"{shortest.title}有什么要求？", about)
    ruled = next((item for item in with_points if item is not shortest and _decided(item)), None)
    if ruled:
        yield Suggestion(f"{_called(ruled)}是怎么定的？", about)
    if (
        meeting
        and sum(1 for item in document.items if any(one.class_ == "approved_in_principle" for one in item.outcomes)) > 1
    ):
        yield Suggestion(f"{meeting}原则通过了哪些文件？", about)
    elif meeting and document.meeting.chair:
        yield Suggestion(f"{meeting}由谁主持？", about)
    led = next((item for item in with_points if item not in (shortest, ruled) and _led(item)), None)
    if led:
        yield Suggestion(f"{_called(led)}由哪个单位牵头？", about)
    rest = (item for item in with_points if item not in (shortest, ruled, led))
    reported = next((item for item in rest if item.presenter), None)
    if reported:
        yield Suggestion(f"{_called(reported)}由谁汇报？", about)


def _decided(item: Item) -> bool:
    """Tell whether an item decides on what its title names, and not on a report or a request about it."""
    return bool(item.outcomes and _called(item)) and not item.title.endswith(("汇报", "报告", "请示", "情况"))


def _led(item: Item) -> bool:
    """Tell whether one unit leads in an item, the same in all its points."""
    return len({unit for point in item.points for unit in point.lead_units}) == 1


def _called(item: Item) -> str:
    """Return an item's title as one would speak of it: without the 关于 before it."""
    return item.title.removeprefix("关于") if "《" not in item.title else item.title


def _matter(item: Item) -> str:
    """Return the matter of a report's item as one would name it in a question.

    >>> from pipeline.minutes import Item
    >>> _matter(Item(label="3", number=3, title="关于“窗口排队时间长”问题的整改情况。", start=0, end=20))
    '关于“窗口排队时间长”问题'
    """
    return re.sub(r"(?:的)?整改(?:落实)?(?:情况|进展)?[。.]?$", "", item.title.strip()).rstrip("。.")

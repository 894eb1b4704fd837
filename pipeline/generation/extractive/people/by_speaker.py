"""Answers what somebody said at a meeting: the sentences that the text ascribes to them, or that it ascribes none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.generation.draft import Sentence
from pipeline.generation.extractive.composing import ANSWERED_AT_MOST
from pipeline.generation.extractive.evidence import written_apart
from pipeline.generation.extractive.record import named_few, quoted
from pipeline.generation.extractive.stretches import sentence_at, sentences, with_what_follows
from pipeline.minutes import Span
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft
    from pipeline.generation.extractive.composing import Composing
    from pipeline.generation.extractive.evidence import Source
    from pipeline.minutes import Document

POST = (
    r"(?:(?:常务)?副?(?:市长|县长|区长|省长|州长|镇长|乡长|书记|主任|局长|院长|校长|董事长|总经理|主席|部长|处长|秘书长)"
    r"|同志)"
)
SAYING = r"(?:说明|指出|强调|要求|表示|认为|提出|建议|提议|主张|部署|布置|说|讲)"
KEEPS = r"对[^，。；\n]{1,30}?(?:持|有|提出|表示)了?(?:保留|不同|反对|异议)"
ASKED = compiled(
    rf"(?P<name>[一-鿿]{{1,3}}){POST}?(?:在[^，。？?]{{1,20}}?会议?上|[两三]次会?上?|各自?|分别|在会上|会上|当时|都|又|具体|到底)*(?:是)?(?:怎么)?(?:{SAYING}|提|建议|主张|反映|反对|不同意|不赞成|不赞同)(?:了|过|的)?(?:些|是)?(?:什么|哪些|哪几|啥|几点)"
)
"""李市长说了什么, 王某同志强调了哪些."""
SURNAME_AND_POST = compiled(rf"(?P<surname>[一-鿿]){POST}")
NOBODY = compiled(r"会议?|大家|与会|文件|纪要|通报|方案|办法|市里|县里|上级|政府|市委|县委|[局办委镇街区]$")
LONGEST = 200
"""Characters of what somebody said that an answer shows."""
ANNOUNCED = 240
"""The same for a list that stands below the words that announce it."""


def by_speaker(composing: Composing) -> Draft | None:
    """Answer what a person said, or that the text ascribes nothing to them; `None` where no person is asked about."""
    asked = ASKED.search(composing.question.text)
    if asked is None:
        return None
    wording = composing.question.text[: asked.end()]
    known = [(source, name) for source in composing.sources for name in _meant(wording, source.document)]
    if not known:
        return None
    found = [(source, line) for source, name in known for line in _said(source, name)]
    if len({source.document_id for source, _ in found}) > ANSWERED_AT_MOST:
        return composing.ambiguous(list({source.document_id: source for source, _ in found}.values()))
    if found:
        return composing.stamped("passages", found)
    sources = list({source.document_id: source for source, _ in known}.values())
    who = "、".join(dict.fromkeys(name for _, name in known[:ANSWERED_AT_MOST]))
    where = named_few(sources)
    told = f"{where}{'等' if len(sources) > 3 else ''}的记载没有写明{who}说了什么，写的是会议的决定。"
    return composing.refusal("not_stated", told, route="record")


def _meant(wording: str, document: Document) -> list[str]:
    """Return the people of a document that a question means: by name, or by surname and post as the text has them."""
    names = people(document)
    whole = [name for name in names if name in wording]
    if whole:
        return whole
    posts = [match for match in SURNAME_AND_POST.finditer(wording) if not NOBODY.search(match["surname"])]
    if not posts:
        return []
    surname, post = posts[-1]["surname"], posts[-1].group()[1:]
    text = re.sub(r"(?<=[一-鿿])[ 　]+(?=[一-鿿])", "", document.text)
    return [
        name
        for name in names
        if name.startswith(surname) and (post == "同志" or f"{name}{post}" in text or f"{post}{name}" in text)
    ]


def people(document: Document) -> list[str]:
    """Return the names that a document's record knows: who chaired, who came, who reported."""
    attendance = document.attendance
    lists: Sequence[str] = (
        [person.name for person in (*attendance.present, *attendance.observers)] if attendance else []
    )
    reported = [name for item in document.items for name in item.presenter_names]
    chair = [document.meeting.chair] if document.meeting.chair else []
    return [name for name in dict.fromkeys([*chair, *lists, *reported]) if len(name) > 1]


def _said(source: Source, name: str) -> Iterator[Sentence]:
    """Yield what a text ascribes to a person: the sentence, and those that follow it in the same line."""
    document = source.document
    spaced = written_apart(name)
    reached = 0
    for match in re.finditer(
        rf"{spaced}{POST}?(?:在会上|在讲话中|在总结时|最后|进一步|还|并)*(?:{SAYING}[：:，,]?|{KEEPS})", document.text
    ):
        if match.start() < reached:
            continue
        first = sentence_at(document, Span(*match.span()))
        line_end = document.text.find("\n", first.end)
        end = first.end
        for place in sentences(document, Span(first.end, line_end if line_end >= 0 else len(document.text))):
            if place.end - first.start > LONGEST:
                break
            end = place.end
        item = document.item_at(first.start)
        if item is not None:
            end = with_what_follows(document, Span(first.start, end), within=item.span, limit=ANNOUNCED).end
        reached = end
        whole = Span(first.start, end)
        yield quoted(source, whole)

"""What another meeting said of the matter of an answer: 上一回为什么没定下来, 那第44次会上呢, 后来又怎么定的."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.generation.extractive import passages
from pipeline.generation.extractive.composing import Composing
from pipeline.generation.extractive.fitting import kind_asked
from pipeline.generation.extractive.giving_way import plainly, who_left
from pipeline.generation.extractive.several.going_on import Answering, Focus, in_focus, read_on
from pipeline.generation.extractive.several.one_side import ASKS
from pipeline.generation.extractive.several.returned import put_in_its_place
from pipeline.generation.extractive.several.splitting import without
from pipeline.generation.extractive.several.stage_lines import lines, told_apart
from pipeline.generation.extractive.several.stages import stages_of
from pipeline.generation.extractive.several.wordings import CONCLUSION
from pipeline.generation.places import of_one_place
from pipeline.generation.understanding.neighbours import find_step
from pipeline.generation.understanding.question import MEETING_ASPECTS
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.generation.draft import Draft, Sentence
    from pipeline.generation.extractive.several.stages import Stage
    from pipeline.generation.extractive.target import Find
    from pipeline.generation.understanding.question import Question
    from pipeline.retrieval.catalogue import Catalogue

NO_MATTER = compiled(
    r"常务|常委|党[组委政]|[局厅院校委]务|办公|专题|董事|主任|总经理|[省市县区镇局院校]长|全体|联席|协调|推进|调度|政府|届"
    r"|后来|然后|之后|之前|此前|再|原来|原先|当时|当初|最初|一开始|最后|最终|现在|如今|又|还|都|那|这|它|其|对此|此事|事|会议?|上|里|次|时|是|有|没有?|在|由|给|提|把|被|怎么?|如何|样|什么|啥|咋|为何?"
    r"|定|说|讲|议|研究|审议|讨论|决定|结[论果]|意见|态度|口径|说法|要求|规定|安排|变|改|化|调整|动|换|进展|下文|情况|内容|处理|办|同意|通过|批准?|过|成|为|吗|呢|的|了|吧|下来|不|谁|哪|个|家|位|几|多少|何"
    r"|能|会|可以?|要|得|牵头|负责|配合|汇报|主办|单位|部门|科室|处室|领导|人|时限|期限|时间|时候|期|日|天|号|完成|办结|开工|完工|钱|资金|投资|预算|概算|金额|标准|比例|数|原因|理由|[^一-鿿]"
)
"""What a question may say of any matter; one that says nothing else names none."""
WHO = compiled(r"谁|哪[位个]")
CHANGES = 2
"""Sentences that are told of what a later meeting changed."""
AFTERWARDS = compiled(r"^(?:那么?|这事|这个|它|此事)*(?:后来|之后|再后来|再往后|其后|后面|如今)")


def another_time(
    question: Question,
    asked: Question,
    focus: Focus | None,
    *,
    catalogue: Catalogue,
    find: Find,
    answer: Answering,
    told: str = "",
) -> Draft | None:
    """Answer what another meeting said of the matter of the question before; `None` where another thing is asked.

    Which meeting: the one before or after that of the answer, among those that dealt with the matter; the one that the
    question names; or, for 后来, all that came later. Where the meeting that is named did not deal with the matter,
    nothing is told: what it decided of another matter is not meant.

    Args:
        question: a question that goes on from another and names no matter of its own.
        asked: the question before.
        focus: the item that the answer to that question rests on, if it rests on one.
        catalogue: where the documents are.
        find: searches the library.
        answer: composes the draft of one question with a search of its own.
        told: what the answer to the question before tells.
    """
    if not goes_to_another(question, asked):
        return None
    scope = replace(asked.scope, entries=question.scope.every, filters={}, missing=None)
    composing = Composing(replace(asked, scope=scope), catalogue, find)
    near = asked.scope.entries if asked.scope.named else ()
    allowed = [one for one in question.scope.every if not near or any(of_one_place(one, other) for other in near)]
    stages = stages_of(composing, {entry.document_id: entry for entry in allowed})
    chosen = _chosen(question, asked, focus, stages)
    if chosen is None:
        return None
    if not chosen:
        named = bool(stages) and not find_step(question.text)
        return Composing(question, catalogue, find).nothing_found() if named else None
    found = [
        (stage.source, line)
        for stage in chosen
        for line in _in_its_place(question, told, stage) or _told(composing, question, asked, stage, answer)
    ]
    return composing.stamped("passages", found, several=True) if found else None


def goes_to_another(question: Question, asked: Question) -> bool:
    """Tell whether a question asks of another meeting what it said of a matter that only the question before names."""
    own_scope = question.scope.named and "scope" not in question.inherited
    elsewhere = find_step(question.text) or own_scope or AFTERWARDS.search(question.text)
    of_meetings = (question.aspect in MEETING_ASPECTS and "aspect" not in question.inherited) or (
        asked.aspect in MEETING_ASPECTS
    )
    if not elsewhere or of_meetings or not (asked.topic or asked.titles) or question.claim:
        return False
    if find_step(question.text) and question.scope.missing is not None:
        return True
    return not NO_MATTER.sub("", _bare(question))


def _bare(question: Question) -> str:
    """Return a question without the meetings that it names."""
    step = find_step(question.text)
    places = (*question.scope.mentions, *(((step.start, step.end),) if step else ()))
    return without(question.text, places)


def _chosen(question: Question, asked: Question, focus: Focus | None, stages: Sequence[Stage]) -> list[Stage] | None:
    """Return the stages of the meetings that a question goes to; `None` where it cannot be told which those are."""
    step = find_step(question.text)
    if step is None and question.scope.named and "scope" not in question.inherited:
        ids = {entry.document_id for entry in question.scope.entries}
        return None if question.scope.missing else [stage for stage in stages if stage.source.document_id in ids]
    known = [focus.source.entry] if focus else list(asked.scope.entries if asked.scope.named else ())
    here = known[0].date if len(known) == 1 else None
    if not here:
        return None
    back = step.back if step else False
    others = [
        stage
        for stage in stages
        if ((stage.source.entry.date or "") < here if back else (stage.source.entry.date or "") > here)
    ]
    if not step:
        return others
    return [(max if back else min)(others, key=lambda stage: stage.source.entry.date or "")] if others else []


def _in_its_place(question: Question, told: str, stage: Stage) -> list[Sentence]:
    """Return the sentences by which a meeting put something else, or somebody, in the place of what was told before."""
    source = stage.source
    places = put_in_its_place(told, source, stage.item)
    of_people = [place for place in places if who_left(plainly(source.document.quote(place)))]
    chosen = of_people if of_people and WHO.search(question.text) else places
    return [passages.told(source, place) for place in chosen[:CHANGES]]


def _told(
    composing: Composing, question: Question, asked: Question, stage: Stage, answer: Answering
) -> Sequence[Sentence]:
    """Return what a meeting says: of the matter as a whole what it decided, else what is asked."""
    bare = _bare(question)
    if not ASKS.search(bare.replace("呢", "")) and kind_asked(asked.text).kind != "text":
        bare = without(asked.text, asked.scope.mentions)  # 那第12次呢, after 每平方米补多少
    focus = Focus(stage.source, stage.item, (), composing.question)
    scope = replace(composing.question.scope, entries=(stage.source.entry,), mentions=())
    own = replace(question, text=bare, scope=scope, topic=(), titles=(), inherited=("topic", "scope"), within=None)
    if kind_asked(bare).kind in ("text", "verdict"):
        if told := lines(composing, stage, [CONCLUSION]):
            return told
        draft = in_focus(replace(own, aspect="decision"), focus, composing.catalogue, answer)
    else:
        draft = read_on(own, focus, composing.catalogue) or in_focus(own, focus, composing.catalogue, answer)
    if draft is not None and not draft.refused:
        return draft.sentences
    return told_apart(stage) if stage.apart else ()

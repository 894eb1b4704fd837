"""The verdict of a matter that was turned down, where a question takes for granted that it was decided."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.generation.extractive import matters
from pipeline.generation.extractive.fitting import kind_asked
from pipeline.generation.extractive.reading.concepts import share_held
from pipeline.generation.extractive.reading.kinds import STRICT
from pipeline.generation.extractive.reading.plain_asks import asking_words
from pipeline.generation.extractive.stretches import sentences
from pipeline.generation.extractive.target import Target
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.draft import Sentence
    from pipeline.generation.extractive.evidence import Source
    from pipeline.generation.understanding.question import Question
    from pipeline.minutes import Item

MOST = 0.45
"""Share of a question's words of which an item turned down must speak to be what the question takes as decided."""
TURNED_DOWN = ("rejected", "deferred")
PROPOSED = compiled(r"拟|提出|申请|建议|请示|提议")
"""What is only proposed is no answer where the proposal was turned down."""
ORDERED = compiled(
    r"(?:由|牵头|负责|会同|责成|请|要|须|[日月底]前)[^。；]{0,60}?(?:提出|拟(?:定|订|出))(?!的)[^，。；]{0,10}(?:方案|意见|办法|计划|措施|名单|清单|预案|报告|思路)"
)
"""What somebody is told to propose: 由某局牵头摸清底数，提出调剂方案."""
CARRIED_OUT = compiled(
    r"执行|实施|开始|从哪|起(?:用|始|征|施行)?|付(?!款条)|收(?!入|益|回|购)|还(?=多少|几|什么|哪|清|款|[？?])|装(?!修|备)|放宽|建成|上马|批了|批准|通过|同意|涨|降|补(?!偿|[贴助](?:资金|金|款|费|标准)?(?:共|总)?[有是])|包给|外包|买下|采购|买了|招标|签|开工|打过|打到|打给|画线|划线|启用|生效|投用|落实|牵头|搬|拨|发放|认了|(?:升级|改造)(?=$|[？?])|动工|开建|开市|开馆"
)
"""What is said of a matter only once it was decided."""
SUPPOSED = compiled(r"能[^，。？?]{0,4}(?:省|节约|赚|挣|收|卖|带来|增加|减少|创造)")
"""食堂外包能省多少: asks what it would bring, and takes nothing as decided."""
SAYS_SO = compiled(
    r"退回|退给|打回|否决|驳回|撤回|暂缓|缓议|搁置|不同意|不予|未(?:获|予|能|被)?(?:同意|通过|批)|没有?(?:被|给|获)?(?:同意|通过|批)|被(?:否|毙|退)"
)
"""被退回的规划何时补测: what the question says itself is no answer to it."""
WHETHER = compiled(r"了(?:没有?|吗|么)[？?]?$")
"""涨了没有: the verdict of what was turned down answers, not the proposal."""
FOLLOWS = tuple(kind for kind in STRICT if kind != "verdict")
"""What is asked of a matter that was decided; where it was turned down, that is the answer."""
ENDS = compiled(r"[。；;\n]")
FEW = 4
"""An item of so few sentences speaks of nothing but what was turned down."""


def turned_down(question: Question, source: Source, item: Item, *, answered: str | None) -> list[Sentence]:
    """Return the verdict of a matter that was turned down, where a question takes for granted that it was decided.

    从哪个学期开始收 of a fee that was never agreed to: no sentence states a day, and the verdict says why.

    Args:
        question: the question as understood.
        source: the document.
        item: the item that the question is about.
        answered: the sentence of the item that would answer, where one is sure enough.
    """
    if SUPPOSED.search(question.text) or SAYS_SO.search(question.text):
        return []
    done = WHETHER.search(question.text)
    if not done and (kind_asked(question.text).kind not in FOLLOWS or not CARRIED_OUT.search(question.text)):
        return []
    target = Target(source, item, 1.0)
    down = [one for one in item.outcomes if one.class_ in TURNED_DOWN]
    told = [matters.verdict_line(target, one) for one in down]
    of_it = [line for line in told if speaks_of(question, wording(source, line))]
    if of_it and speaks_of(question, item.title or ""):  # the matter itself, not what somebody proposed beside it
        of_it = [line for line in told if not proposes(wording(source, line))] or of_it
    if of_it and answered and not done and not proposes(answered) and _tells_more(question, answered, of_it):
        return []  # 补做听证由谁牵头: what was ordered instead is asked of
    if of_it and (len(down) == len(item.outcomes) or _means_more(question, item, wording(source, of_it[0]))):
        return of_it[:1]
    if len(down) < len(item.outcomes) or (not done and answered and not proposes(answered)):
        return []
    if down and _decided_before(source, item, down[0].start):
        return []
    return told[:1] if _turns_it_down(question, source, item, told) else []


def _tells_more(question: Question, answered: str, told: Sequence[Sentence]) -> bool:
    """Tell whether the sentence that would answer speaks of more of what a question names than the verdicts do."""
    from pipeline.generation.extractive.reading.candidates import asked_of  # numpy: a record answer goes without

    concepts = asked_of(question).concepts
    verdict = max(share_held(concepts, fold(line.text)) for line in told)
    return share_held(concepts, fold(answered)) > verdict


def proposes(said: str) -> bool:
    """Tell whether wording only proposes something; an order to propose it does not.

    >>> proposes("某局提出购置12台"), proposes("由某局牵头，提出调剂方案")
    (True, False)
    """
    return bool(PROPOSED.search(ORDERED.sub("", said)))


def wording(source: Source, line: Sentence) -> str:
    """Return the words of a verdict alone, without the title that names it."""
    return source.document.text[line.quotes[0].start : line.quotes[0].end]


def speaks_of(question: Question, said: str) -> bool:
    """Tell whether wording speaks of most of what a question names, under any names."""
    from pipeline.generation.extractive.reading.candidates import asked_of  # numpy: a record answer goes without

    return share_held(asked_of(question).concepts, fold(said)) >= MOST


def _decided_before(source: Source, item: Item, start: int) -> bool:
    """Tell whether an item gave somebody something to do, in a sentence before that which put off the rest."""
    set_to = (point for point in item.points if point.lead_units or point.deadline)
    return any(ENDS.search(source.document.text, point.start, start) for point in set_to if point.start < start)


def _means_more(question: Question, item: Item, said: str) -> bool:
    """Tell whether a verdict speaks of what a question names beside the title, where the paper itself was passed.

    跟谁签合同, of an item that passed a paper and turned down one figure in it, means the paper.
    """
    from pipeline.generation.extractive.reading.candidates import asked_of  # numpy: a record answer goes without

    asking, title = asking_words(fold(question.text)), fold(item.title or "")
    named = [one for one in asked_of(question).concepts if len(one.word) > 1 and one.word not in asking]
    beyond = [one for one in named if not one.held(title)[1]]
    return bool(beyond) and share_held(beyond, fold(said)) >= MOST


def _turns_it_down(question: Question, source: Source, item: Item, told: Sequence[Sentence]) -> bool:
    """Tell whether what was proposed under an item, and turned down, is most of what a question names."""
    every = [source.document.quote(place) for place in sentences(source.document, item.span)]
    proposed = every if len(every) <= FEW else [one for one in every if PROPOSED.search(one)]
    return speaks_of(question, " ".join([item.title or "", *proposed, *(line.text for line in told)]))

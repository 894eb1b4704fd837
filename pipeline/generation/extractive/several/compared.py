"""One matter set side by side in the meetings that a question names: what each of them says, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.generation.extractive import passages
from pipeline.generation.extractive.fitting import kind_asked
from pipeline.generation.extractive.reading.kinds import MEASURES, Wanted, find, holds
from pipeline.generation.extractive.several.named_apart import named_apart
from pipeline.generation.extractive.several.splitting import EDGE, PIECE, without
from pipeline.generation.extractive.several.stage_lines import lines
from pipeline.generation.extractive.several.stages import KIN, Stage, asks_for_its_size, matter_words, named_stages
from pipeline.generation.extractive.several.wordings import CONCLUSION, HOW_MUCH, VERDICT_ASKED
from pipeline.generation.extractive.stretches import sentences
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft, Sentence
    from pipeline.generation.extractive.composing import Composing
    from pipeline.generation.extractive.evidence import Source
    from pipeline.generation.extractive.reading.concepts import Concept
    from pipeline.minutes import Span

DIFFERS = compiled(
    r"一样|变(?:成|为|化|动|了|没变|到)|不一样|不[同一]|差[异别了多几]|区别|出入|相差|改(?:成|为|没改|了)|[少多高低早晚快慢][了还]|[少多高低早晚]多少"
    r"|(?:比|跟|与|和|同|较)[^？?]{0,24}(?:[是了]?(?:增|减|降|涨|提[高前]|推迟|压缩|延[后长期]|放宽|收紧|松|严|(?<!不)多(?![少大])|(?<![多不])少|(?<!不)高(?![速新中校压铁架层等])|低(?![保碳空压])|早|晚))|口径|前后|相比|对比|比较"
)
"""Asks how what one meeting says differs from what another does."""
ASKED = compiled(
    r"(?:各|分别|都|又|到底|究竟)*(?:自)?(?:是|有|为|定|说|给|讲)*(?:了|的|成|到)?(?:什么|怎么|怎|多少|几|哪|谁|何|啥).*"
    r"|(?:变|改|调整?)(?:成|为|化|动|了|到|没).*|(?:有|差|相差|各|分别|少|多|高|低|早|晚|快|慢|增|减|降|涨|提前|推迟|不同|不一样|区别|相比|对比|比较|前后)(?:了|还|的|是|有|说)?.*"
    r"|(?:说|定|讲|给|批|报)的?$|的$"
)
"""How a clause ends that asks; what stands before it is the thing asked about."""
HOW = compiled(r"怎么(?:处理|处置|安排|定|说|办|规定|要求)|如何(?:处理|处置|安排|规定|要求)")
JOINT = compiled(r"和|与|以及|还有|、|及(?!时|格)")
LINKS = compiled(
    r"^(?:从|自|由|在|到|至|和|与|跟|同|比|较|对|把|将|关于|对于|请问|想问|问一下|帮我|看看|[\s，,])+|(?:从|自|由|在|到|至|和|与|跟|同|比|较|的|上|里|中)+$"
)
SIZED = compiled(r"多少|几|多[大高长]|[更得最][多少高低早晚贵快慢]|谁")
"""Asks how much, whatever the thing is called: 加装电梯谁补得多."""
WHAT = (
    (compiled(r"频[次率]$"), "是多久一次"),
    (compiled(r"日子|时间|日期|时限|期限|节点"), "是什么时候"),
    (compiled(r"人$|谁|领导|组长|牵头人"), "是谁"),
    (compiled(r"单位|部门"), "是哪个单位"),
    (compiled(r"结论|结果|态度|口径|意见|表态|决定|说法"), CONCLUSION),
    (compiled(r"方式|办法|做法|安排|范围|方案|模式|要求|内容"), "是什么"),
)
"""What a thing asked about is asked for by, by its name; the size of anything else."""
THING = compiled(
    r"(?:[一-鿿]{2}的)?(?P<thing>(?:完成|开工|竣工|牵头|责任|配合|补助|收费|报送|施工)?(?:频[次率]|时[间限]|日期|期限|单位|部门|标准|比例|金额|面积|数量|范围|方式|总投资|概算|预算))"
)
"""What is asked of a matter that is named before the meetings are: 进展报送，…要求的频次."""
SPEAKS = 0.2
"""Share of them that what is told must hold itself, or the rest of them that its title does not."""
CHANGE = compiled(
    r"由(?P<former>[^，。；由]{1,24}?)(?:调整|变更|更改|改|推迟|提前|延后|延期|延长|延|压减|压缩|调减|调增|核减|增加|提高|上调|下调|[降减增])[为到至成](?P<now>[^，。；]{1,16})"
)
"""由38个调整为33个."""
VALUE = compiled(r"[0-9]+(?:\.[0-9]+)?[^0-9，。；\s]{1,3}")
OF_ANOTHER = 0.1
AT_MOST = 4


def compared(composing: Composing) -> Draft | None:
    """Answer how one matter differs between the meetings that a question names.

    `None` where it names fewer than two, asks for no difference, or one of them does not tell.
    """
    question = composing.question
    if question.claim or not 2 <= len(question.scope.entries) <= AT_MOST:
        return None
    text = without(question.text, question.scope.mentions, gap="，")
    if not DIFFERS.search(text) or len(named_apart(question)) < 2:
        return None
    things = things_asked(text)
    words = matter_words(composing, " ".join(thing for thing, _ in things))
    stages = named_stages(composing, words) if words else []
    if len(stages) < 2:
        return None
    told: list[tuple[Source, Sentence]] = []
    sized = SIZED.search(text) is not None
    for thing, asks in things:
        own = [
            (stage.source, line)
            for stage in stages
            for line in lines(composing, stage, [f"{thing}{asks}" if sized else _of_the_item(stage, thing, asks)])
            if stage.titled >= KIN or asks == CONCLUSION or _speaks_of(words, line)
        ]
        told += _changed(composing, thing, asks, stages, own) or own
    if len({source.document_id for source, _ in told}) < len(question.scope.entries):
        return None
    once = {(source.document_id, line.text): (source, line) for source, line in told}
    return composing.stamped("passages", list(once.values()), several=True)


def things_asked(text: str) -> list[tuple[str, str]]:
    """Return what is to be asked of each meeting, each thing with what asks for it, out of a text without their names.

    >>> things_asked("桥的开工时间和总负责人，从，到，变成了什么样？")
    [('桥的开工时间', '是什么时候'), ('桥的总负责人', '是谁')]
    >>> things_asked("数据中心上云，从，到，，结论和预算各有什么变化？")
    [('数据中心上云结论', '是什么结论'), ('数据中心上云预算', '是多少')]
    """
    pieces = [LINKS.sub("", ASKED.sub("", match.group())) for match in PIECE.finditer(text)]
    named = [piece for piece in (EDGE.sub("", one) for one in pieces) if len(piece) > 1]
    if not named:
        return []
    last = named[-1]
    whole = [piece for piece in named if piece != last] if JOINT.search(last) else []
    head = max(whole or named, key=len)
    subject, mark, rest = head.rpartition("的")
    if last != head and JOINT.search(last):
        subject, mark, rest = head, "", last
    elif last != head and (named_thing := THING.fullmatch(last)):
        return [(f"{head}的{named_thing['thing']}", _asked_by(named_thing["thing"]))]
    elif not mark and not JOINT.search(head):
        of_verdict = VERDICT_ASKED.search(text) is not None and not VERDICT_ASKED.search(head)
        return [(head, "是怎么处理的" if HOW.search(text) else CONCLUSION if of_verdict else _asked_by(head))]
    parts = [part for part in JOINT.split(rest) if part] if JOINT.search(rest) else [rest]
    return [(f"{subject}{mark}{part}", _asked_by(part)) for part in parts]


def _of_the_item(stage: Stage, thing: str, asks: str) -> str:
    """Return what is asked of one meeting: of a matter that its item is about, and of nothing in it, the verdict."""
    return CONCLUSION if asks_for_its_size(stage, f"{thing}{asks}") else f"{thing}{asks}"


def _asked_by(thing: str) -> str:
    return next((asks for name, asks in WHAT if name.search(thing)), HOW_MUCH)


def _speaks_of(words: Sequence[Concept], line: Sentence) -> bool:
    """Tell whether what is told holds any of the words itself: the sum of another matter is none of this one."""
    said = fold(line.text)
    return any(one.held(said)[1] >= SPEAKS for one in words)


def _changed(
    composing: Composing, thing: str, asks: str, stages: Sequence[Stage], own: Sequence[tuple[Source, Sentence]]
) -> list[tuple[Source, Sentence]]:
    """Return the sentence of the newer meeting that puts one value in the place of another, and where that was told.

    Nothing where what was read states another value, or where no such sentence speaks of the thing.
    """
    from pipeline.generation.extractive.reading.concepts import share_held

    kind = kind_asked(f"{thing}{asks}")
    if kind.kind not in MEASURES or len(stages) != 2:
        return []
    newer, older = stages
    words = matter_words(composing, thing)
    newest = [line for source, line in own if source.document_id == newer.source.document_id]
    told = [quote for line in newest for quote in line.quotes]
    found: list[tuple[bool, float, Span, Span]] = []
    for place in sentences(newer.source.document, newer.item.span):
        said = fold(newer.source.document.quote(place))
        change = CHANGE.search(said)
        if change is None or not (holds(kind, change["now"]) and holds(kind, change["former"])):
            continue
        former, share = _value(kind, change["former"]), share_held(words, said)
        before = _where(older, former) if former else None
        if before and share >= OF_ANOTHER:
            read = any(place.overlaps(quote.span) for quote in told)
            found.append((read, share, place, before))
    stated = any(_value(kind, fold(line.text)) for line in newest)
    found = [one for one in found if one[0]] if stated else found
    if not found:
        return []
    _, _, place, before = max(found, key=lambda one: one[:2])
    return [(stage.source, passages.told(stage.source, at)) for stage, at in ((newer, place), (older, before))]


def _value(kind: Wanted, text: str) -> str | None:
    """Return the first value that a folded text tells: a number, or how often something recurs.

    >>> _value(Wanted("span"), "每半月一次"), _value(Wanted("figure"), "38个")
    ('每半月', '38个')
    """
    if match := VALUE.search(text):
        return match.group()
    often = next(find(kind, text), None) if kind.kind == "span" else None
    return text[slice(*often)] if often else None


def _where(stage: Stage, value: str) -> Span | None:
    """Return the sentence of an item that tells a value."""
    document = stage.source.document
    return next((at for at in sentences(document, stage.item.span) if value in fold(document.quote(at))), None)

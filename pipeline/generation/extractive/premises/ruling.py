"""The verdict that turned down what a question means, with what was ordered instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.generation.draft import Sentence
from pipeline.generation.extractive import matters, passages
from pipeline.generation.extractive.evidence import Terms, heading
from pipeline.generation.extractive.fitting import kind_asked
from pipeline.generation.extractive.premises.down import DOWN, HEARD
from pipeline.generation.extractive.premises.instead import before_it, orders
from pipeline.generation.extractive.premises.named import Named
from pipeline.generation.extractive.premises.ordered import OWN, ordered_apart
from pipeline.generation.extractive.premises.taken import ACT, holds, share_of, weight_of
from pipeline.generation.extractive.premises.the_rest import rest_agreed
from pipeline.generation.extractive.premises.turned_down import FEW, TURNED_DOWN
from pipeline.generation.extractive.reading.plain_asks import asking_words
from pipeline.generation.extractive.stretches import sentences
from pipeline.generation.extractive.target import Target
from pipeline.minutes import Span
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.extractive.reading.concepts import Concept
    from pipeline.generation.understanding.question import Question
    from pipeline.minutes import Outcome

AGREED_TO = compiled(r"(?<![不未])同意(?!见)")
KEPT = compiled(
    r"维持[^，。；]{0,16}不变|不作调整|暂不(?:调整|启动)|仍(?:按|执行|为)|继续执行|一律执行原|执行原|前[^，。；]{0,8}(?:执行|按)原"
)
"""How things stay as they were."""
CHANGED = compiled(r"(?<!不)同意[^，。；]{0,24}?(?:调整|推迟|提前|延|改|提高|降|增|减)[^，。；]{0,8}?[为到至]")
"""What was changed beside what stays: 同意推迟至10月，通水时限仍为6月."""
CHANGES = compiled(r"[涨降]|上调|下调|提高|调[整高低到至为成]|增[至到加]|改[为成]|放宽|加[价到]")
OF_CHANGE = (
    (compiled(r"概算|预算调整|超支"), compiled(r"概算|预算|投资|[亿万]|追加|钱|涨|调")),
    (compiled(r"减免|免除|免收"), compiled(r"[减免]")),
    (compiled(r"缓缴|缓交|延期|展期"), compiled(r"[缓延拖展]|推迟")),
    (compiled(r"追加"), compiled(r"追加|[加增多]|万|亿|钱")),
    (
        compiled(r"(?:收费|票|物|水|电|气|运|热)价?[^，。]{0,8}(?:调整|标准)|调整[^，。]{0,12}(?:价|费|标准)"),
        compiled(r"[涨价费收调补降]|标准|块|元"),
    ),
    (compiled(r"终止|解除"), compiled(r"终止|解除|解约|退出|赔|提前")),
    (compiled(r"续签|续租|续聘|续包"), compiled(r"续|签|包|聘|租")),
    (compiled(r"冠名|命名|更名"), compiled(r"[名牌]")),
    (compiled(r"容积率|用地性质|规划条件|控规"), compiled(r"容积率|性质|规划|控规|调|改|放宽|公示|批")),
)
"""A proposal to change something, by its title, and what a question must speak of to mean that: not 何时开业."""
OPENS_ON = compiled(r"(?:关于|对于|针对|至于|就)[^，。；]{3,}$")
"""A clause that says on what the next one rules: 关于既有住宅加装电梯，会议不同意提高补助标准."""
CLAUSES = compiled(r"[，,；;。：:\n]")
FIGURED = ("day", "span", "money", "share", "figure")
"""Kinds of thing asked for that a smaller consent may state."""
FIGURES = compiled(r"[0-9]+(?:\.[0-9]+)?|[一二三四五六七八九十两]+(?=[年元块个台亩%倍])")
SUMS = compiled(r"(?<![0-9.])[0-9]+(?:\.[0-9]+)?(?![0-9.]|[年月日号次期项届])")
PROPOSES = compiled(r"[拟申提]|建议|方案|[由从][^，。；]{1,12}[调提增降减]")
APPROVES = compiled(r"(?<![不未])(?:同意|通过(?!之?[前后]|以[前后])|批准|印发|施行|已(?:完成|开工|到位))")
"""What speaks of a matter as decided, where no verdict was read."""
PLAN = compiled(r"方案[一二三四五甲乙丙丁1-5a-d]|[甲乙丙丁]案|[a-d]线")
CHOSEN = compiled(r"(?<![不未])(?:同意|采用|采纳|选用|选定|确定)[^，,。；;]{0,16}")
"""同意选址方案一, of several."""
BARE = compiled(r"会议|决定|议定|意见|本次|暂|[：:\s]")
"""What may stand beside a bare verdict."""
OF_IT = 0.4
"""The same where what is turned down is a change, as it is a change that the question takes for decided."""
ON_IT = 0.75
"""Share of what a question names that a title must hold for any verdict of its item to be on it."""


def ruling(question: Question, named: Named, concepts: Sequence[Concept]) -> list[Sentence]:
    """Return the verdict that turned down what a question means, with what was ordered instead; or nothing."""
    if any(of.search(named.title) and not change.search(question.text) for of, change in OF_CHANGE):
        return []
    from pipeline.generation.extractive.reading.doubts import PHASE  # numpy: a record answer goes without

    asked, held = set(PHASE.findall(question.text)), set(PHASE.findall(named.title))
    place = None if asked and held and not asked & held else _verdict(question, named, concepts)
    if place is None:
        return []
    line = place if isinstance(place, Sentence) else _said(named, place)
    lines = [*before_it(named, place), line] if isinstance(place, Span) else [line]
    lines = [*_proposed(question, named, lines), *lines]
    lines = [*lines, *orders(named, after=line.quotes[0].end, beside=len(line.text))]
    if named.item and "票" in question.text:
        counted = matters.votes(Target(named.source, named.item, 1.0), Terms({}))
        lines += [one for one in counted if not any(one.text in line.text for line in lines)]
    return lines


def _proposed(question: Question, named: Named, lines: Sequence[Sentence]) -> list[Sentence]:
    """Return the sentence that proposed a sum which a question takes for decided: 拟涨到420元."""
    said = fold("".join(line.text for line in lines))
    figures = [one for one in SUMS.findall(fold(question.text)) if one not in said]
    if not figures or not CHANGES.search(question.text):
        return []
    for place in sentences(named.source.document, named.span):
        wording = fold(named.source.document.quote(place))
        if PROPOSES.search(wording) and any(one in SUMS.findall(wording) for one in figures):
            return [passages.told(named.source, place)]
    return []


def _said(named: Named, place: Span) -> Sentence:
    """Return a sentence in its own words, under the title of its item."""
    line = passages.told(named.source, place)
    if named.item is None or named.title.strip("《》") in line.text:
        return line
    return Sentence(f"{named.title}：{line.text}", (*line.quotes, heading(named.source, named.item)))


def _verdict(question: Question, named: Named, concepts: Sequence[Concept]) -> Sentence | Span | None:
    """Return what turns down what is meant: the verdict of the item, or the sentence that speaks of just that."""
    taken = set(PLAN.findall(fold(question.text)))
    if len(taken) == 1 and (chosen := _chosen_plan(named)) is not None:
        return None if taken & chosen[0] else chosen[1]
    title = fold(f"{named.title} {_opening(named)}")
    said = f"{title} {asking_words(fold(question.text))}"  # 要报给谁 is no matter of its own
    beyond = [one for one in concepts if not holds(one, said) and not ACT.fullmatch(one.word)]
    outcomes = named.item.outcomes if named.item else ()
    down = [one for one in outcomes if _turns_down(question, named, one) and _near(named, one, title, concepts)]
    target = Target(named.source, named.item, 1.0) if named.item else None
    if down and target and len(down) == len(outcomes):
        whole = [one for one in down if _of_whole(named, one, beyond)]
        if whole and not ordered_apart(_apart_from(named, down), _of_matter(named, beyond)):
            return matters.verdict_line(
                target, max(reversed(whole), key=lambda one: share_of(beyond, fold(_clause(named, one))))
            )
        return None
    if not outcomes and (alone := _only_decision(named)) is not None:
        return alone
    changes = CHANGES.search(question.text)
    for place in sentences(named.source.document, named.span):
        wording = named.source.document.quote(place)
        of_down = (DOWN.search(wording) and _against(question, wording)) or (
            changes and KEPT.search(wording) and not CHANGED.search(wording)
        )
        if of_down and _speaks_of(
            fold(wording), _of_matter(named, beyond), changes=bool(changes) and share_of(concepts, title) >= OF_IT
        ):
            return place
    return None


def _turns_down(question: Question, named: Named, verdict: Outcome) -> bool:
    """Tell whether a verdict turns down what is asked about, by the sentence that it stands in."""
    if verdict.class_ not in TURNED_DOWN:
        return False
    around = next((one for one in sentences(named.source.document, named.span) if verdict.start in one), verdict.span)
    document = named.source.document
    return not rest_agreed("", document.text[around.end :]) and _against(question, document.quote(around))


def _against(question: Question, wording: str) -> bool:
    """Tell whether a sentence that turns something down is against a question.

    A report that was heard is not, nor is a smaller consent in the same sentence, where just that is asked for:
    「不同意延期一年，同意宽限至10月31日」 contradicts only who takes the year for granted.
    """
    if HEARD.search(wording) or rest_agreed(wording):
        return False
    agreed = AGREED_TO.search(rest := DOWN.sub("", wording))
    if agreed is None or any(figure in fold(wording) for figure in FIGURES.findall(fold(question.text))):
        return True
    return kind_asked(question.text).kind not in FIGURED or not FIGURES.search(fold(rest[agreed.end() :]))


def _chosen_plan(named: Named) -> tuple[set[str], Span] | None:
    """Return the plan that was decided for, and the sentence that says so: 同意选址方案一，不同意方案二."""
    for place in sentences(named.source.document, named.span):
        chosen = CHOSEN.search(fold(named.source.document.quote(place)))
        if chosen and (plans := set(PLAN.findall(chosen.group()))):
            return plans, place
    return None


def _only_decision(named: Named) -> Span | None:
    """Return the one sentence of a short stretch that decides anything, where it puts off or turns down."""
    places = list(sentences(named.source.document, named.span))
    if len(places) > FEW:
        return None
    said = [(place, named.source.document.quote(place)) for place in places]
    down = [place for place, wording in said if DOWN.search(wording) and not HEARD.search(wording)]
    decided = any(APPROVES.search(DOWN.sub("", wording)) for _, wording in said)
    return down[0] if len(down) == 1 and not decided else None


def _opening(named: Named) -> str:
    """Return the first line of a block of a longer item, which heads it: ◆项目4 市医院迁建."""
    opens = named.item is None or named.span.start > named.item.start
    return named.source.document.quote(named.span).strip().split("\n")[0] if opens else ""


def _near(named: Named, verdict: Outcome, title: str, concepts: Sequence[Concept]) -> bool:
    """Tell whether a verdict is on the stretch that is meant: it stands there, or the title says what is meant."""
    return verdict.start in named.span or share_of(concepts, title) >= ON_IT


def _of_whole(named: Named, verdict: Outcome, beyond: Sequence[Concept]) -> bool:
    """Tell whether a verdict is on all of an item, or on that point of several which speaks of what is meant."""
    points = named.item.points if named.item else ()
    point = next((one for one in points if verdict.start in one.span), None)
    if not _of_matter(named, beyond) and named.item and len(named.item.outcomes) == 1:
        return True  # the title says all that is meant, and nothing else was ruled on
    return point is None or len(points) < 2 or (bool(beyond) and share_of(beyond, fold(point.text)) >= OWN)


def _of_matter(named: Named, beyond: Sequence[Concept]) -> list[Concept]:
    """Return the words of a question beyond the title that do not name its meeting or body."""
    entry = named.source.entry
    stamp = fold(f"{named.source.meeting} {entry.name} {entry.issuing_body or ''}")
    return [one for one in beyond if not holds(one, stamp)]


def _apart_from(named: Named, down: Sequence[Outcome]) -> Iterator[str]:
    """Yield the folded sentences that hold none of some verdicts and turn nothing down."""
    for place in sentences(named.source.document, named.span):
        said = fold(named.source.document.quote(place))
        if not any(each.start in place for each in down) and not DOWN.search(said):
            yield said


def _speaks_of(wording: str, beyond: Sequence[Concept], *, changes: bool) -> bool:
    """Tell whether the clause that turns something down speaks of what is meant: 不同意提高餐标, of 涨到15元."""
    clauses = CLAUSES.split(wording)
    said = "，".join(
        f"{before}，{clause}" if _is_bare(clause) else clause  # 夜间开放，暂缓
        for before, clause in zip(("", *clauses), clauses, strict=False)
        if DOWN.search(clause) or KEPT.search(clause) or OPENS_ON.match(clause)
    )
    if changes and (CHANGES.search(said) or KEPT.search(said)):
        return True
    return weight_of(beyond) > 0 and share_of(beyond, said) >= OWN


def _is_bare(clause: str) -> bool:
    """Tell whether a clause turns something down and says no more: 暂缓, 会议不同意."""
    return bool(DOWN.search(clause)) and len(BARE.sub("", DOWN.sub("", clause))) < 2


def _clause(named: Named, verdict: Outcome) -> str:
    """Return the clause of a verdict, to the next comma behind it."""
    text = named.source.document.text
    end = next(
        (at for at in range(verdict.end, min(len(text), verdict.end + 60)) if text[at] in "，,。；;\n"), verdict.end
    )
    start = max(text.rfind(mark, 0, verdict.start) for mark in "，,。；;\n") + 1
    return text[start:end]

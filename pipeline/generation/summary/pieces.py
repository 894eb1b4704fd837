"""What one item is told with: who reported, each point, each verdict with what comes next, the votes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.generation.columns import one_line
from pipeline.generation.duty_labels import labels_apart
from pipeline.generation.summary.beside import REPORTER
from pipeline.generation.summary.by_unit import by_unit
from pipeline.generation.summary.condense import Level, condense
from pipeline.generation.summary.duty_lines import duty_line, is_shared, line_words
from pipeline.generation.summary.fidelity import untold
from pipeline.generation.summary.loosen import copied, loosened
from pipeline.generation.summary.reported import matter_reported
from pipeline.generation.summary.rows import cell_around, in_cell, responsible, row_with_head, whole_cell
from pipeline.generation.summary.told import Source, Told
from pipeline.generation.wording import presenter_places, presenters_words, report_verb
from pipeline.minutes import Item, Point, Span
from pipeline.patterns import compiled

TRIED: Mapping[Level, tuple[Level, ...]] = {1: (1,), 2: (2, 1), 3: (3, 2, 1)}
"""What is tried in turn until a point is told whole and holds."""
_VERDICT_REST = 16
"""A point that holds a verdict and at most so many other characters is told by the verdict's sentence."""

# A short line without a mark over a longer one: a heading. A wrapped line is about as long as the next, and it says
# who is to act or breaks off within a word: 「请某局研究补偿办｜法，10月底前上报」.
_HEADING = compiled(
    r"\A(?![^\n]*(?:[由请须已将]|应(?![急用对收])))(?P<heading>[^\n，。；：,;:]{4,24}?)(?<![就与和及的对向为、])"
    r"[ \t\u3000]*\n\s*(?![^\n]{1,2}[，、。的])(?=[^\n]{18})"
)
# 「责任单位：某科；完成时限：——」
_EMPTY = compiled(r"(?<![；，。\s])[；，。\s]*(?:(?:完成|办理|落实)(?:时限|时间|期限)|时限)[：:](?:[\s—－/-]+|\s*无)$")
_NOTED = compiled(
    r"(?P<before>[^\s：:])[ \t\u3000]*\n\s*"
    r"(?=(?:牵头|责任|主办|配合|协办|协同|完成|落实)(?:单位|部门|领导|人|时限|时间|期限)[：:])"
)
# 「…作出答复。〔牵头：某处；配合：某处〕」: a note on its own sentence
# 「完成时限：8月底前⏎副主任李某持保留意见，建议…」: a sentence of its own below the label
_BELOW_LABELS = compiled(
    r"(?P<labels>\n[ \t\u3000]*(?:牵头|责任|主办|配合|协办|协同|完成|落实)(?:单位|部门|领导|人|时限|时间|期限)[：:]"
    r"[^\n]*[^\n。；，、])"
    r"[ \t\u3000]*\n(?!\s*(?:牵头|责任|主办|配合|协办|协同|完成|落实)[^\n]{0,3}[：:])(?=[^\n，。]{2,}，[^\n]{4,})"
)
_BRACKETED = compiled(
    r"[。；]?\s*[〔\[［【（(](?P<note>(?:牵头|责任|主办|承办|配合|落实)(?:单位|部门|领导|人)?[：:][^〔〕\[\]［］【】\n]{2,60}?)[〕\]］】）)](?=[。；]?\s*\Z)"
)
_LAST_NOTE = compiled(r"（(?P<note>牵头：[^（）]*)）。\Z")
# 「…书面报告进度。（某局牵头，某镇配合）」: a bracket behind the full stop goes on the sentence before it
_BEHIND_ITS_STOP = compiled(r"[。；]\s*(?=[（(][^（）()。]{2,80}[）)][。；]?\s*\Z)")
_NEAR = 60
"""Characters from a point to the lines on who does it that are quoted with it in one piece."""
_SAID_BY = compiled(r"通报|传达|介绍|说明|宣读|解读|报告|汇报")


def report(source: Source, item: Item) -> Told | None:
    """Return who reported on an item, in the verb that the text has for it; `None` where none is stated."""
    if item.presenter is None or "presenter" not in item.spans:
        return None
    spans = presenter_places(item)
    place = Span(min(span.start for span in spans), max(span.end for span in spans))
    who = presenters_words(item)
    spoken = _SAID_BY.search(source.document.text, place.end, min(place.end + 40, item.end))
    verbs = ["汇报", *([spoken.group()] if spoken else [])]
    if not item.presenter_names:
        verbs.insert(0, report_verb(source.document, item))
    said = matter_reported(source, item, place, who)
    tries = [
        source.tell(text, [around], covers=[item.start], role="report")
        for around in (source.around(place), source.around(place, marks="\n"))
        for text in (*said, *(f"由{who}{verb}。" for verb in verbs), f"汇报人：{who}。")
    ]
    clause = source.around(place, marks="。；\n，")
    heading = source.heading(item)
    clause = Span(heading.end, clause.end) if clause.start <= heading.start < heading.end < place.start else clause
    wording = one_line(source.document.quote(clause)).strip("，。；：:* ")
    tries.append(source.tell(f"{wording}。", [source.around(place)], covers=[item.start], role="report"))
    return source.surest(tries)


def point_sentences(source: Source, item: Item, of: Point, level: Level) -> list[Told]:
    """Return a point as one sentence; running text without a label as the sentences that it has, where they say it all.

    Who is to act and by when may stand outside the wording of a point: such a one is told in one piece.
    """
    if of.label is None and not unit_places(of)[1]:
        if (parts := by_unit(source, item, of, level)) is not None:
            return parts
        told = source.prose(of.span, level=level)
        said = "".join(entry.text for entry in told)
        if len(told) > 1 and all(map(source.holds, told)) and not untold(of, said):
            return [replace(entry, covers=frozenset([item.start, of.start]), role="point") for entry in told]
    return [point(source, item, of, level)]


def point(source: Source, item: Item, of: Point, level: Level) -> Told:
    """Return a point, condensed so far that its action, units, figures and deadline stay."""
    inside, outside = unit_places(of)
    duties = duty_line(source.document, of)
    shared = duties is not None and is_shared(source.document, item, duties)
    if shared and duties is not None:
        outside = [(name, span) for name, span in outside if span.start not in duties]
    keep = [source.document.quote(span) for span in inside]
    wording = laid_out(REPORTER.sub("", of.text) or of.text)
    line = one_line(wording)
    outside = sorted((*outside, *_of_the_same_cell(source, of, outside)), key=lambda one: one[1].start)
    beside = [name for name, span in outside if one_line(name) not in line or in_cell(source.document, of, span)]
    aside = list(dict.fromkeys(beside))
    spans = [of.span, *(span for name, span in outside if name in aside)]
    helping = (*of.support_units, *of.support_generic)
    before = all(span.start < of.start for name, span in outside if name in aside)
    due = of.deadline.text if of.deadline else ""
    keep += [due] if due else []
    late = bool(due) and one_line(due) not in line
    if late and shared and duties is not None and "deadline" in of.spans and of.spans["deadline"].start in duties:
        late, due = False, ""
    if late and "deadline" in of.spans:
        cell = whole_cell(source.document, of, of.spans["deadline"])
        due = one_line(source.document.quote(cell))
        spans.append(cell)
    bodies = _bodies(of, wording, keep, level)
    raw, when = _own_words(f"{line.rstrip('。；;，, ')}。", of), due if late else ""
    whens = dict.fromkeys((when, of.deadline.text) if when and of.deadline else (when,))
    tries = [
        text
        for limit in whens
        for said in bodies
        for text in _forms(said, aside, limit, front=before, supports=helping)
    ]
    tries += [
        text for limit in whens for said in raw for text in _forms(said, aside, limit, front=False, supports=helping)
    ]
    leads = [name for name in aside if name not in helping]
    tries += (
        [_with_aside(said, aside if leads else [], when, front=False) for said in (*bodies, *raw)] if helping else []
    )
    covers, label = [item.start, of.start], of.label
    if late and aside:
        tries += [_with_aside(text, [], due, front=False) for text in raw]
    table = row_with_head(source.document, of) if aside else []
    quoted = [*([table] if table else []), spans, *_in_one(item, of, spans)]
    told = [
        source.tell(text, places, covers=covers, point=label, role="point", apart=places is table)
        for text in dict.fromkeys(tries)
        for places in quoted
    ]
    if duties is not None and not shared:
        told = [*_with_duties(source, item, of, (*bodies, *raw), duties), *told]
    whole = [one for one in told if not untold(of, one.text)]
    plain = [
        source.tell(text, [of.span], covers=covers, point=label, role="point")
        for text in _own_words(f"{one_line(of.text).rstrip('。；;，, ')}。", of)
    ]
    return source.surest([*whole, *told, *plain]) or plain[-1]


def _bodies(of: Point, wording: str, keep: Sequence[str], level: Level) -> list[str]:
    """Return a point condensed, from the shortest to the longest, each so that it copies nothing for long."""
    return [
        said
        for tried in TRIED[level]
        for body in [condense(wording, keep=keep, level=tried)]
        for said in (loosened(body, of.text) if copied(body, of.text) else (body,))
    ]


def _with_duties(source: Source, item: Item, of: Point, bodies: Sequence[str], duties: Span) -> Iterator[Told]:
    """Yield a point with the labelled lines below it, which go on it alone, in their own words."""
    note = line_words(source.document, duties)
    texts = [text for said in bodies for text in (_with_note(said, note), f"{said.rstrip('。；')}；{note}。")]
    for text in dict.fromkeys(texts):
        for places in ([of.span, duties], *_in_one(item, of, [of.span, duties])):
            yield source.tell(text, places, covers=[item.start, of.start], point=of.label, role="point")


def _of_the_same_cell(source: Source, of: Point, outside: Sequence[tuple[str, Span]]) -> list[tuple[str, Span]]:
    """Return the units that a point names itself and that stand beside others in a cell of its row."""
    named = {name for name, _ in outside}
    found: list[tuple[str, Span]] = []
    for _, span in outside:
        if in_cell(source.document, of, span):
            cell = cell_around(source.document.text, span)
            for name in (*of.lead_units, *of.support_units):
                at = source.document.text.find(name, cell.start, cell.end)
                if at >= 0 and not any(name in other for other in named):
                    named.add(name)
                    found.append((name, Span(at, at + len(name))))
    return found


def _with_note(body: str, note: str) -> str:
    """Return a point with the line on who is to act behind it, in brackets where it has none itself.

    >>> _with_note("修缮围墙。", "责任单位：丙科"), _with_note("修缮围墙。", "责任单位：丙科（牵头）")
    ('修缮围墙（责任单位：丙科）。', '修缮围墙；责任单位：丙科（牵头）。')
    """
    bare = body.rstrip("。；")
    return f"{bare}；{note}。" if any(mark in note for mark in "（(") else f"{bare}（{note}）。"


def _in_one(item: Item, of: Point, spans: list[Span]) -> Iterator[list[Span]]:
    """Yield a point and the lines close by it on who does it by when (责任单位：…) as one place."""
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    between = any(start < other.start < end for other in item.points if other.start != of.start)
    if len(spans) > 1 and not between and end - start <= of.end - of.start + _NEAR:
        yield [Span(start, end)]


def _own_words(raw: str, of: Point) -> list[str]:
    """Return a point in its own words, as a quote first where it copies the text for long."""
    return [*loosened(raw, of.text), raw] if copied(raw, of.text) else [raw]


def laid_out(wording: str) -> str:
    """Return a wording with marks where only a line end parts a heading from its text, or who is responsible.

    >>> laid_out("加快管网修复\\n对已查明的337处点位分类处置，限期完成。\\n责任单位：市住建局\\n配合单位：市财政局")
    '加快管网修复：对已查明的337处点位分类处置，限期完成。责任单位：市住建局；配合单位：市财政局'
    >>> laid_out("修缮围墙。\\n责任单位：丙科；完成时限：8月底前\\n丁某对此持保留意见，建议缓修。")
    '修缮围墙。责任单位：丙科；完成时限：8月底前。丁某对此持保留意见，建议缓修。'
    >>> laid_out("按月报告进度。（甲局牵头，乙镇配合）")
    '按月报告进度（甲局牵头，乙镇配合）'
    """
    text = _BRACKETED.sub(r"（\g<note>）", _EMPTY.sub("", wording.strip()))
    text = _BELOW_LABELS.sub(r"\g<labels>。", _BEHIND_ITS_STOP.sub("", text))
    text = _HEADING.sub(r"\g<heading>：", text)
    return labels_apart(_NOTED.sub(lambda match: match["before"] + ("" if match["before"] in "。；，" else "；"), text))


def _forms(body: str, names: list[str], due: str, *, front: bool, supports: Sequence[str]) -> Iterator[str]:
    """Yield a point with its units and deadline before it, in a note, or behind a semicolon."""
    yield _with_aside(body, names, due, front=front, supports=supports)
    if names:
        noted = _with_aside(body, names, due, front=False, supports=supports)
        yield from dict.fromkeys((noted, _noted(noted)))


def _with_aside(body: str, names: list[str], due: str, *, front: bool, supports: Sequence[str] = ()) -> str:
    """Return a point with the units and the deadline that stand outside its wording.

    >>> _with_aside("完善方案。", ["某区"], "", front=True), _with_aside("完善方案。", ["某局"], "年底", front=False)
    ('某区：完善方案。', '完善方案（责任单位：某局；时限：年底）。')
    """
    if front and not due:
        return f"{'、'.join(names)}：{body}" if names else body
    notes = [responsible(names, supports)] if names else []
    notes += [f"时限：{due}"] if due else []
    return f"{body.rstrip('。；')}（{'；'.join(notes)}）。" if notes else body


def _noted(text: str) -> str:
    """Return a point with its note behind a semicolon, where a bracket would be read as part of a name before it.

    >>> _noted("就减租向市国资委备案（牵头：甲部；配合：乙部）。")
    '就减租向市国资委备案；牵头：甲部；配合：乙部。'
    """
    return _LAST_NOTE.sub(r"；\g<note>。", text)


def unit_places(of: Point) -> tuple[list[Span], list[tuple[str, Span]]]:
    """Return where a point's units stand: places inside it, and names with places before it (会议要求某区：1.…)."""
    inside: list[Span] = []
    outside: list[tuple[str, Span]] = []
    named = [(f"lead_units.{position}", name) for position, name in enumerate(of.lead_units)]
    named += [(f"support_units.{position}", name) for position, name in enumerate(of.support_units)]
    named += [(f"lead_generic.{position}", name) for position, name in enumerate(of.lead_generic)]
    named += [(f"support_generic.{position}", name) for position, name in enumerate(of.support_generic)]
    carried = any(span.start < of.start for name, span in of.spans.items() if name.startswith("lead_"))
    named += [("addressed_to", of.addressed_to)] if of.addressed_to and not carried else []
    for field, name in named:
        span = of.spans.get(field)
        if span is None:
            continue
        if of.start <= span.start and span.end <= of.end:
            inside.append(span)
        else:
            outside.append((name, span))
    return inside, outside


def is_verdict(item: Item, of: Point) -> bool:
    """Tell whether a point is hardly more than the verdict (（一）原则通过《…》，请相关部门修改完善后组织实施。)."""
    if any(outcome.start <= of.start and of.end <= outcome.end for outcome in item.outcomes):
        return True
    within = [outcome.span for outcome in item.outcomes if of.start <= outcome.start and outcome.end <= of.end]
    if not within:
        return False
    step = item.spans.get("next_step")
    within += [step] if item.next_step and step and of.start <= step.start and step.end <= of.end else []
    told = {place for span in within for place in range(span.start, span.end)}
    return sum(1 for place in range(of.start, of.end) if place not in told) <= _VERDICT_REST

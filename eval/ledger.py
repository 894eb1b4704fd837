"""Holds the decision ledger against its gold: verdicts, who leads and supports, time limits, each with its interval."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from eval.decisions import VERDICTS, Decision
from eval.gold import SPLITS
from eval.locate import places_of
from eval.metrics import Figure, f1, figure
from eval.parties import same_party
from eval.scorers import plain
from eval.sets import GoldSet
from pipeline.errors import BadRequest

if TYPE_CHECKING:
    from pipeline.generation.decisions.ledger import LedgerRow
    from pipeline.minutes import Document

FIELDS: dict[str, str] = {
    "rows": "决定",
    "verdict": "结论类别",
    "lead": "牵头单位",
    "support": "配合单位",
    "deadline": "时限（日期）",
}
"""What is scored by precision, recall and F1, with its Chinese name."""
PARTS = {"precision": "查准", "recall": "查全", "f1": "F1"}
NO_VERDICT = "no_verdict"
"""听取, 审议了: the share of decisions that the ledger rightly claims neither passed nor rejected."""
OWN_ROW, OWN_VERDICT = "own_row", "own_verdict"
"""The shares of decisions whose own row, that with most of their characters, has just their leads and date; verdict."""
_UNDECIDED = frozenset({"heard", "studied"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One observation: 1 where what was found is wanted (precision) or what is wanted was found (recall), else 0.

    `group` is the document and item within which observations hang together; `told` is what was found or missed.
    """

    split: str
    group: tuple[str, str | None]
    measure: str
    value: float
    told: str


@dataclass(frozen=True, slots=True)
class _Seen:
    """One observation within a document: its item, measure, whether it is right, and what is told of it."""

    item: str | None
    measure: str
    right: bool
    told: str


@dataclass(slots=True)
class _Stretch:
    """Decisions of the gold and rows of the ledger that overlap, directly or through one another."""

    decisions: list[Decision] = field(default_factory=list)
    rows: list[LedgerRow] = field(default_factory=list)


Placed = Sequence[tuple[Decision, int, int]]
"""Decisions with the code points where their quotes stand."""


def score_ledger(sets: Sequence[GoldSet]) -> list[Score]:
    """Read the documents that have a ledger gold, as the product does, and score every decision.

    Raises:
        BadRequest: no set has one, or the product's text of a document is not the text that the gold counts in.
        DocumentError: a document cannot be read.
    """
    from pipeline.documents.parse import parse
    from pipeline.documents.read import read_file

    found: list[Score] = []
    for one in sets:
        for name in dict.fromkeys(entry.document for entry in one.decisions):
            document = parse(read_file(one.files[name], max_bytes=50_000_000))
            if document.text != one.texts[name]:
                raise BadRequest(f"{name} 读入后的文字与原文不同", instead="位置无从比较，请先查读入部分")
            found += score(document, [entry for entry in one.decisions if entry.document == name])
    if not found:
        raise BadRequest("所选题集没有台账", instead="在 sets.toml 里写 decisions，字段见 eval/data/README.md")
    return found


def score(document: Document, decisions: Sequence[Decision]) -> list[Score]:
    """Score the ledger of one document against its decisions, which are all of one split."""
    from pipeline.generation.decisions.ledger import rows

    placed, own = _placed(decisions, document.text), rows("d", document)
    seen = [*_verdicts(document, placed), *_rows(placed, own), *_own_rows(placed, own)]
    for stretch in _stretches(placed, own):
        # the gold takes down 相关部门 too, for which the ledger has cells of their own
        seen += _members(stretch, "lead", lambda entry: entry.lead, lambda row: row.lead_units + row.lead_generic)
        seen += _members(
            stretch, "support", lambda entry: entry.support, lambda row: row.support_units + row.support_generic
        )
        seen += _deadlines(stretch)
    split, name = decisions[0].split, decisions[0].document
    return [
        Score(split=split, group=(name, one.item), measure=one.measure, value=float(one.right), told=one.told)
        for one in seen
    ]


def figures(scores: Sequence[Score], *, split: str) -> dict[str, Figure]:
    """Return every figure of one split by its name (`lead.f1`, `verdict.recall`, `no_verdict`), resampled by item."""
    found = {f"{name}.{part}": _figure(scores, split, name, part) for name in FIELDS for part in PARTS}
    found |= {name: figure(list(_grouped(scores, split, name).values())) for name in (NO_VERDICT, OWN_ROW, OWN_VERDICT)}
    return {name: value for name, value in found.items() if value is not None}


def table(scores: Sequence[Score]) -> list[list[str]]:
    """Return the rows of a table: each measure, with a column for each split that has any."""
    titles = {"dev": "开发题 dev", "test": "留出题 test"}
    columns = {split: figures(scores, split=split) for split in SPLITS if any(one.split == split for one in scores)}
    lines = [["台账", *(f"{titles[split]}  [95% 区间]  n" for split in columns)]]
    names = {f"{name}.{part}": f"{title}{label}" for name, title in FIELDS.items() for part, label in PARTS.items()}
    names |= {NO_VERDICT: "没有结论的不写成有", OWN_ROW: "本行的牵头与日期全对", OWN_VERDICT: "本行的结论全对"}
    for name, label in names.items():
        lines.append([label, *(_shown(own.get(name)) for own in columns.values())])
    return lines


def misses(scores: Sequence[Score], *, with_test: bool = False) -> str:
    """Return every observation that is not as wanted, one a line; those held out only where they are asked for."""
    wrong = [one for one in scores if one.value < 1 and (with_test or one.split != "test")]
    return "\n".join(f"{one.group[0]}#{one.group[1] or '-'}  {one.measure}：{one.told}" for one in wrong)


def _shown(value: Figure | None) -> str:
    """Return a figure with its interval and n."""
    if value is None:
        return "—"
    return f"{value.value * 100:.1f}  [{value.low * 100:.1f}–{value.high * 100:.1f}]  {value.n}"


def _figure(scores: Sequence[Score], split: str, name: str, part: str) -> Figure | None:
    """Return precision, recall or their F1."""
    if part != "f1":
        return figure(list(_grouped(scores, split, f"{name}.{part}").values()))
    right, whole = (_grouped(scores, split, f"{name}.{half}") for half in ("precision", "recall"))
    return f1([(right.get(group, []), whole.get(group, [])) for group in {**right, **whole}])


def _grouped(scores: Sequence[Score], split: str, measure: str) -> Mapping[tuple[str, str | None], list[float]]:
    """Return the observations of a measure by item."""
    groups: dict[tuple[str, str | None], list[float]] = {}
    for one in scores:
        if (one.split, one.measure) == (split, measure):
            groups.setdefault(one.group, []).append(one.value)
    return groups


def _placed(decisions: Sequence[Decision], text: str) -> list[tuple[Decision, int, int]]:
    """Return where each decision stands; a wording that occurs twice stands where no earlier decision does."""
    taken: set[int] = set()
    found = []
    for entry in decisions:
        starts = [place.start for place in places_of(entry.evidence, text)]
        start = next((one for one in starts if one not in taken), starts[0])
        taken.add(start)
        found.append((entry, start, start + len(entry.quote)))
    return found


def _verdicts(document: Document, placed: Placed) -> Iterator[_Seen]:
    """Score the verdicts that the ledger claims: each belongs to the decision that it shares most characters with."""
    claims = [
        (one.start, one.end, str(one.class_)) for item in (*document.items, *document.beside) for one in item.outcomes
    ]
    claims += [(one.start, one.end, str(one.outcome)) for one in document.other_matters if one.outcome]
    claimed: dict[str, set[str]] = {}
    for start, end, claim in claims:
        shared = [(min(end, last) - max(start, first), entry) for entry, first, last in placed]
        near = [(entry.verdict is not None, share, place) for place, (share, entry) in enumerate(shared) if share > 0]
        entry = placed[max(near)[2]][0] if near else None
        if entry is not None:
            claimed.setdefault(entry.id, set()).add(claim)
        wanted = entry.verdict if entry else None
        told = f"“{document.text[start:end]}”作 {claim}，应为 {wanted or '—'}"
        yield _Seen(entry.item if entry else None, "verdict.precision", claim in _classes(wanted), told)
    for entry, _, _ in placed:
        got = claimed.get(entry.id, set())
        told = f"“{entry.quote}”应为 {entry.verdict}，得 {'、'.join(sorted(got)) or '—'}"
        if entry.verdict is not None and VERDICTS[entry.verdict]:
            yield _Seen(entry.item, "verdict.recall", got == _classes(entry.verdict), told)
        elif entry.verdict is not None:
            yield _Seen(entry.item, NO_VERDICT, got <= _UNDECIDED, told)


def _classes(verdict: str | None) -> frozenset[str]:
    """Return the classes of the ledger that a verdict of the gold may be."""
    if verdict is None:
        return frozenset()
    wanted = VERDICTS[verdict]
    return frozenset({wanted}) if wanted else _UNDECIDED


def _rows(placed: Placed, own: Sequence[LedgerRow]) -> Iterator[_Seen]:
    """Score which decisions the ledger holds, in a row's text or in its verdict, and which rows are decisions."""
    cells = ("text", "outcome", "next_step")
    spans = [span for row in own for name, span in row.spans.items() if name.partition(".")[0] in cells]
    for entry, start, end in placed:
        held = any(span.start < end and start < span.end for span in spans)
        yield _Seen(entry.item, "rows.recall", held, f"台账没有“{entry.quote}”")
    for row in own:
        known = any(row.start < end and start < row.end for _, start, end in placed)
        yield _Seen(row.item, "rows.precision", known, f"不是决定“{row.text}”")


def _own_rows(placed: Placed, own: Sequence[LedgerRow]) -> Iterator[_Seen]:
    """Score whether who, when and the verdict stand in the row of their own decision, and nobody's else do."""
    for entry, start, end in placed:
        sharing = [row for row in own if row.start < end and start < row.end]
        if not sharing:
            continue
        row = max(sharing, key=lambda one: min(end, one.end) - max(start, one.start))
        have = (*row.lead_units, *row.lead_generic)
        known = all(any(same_party(one, other) for other in entry.lead) for one in have)
        named = all(any(same_party(one, other) for other in have) for one in entry.lead)
        dated = plain(row.deadline_text or "") == plain(entry.deadline or "")
        due = dated or entry.deadline_kind != "date"
        wanted, got = ("、".join(names) or "—" for names in (entry.lead, have))
        told = f"“{entry.quote}”应为 {wanted}，{entry.deadline or '—'}，得 {got}，{row.deadline_text or '—'}"
        yield _Seen(entry.item, OWN_ROW, known and named and due, told)
        ruled, stated = _classes(entry.verdict), set(row.outcomes)
        right = stated == ruled or (ruled == _UNDECIDED and stated <= ruled)
        told = f"“{entry.quote}”应为 {entry.verdict or '—'}，得 {'、'.join(row.outcomes) or '—'}（“{row.text}”）"
        yield _Seen(entry.item, OWN_VERDICT, right, told)


def _stretches(placed: Placed, own: Sequence[LedgerRow]) -> list[_Stretch]:
    """Return decisions and rows in stretches of text that overlap, in the order of the text."""
    marks: list[tuple[int, int, Decision | None, LedgerRow | None]] = [
        (low, high, one, None) for one, low, high in placed
    ]
    marks += [(row.start, row.end, None, row) for row in own]
    found: list[_Stretch] = []
    reached = -1
    for start, end, entry, row in sorted(marks, key=lambda mark: mark[:2]):
        if start >= reached:
            found.append(_Stretch())
        reached = max(reached, end)
        found[-1].decisions += [entry] if entry else []
        found[-1].rows += [row] if row else []
    return found


def _members(
    stretch: _Stretch,
    name: str,
    wanted: Callable[[Decision], Sequence[str]],
    got: Callable[[LedgerRow], Sequence[str]],
) -> Iterator[_Seen]:
    """Score the units of a cell: those that the rows of a stretch name and those that its decisions do."""
    have = list(dict.fromkeys(one for row in stretch.rows for one in got(row)))
    want = [(entry, one) for entry in stretch.decisions for one in wanted(entry)]
    for one in have:
        right = any(same_party(one, other) for _, other in want)
        told = f"多“{one}”，应为 {'、'.join(dict.fromkeys(other for _, other in want)) or '—'}"
        yield _Seen(stretch.rows[0].item, f"{name}.precision", right, told)
    for entry, one in want:
        told = f"缺“{one}”，得 {'、'.join(have) or '—'}（{entry.quote}）"
        yield _Seen(entry.item, f"{name}.recall", any(same_party(one, other) for other in have), told)


def _deadlines(stretch: _Stretch) -> Iterator[_Seen]:
    """Score time limits: the wording must be the same; only those that hang on the calendar must be found."""
    stated = (
        one for row in stretch.rows for one in (row.deadline_text, *(other.text for other in row.further_deadlines))
    )
    have = list(dict.fromkeys(one for one in stated if one))
    every = [entry.deadline for entry in stretch.decisions if entry.deadline]
    every += [one for entry in stretch.decisions for one in entry.further_deadlines]
    for one in have:
        right = any(plain(one) == plain(other) for other in every)
        told = f"多“{one}”，应为 {'、'.join(every) or '—'}"
        yield _Seen(stretch.rows[0].item, "deadline.precision", right, told)
    for entry in stretch.decisions:
        if entry.deadline and entry.deadline_kind == "date":
            right = any(plain(entry.deadline) == plain(other) for other in have)
            told = f"缺“{entry.deadline}”，得 {'、'.join(have) or '—'}（{entry.quote}）"
            yield _Seen(entry.item, "deadline.recall", right, told)

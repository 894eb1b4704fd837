"""What readers thought of answers, for those who look after the library: a quiet list, and the same as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from pipeline.interface.history import Remark
from pipeline.interface.icons import icon
from pipeline.interface.language import mark, say
from pipeline.interface.tables import Column, head_of
from pipeline.interface.wording import escape

MOST_ROWS = 200
"""Ratings listed at once; the download holds all."""
VERDICTS = {"good": "有用", "bad": "有误", "": "只有附注"}

_COLUMNS = (
    Column("问题", "asked"), Column("回答", "told"), Column("评价", "thumb-of"),
    Column("附注", "remark-of"), Column("读者", "who"), Column("时间", "when"),
)  # fmt: skip


def render_ratings(remarks: Sequence[Remark]) -> str:
    """Return the list, folded away; it says so where nobody rated anything yet."""
    counts = {verdict: sum(1 for one in remarks if one.verdict == verdict) for verdict in VERDICTS}
    told = mark("，").join(f"{say(VERDICTS[verdict])} {count}" for verdict, count in counts.items() if count)
    title = say("读者的评价 · {n} 条", n=len(remarks))
    if not remarks:
        body = f'<p class="aside">{say("还没有人评价过回答。答案下面的两个拇指和附注会列在这里。")}</p>'
        return f'<details class="ratings"><summary>{title}</summary>{body}</details>'
    cut = say("，显示前 {most} 条", most=MOST_ROWS) if len(remarks) > MOST_ROWS else ""
    return (
        f'<details class="ratings"><summary>{title}</summary><div class="tools"><span class="count">{told}{cut}</span>'
        f'<span class="downloads"><span>{say("下载")}</span>'
        '<a class="quiet" href="download/ratings.csv" download>CSV</a></span></div>'
        f'<div class="wide" tabindex="0" role="region" aria-label="{title}"><table class="grid rated" '
        f'data-table="ratings">{head_of(_COLUMNS)}<tbody>{"".join(map(_row, remarks[:MOST_ROWS]))}</tbody></table>'
        "</div></details>"
    )


def ratings_csv(remarks: Sequence[Remark]) -> bytes:
    """Return all ratings as CSV that Excel reads, every cell plain text."""
    from pipeline.generation.exports.cells import safe_cell

    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(say(column.title) for column in _COLUMNS)
    for one in remarks:
        cells = (one.question, one.answer, say(VERDICTS[one.verdict]), one.note, reader(one.person), _minute(one.at))
        writer.writerow(map(safe_cell, cells))
    return buffer.getvalue().encode("utf-8-sig")


def reader(person: str) -> str:
    """Return who rated: the account; of who did not sign in only what tells one browser from another.

    >>> reader("account:王丽"), reader("browser:0f3a92c1")
    ('王丽', '未登录 0f3a')
    """
    kind, _, name = person.partition(":")
    return name if kind == "account" else say("未登录 {mark}", mark=name[:4])


def _row(one: Remark) -> str:
    """Return one rating as a row."""
    words = say(VERDICTS[one.verdict])
    thumb = (
        f'<span class="verdict {one.verdict}">{icon(one.verdict)}{words}</span>' if one.verdict else f"<i>{words}</i>"
    )
    cells = {
        "asked": escape(one.question),
        "told": escape(one.answer),
        "thumb-of": thumb,
        "remark-of": escape(one.note),
        "who": escape(reader(one.person)),
        "when": escape(_minute(one.at)),
    }
    return (
        "<tr>"
        + "".join(
            f'<td class="{column.name}" data-label="{say(column.title)}">{cells[column.name]}</td>'
            for column in _COLUMNS
        )
        + "</tr>"
    )


def _minute(at: str) -> str:
    """Return an ISO time up to the minute.

    >>> _minute("2024-05-06T08:07:09.123456")
    '2024-05-06 08:07'
    """
    return at[:16].replace("T", " ")

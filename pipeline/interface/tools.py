"""The four tools for other programs, by Gradio's API and by MCP; what their callers read of them is Chinese."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from threading import BoundedSemaphore
from typing import TYPE_CHECKING, Any

import gradio as gr
from gradio.context import LocalContext
from gradio.events import api

from pipeline.errors import JiyaoError
from pipeline.generation.wording import style_of
from pipeline.interface.roles import needs
from pipeline.interface.summaries import STYLES, summary_style
from pipeline.interface.wording import plain

if TYPE_CHECKING:
    from pipeline.assistant import Assistant
    from pipeline.retrieval.catalogue import Filters

_LOG = logging.getLogger(__name__)

MOST_HITS = 50
MOST_ROWS = 500
MOST_HISTORY = 20
MOST_DRAFTS = 6
"""So many summaries are drafted for programs at once; with a model each may take minutes, and threads are few."""


class ToolFailed(gr.Error):
    """What went wrong in a tool, in words that show nothing of the server."""

    def __init__(self, words: str) -> None:
        super().__init__(words, title="没有完成", print_exception=False)

    def __str__(self) -> str:
        return str(self.message)


def offer(assistant: Assistant) -> None:
    """Offer the tools in the page that is being laid out; all else of the page stays private.

    They must be offered before any handler of the same name: Gradio numbers the names that come later. They run outside
    its queue, because within it MCP calls back over HTTP without the caller's token, and is refused.
    """
    tools = Tools(assistant)
    for tool in (tools.ask, tools.search, tools.summarize, tools.ledger):
        api(tool, api_name=tool.__name__, queue=False)


class Tools:
    """Ask, search, summarize, ledger: each takes plain values and returns a JSON object."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant
        self._drafting = BoundedSemaphore(MOST_DRAFTS)

    @needs("reader")
    def ask(
        self,
        question: str,
        history: list[str] | None = None,
        document: str = "",
        meeting: int = 0,
        from_date: str = "",
        to_date: str = "",
        unit: str = "",
        kind: str = "",
    ) -> dict[str, Any]:
        """向会议纪要库提问。答案逐句附原文引文，库里没有写的会拒答（refused 为 true）并说明原因。

        返回 answer 为答案；statements 为逐句及其引文序号；citations 为引文：文件、议题、原文与起止位置。

        Args:
            question: 问题，例如：市政府第4次常务会议由谁主持？
            history: 此前问过的问题，先问的在前，用来理解“那是谁汇报的？”这样的追问。
            document: 只看一份文件：文件编号、文件名或发文字号，如 昆政纪〔2017〕4号。
            meeting: 只看第几次会议；0 为不限。
            from_date: 会议日期不早于，如 2017-05。
            to_date: 会议日期不晚于，如 2020。
            unit: 只看涉及某单位的文件，如 市财政局。
            kind: 只看一类：minutes、readout、resolution、rectification、agenda 或 other。
        """
        return _told(
            lambda: self._assistant.ask(
                question,
                history=(history or [])[-MOST_HISTORY:],
                filters=_filters(document, meeting, from_date, to_date, unit, kind),
            ).to_json()
        )

    @needs("reader")
    def search(
        self,
        query: str,
        k: int = 5,
        document: str = "",
        meeting: int = 0,
        from_date: str = "",
        to_date: str = "",
        unit: str = "",
        kind: str = "",
    ) -> dict[str, Any]:
        """在会议纪要库中检索，返回最贴切的原文段落及其出处。

        返回 hits 为段落，最贴切的在前。

        Args:
            query: 要找的内容，例如：政府采购公平竞争。
            k: 返回几段，最多 50。
            document: 只看一份文件：文件编号、文件名或发文字号。
            meeting: 只看第几次会议；0 为不限。
            from_date: 会议日期不早于，如 2017-05。
            to_date: 会议日期不晚于，如 2020。
            unit: 只看涉及某单位的段落，如 市财政局。
            kind: 只看一类：minutes、readout、resolution、rectification、agenda 或 other。
        """
        return _told(
            lambda: {
                "hits": [
                    hit.to_json()
                    for hit in self._assistant.search(
                        query,
                        k=min(max(int(k), 1), MOST_HITS),
                        filters=_filters(document, meeting, from_date, to_date, unit, kind),
                    )
                ]
            }
        )

    @needs("reader")
    def summarize(self, document: str, style: str = "brief") -> dict[str, Any]:
        """起草一份文件的摘要，逐议题、逐句附出处，并说明覆盖了多少、遗漏了什么。

        返回 items 为逐议题的句子；citations 为引文；coverage 与 fidelity 为覆盖与核对的情况。

        Args:
            document: 文件编号、文件名或发文字号，如 昆政纪〔2017〕4号。
            style: brief 简要、full 完整或 tasks 任务清单。
        """
        named = style_of(style)
        if named is None:
            raise ToolFailed(f"style 的值“{style}”无效，可选：{'、'.join(STYLES)}。")

        def drafted() -> dict[str, Any]:
            entry, _ = self._assistant.show(document)
            return next(iter(self._assistant.summarize([entry.document_id], style=summary_style(named)))).to_json()

        if not self._drafting.acquire(blocking=False):
            raise ToolFailed("正在起草的摘要太多，请稍后再试。")
        try:
            return _told(drafted)
        finally:
            self._drafting.release()

    @needs("reader")
    def ledger(
        self,
        document: str = "",
        meeting: int = 0,
        from_date: str = "",
        to_date: str = "",
        unit: str = "",
        kind: str = "",
        limit: int = 100,
        offset: int = 0,
    ) -> dict[str, Any]:
        """列出议定事项台账：一条决定一行，含结论、牵头与配合单位、时限、下一步和原文位置。

        返回 total 为总行数；rows 为从 offset 起的各行；null 表示文件未载明。
        outcome 只是本行这句话的结论，item_outcome 是所在事项的结论：只交办任务的一行前者为 null，后者不是对任务的表态。

        Args:
            document: 只看一份文件：文件编号、文件名或发文字号。
            meeting: 只看第几次会议；0 为不限。
            from_date: 会议日期不早于，如 2017-05。
            to_date: 会议日期不晚于，如 2020。
            unit: 只看某单位牵头或配合的，如 市财政局。
            kind: 只看一类：minutes、readout、resolution、rectification、agenda 或 other。
            limit: 最多返回几行，最多 500。
            offset: 从第几行起（0 为第一行），用来翻页。
        """

        def listed() -> dict[str, Any]:
            rows = self._assistant.ledger(_filters(document, meeting, from_date, to_date, unit, kind))
            first = max(int(offset), 0)
            chosen = rows[first : first + min(max(int(limit), 1), MOST_ROWS)]
            return {"total": len(rows), "offset": first, "rows": [row.to_json() for row in chosen]}

        return _told(listed)


def _filters(document: str, meeting: int, from_date: str, to_date: str, unit: str, kind: str) -> Filters:
    """Return the filters that a call names; what is empty does not narrow."""
    from pipeline.retrieval.catalogue import Filters

    named = {"document": document, "from_date": from_date, "to_date": to_date, "unit": unit, "kind": kind}
    given: dict[str, Any] = {name: value.strip() for name, value in named.items() if value and value.strip()}
    return Filters(**given, meeting=int(meeting) if meeting else None)


def _told(work: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Return what a piece of work tells, or raise what a caller may know of its failure.

    To MCP it is told as JSON text, since Gradio would hand on a mapping there in the notation of Python.
    """
    try:
        told = work()
    except JiyaoError as error:
        raise ToolFailed(plain(error)) from None
    except Exception as error:
        _LOG.exception("a tool failed")
        raise ToolFailed("出了意外的错误，已记入服务器日志。") from error
    finally:
        _forget_session()
    return json.dumps(told, ensure_ascii=False) if _through_mcp() else told  # type: ignore[return-value]


def _forget_session() -> None:
    """Drop what Gradio keeps for the session of the call being answered.

    Each call from outside the page would else leave a session of 100 KB behind, and push out those of open pages.
    """
    session = getattr(LocalContext.request.get(None), "session_hash", None)
    page = LocalContext.blocks.get(None)
    held = getattr(page, "state_holder", None)
    if isinstance(session, str) and held is not None:
        with held.lock:
            held.session_data.pop(session, None)
            held.time_last_used.pop(session, None)


def _through_mcp() -> bool:
    """Tell whether the call that is being answered came by MCP."""
    request = LocalContext.request.get(None)
    return request is not None and str(request.url.path).rstrip("/").endswith("/gradio_api/mcp")

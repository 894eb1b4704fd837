"""Our own routes beside Gradio's: files in, files out, never through a temporary file with a path to show."""

from __future__ import annotations

import json
from asyncio import Lock
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from starlette.concurrency import iterate_in_threadpool, run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from pipeline.accounts import Role
from pipeline.errors import JiyaoError
from pipeline.interface.history import History
from pipeline.interface.language import say
from pipeline.interface.narrowed import Narrowed
from pipeline.interface.parcels import PARCELS
from pipeline.interface.ratings import ratings_csv
from pipeline.interface.roles import caller_of, refusal
from pipeline.interface.summaries import summary_style
from pipeline.interface.uploads import Receipt, receive
from pipeline.interface.wording import plain

if TYPE_CHECKING:
    from pipeline.assistant import Assistant

_OFFICE = "application/vnd.openxmlformats-officedocument"
_MEDIA = {
    "csv": "text/csv",
    "md": "text/markdown",
    "json": "application/json",
    "ics": "text/calendar",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "docx": f"{_OFFICE}.wordprocessingml.document",
}
_BATCH_OF_LARGEST = 4
"""One upload may hold as many bytes as so many files of the largest size."""


def routes(assistant: Assistant) -> list[Route]:
    """Return the routes for uploads and for what readers thought, which need an editor, and for other downloads."""
    one_at_a_time = Lock()

    def guarded(work: Callable[[Request], Any], *, needs: Role = "reader") -> Callable[[Request], Any]:
        async def answer(request: Request) -> Response:
            caller = caller_of(request)
            if words := refusal(caller, needs):
                return PlainTextResponse(words, status_code=403 if caller else 401)
            try:
                response: Response = await work(request)
            except JiyaoError as error:
                return PlainTextResponse(plain(error), status_code=400)
            return response

        return answer

    async def take(request: Request) -> Response:
        return await _take(assistant, request, one_at_a_time)

    async def ledger(request: Request) -> Response:
        format = request.path_params["format"]
        content = await run_in_threadpool(lambda: _ledger(assistant, Narrowed.read(request.query_params), format))
        return _file(content, f"{say('决定台账')}.{format}", _MEDIA.get(format, "text/plain"))

    async def draft(request: Request) -> Response:
        parcel = PARCELS.fetch(request.query_params.get("token", ""))
        suffix = parcel.name.rpartition(".")[2]
        return _file(parcel.content, parcel.name, _MEDIA.get(suffix, "application/octet-stream"))

    async def summary(request: Request) -> Response:
        name, text = await run_in_threadpool(lambda: _summary(assistant, request))
        return _file(text, name, "text/markdown")

    async def ratings(request: Request) -> Response:
        content = await run_in_threadpool(lambda: ratings_csv(History(assistant.settings.home).remarks()))
        return _file(content, f"{say('读者的评价')}.csv", _MEDIA["csv"])

    return [
        Route("/library/files", guarded(take, needs="editor"), methods=["POST"]),
        Route("/download/ledger.{format}", guarded(ledger), methods=["GET"]),
        Route("/download/ratings.csv", guarded(ratings, needs="editor"), methods=["GET"]),
        Route("/download/draft", guarded(draft), methods=["GET"]),
        Route("/download/summary.md", guarded(summary), methods=["GET"]),
    ]


async def _take(assistant: Assistant, request: Request, one_at_a_time: Lock) -> Response:
    """Answer an upload with one JSON line per file, each as soon as it is in the library.

    Uploads are read in one after the other: together they would wait for one lock in as many threads, and questions
    would find none.
    """
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        return PlainTextResponse("请从页面上传。", status_code=400)
    settings = assistant.settings
    bounded = _bounded(request.stream(), most=settings.max_file_bytes * _BATCH_OF_LARGEST)
    parser = MultiPartParser(request.headers, bounded, max_files=settings.max_upload_files, max_fields=0)
    try:
        form = await parser.parse()
    except (MultiPartException, _TooMuch):
        size = settings.max_file_bytes * _BATCH_OF_LARGEST / 1e6
        words = f"一次最多 {settings.max_upload_files} 份、共 {size:g} MB。请分批上传。"
        return PlainTextResponse(words, status_code=413)
    files = [upload for _, upload in form.multi_items() if isinstance(upload, UploadFile)]
    look_first = request.query_params.get("look") == "1"

    async def lines() -> AsyncIterator[str]:
        try:
            async with one_at_a_time:
                async for receipt in iterate_in_threadpool(_received(assistant, files, look_first=look_first)):
                    yield json.dumps(receipt.to_json(), ensure_ascii=False) + "\n"
        finally:
            await form.close()

    return StreamingResponse(lines(), media_type="application/x-ndjson")


class _TooMuch(Exception):
    """More bytes than one upload may hold."""


async def _bounded(stream: AsyncIterator[bytes], *, most: int) -> AsyncGenerator[bytes, None]:
    """Pass a body on and stop when it grows too large."""
    read = 0
    async for block in stream:
        read += len(block)
        if read > most:
            raise _TooMuch
        yield block


def _received(assistant: Assistant, files: list[UploadFile], *, look_first: bool) -> Iterator[Receipt]:
    """Yield what became of each file."""
    return receive(assistant, ((upload.filename or "", upload.file) for upload in files), look_first=look_first)


def _ledger(assistant: Assistant, narrowed: Narrowed, format: str) -> bytes:
    """Return the decisions that a link narrows to as the content of a file."""
    from pipeline.generation.exports import ledger_file

    rows = narrowed.rows(assistant)
    documents = {key: assistant.catalogue.document(key) for key in {row.document_id for row in rows}}
    return ledger_file(rows, format=format, today=assistant.settings.today, documents=documents)


def _summary(assistant: Assistant, request: Request) -> tuple[str, str]:
    """Return the name and the text of a draft as Markdown."""
    from pipeline.generation.exports import summary_markdown

    document_id = request.query_params.get("document_id", "")
    style = summary_style(request.query_params.get("style"))
    entry, _ = assistant.show(document_id)
    summary = next(iter(assistant.summarize([document_id], style=style)))
    return f"{entry.name}.{style}.md", summary_markdown(summary)


def _file(content: str | bytes, name: str, media_type: str) -> Response:
    """Return a text, or the bytes of an office file, as a file to save."""
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    charset = "; charset=utf-8" if isinstance(content, str) else ""
    return Response(content, media_type=f"{media_type}{charset}", headers=headers)

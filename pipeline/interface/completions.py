"""The library as a chat model, for programs that speak OpenAI's protocol: `/v1/models`, `/v1/chat/completions`."""

from __future__ import annotations

import json
import logging
import time
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from pipeline.errors import BadFilter, JiyaoError, RequestError
from pipeline.interface.roles import caller_of, refusal
from pipeline.interface.wording import REASONS, heading, plain, stamp

if TYPE_CHECKING:
    from pipeline.assistant import Assistant
    from pipeline.retrieval.catalogue import Filters

_LOG = logging.getLogger(__name__)

MODEL = "jiyao"
MOST_HISTORY = 20
_FILTERS = ("document", "number", "meeting", "from_date", "to_date", "unit", "kind")
_RENAMED = {"from": "from_date", "to": "to_date"}


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a request asks: the last question of its user, those before it, filters, and whether to stream."""

    question: str
    history: tuple[str, ...]
    filters: Filters | None
    stream: bool
    with_usage: bool


class _Wrong(Exception):
    """A request that cannot be answered, with the status of HTTP."""

    def __init__(self, words: str, *, status: int = 400, code: str | None = None) -> None:
        super().__init__(words)
        self.status, self.code = status, code


def routes(assistant: Assistant) -> list[Route]:
    """Return the routes; each needs a reader."""
    made = int(time.time())
    model = {"id": MODEL, "object": "model", "created": made, "owned_by": "jiyao"}

    async def models(request: Request) -> Response:
        return JSONResponse({"object": "list", "data": [model]})

    async def one_model(request: Request) -> Response:
        _known(request.path_params["model"])
        return JSONResponse(model)

    async def complete(request: Request) -> Response:
        asked = _read(await request.body())
        if asked.stream:
            return StreamingResponse(_stream(assistant, asked), media_type="text/event-stream", headers=_UNCACHED)
        answer = await run_in_threadpool(_answer, assistant, asked)
        return JSONResponse(_whole(answer))

    return [
        Route("/v1/models", _guarded(models), methods=["GET"]),
        Route("/v1/models/{model}", _guarded(one_model), methods=["GET"]),
        Route("/v1/chat/completions", _guarded(complete), methods=["POST"]),
    ]


_UNCACHED = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


def cited_text(answer: Mapping[str, Any]) -> str:
    """Return an answer (the `ask` JSON) as one text: each proven sentence with its numbers, then the sources.

    A refusal says why, and what is nearest. Sentences that were not proven stand nowhere.
    """
    return "".join(cited_parts(answer))


def cited_parts(answer: Mapping[str, Any]) -> Iterator[str]:
    """Yield an answer as `cited_text` writes it, piece by piece."""
    said = str(answer["answer"])
    proven = [one for one in answer["statements"] if one["check"] == "verified" and str(one["text"]) in said]
    texts = [str(one["text"]) for one in proven]
    joined = next((text for text in ("\n".join(texts), "".join(texts)) if texts and said.endswith(text)), None)
    if joined is None:
        yield said + "".join(map(_numbers, proven))
    else:
        preface = said.removesuffix(joined).strip()
        lines = [*([preface] if preface else []), *(f"{one['text']}{_numbers(one)}" for one in proven)]
        yield from (f"{line}\n" for line in lines[:-1])
        yield lines[-1]
    if answer["refused"] and answer["reason"]:
        yield f"\n（{REASONS.get(answer['reason'], '没有回答')}）"
    if answer["citations"]:
        yield "\n\n出处：\n" + "\n".join(map(_source, range(1, len(answer["citations"]) + 1), answer["citations"]))
    if answer["refused"] and answer["nearest"]:
        yield "\n\n最接近的内容：\n" + "\n".join(f"- {_where(hit)}" for hit in answer["nearest"])


def _guarded(work: Any) -> Any:
    """Return a handler that needs a reader and says what is wrong as OpenAI's protocol does."""

    async def answer(request: Request) -> Response:
        if words := refusal(caller_of(request), "reader"):
            return _error(words, status=403)
        try:
            response: Response = await work(request)
        except _Wrong as wrong:
            return _error(str(wrong), status=wrong.status, code=wrong.code)
        except JiyaoError as error:
            return _error(plain(error), status=400 if isinstance(error, RequestError) else 503)
        return response

    return answer


def _read(body: bytes) -> _Asked:
    """Return what the body of a request asks; earlier answers are left out, as they follow from their questions."""
    try:
        told = json.loads(body)
    except ValueError:
        raise _Wrong("请求的正文不是 JSON。") from None
    if not isinstance(told, dict) or not isinstance(told.get("messages"), list):
        raise _Wrong("缺少 messages。")
    _known(told.get("model", MODEL))
    if told.get("n") not in (None, 1):
        raise _Wrong("n 只能是 1：同一个问题只有一个答案。")
    said = [_words(one) for one in told["messages"] if isinstance(one, dict) and one.get("role") == "user"]
    if not said:
        raise _Wrong("messages 中没有 role 为 user 的提问。")
    options = told.get("stream_options")
    return _Asked(
        question=said[-1],
        history=tuple(words for words in said[:-1] if words.strip())[-MOST_HISTORY:],
        filters=_filters(told.get("filters")),
        stream=told.get("stream") is True,
        with_usage=isinstance(options, dict) and options.get("include_usage") is True,
    )


def _known(model: object) -> None:
    """Refuse a model that is not the one there is."""
    if model != MODEL:
        raise _Wrong(f"没有模型“{model}”，这里只有 {MODEL}。", status=404, code="model_not_found")


def _words(message: Mapping[str, Any]) -> str:
    """Return the text of a message, whose content is a text or a list of parts."""
    content = message.get("content")
    if isinstance(content, str):
        return content
    parts = content if isinstance(content, list) else []
    if any(not isinstance(part, dict) or part.get("type") != "text" for part in parts):
        raise _Wrong("这里只读文字，不读图片、声音或文件。")
    return "".join(str(part.get("text", "")) for part in parts)


def _filters(given: object) -> Filters | None:
    """Return the filters of a request, a field of ours beside OpenAI's."""
    from pipeline.retrieval.catalogue import Filters

    if given is None:
        return None
    named = (
        {_RENAMED.get(str(name), str(name)): value for name, value in given.items()} if isinstance(given, dict) else {}
    )
    wrong = [name for name, value in named.items() if name not in _FILTERS or not isinstance(value, str | int)]
    if wrong or not isinstance(given, dict):
        raise _Wrong(f"filters 有误：{'、'.join(wrong) or '应为一个对象'}。可用：{'、'.join(_FILTERS)}。")
    meeting = named.pop("meeting", None)
    try:
        number = None if meeting is None else int(meeting)
    except ValueError:
        raise BadFilter("meeting", str(meeting), legal="会议的次数，如 4") from None
    texts: dict[str, Any] = {name: str(value) for name, value in named.items()}
    return Filters(**texts, meeting=number)


def _answer(assistant: Assistant, asked: _Asked) -> dict[str, Any]:
    """Return the whole answer."""
    return assistant.ask(asked.question, history=asked.history, filters=asked.filters).to_json()


def _whole(answer: Mapping[str, Any]) -> dict[str, Any]:
    """Return an answer as one completion; `jiyao` holds it with the offsets of its quotes."""
    message = {"role": "assistant", "content": cited_text(answer), "refusal": None}
    choice = {"index": 0, "message": message, "finish_reason": "stop", "logprobs": None}
    return {**_frame("chat.completion"), "choices": [choice], "usage": _USAGE, "jiyao": answer}


_USAGE = {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0}
"""Clients expect it; nothing is charged here and nothing counted."""


def _stream(assistant: Assistant, asked: _Asked) -> Iterator[str]:
    """Yield an answer as events. Its words come once all are proven: what was sent cannot be taken back."""
    frame = _frame("chat.completion.chunk")

    def event(delta: dict[str, Any], *, finish: str | None = None, **more: Any) -> str:
        choice = {"index": 0, "delta": delta, "finish_reason": finish, "logprobs": None}
        return _event({**frame, "choices": [choice], **more})

    yield event({"role": "assistant", "content": ""})
    try:
        answer = _answer(assistant, asked)
    except JiyaoError as error:
        yield _event({"error": _told(plain(error))})
        return
    except Exception:
        _LOG.exception("a completion failed")
        yield _event({"error": _told("出了意外的错误，已记入服务器日志。")})
        raise
    yield from (event({"content": part}) for part in cited_parts(answer))
    yield event({}, finish="stop", jiyao=answer)
    if asked.with_usage:
        yield _event({**frame, "choices": [], "usage": _USAGE})
    yield "data: [DONE]\n\n"


def _frame(kind: str) -> dict[str, Any]:
    """Return what every completion or piece of one begins with."""
    return {"id": f"chatcmpl-{uuid.uuid4().hex}", "object": kind, "created": int(time.time()), "model": MODEL}


def _event(tree: Mapping[str, Any]) -> str:
    """Return one event of a stream."""
    return f"data: {json.dumps(tree, ensure_ascii=False)}\n\n"


def _error(words: str, *, status: int, code: str | None = None) -> Response:
    """Return what went wrong."""
    return JSONResponse({"error": _told(words, status=status, code=code)}, status_code=status)


def _told(words: str, *, status: int = 500, code: str | None = None) -> dict[str, Any]:
    """Return an error as OpenAI's protocol writes it."""
    kind = "invalid_request_error" if status < 500 else "server_error"
    return {"message": words, "type": kind, "param": None, "code": code}


def _numbers(statement: Mapping[str, Any]) -> str:
    """Return the numbers of a statement's sources."""
    return "".join(f"[{index + 1}]" for index in statement["citations"])


def _source(number: int, citation: Mapping[str, Any]) -> str:
    """Return one source on a line."""
    quote = " ".join(str(citation["quote"]).split())
    return f"[{number}] {_where(citation)}：“{quote}”"


def _where(place: Mapping[str, Any]) -> str:
    """Return document, item and page of a citation or a hit."""
    page = f"第 {place['page']} 页" if place.get("page") else ""
    return " · ".join(filter(None, (stamp(place), heading(place["item"], place["item_title"]), page)))

"""The chat model: any server that speaks the OpenAI protocol, and what to do when it is away or talks nonsense."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from pipeline.errors import ModelAway, ModelError, ModelGarbled, SettingsError
from pipeline.generation.model.patience import Clock, called, streamed

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.rate_limiters import BaseRateLimiter
    from langchain_core.runnables import Runnable, RunnableConfig

    from pipeline.config import Settings

Messages = Sequence[tuple[str, str]]
MAX_RETRIES = 2  # with back-off, honouring Retry-After: the client's own
MAX_CHARACTERS = 20_000  # of one reply: a stream without end is cut here
MAX_SECONDS = 300.0  # of one answer, thinking, retries and a second call included
_FORMAT_REFUSED = (400, 422, 501)
_FORMS = ("json_schema", "function_calling", "plain")  # of the reply, the best first
_taken: dict[str, str] = {}  # server → the form that it took
_MEANINGS = {
    401: "密钥无效",
    403: "没有权限",
    404: "没有这个模型或地址",
    408: "超时",
    413: "请求过长",
    429: "请求过于频繁",
}


def load_model(
    settings: Settings, *, max_retries: int = MAX_RETRIES, limiter: BaseRateLimiter | None = None
) -> BaseChatModel | None:
    """Return the chat model that the settings name, or `None` where they name none.

    Nothing is sent yet. A server of one's own needs no key; the key of another service in the environment is then never
    sent to it.

    Args:
        settings: name, address, key and time-out.
        max_retries: how often the client itself tries again.
        limiter: asked before every request.

    Raises:
        SettingsError: the name is not one that LangChain knows, or its package is not installed.
    """
    if not settings.model:
        return None
    from langchain.chat_models import init_chat_model

    options: dict[str, Any] = {"timeout": settings.model_timeout, "max_retries": max_retries}
    if limiter is not None:
        options["rate_limiter"] = limiter
    if settings.model_base_url:
        options |= {"base_url": settings.model_base_url, "api_key": "none", "temperature": 0}
        if settings.model.startswith("openai:"):
            options["use_responses_api"] = False
    if key := settings.model_api_key.get_secret_value():
        options["api_key"] = key
    try:
        model: BaseChatModel = init_chat_model(settings.model, **options)
    except ImportError as error:
        raise SettingsError(
            "JIYAO_MODEL", f"“{settings.model}”需要的软件包没有安装（{error.name}）", legal="openai:模型名"
        ) from None
    except Exception as error:  # noqa: BLE001
        # A provider's own errors are of any class; the message may quote the key and is not passed on.
        raise SettingsError(
            "JIYAO_MODEL",
            f"无法按“{settings.model}”建立模型（{type(error).__name__}）",
            legal="提供方:模型名，如 openai:qwen-plus，并设好 JIYAO_MODEL_API_KEY",
        ) from None
    return model


def model_name(model: BaseChatModel) -> str:
    """Return the name by which answers and messages call a model."""
    return str(getattr(model, "model_name", None) or getattr(model, "model", None) or type(model).__name__)


def clock_for(model: BaseChatModel) -> Clock:
    """Return the clock of one answer: three times what the client waits for one reply, at most `MAX_SECONDS`."""
    waits = getattr(model, "request_timeout", None)
    return Clock.of(min(MAX_SECONDS, 3 * waits) if isinstance(waits, int | float) else MAX_SECONDS)


def complete(
    model: BaseChatModel,
    messages: Messages,
    *,
    schema: Mapping[str, Any],
    config: RunnableConfig | None = None,
    clock: Clock | None = None,
) -> str:
    """Return a model's whole reply, as structured output where the server has it; one cut short as far as it goes.

    Args:
        model: the chat model.
        messages: pairs of role and text.
        schema: the JSON schema of the reply, with a `title`.
        config: callbacks and tags of the caller's run.
        clock: how long the answer may take in all.

    Raises:
        ModelAway: the server cannot be reached, gave up after the retries, or took too long.
        ModelGarbled: its reply cannot be read.
    """
    clock = clock or clock_for(model)

    def ask(bound: Runnable[Any, Any]) -> Iterator[str]:
        yield _words(called(lambda: bound.invoke(list(messages), config=config), clock), model_name(model))

    return "".join(_by_capability(model, schema, ask))


def stream(
    model: BaseChatModel,
    messages: Messages,
    *,
    schema: Mapping[str, Any] | None = None,
    config: RunnableConfig | None = None,
    clock: Clock | None = None,
) -> Iterator[str]:
    """Yield a model's reply piece by piece; one without end is cut at `MAX_CHARACTERS`. See `complete`.

    Raises:
        ModelAway: the server cannot be reached, broke off, or took too long.
        ModelGarbled: its reply cannot be read.
    """
    clock = clock or clock_for(model)

    def ask(bound: Runnable[Any, Any]) -> Iterator[str]:
        length = 0
        for chunk in streamed(lambda: bound.stream(list(messages), config=config), clock):
            piece = _words(chunk, model_name(model))
            length += len(piece)
            yield piece
            if length > MAX_CHARACTERS:
                return

    yield from _by_capability(model, schema, ask)


def _by_capability(
    model: BaseChatModel, schema: Mapping[str, Any] | None, ask: Callable[[Runnable[Any, Any]], Iterator[str]]
) -> Iterator[str]:
    """Yield a reply in the first form of structured output that the server takes: JSON schema, tool call, none.

    A server that refuses a form says so before its first word. What it took is remembered, so that the next question
    costs one request.
    """
    server, forms = _server(model), _FORMS if schema is not None else _FORMS[-1:]
    for form in forms[forms.index(_taken[server]) if _taken.get(server) in forms else 0 :]:
        bound = _bound(model, schema, form)
        if bound is None:
            continue
        begun = False
        try:
            with _translating(model):
                for piece in ask(bound):
                    begun = True
                    yield piece
        except ModelError as error:
            cut_short = getattr(error.__cause__, "completion", None)  # at the server's limit of tokens
            if cut_short is not None:
                if not begun:
                    yield str(cut_short.choices[0].message.content or "")
                return
            refused = getattr(error.__cause__, "status_code", None) in _FORMAT_REFUSED
            if begun or form == _FORMS[-1] or not refused:
                raise
        else:
            if schema is not None:
                _taken[server] = form
            return


def _bound(model: BaseChatModel, schema: Mapping[str, Any] | None, form: str) -> Runnable[Any, Any] | None:
    """Return the model with a form of structured output, or `None` where its client does not know the form."""
    if form == "plain" or schema is None:
        return model
    try:
        chain: Any = model.with_structured_output(dict(schema), method=form)
    except (NotImplementedError, TypeError, ValueError):
        return None
    return getattr(chain, "first", None)  # the model itself; what follows would parse, less tolerantly than we do


@contextmanager
def _translating(model: BaseChatModel) -> Iterator[None]:
    """Turn whatever a provider's client raises into our own error, the client's as its cause."""
    try:
        yield
    except ModelError:
        raise
    except Exception as error:
        raise _translated(model, error) from error


def _server(model: BaseChatModel) -> str:
    """Return what tells one server and model from another."""
    return f"{getattr(model, 'openai_api_base', '')}|{type(model).__name__}|{model_name(model)}"


def _words(message: Any, name: str) -> str:
    """Return the text of a message or of a piece of one; a call of a tool counts as its arguments.

    Raises:
        ModelGarbled: the server says, in the protocol's field for it, that the model will not answer.
    """
    refusal = (getattr(message, "additional_kwargs", None) or {}).get("refusal")
    if refusal:
        raise ModelGarbled(name, "模型不肯作答")
    content = message.content
    if isinstance(content, list):
        parts = [part if isinstance(part, str) else str(part.get("text") or "") for part in content]
        content = "".join(parts)
    pieces = getattr(message, "tool_call_chunks", None)
    if pieces:
        return str(content or "") + "".join(str(piece.get("args") or "") for piece in pieces)
    calls = getattr(message, "tool_calls", None)
    if calls:
        return str(content or "") + json.dumps(calls[0].get("args", {}), ensure_ascii=False)
    broken = getattr(message, "invalid_tool_calls", None)
    if broken:
        return str(content or "") + str(broken[0].get("args") or "")
    return str(content or "")


def _translated(model: BaseChatModel, error: Exception) -> ModelError:
    """Return our own error for a client's; its message is not passed on, for it may quote the key or the question."""
    name, kind = model_name(model), type(error).__name__
    status = getattr(error, "status_code", None)
    if isinstance(status, int):
        meaning = _MEANINGS.get(status, "服务器出错" if status >= 500 else "请求被拒绝")
        return ModelAway(name, f"{meaning}（HTTP {status}）")
    if "Timeout" in kind or isinstance(error, TimeoutError):
        return ModelAway(name, "超时")
    if "Connect" in kind or "Protocol" in kind or "Network" in kind or isinstance(error, OSError):
        return ModelAway(name, "连接不上或连接中断")
    return ModelGarbled(name, kind)

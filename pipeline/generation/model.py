"""The chat model: any server that speaks the OpenAI protocol, and what to do when it is away or talks nonsense."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from pipeline.errors import ModelAway, ModelError, ModelGarbled, SettingsError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.runnables import RunnableConfig

    from pipeline.config import Settings

Messages = Sequence[tuple[str, str]]
MAX_RETRIES = 2  # with back-off, honouring Retry-After: the client's own
MAX_CHARACTERS = 20_000  # of one reply: a stream without end is cut here
MAX_SECONDS = 300.0  # of one streamed reply, thinking included
_FORMAT_REFUSED = (400, 422, 501)
_plain_only: set[str] = set()  # servers that refused structured output once are not asked for it again
_MEANINGS = {
    401: "密钥无效",
    403: "没有权限",
    404: "没有这个模型或地址",
    408: "超时",
    413: "请求过长",
    429: "请求过于频繁",
}


def load_model(settings: Settings) -> BaseChatModel | None:
    """Return the chat model that the settings name, or `None` where they name none.

    Nothing is sent yet. A server of one's own needs no key; the key of another service in the environment is then never
    sent to it.

    Raises:
        SettingsError: the name is not one that LangChain knows, or its package is not installed.
    """
    if not settings.model:
        return None
    from langchain.chat_models import init_chat_model

    options: dict[str, Any] = {"timeout": settings.model_timeout, "max_retries": MAX_RETRIES}
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


def complete(
    model: BaseChatModel, messages: Messages, *, schema: Mapping[str, Any], config: RunnableConfig | None = None
) -> str:
    """Return a model's whole reply, as structured output where the server has it; one cut short as far as it goes.

    Args:
        model: the chat model.
        messages: pairs of role and text.
        schema: the JSON schema of the reply, with a `title`.
        config: callbacks and tags of the caller's run.

    Raises:
        ModelAway: the server cannot be reached, or gave up after the retries.
        ModelGarbled: its reply cannot be read.
    """
    asked, server = list(messages), _server(model)
    if server not in _plain_only:
        try:
            structured = model.with_structured_output(dict(schema), method="json_schema", include_raw=True)
            with _translating(model):
                reply: Any = structured.invoke(asked, config=config)
                return _words(reply["raw"])
        except (NotImplementedError, TypeError, ValueError):
            _plain_only.add(server)
        except ModelError as error:
            cut_short = getattr(error.__cause__, "completion", None)  # at the server's limit of tokens
            if cut_short is not None:
                return str(cut_short.choices[0].message.content or "")
            if getattr(error.__cause__, "status_code", None) not in _FORMAT_REFUSED:
                raise
            _plain_only.add(server)
    with _translating(model):
        return _words(model.invoke(asked, config=config))


def stream(
    model: BaseChatModel,
    messages: Messages,
    *,
    config: RunnableConfig | None = None,
    max_seconds: float = MAX_SECONDS,
) -> Iterator[str]:
    """Yield a model's reply piece by piece; one without end is cut at `MAX_CHARACTERS` or after `max_seconds`.

    Raises:
        ModelAway: the server cannot be reached, or broke off.
        ModelGarbled: its reply cannot be read.
    """
    begun, length = time.monotonic(), 0
    with _translating(model):
        for chunk in model.stream(list(messages), config=config):
            piece = _words(chunk)
            length += len(piece)
            yield piece
            if length > MAX_CHARACTERS or time.monotonic() - begun > max_seconds:
                return


@contextmanager
def _translating(model: BaseChatModel) -> Iterator[None]:
    """Turn whatever a provider's client raises into our own error, the client's as its cause."""
    try:
        yield
    except Exception as error:
        raise _translated(model, error) from error


def _server(model: BaseChatModel) -> str:
    """Return what tells one server and model from another."""
    return f"{getattr(model, 'openai_api_base', '')}|{type(model).__name__}|{model_name(model)}"


def _words(message: Any) -> str:
    """Return the text of a message; a call of a tool that nobody offered counts as its arguments."""
    content = message.content
    if isinstance(content, list):
        parts = [part if isinstance(part, str) else str(part.get("text") or "") for part in content]
        content = "".join(parts)
    calls = getattr(message, "tool_calls", None)
    if not content and calls:
        return json.dumps(calls[0].get("args", {}), ensure_ascii=False)
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

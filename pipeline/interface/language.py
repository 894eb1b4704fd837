"""The language of the screen: Chinese as it is written in the code, English from a table where a reader chose it."""

from __future__ import annotations

import re
import sys
from collections.abc import Awaitable, Callable, Iterator, MutableMapping
from contextlib import contextmanager
from contextvars import ContextVar
from http.cookies import CookieError, SimpleCookie
from typing import Any, Literal

from pipeline.interface.english import ENGLISH, SAID_BY_THE_ENGINE

Language = Literal["zh", "en"]

COOKIE = "jiyao-language"
"""Where the browser keeps a reader's choice; the switch on the page writes it."""

_chosen: ContextVar[Language | None] = ContextVar("language", default=None)
_setting: list[Language] = ["zh"]

_App = Callable[[MutableMapping[str, Any], Any, Any], Awaitable[None]]


def use_setting(language: Language) -> None:
    """Take the language of the settings for every reader who has chosen none."""
    _setting[0] = language


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Speak one language within a block."""
    token = _chosen.set(language)
    try:
        yield
    finally:
        _chosen.reset(token)


def language() -> Language:
    """Return the language to speak now: of the block, of who sent the request that is answered, or of the settings."""
    return _chosen.get() or _of_request() or _setting[0]


def say(text: str, /, **values: object) -> str:
    """Return a text of ours in the language of now, its gaps filled; what has no English stays Chinese.

    Args:
        text: the Chinese wording, the key of the table.
        values: what fills the gaps; `n`, a number, chooses between an English singular and plural.

    >>> say("{n} 份文件", n=3)
    '3 份文件'
    >>> with speaking("en"):
    ...     say("{n} 份文件", n=3), say("{n} 份文件", n=1)
    ('3 documents', '1 document')
    """
    wording: str | tuple[str, str] = ENGLISH.get(text, text) if language() == "en" else text
    if isinstance(wording, tuple):
        wording = wording[0] if values.get("n") == 1 else wording[1]
    return wording.format(**values) if values else wording


def mark(sign: str) -> str:
    """Return a mark of punctuation as the language of now sets it.

    >>> mark("："), mark("，")
    ('：', '，')
    >>> with speaking("en"):
    ...     mark("："), mark("，"), mark("；")
    (': ', ', ', '; ')
    """
    return {"，": ", ", "；": "; ", "：": ": "}[sign] if language() == "en" else sign


def retold(text: str) -> str:
    """Return a message of the engine in the language of now; the words of documents in it stay as they are.

    Only whole sentences that the engine is known to say are put into English: no document's sentence is touched.

    >>> with speaking("en"):
    ...     retold("库中文件没有载明所问内容。已检索 3 份文件。")
    'The documents do not state this. Searched 3 documents.'
    """
    if language() == "zh" or not text:
        return text
    lines = [_retold_line(line) for line in text.split("\n")]
    return "\n".join(lines)


def _retold_line(line: str) -> str:
    """Return one line with the sentences that are known put into English."""
    whole = _retold_sentence(line)
    if whole is not None:
        return whole
    parts = re.findall(r"[^。]*。|[^。]+$", line)
    told = [_retold_sentence(part) for part in parts]
    joined = ""
    for part, english in zip(parts, told, strict=True):
        joined += (" " if joined and english is not None else "") + (part if english is None else english)
    return joined


def _retold_sentence(sentence: str) -> str | None:
    """Return the English of a sentence of the engine, or `None` where it is not known."""
    for pattern, english in SAID_BY_THE_ENGINE:
        found = re.fullmatch(pattern, sentence)
        if found:
            named = {name: say(value or "") for name, value in found.groupdict().items()}
            return english.format(**named)
    return None


class Spoken:
    """Wraps the web application so that our own routes speak the language of the browser, too.

    Args:
        app: the application.
    """

    def __init__(self, app: _App) -> None:
        self._app = app

    async def __call__(self, scope: MutableMapping[str, Any], receive: Any, send: Any) -> None:
        """Answer one request in its language."""
        if scope["type"] == "http":
            header = dict(scope["headers"]).get(b"cookie", b"").decode("latin-1")
            try:
                cookies = {name: morsel.value for name, morsel in SimpleCookie(header).items()}
            except CookieError:
                cookies = {}
            _chosen.set(_legal(cookies.get(COOKIE)))
        await self._app(scope, receive, send)


def _of_request() -> Language | None:
    """Return what the sender of the request chose that Gradio is answering; nothing outside of one."""
    context = sys.modules.get("gradio.context")  # heavy: looked up only where it is loaded anyway
    request = context.LocalContext.request.get(None) if context else None
    cookies = getattr(request, "cookies", None) if request is not None else None
    return _legal(dict(cookies).get(COOKIE)) if cookies is not None else None


def _legal(value: object) -> Language | None:
    """Return a language that we speak, or `None`."""
    return next((known for known in ("zh", "en") if known == value), None)

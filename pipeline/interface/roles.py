"""Who asks, and whether they may: every handler is checked on the server, and one that names no role is the admin's."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

import gradio as gr
from gradio.context import LocalContext

from pipeline.accounts import Role, allows

Handler = TypeVar("Handler", bound=Callable[..., Any])

_NAMES: dict[Role, str] = {"reader": "读者", "editor": "编辑", "admin": "管理员"}


@dataclass(frozen=True, slots=True)
class Caller:
    """Who sent a request, and what they may do; `name` is empty where there are no accounts."""

    name: str
    role: Role


THIS_MACHINE = Caller("", "admin")
"""Whoever sits at this machine, where there are no accounts."""


class NotAllowed(gr.Error):
    """A role that is not enough for what was asked."""

    def __init__(self, words: str) -> None:
        super().__init__(words, title="没有权限", print_exception=False)

    def __str__(self) -> str:
        return str(self.message)


def needs(role: Role) -> Callable[[Handler], Handler]:
    """Say which role a handler needs; `guard` holds it."""

    def mark(handler: Handler) -> Handler:
        handler.needed_role = role  # type: ignore[attr-defined]
        return handler

    return mark


def needed(handler: Callable[..., Any]) -> Role | None:
    """Return the role that a handler says it needs, `None` where it says nothing."""
    role: Role | None = getattr(handler, "needed_role", None)
    return role


def caller_of(request: Any) -> Caller | None:
    """Return who sent a request, as the door found out; `None` where it did not pass the door.

    Args:
        request: Gradio's, Starlette's, or none at all.
    """
    caller = getattr(getattr(request, "state", None), "caller", None) if request is not None else None
    return caller if isinstance(caller, Caller) else None


def refusal(caller: Caller | None, role: Role) -> str:
    """Return why somebody may not do what a role is needed for, empty where they may.

    >>> refusal(Caller("wangli", "reader"), "editor")
    '需要编辑权限，您是读者。请联系管理员。'
    >>> refusal(Caller("wangli", "admin"), "editor")
    ''
    """
    if caller is None:
        return "请先登录。"
    if allows(caller.role, role):
        return ""
    return f"需要{_NAMES[role]}权限，您是{_NAMES[caller.role]}。请联系管理员。"


def guard(page: gr.Blocks) -> None:
    """Put a check before every handler of a page; what names no role needs the most."""
    for event in page.fns.values():
        if event.fn is not None:
            event.fn = _guarded(event.fn, needed(event.fn) or "admin")


def _guarded(handler: Callable[..., Any], role: Role) -> Callable[..., Any]:
    """Return a handler that refuses callers without a role; a generator stays one, as Gradio looks at that."""

    def check() -> None:
        if words := refusal(caller_of(LocalContext.request.get(None)), role):
            raise NotAllowed(words)

    if inspect.isgeneratorfunction(handler):

        @functools.wraps(handler)
        def steps(*given: Any) -> Iterator[Any]:
            check()
            yield from handler(*given)

        return steps

    @functools.wraps(handler)
    def once(*given: Any) -> Any:
        check()
        return handler(*given)

    return once

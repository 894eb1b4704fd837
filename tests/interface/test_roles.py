"""Whether a caller may do what a handler does."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace

import gradio as gr
import pytest
from gradio.context import LocalContext

from pipeline.accounts import Role
from pipeline.interface.roles import Caller, NotAllowed, caller_of, guard, needed, needs, refusal


@needs("editor")
def correct(text: str) -> str:
    return text


@needs("reader")
def answer(text: str) -> Iterator[str]:
    yield text
    yield text


def forgotten(text: str) -> str:
    return text


@pytest.fixture
def page() -> gr.Blocks:
    with gr.Blocks() as made:
        field, button = gr.Textbox(), gr.Button()
        for handler in (correct, answer, forgotten):
            button.click(handler, field, field, api_visibility="private")
        button.click(None, field, field, js="(text) => text")
    guard(made)
    return made


@pytest.fixture
def caller() -> Iterator[dict[str, Caller]]:
    """Who calls, as Gradio tells a handler; to be filled in by the test."""
    state = SimpleNamespace()
    token = LocalContext.request.set(SimpleNamespace(state=state))
    yield vars(state)
    LocalContext.request.reset(token)


def run(page: gr.Blocks, name: str) -> object:
    handler = next(event.fn for event in page.fns.values() if event.name == name)
    assert handler is not None
    result = handler("文")
    return list(result) if name == "answer" else result


@pytest.mark.parametrize(
    ("role", "may"),
    [("reader", ["answer"]), ("editor", ["answer", "correct"]), ("admin", ["answer", "correct", "forgotten"])],
)
def test_a_handler_works_for_those_who_may_and_a_forgotten_one_for_the_admin(
    page: gr.Blocks, caller: dict[str, Caller], role: Role, may: list[str]
) -> None:
    caller["caller"] = Caller("王丽", role)
    for name in ("answer", "correct", "forgotten"):
        if name in may:
            assert run(page, name) == (["文", "文"] if name == "answer" else "文")
        else:
            with pytest.raises(NotAllowed, match="请联系管理员") as raised:
                run(page, name)
            assert str(raised.value).startswith("需要")


def test_who_did_not_pass_the_door_may_nothing(page: gr.Blocks, caller: dict[str, Caller]) -> None:
    for name in ("answer", "correct", "forgotten"):
        with pytest.raises(NotAllowed, match="请先登录"):
            run(page, name)
    assert caller == {}


def test_a_request_that_only_claims_a_caller_has_none() -> None:
    assert caller_of(None) is None
    assert caller_of(SimpleNamespace(state=SimpleNamespace(caller="admin"))) is None
    assert refusal(None, "reader") == "请先登录。"


def test_a_method_keeps_what_it_needs(page: gr.Blocks) -> None:
    class Chat:
        @needs("admin")
        def discard(self) -> None: ...

    assert needed(Chat().discard) == "admin" and needed(forgotten) is None
    guarded = next(event.fn for event in page.fns.values() if event.name == "answer")
    assert guarded is not None and needed(guarded) == "reader"

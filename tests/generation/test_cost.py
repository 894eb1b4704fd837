"""What answers cost over 200 questions: one call of the model each, two where a sentence failed its check."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.generation.model import chat_model as models
from tests.servers.scripted import Turn, serving, states

pytestmark = pytest.mark.slow
MATTERS = ["城区停车管理办法", "老旧小区改造", "数据资源共享管理规定", "城区停车管理办法实施细则", "公交票价方案"]
ASKED = [
    "{}由谁汇报？", "{}的结论是什么？", "{}由哪个单位牵头？", "{}什么时候完成？", "{}安排了多少资金？",
    "会议对{}有什么要求？", "{}通过了吗？", "{}下一步怎么办？", "哪次会议讨论了{}？", "{}涉及哪些单位？",
]  # fmt: skip
FORMS = ["{}", "请问{}", "{}请简要回答。", "我想知道：{}"]
QUESTIONS = [form.format(ask.format(matter)) for form in FORMS for ask in ASKED for matter in MATTERS]


def test_two_hundred_questions(invented: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "_taken", {})
    inventing = False

    def script(request: dict[str, Any]) -> Turn:
        evidence = request["messages"][1]["content"]
        line = evidence.split("〖材料1〗")[1].split("\n")[1]
        return states(("会议批准奖金8888万元。" if inventing else line, [1]))

    calls: list[tuple[bool, int, str]] = []
    with serving(script) as server:
        settings = load_settings(home=invented.settings.home, model="openai:scripted", model_base_url=server.url)
        chain = Assistant(settings).chain
        for number, question in enumerate(QUESTIONS):
            inventing, before = number % 3 == 0, len(server.requests)
            answer = chain.invoke(question)
            calls.append((inventing, len(server.requests) - before, answer.answer))
    assert len(calls) == 200
    assert sum(count > 0 for _, count, _ in calls) >= 100, "too many of the questions never reached the model"
    assert max(count for invents, count, _ in calls if not invents) <= 1
    assert max(count for _, count, _ in calls) <= 2
    assert not any("8888" in answer for _, _, answer in calls)

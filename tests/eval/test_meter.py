"""What a model costs is counted: calls, characters there and back."""

from __future__ import annotations

from langchain_core.language_models import FakeListChatModel

from eval.meter import Meter, Usage


def test_calls_and_characters_are_counted() -> None:
    meter, model = Meter(), FakeListChatModel(responses=["好的", "明白"])
    assert meter.usage == Usage(0, 0, 0)
    for text in ("你好", "再来一次"):
        model.invoke([("system", "请答"), ("user", text)], config={"callbacks": [meter]})
    assert meter.usage == Usage(calls=2, sent=2 + 2 + 2 + 4, received=4)


def test_usage_is_plain_values() -> None:
    assert Usage(1, 20, 3).to_json() == {"calls": 1, "sent": 20, "received": 3}

"""Reading a model's reply, however it is wrapped."""

from __future__ import annotations

import json

import pytest

from pipeline.generation.model.reply import MAX_STATEMENT_CHARACTERS, MAX_STATEMENTS, Reply, parse_reply

AGREED = '{"refused": false, "statements": [{"text": "甲。", "sources": [1]}, {"text": "乙。", "sources": [2, 3]}]}'
BOTH = (("甲。", (1,)), ("乙。", (2, 3)))


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        pytest.param(AGREED, BOTH, id="as-agreed"),
        pytest.param(f"```json\n{AGREED}\n```", BOTH, id="fence"),
        pytest.param(f"好的，如下：\n{AGREED}\n以上供参考。", BOTH, id="text-around"),
        pytest.param(f'<think>{{"text": "丙"}} 想一想</think>{AGREED}', BOTH, id="thinking"),
        pytest.param(AGREED[:-1], BOTH, id="last-brace-missing"),
        pytest.param(AGREED[:75], BOTH[:1], id="cut-short"),
        pytest.param("[" + AGREED[AGREED.index('{"text"') : -2] + "]", BOTH, id="a-bare-list"),
        pytest.param(
            '{"statements": [{"text": "甲。", "citations": ["[1]", "材料2"]}]}', (("甲。", (1, 2)),), id="words"
        ),
        pytest.param('{"statements": [{"text": "甲。", "sources": 4}]}', (("甲。", (4,)),), id="one-number"),
        pytest.param('{"statements": [{"text": "甲。"}]}', (("甲。", ()),), id="no-sources"),
        pytest.param(
            '{"statements": [{"text": "甲。", "sources": [-1, 1.5, 99999]}]}', (("甲。", ()),), id="no-numbers"
        ),
        pytest.param("郑远航主持[1]。\n沈岚出席【2、3】。", (("郑远航主持", (1,)), ("沈岚出席", (2, 3))), id="marks"),
    ],
)
def test_statements_are_read(text: str, statements: tuple[tuple[str, tuple[int, ...]], ...]) -> None:
    reply = parse_reply(text)
    assert reply is not None
    assert reply.statements == statements


@pytest.mark.parametrize(
    "text",
    [
        "",
        "我不知道。",
        "{",
        '{"answer": "甲"}',
        "<think>一直在想",
        "null",
        '{"statements": "甲"}',
        '{"text": 3}',
        "[" * 5000,
    ],
    ids=["empty", "plain", "brace", "other-form", "only-thinking", "null", "no-list", "no-text", "nested"],
)
def test_what_cannot_be_read_is_nothing(text: str) -> None:
    assert parse_reply(text) is None


def test_a_refusal() -> None:
    assert parse_reply('{"refused": true, "statements": []}') == Reply(refused=True)


def test_a_reply_is_bounded() -> None:
    many = [{"text": f"{number}" + "甲" * 2000, "sources": [1]} for number in range(100)]
    reply = parse_reply(json.dumps({"statements": many}))
    assert reply is not None
    assert len(reply.statements) == MAX_STATEMENTS
    assert all(len(text) == MAX_STATEMENT_CHARACTERS for text, _ in reply.statements)

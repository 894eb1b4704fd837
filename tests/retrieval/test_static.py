"""The built-in encoder: its tokens, its vectors as they ship, and spoilt folders."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from pipeline.config import ROOT
from pipeline.errors import EncoderError
from pipeline.retrieval.static import BuiltinEncoder, Tokens, packed, unpacked

BUILTIN = ROOT / "models" / "builtin"

PASSAGES = [
    "会议原则通过《城区停车管理办法》，由市城管局牵头，6月底前完成新增车位的划定。",
    "会议听取了市水务局关于河道整治和水质监测情况的汇报，要求落实河长责任。",
    "会议审议了中小学教师招聘方案，同意由市教育局组织实施。",
    "会议研究了安全生产工作，要求对危险化学品企业开展隐患排查。",
    "会议讨论了年度财政预算调整方案，原则同意提交市人大常委会审议。",
    "会议决定对困难群众发放临时补贴，由市民政局负责。",
]


@pytest.fixture(scope="module")
def builtin() -> BuiltinEncoder:
    return BuiltinEncoder(BUILTIN)


# --- tokens -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("常务会议", ["常务", "会议"], id="longest word first"),
        pytest.param("会議", ["会议"], id="traditional characters folded"),
        pytest.param("常 务\n会议", ["常务", "会议"], id="padded and wrapped"),
        pytest.param("常、务", ["常", "务"], id="no word across punctuation"),
        pytest.param("ＧＤＰ会议", ["gdp", "会议"], id="full width and capitals"),
        pytest.param("2017年", ["2017", "年"], id="a figure stays whole"),
        pytest.param("12017年", ["年"], id="an unknown figure is left out without buckets"),
        pytest.param("，。 \n", [], id="nothing but punctuation"),
    ],
)
def test_tokens_are_the_longest_known_words(text: str, expected: list[str]) -> None:
    vocabulary = ["常", "务", "会", "年", "2017", "gdp", "常务", "会议"]
    tokens = Tokens(vocabulary, buckets=0, fold={"議": "议"})
    assert [vocabulary[number] for number in tokens.ids(text)] == expected


def test_unknown_units_share_the_buckets_and_stay_apart_from_the_vocabulary() -> None:
    tokens = Tokens(["会"], buckets=8)
    (first,), (again,) = tokens.ids("20171"), tokens.ids("20171")
    assert first == again
    assert 1 <= first < len(tokens) == 9


def test_half_bytes_give_back_every_level() -> None:
    levels = np.arange(-8, 8, dtype=np.int8).reshape(2, 8)
    assert packed(levels).shape == (2, 4)
    assert np.array_equal(unpacked(packed(levels)), levels.astype(np.float32))


# --- vectors ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "right"),
    [
        pytest.param("停车管理办法由哪个部门牵头？", 0, id="same words"),
        pytest.param("河流污染治理得怎么样？", 1, id="other words: rivers"),
        pytest.param("学校老师怎么招？", 2, id="other words: teachers"),
        pytest.param("化工厂事故防范有什么要求？", 3, id="other words: safety"),
        pytest.param("低保户能拿到多少救助金？", 5, id="other words: relief"),
        pytest.param("停車管理辦法由誰負責？", 0, id="traditional characters"),
    ],
)
def test_builtin_finds_the_passage_that_a_question_is_about(builtin: BuiltinEncoder, question: str, right: int) -> None:
    scores = np.asarray(builtin.embed_documents(PASSAGES)) @ np.asarray(builtin.embed_query(question))
    assert int(scores.argmax()) == right


@pytest.mark.parametrize("text", ["", "  \n", "……！？"], ids=["empty", "blank", "punctuation"])
def test_builtin_gives_the_zero_vector_where_there_is_no_word(builtin: BuiltinEncoder, text: str) -> None:
    assert builtin.embed_query(text) == [0.0] * builtin.dimension


def test_a_changed_model_has_another_name(tmp_path: Path, builtin: BuiltinEncoder) -> None:
    folder = tmp_path / "builtin"
    shutil.copytree(BUILTIN, folder)
    assert BuiltinEncoder(folder).name == builtin.name
    vectors = np.load(folder / "vectors.npy")
    vectors[7, 3] ^= 1
    np.save(folder / "vectors.npy", vectors)
    assert BuiltinEncoder(folder).name != builtin.name


def _without_a_file(folder: Path) -> None:
    (folder / "scales.npy").unlink()


def _with_half_the_weights(folder: Path) -> None:
    whole = (folder / "vectors.npy").read_bytes()
    (folder / "vectors.npy").write_bytes(whole[: len(whole) // 2])


def _with_one_word_more(folder: Path) -> None:
    with (folder / "vocabulary.txt").open("a", encoding="utf-8") as file:
        file.write("\n新词")


def _of_a_later_format(folder: Path) -> None:
    config = json.loads((folder / "config.json").read_text("utf-8"))
    (folder / "config.json").write_text(json.dumps({**config, "format": 99}), "utf-8")


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        pytest.param(_without_a_file, "缺少文件 scales.npy", id="a file is missing"),
        pytest.param(_with_half_the_weights, "已损坏", id="cut short"),
        pytest.param(_with_one_word_more, "行数不符", id="vocabulary and weights differ"),
        pytest.param(_of_a_later_format, "格式是 99", id="a later format"),
    ],
)
def test_a_spoilt_model_is_refused(tmp_path: Path, spoil: Callable[[Path], None], message: str) -> None:
    folder = tmp_path / "model"
    shutil.copytree(BUILTIN, folder)
    spoil(folder)
    with pytest.raises(EncoderError, match=message):
        BuiltinEncoder(folder)

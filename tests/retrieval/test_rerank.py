"""The reranker: a tiny real cross-encoder in a folder has its say, and names that lead nowhere are said so."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import RerankerError
from pipeline.retrieval.library import Library
from pipeline.retrieval.rerank import CrossEncoderReranker, load_reranker
from pipeline.retrieval.search import search
from tests.retrieval.examples import PairEncoder, minutes, put_in

PASSAGES = ["会议原则通过停车管理办法。", "会议听取了河道整治的汇报。"]


def _tiny(folder: Path, *, labels: int) -> Path:
    """A BERT of a few thousand random numbers that knows single characters."""
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizer

    letters = sorted(set("".join(PASSAGES)))
    folder.mkdir()
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *letters]
    (folder / "vocab.txt").write_text("\n".join(words), encoding="utf-8")
    BertTokenizer(str(folder / "vocab.txt")).save_pretrained(str(folder))
    shape = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 16}
    config = BertConfig(vocab_size=len(words), num_labels=labels, max_position_embeddings=128, **shape)
    BertForSequenceClassification(config).save_pretrained(str(folder))
    return folder


@pytest.mark.slow
def test_a_cross_encoder_rates_each_passage_and_is_named_in_the_scores(tmp_path: Path) -> None:
    folder = _tiny(tmp_path / "tiny", labels=1)
    rates = load_reranker(str(folder)).rate("停车", PASSAGES)
    assert len(rates) == len(PASSAGES)
    assert all(0 < rate < 1 for rate in rates)

    library = Library(tmp_path / "home", encoder=PairEncoder(), reranker_name=str(folder))
    put_in(library, minutes(), tmp_path)
    hits = search(library, "停车", k=3)
    assert [hit.rank for hit in hits] == [1, 2, 3]
    assert all(0 < hit.scores["share_reranker"] < 1 for hit in hits)
    library.close()


@pytest.mark.slow
def test_a_model_of_several_scores_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RerankerError, match="它给出 3 个分数"):
        load_reranker(str(_tiny(tmp_path / "three", labels=3)))


@pytest.mark.slow
def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RerankerError, match="JIYAO_RERANKER"):
        load_reranker(str(tmp_path))


class _Odd:
    def predict(self, pairs: list[tuple[str, str]], **_: object) -> list[float]:
        return [float("nan"), 3.0][: len(pairs)]


def test_odd_numbers_are_brought_into_range() -> None:
    assert CrossEncoderReranker(_Odd()).rate("停车", PASSAGES) == [0.0, 1.0]
    assert CrossEncoderReranker(_Odd()).rate("停车", []) == []

"""The encoders: the built-in one as it ships, tiny real models in a folder, and names that lead nowhere."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from pipeline.config import ROOT
from pipeline.errors import EncoderError
from pipeline.retrieval import encode
from pipeline.retrieval.encode import Encoder, as_langchain, load_encoder

PASSAGES = [
    "会议原则通过《城区停车管理办法》，由市城管局牵头，6月底前完成新增车位的划定。",
    "会议听取了市水务局关于河道整治和水质监测情况的汇报，要求落实河长责任。",
    "会议审议了中小学教师招聘方案，同意由市教育局组织实施。",
    "会议研究了安全生产工作，要求对危险化学品企业开展隐患排查。",
    "会议讨论了年度财政预算调整方案，原则同意提交市人大常委会审议。",
    "会议决定对困难群众发放临时补贴，由市民政局负责。",
]


@pytest.fixture(scope="module")
def builtin() -> Encoder:
    return load_encoder("builtin")


@pytest.fixture
def hub_away(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine that has no model in its cache and whose requests to the hub are refused at once."""
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    for name in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "http_proxy", "HTTP_PROXY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="module")
def static_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sentence-transformers model of a few hundred random numbers, with prompts, as a folder."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.pre_tokenizers import Split

    letters = sorted(set("".join(PASSAGES)) | set("问题：段落停车由谁管"))
    tokenizer = Tokenizer(WordLevel({letter: number for number, letter in enumerate(["?", *letters])}, unk_token="?"))
    tokenizer.pre_tokenizer = Split("", "isolated")
    weights = np.random.default_rng(5).normal(size=(len(letters) + 1, 16)).astype(np.float32)
    model = SentenceTransformer(
        modules=[StaticEmbedding(tokenizer, embedding_weights=weights)],
        prompts={"query": "问题：", "document": "段落："},
        device="cpu",
    )
    folder = tmp_path_factory.mktemp("models") / "tiny"
    model.save(str(folder))
    return folder


# --- the built-in encoder ---------------------------------------------------------------------------------------------


def test_builtin_keeps_the_protocol(builtin: Encoder) -> None:
    assert isinstance(builtin, Encoder)
    assert builtin.name.startswith("builtin@")
    vectors = builtin.embed_documents(PASSAGES)
    assert [len(vector) for vector in vectors] == [builtin.dimension] * len(PASSAGES)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(len(PASSAGES)), abs=1e-5)
    assert builtin.embed_documents([]) == []


def test_builtin_gives_the_same_vector_every_time(builtin: Encoder) -> None:
    alone = builtin.embed_query(PASSAGES[0])
    assert alone == builtin.embed_documents(PASSAGES)[0] == load_encoder("builtin").embed_query(PASSAGES[0])


def test_builtin_loads_and_answers_fast_and_without_heavy_libraries() -> None:
    program = """
import sys, time
import numpy, pydantic_settings
from tests.pace import slowness
slow = slowness()
started = time.process_time()
from pipeline.retrieval.encode import load_encoder
encoder = load_encoder("builtin")
loaded = time.process_time()
for _ in range(20):
    encoder.embed_query("停车管理办法由哪个部门牵头？什么时候完成？" * 2)
asked = time.process_time()
heavy = {"torch", "sentence_transformers", "langchain_core", "jieba", "tokenizers", "huggingface_hub"}
slow = max(slow, slowness())
print((loaded - started) / slow, (asked - loaded) / 20 / slow, sorted(heavy & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    load, query, heavy = done.stdout.split(maxsplit=2)
    assert heavy.strip() == "[]"
    assert float(load) < 0.4  # seconds of the processor of an idle machine, which takes 0.05
    assert float(query) < 0.01


# --- sentence-transformers --------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_a_folder_is_loaded_by_sentence_transformers(static_model: Path) -> None:
    encoder = load_encoder(str(static_model))
    assert isinstance(encoder, Encoder)
    assert encoder.dimension == 16
    assert encoder.name.startswith("tiny@")
    assert load_encoder(str(static_model)).name == encoder.name
    vectors = encoder.embed_documents([*PASSAGES, ""])
    assert np.linalg.norm(vectors[:-1], axis=1) == pytest.approx(np.ones(len(PASSAGES)), abs=1e-5)
    assert np.isfinite(vectors).all()
    assert encoder.embed_documents([]) == []


@pytest.mark.slow
def test_a_model_s_own_prompts_are_used(static_model: Path) -> None:
    from sentence_transformers import SentenceTransformer

    encoder, bare = load_encoder(str(static_model)), SentenceTransformer(str(static_model), local_files_only=True)
    asked = bare.encode("问题：停车由谁管", normalize_embeddings=True)
    stored = bare.encode(f"段落：{PASSAGES[0]}", normalize_embeddings=True)
    assert encoder.embed_query("停车由谁管") == pytest.approx(asked.tolist(), abs=1e-5)
    assert encoder.embed_documents(PASSAGES[:1])[0] == pytest.approx(stored.tolist(), abs=1e-5)


@pytest.mark.slow
def test_other_weights_or_prompts_are_another_model(static_model: Path, tmp_path: Path) -> None:
    from sentence_transformers import SentenceTransformer

    names = {load_encoder(str(static_model)).name.partition("@")[2]}
    model = SentenceTransformer(str(static_model), local_files_only=True)
    model.prompts = {"query": "提问：", "document": "段落："}
    model.save(str(tmp_path / "prompted"))
    names.add(load_encoder(str(tmp_path / "prompted")).name.partition("@")[2])
    model[0].embedding.weight.data[0, 0] += 1.0
    model.save(str(tmp_path / "weighed"))
    names.add(load_encoder(str(tmp_path / "weighed")).name.partition("@")[2])
    assert len(names) == 3


@pytest.mark.slow
@pytest.mark.usefixtures("hub_away")
def test_a_hub_model_in_the_cache_needs_no_network(static_model: Path, tmp_path: Path) -> None:
    repository = tmp_path / "cache" / "models--some-body--tiny"
    shutil.copytree(static_model, repository / "snapshots" / ("0" * 40))
    (repository / "refs").mkdir()
    (repository / "refs" / "main").write_text("0" * 40, "utf-8")
    encoder = load_encoder("some-body/tiny")
    assert encoder.name == load_encoder(str(static_model)).name.replace("tiny@", "some-body/tiny@")
    assert encoder.embed_query("停车") == load_encoder(str(static_model)).embed_query("停车")


def test_as_langchain_is_what_chains_ask_for(builtin: Encoder) -> None:
    from langchain_core.embeddings import Embeddings

    dressed = as_langchain(builtin)
    assert isinstance(dressed, Embeddings)
    assert dressed.embed_query("停车") == builtin.embed_query("停车")
    assert dressed.embed_documents(PASSAGES[:2]) == builtin.embed_documents(PASSAGES[:2])


# --- names that lead nowhere ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "./missing",
        "../missing",
        "/nowhere/model",
        "~/nowhere/model",
        "models/bulitin",
        "a/b/c",
        "",
        "模型",
        "c:\\model",
    ],
)
def test_a_mistyped_folder_is_never_looked_for_on_the_hub(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(encode, "_is_cached", asked.append)
    monkeypatch.setattr(encode, "_hub_answers", lambda: asked.append("hub"))
    monkeypatch.chdir(ROOT)
    with pytest.raises(EncoderError, match="没有这个文件夹，请检查路径"):
        load_encoder(name)
    assert asked == []


@pytest.mark.slow
def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="该文件夹中没有模型"):
        load_encoder(str(tmp_path))


@pytest.mark.slow
def test_a_folder_with_a_broken_model_is_refused(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}", "utf-8")
    with pytest.raises(EncoderError, match="读不出模型"):
        load_encoder(str(tmp_path))


@pytest.mark.slow
def test_a_folder_with_torn_weights_is_refused(static_model: Path, tmp_path: Path) -> None:
    folder = tmp_path / "torn"
    shutil.copytree(static_model, folder)
    for weights in folder.rglob("*.safetensors"):
        weights.write_bytes(weights.read_bytes()[:100])
    with pytest.raises(EncoderError, match="读不出模型"):
        load_encoder(str(folder))


@pytest.mark.slow
@pytest.mark.usefixtures("hub_away")
@pytest.mark.parametrize("name", ["no-such-body/no-such-model", "no-such-model"])
def test_a_hub_name_without_a_network_is_refused_at_once(name: str) -> None:
    started = time.monotonic()
    with pytest.raises(EncoderError, match="本机没有此模型，且连不上模型站"):
        load_encoder(name)
    assert time.monotonic() - started < 100


@pytest.mark.slow
@pytest.mark.usefixtures("hub_away")
@pytest.mark.parametrize("setting", ["HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE"])
def test_a_machine_set_offline_asks_nobody(setting: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(setting, "1")
    monkeypatch.setattr(encode.urllib.request, "urlopen", lambda *_, **__: pytest.fail("a request was made"))
    with pytest.raises(EncoderError, match="连不上模型站"):
        load_encoder("no-such-body/no-such-model")

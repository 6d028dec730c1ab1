"""Sentences, tokens and word lists."""

from rashomon.language.parse import Parse, Token

__all__ = ["Parse", "Token"]

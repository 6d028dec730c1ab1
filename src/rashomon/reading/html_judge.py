"""How likely each block of a page is body: the trained trees alone, or with trafilatura's vote where they doubt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.reading.html_blocks import Block
from rashomon.reading.html_features import Surroundings, features_of, looks_of, survey
from rashomon.reading.html_model import Trees, body_trees
from rashomon.reading.html_tree import Node, Tree
from rashomon.reading.html_vote import vote
from rashomon.reading.html_votes import Votes, votes_on

# The characters the trees alone are in doubt of, as a share of those they keep. On host-grouped folds of the 92 dev
# pages nothing is lost by believing them up to .05 (56 pages); at .1 three pages are read worse.
MOST_DOUBT = 0.04
# A page with less is looked at with care, whatever the trees say.
LEAST_KEPT = 600


@dataclass(frozen=True, slots=True)
class Told:
    """What the page's data say of the article: title, description, and its text ("" where they do not)."""

    title: str
    description: str
    body: str


def judge(
    source: str, tree: Tree, blocks: Sequence[Block], told: Told, trees: Trees | None, within: Node | None
) -> tuple[Surroundings, NDArray[np.float64]]:
    """The page as the blocks' features need it, and a chance for each block; ``within`` is the article's element."""
    trees = trees or body_trees()
    silent = votes_on(blocks, [], told.body)
    around = survey(blocks, silent, told.title, told.description)
    looks = looks_of(blocks, around)
    chances = trees.chances(features_of(blocks, around, looks))
    if doubt(blocks, chances) < MOST_DOUBT:
        kept = chances > 0.5
        mine = Votes(kept.astype(float).tolist(), kept.tolist(), silent.structured)
        return survey(blocks, mine, told.title, told.description), chances
    votes = vote(source, tree, blocks, told.body, within)
    around = survey(blocks, votes, told.title, told.description)
    return around, trees.chances(features_of(blocks, around, looks))


def doubt(blocks: Sequence[Block], chances: NDArray[np.float64]) -> float:
    """How much of the page's text the trees are unsure of, measured by what they keep."""
    sizes = np.array([len(block.words) for block in blocks])
    kept = float(sizes[chances > 0.5].sum())
    return float((sizes * np.minimum(chances, 1 - chances)).sum()) / kept if kept > LEAST_KEPT else 1.0

from __future__ import annotations

from rashomon.reading.html_blocks import blocks_of
from rashomon.reading.html_features import features_of, survey
from rashomon.reading.html_model import body_trees
from rashomon.reading.html_tree import build_tree
from rashomon.reading.html_votes import Votes
from tests.reading.pages_html import LEAD, MORE, page, story


def test_the_trees_were_made_for_these_numbers() -> None:
    source = page(story())
    blocks = blocks_of(source, build_tree(source))
    silent = Votes([0.0] * len(blocks), [False] * len(blocks), [-1.0] * len(blocks))
    numbers = features_of(blocks, survey(blocks, silent, "", ""))
    assert numbers.shape == (len(blocks), body_trees().width)


def test_without_any_vote_the_trees_tell_story_from_menu() -> None:
    source = page(story())
    blocks = blocks_of(source, build_tree(source))
    silent = Votes([0.0] * len(blocks), [False] * len(blocks), [-1.0] * len(blocks))
    chances = body_trees().chances(features_of(blocks, survey(blocks, silent, "", "")))
    by_words = dict(zip([block.words for block in blocks], chances.tolist(), strict=True))
    assert min(by_words[LEAD], by_words[MORE]) > 0.5
    assert max(by_words["Home"], by_words["Terms"]) < 0.2


def test_chances_agree_with_walking_one_tree_after_the_other() -> None:
    trees = body_trees()
    source = page(story())
    blocks = blocks_of(source, build_tree(source))
    silent = Votes([0.0] * len(blocks), [False] * len(blocks), [-1.0] * len(blocks))
    numbers = features_of(blocks, survey(blocks, silent, "", ""))
    score = 0.0
    for root in trees.roots:
        at = int(root)
        while trees.left[at] != at:
            at = int(trees.left[at] if numbers[0, trees.feature[at]] <= trees.threshold[at] else trees.right[at])
        score += float(trees.value[at])
    assert abs(trees.chances(numbers)[0] - 1 / (1 + 2.718281828459045**-score)) < 1e-9

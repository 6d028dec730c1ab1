from __future__ import annotations

import numpy as np

from rashomon.reading.html_blocks import blocks_of
from rashomon.reading.html_choose import body_of
from rashomon.reading.html_features import features_of, survey
from rashomon.reading.html_judge import MOST_DOUBT, Told, doubt, judge
from rashomon.reading.html_model import body_trees
from rashomon.reading.html_tree import build_tree
from rashomon.reading.html_votes import Votes
from tests.reading.pages_html import LAST, LEAD, MORE, page, story


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


def chosen(source: str, chances: dict[str, float], voted: set[str]) -> list[str]:
    """The words of the body's blocks, given each block's chance (.02 where none is given) and what was voted for."""
    blocks = blocks_of(source, build_tree(source))
    kept = [block.words in voted for block in blocks]
    votes = Votes([float(one) for one in kept], kept, [-1.0] * len(blocks))
    around = survey(blocks, votes, "", "")
    numbers = body_of(blocks, around, np.array([chances.get(block.words, 0.02) for block in blocks]))
    return [blocks[k].words for k in numbers]


def test_a_table_in_boxes_of_its_own_stays_where_it_was_voted_for() -> None:
    cells = ["Month", "Level at the sluice", "April", "2.1 m, and falling", "May", "3.4 m, the highest ever"]
    table = "".join(f"<tr><td>{cells[k]}</td><td>{cells[k + 1]}</td></tr>" for k in (0, 2, 4))
    source = page(f"<div><p>{LEAD}</p><div><div><table>{table}</table></div></div><p>{MORE}</p></div>")
    chances = {LEAD: 0.9, MORE: 0.9}
    assert chosen(source, chances, {LEAD, MORE, *cells}) == [LEAD, *cells, MORE]
    assert chosen(source, chances, {LEAD, MORE}) == [LEAD, MORE]


def test_a_first_paragraph_the_trees_doubt_stays_where_it_was_voted_for() -> None:
    first = MORE + " " + LAST
    source = page(f"<div><p>{first}</p><p>{LEAD}</p><p>{LAST}</p></div>")
    chances = {first: 0.45, LEAD: 0.9, LAST: 0.9}
    assert chosen(source, chances, {first, LEAD, LAST}) == [first, LEAD, LAST]
    assert chosen(source, chances, {LEAD, LAST}) == [LEAD, LAST]
    assert chosen(source, {**chances, first: 0.2}, {first, LEAD, LAST}) == [LEAD, LAST]


def test_doubt_is_measured_by_what_is_kept() -> None:
    source = page(f"<p>{LEAD * 4}</p><p>{MORE * 4}</p>")
    blocks = blocks_of(source, build_tree(source))
    sure = np.array([1.0 if len(block.words) > 200 else 0.0 for block in blocks])
    assert doubt(blocks, sure) == 0
    assert doubt(blocks, np.where(sure > 0, 0.75, 0.0)) == 0.25
    assert doubt(blocks[:2], sure[:2]) == 1  # too little is kept to believe it


def test_a_story_the_trees_are_sure_of_is_judged_without_a_vote_and_alike() -> None:
    source = page(story("Lock keeper says sluice was open", "", *[LEAD, MORE, LAST] * 4))
    tree = build_tree(source)
    blocks = blocks_of(source, tree)
    around, chances = judge(source, tree, blocks, Told("Lock keeper says sluice was open", "", ""), None, None)
    assert doubt(blocks, chances) < MOST_DOUBT
    assert around.votes.exact == (chances > 0.5).tolist()

from __future__ import annotations

import spacy

from rashomon.models.spacy import chosen_model
from rashomon.models.spacy_ruler import TableRuler, replace_ruler

TEXT = (
    "I ain't gonna go; let's see what's there. There's a man in the harbour. You gotta wait, y'all. C'mon!\n\n"
    'Nothing was said, but she had been asked whether anybody knew. "It isn\'t ours," Odile Brandt told them '
    "on 3 March. "
    "That is what they denied; those who were there didn't say which of the $5 they'd kept - nor why, to be fair.\n"
    "Because of this, the Gazette's report (see below) can't be right.  It has two spaces. Upon that, everything ended."
)


def test_the_table_sets_what_the_ruler_sets() -> None:
    slow, quick = spacy.load(chosen_model()), spacy.load(chosen_model())
    replace_ruler(quick)
    assert any(isinstance(component, TableRuler) for _, component in quick.pipeline)
    for text in (TEXT, TEXT.upper(), TEXT.replace(" ", "\n"), TEXT):
        said = [
            [(token.tag_, token.dep_, token.pos_, str(token.morph), token.lemma_) for token in pipeline(text)]
            for pipeline in (slow, quick)
        ]
        assert said[0] == said[1]


def test_a_pipeline_with_rules_of_another_kind_keeps_its_ruler() -> None:
    pipeline = spacy.blank("en")
    ruler = pipeline.add_pipe("attribute_ruler")
    ruler.add([[{"SHAPE": "Xxxx"}]], {"POS": "PROPN"})  # type: ignore[attr-defined]
    replace_ruler(pipeline)
    assert pipeline.get_pipe("attribute_ruler") is ruler

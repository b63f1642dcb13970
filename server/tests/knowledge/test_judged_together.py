"""What a judge makes of the likeliest sentences counts beside what else is known of them."""

import numpy as np

from charlotte.knowledge.quotes.judged import LEAST, MOST, to_read, with_judgements
from charlotte.knowledge.quotes.weights import of_logits


def test_only_the_likeliest_sentences_are_read_and_none_that_says_nothing() -> None:
    logits = np.array([-2.0, 1.0, LEAST - 1, 0.5, -1.0, -0.5, -3.0], np.float32)
    assert list(to_read(logits)) == [1, 3, 5, 4][:MOST]
    assert to_read(np.full(3, LEAST - 1, np.float32)).size == 0
    assert to_read(np.zeros(0, np.float32)).size == 0


def test_what_is_judged_to_answer_goes_before_what_is_not() -> None:
    logits = np.array([0.5, 0.0, -4.0], np.float32)
    _, told = with_judgements((), logits, np.array([0, 1]), (-4.0, 4.0))
    before, likely = of_logits(logits), of_logits(told)
    assert before.argmax() == 0 and likely.argmax() == 1
    assert likely[1] > before[1] and likely[0] < before[0]
    assert of_logits(np.zeros(0, np.float32)).size == 0

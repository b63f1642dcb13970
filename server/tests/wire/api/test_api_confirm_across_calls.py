"""A question that waits for the attendee's yes outlives the call in which it was put."""

from pathlib import Path

from support.errands import QUESTION, WISH, confirmation, obedient, requests, said, taps
from support.house import house
from support.provider import hosted, providing
from support.waiting import eventually


async def test_a_yes_after_a_reconnection_counts(tmp_path: Path) -> None:
    async with house(tmp_path, obedient()) as here, here.visitor() as visitor:
        async with visitor.talking() as talker:
            assert await said(talker, "I lost my bag") == QUESTION
        async with visitor.talking() as talker:
            assert await said(talker, "Yes, please!") == "help_request"
        assert len(await requests(here, visitor)) == 1


async def test_a_yes_after_a_renewal_counts(tmp_path: Path) -> None:
    async with house(tmp_path, obedient()) as here, here.visitor() as visitor:
        switchboard = here.installation.switchboard
        async with visitor.talking() as talker:
            assert await said(talker, "I lost my bag") == QUESTION
            before = switchboard.live_call(visitor.session_id or "")
            assert switchboard.renew(visitor.session_id or "", "cap")
            await eventually(lambda: switchboard.live_call(visitor.session_id or "") is not before)
            assert await said(talker, "Yes, please!") == "help_request"
        assert len(await requests(here, visitor)) == 1


async def test_a_yes_to_another_upstream_counts(tmp_path: Path) -> None:
    async with (
        providing([("ask_staff", WISH)], QUESTION) as provider,
        house(tmp_path, obedient(), **hosted(provider)) as here,
        here.visitor() as visitor,
    ):
        async with visitor.talking() as talker:
            assert await said(talker, "I lost my bag") == QUESTION
            provider.refuse_status = 503
            await provider.drops()
            assert await said(talker, "Yes, please!") == "help_request"
        assert len(await requests(here, visitor)) == 1


async def test_a_question_that_one_upstream_owed_and_another_put_is_answered(tmp_path: Path) -> None:
    # Having proposed it, the provider breaks every call in which it should say so.
    async with (
        providing([("ask_staff", WISH)]) as provider,
        house(tmp_path, obedient(), **hosted(provider)) as here,
        here.visitor() as visitor,
    ):
        async with visitor.talking() as talker:
            assert await said(talker, "I lost my bag") == QUESTION
            assert await requests(here, visitor) == []
            assert await said(talker, "Yes, please!") == "help_request"
        assert len(await requests(here, visitor)) == 1


async def test_a_tap_between_two_calls_is_done_and_the_next_call_says_so(tmp_path: Path) -> None:
    async with house(tmp_path, obedient()) as here, here.visitor() as visitor:
        async with visitor.talking() as talker:
            await said(talker, "I lost my bag")
            asked = confirmation(talker)
        assert (await taps(visitor, asked, yes=True))[1]["state"] == "done"
        async with visitor.talking() as talker:
            assert await said(talker) == "help_request"
        assert len(await requests(here, visitor)) == 1


async def test_what_was_said_before_the_question_is_no_answer_in_the_next_call(tmp_path: Path) -> None:
    async with house(tmp_path, obedient()) as here, here.visitor() as visitor:
        async with visitor.talking() as talker:
            assert await said(talker, "yes") == QUESTION
        async with visitor.talking() as talker:
            assert await said(talker, "No, thanks") == "confirmation"
        assert await requests(here, visitor) == [], "what the next call is told again was not said again"

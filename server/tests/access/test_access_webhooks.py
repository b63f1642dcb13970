"""Standard Webhooks: what stock libraries sign we take, what we would sign they take, and forgers learn nothing."""

import base64
import random
from datetime import UTC, datetime, timedelta

import pytest
from openai import InvalidWebhookSignatureError, OpenAI
from standardwebhooks.webhooks import Webhook

from charlotte.access.webhooks import Unsigned, WebhookSignatures, WebhooksOff
from support.telephone import OLD_SECRET, SECRET, incoming, signed

BODY = incoming()
PLAIN = "a secret without a prefix"


def check(headers: dict[str, str], body: bytes = BODY, *secrets: str) -> str:
    return WebhookSignatures(secrets or (SECRET,)).check(headers, body)


@pytest.mark.parametrize("secret", [SECRET, PLAIN])
def test_the_official_sdk_and_we_take_the_same_signature(secret: str) -> None:
    headers = signed(BODY, secret)
    assert check(headers, BODY, secret) == "wh_1"
    event = OpenAI(api_key="sk-none").webhooks.unwrap(BODY, headers, secret=secret)
    assert event.type == "realtime.call.incoming" and event.data.call_id == "rtc_1"


def test_what_the_reference_library_signs_is_taken_and_it_takes_the_peers() -> None:
    webhook, now = Webhook(SECRET), datetime.now(UTC)
    headers = {
        "webhook-id": "wh_7",
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": webhook.sign("wh_7", now, BODY.decode()),
    }
    assert check(headers) == "wh_7"
    assert OpenAI(api_key="sk-none").webhooks.unwrap(BODY, headers, secret=SECRET).type == "realtime.call.incoming"
    assert webhook.verify(BODY, signed(BODY))["data"]["call_id"] == "rtc_1"


def test_two_secrets_are_good_while_one_replaces_the_other() -> None:
    for headers in (signed(BODY, SECRET), signed(BODY, OLD_SECRET), signed(BODY, OLD_SECRET, SECRET)):
        assert check(headers, BODY, SECRET, OLD_SECRET) == "wh_1"
    with pytest.raises(Unsigned):
        check(signed(BODY, OLD_SECRET), BODY, SECRET)


@pytest.mark.parametrize("age_s", [-400, 400, 86_400])
def test_an_old_or_early_delivery_is_refused_here_and_by_the_sdk(age_s: int) -> None:
    headers = signed(BODY, age_s=age_s)
    with pytest.raises(Unsigned):
        check(headers)
    with pytest.raises(InvalidWebhookSignatureError):
        OpenAI(api_key="sk-none").webhooks.unwrap(BODY, headers, secret=SECRET)


@pytest.mark.parametrize("age_s", [-290, 290])
def test_a_delivery_within_five_minutes_is_taken(age_s: int) -> None:
    assert check(signed(BODY, age_s=age_s)) == "wh_1"


def test_without_a_secret_nobody_is_believed() -> None:
    with pytest.raises(WebhooksOff):
        WebhookSignatures(()).check(signed(BODY, ""), BODY)


def test_ten_thousand_forgeries_are_refused_with_one_and_the_same_answer() -> None:
    dice, told = random.Random(7), set()
    signatures = WebhookSignatures((SECRET, OLD_SECRET))
    for number in range(10_000):
        headers, body = signed(BODY, delivery=f"wh_{number}"), bytearray(BODY)
        match number % 8:
            case 0:
                body[dice.randrange(len(body))] ^= 1 << dice.randrange(7)
            case 1:
                headers["webhook-id"] = f"wh_{number + 1}"
            case 2:
                headers["webhook-timestamp"] = str(int(headers["webhook-timestamp"]) + dice.choice((-1, 1)))
            case 3:
                headers["webhook-signature"] = "v1," + base64.b64encode(dice.randbytes(32)).decode()
            case 4:
                bare = headers["webhook-signature"].removeprefix("v1,")
                broken = ("", "v1", "v1,", "v1,%%%", "v2,AAAA", ",", "v1,é", "v1a," + bare, bare)
                headers["webhook-signature"] = dice.choice(broken)
            case 5:
                headers["webhook-timestamp"] = dice.choice(("", "nan", "inf", "-1", "1e400", "soon", "9" * 40, "0x10"))
            case 6:
                del headers[dice.choice(("webhook-id", "webhook-timestamp", "webhook-signature"))]
            case 7:
                headers = signed(BODY, "whsec_" + base64.b64encode(dice.randbytes(24)).decode())
        with pytest.raises(Unsigned) as refused:
            signatures.check(headers, bytes(body))
        told.add((refused.value.message, refused.value.hint))
    assert len(told) == 1


def test_the_clock_of_the_signature_is_signed_too() -> None:
    headers = signed(BODY, age_s=400)
    headers["webhook-timestamp"] = str(int((datetime.now(UTC) - timedelta(seconds=1)).timestamp()))
    with pytest.raises(Unsigned):
        check(headers)

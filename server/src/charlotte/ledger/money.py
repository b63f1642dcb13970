"""Money: whole billionths of a dollar, so that every price is exact and every sum is too."""

from decimal import ROUND_CEILING, Decimal

NANO = 1_000_000_000
"""Of these a dollar has so many."""


def nano(usd: Decimal) -> int:
    """Return an amount in billionths; what is finer is rounded up, never away."""
    return int((usd * NANO).to_integral_value(ROUND_CEILING))


def micro(amount: int) -> int:
    """Return billionths as millionths, rounded up."""
    return -(-amount // 1000)


def usd(amount: int) -> str:
    """Return billionths as a decimal number of dollars, exactly."""
    return f"{Decimal(amount).scaleb(-9):f}"

"""Numbers as text: shortest form, no noise."""

from decimal import Decimal, ROUND_HALF_EVEN


def number(value):
    """Shortest plain form of a number or a numeric string; empty stays empty."""
    if value is None or value == "":
        return ""
    exact = Decimal(str(value))
    text = format(exact, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def places(value, count):
    """Rounded to `count` decimal places (negative: tens, hundreds ...)."""
    step = Decimal(1).scaleb(-count)
    return number(Decimal(str(value)).quantize(step, rounding=ROUND_HALF_EVEN))


def significant(value, digits):
    """Rounded to `digits` significant digits."""
    exact = Decimal(str(value))
    if exact == 0:
        return "0"
    return places(exact, digits - 1 - exact.adjusted())


def tonnes(value):
    """Capacities and flows: the fact base has 1799999 where 1800000 is meant; whole hundreds do."""
    return places(value, -2) if value != "" else ""


def triple(row, low, middle, high, name):
    """Three columns name, name_low, name_high from three columns of a row."""
    return {name: number(row[middle]), f"{name}_low": number(row[low]), f"{name}_high": number(row[high])}


def exactly(name, value, low=None, high=None):
    """Three columns from three numbers (low and high default to the value)."""
    return {name: number(value), f"{name}_low": number(value if low is None else low),
            f"{name}_high": number(value if high is None else high)}

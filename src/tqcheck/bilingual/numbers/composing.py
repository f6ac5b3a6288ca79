"""Composing: what a row of number words says together (``two``, ``hundred``, ``five`` are 205)."""

from __future__ import annotations

from enum import IntEnum
from fractions import Fraction

from ...core.record import Row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

HUNDRED = 100
_SCORES = (60, 80)  # soixante-dix and quatre-vingt-dix


class Form(IntEnum):
    """In what form a number word, or a part of a number, stands."""

    CARDINAL = 0
    ORDINAL = 1
    DIGITS = 2
    TENS = 3
    """十 in Chinese and Japanese: the digit before it multiplies it."""


class Atom(Row):
    """A number word that is not put together from others; ``joined`` if a joining word (``and``) stands before it."""

    value: Fraction
    form: Form = Form.CARDINAL
    joined: bool = False


def compose(atoms: Sequence[Atom]) -> tuple[Fraction, int]:
    """The number that a row of atoms begins with, and how many of them it takes; at least one."""
    stack = [atoms[0].value]
    taken = 1
    while taken < len(atoms) and _joins(stack, atoms[taken], atoms[taken - 1]):
        taken += 1
    return sum(stack, Fraction(0)), taken


def _joins(stack: list[Fraction], atom: Atom, before: Atom) -> bool:
    """Add an atom to the parts of a number in descending order, if it can go on with it."""
    if before.form is Form.ORDINAL and atom.form is not Form.ORDINAL:
        return False
    if atom.form is Form.DIGITS:
        return _adds(stack, atom.value) if before.value >= 1000 and before.form is not Form.DIGITS else False
    if is_scale(atom):
        return _multiplies(stack, atom.value, before.form is Form.DIGITS)
    if before.form is Form.DIGITS:
        return False
    return _inverts(stack, atom) or _adds(stack, atom.value)


def is_scale(atom: Atom) -> bool:
    """True if what stands before the atom multiplies it: ten in Chinese, a hundred, a thousand, a lakh, a million …"""
    value = atom.value
    return atom.form is Form.TENS or (value >= HUNDRED and value.denominator == 1 and str(value.numerator).rstrip("0") == "1")


def _multiplies(stack: list[Fraction], scale: Fraction, by_digits: bool) -> bool:
    low: list[Fraction] = []
    while stack and (stack[-1] < scale or (by_digits and not low)):
        low.insert(0, stack.pop())
    if not low:
        return _adds(stack, scale)
    product = sum(low, Fraction(0)) * scale
    if stack and product >= _room(stack[-1]):
        stack.extend(low)
        return False
    stack.append(product)
    return True


def _adds(stack: list[Fraction], value: Fraction) -> bool:
    if value >= _room(stack[-1]) and not (stack[-1] in _SCORES and 10 <= value < 20):
        return False
    stack.append(value)
    return True


def _inverts(stack: list[Fraction], atom: Atom) -> bool:
    """Ones before tens, as in ``fünfundzwanzig``."""
    if not atom.joined or not 0 < stack[-1] < 10 or not 20 <= atom.value < HUNDRED or atom.value % 10:
        return False
    stack[-1] += atom.value
    return True


def _room(value: Fraction) -> int:
    """The place of the last digit that is not nought: less than this may be added to a number."""
    if value.denominator != 1 or not value:
        return 0
    digits = str(value.numerator)
    return int(10 ** (len(digits) - len(digits.rstrip("0"))))

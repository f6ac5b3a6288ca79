"""The numbers that turn a rule's own estimate into a probability; `python -m benchmarks.accuracy calibrate` writes them.

logit(p) = INTERCEPT + SLOPE · logit(estimate) + NEAR · (other findings within 300 code points, at most 3) + FAMILY[family]

That holds for estimates from 0.5 on, and p is at least 0.5; lower estimates are taken as they are.

Fitted 2026-11-23 with tqcheck 0.1.0 on 221 findings in 10 texts.
"""

INTERCEPT = 0.812
SLOPE = 1.461
NEAR = 0.392
FAMILY: dict[str, float] = {
    "consistency": 0.085,
    "insertions": 0.305,
    "leftovers": -0.275,
    "mechanics": 0.04,
    "quotes": 0.321,
    "repetition": -0.535,
    "truncation": 0.263,
}

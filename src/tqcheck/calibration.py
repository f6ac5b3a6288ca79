"""The numbers that turn a rule's own estimate into a probability; `python -m benchmarks.accuracy calibrate` writes them.

logit(p) = INTERCEPT + SLOPE · logit(estimate) + NEAR · (other findings within 300 code points, at most 3) + FAMILY[family], and at least 0.5,
for estimates from 0.5 on; lower ones are taken as they are.

Fitted 2026-11-23 with tqcheck 0.1.0 on 226 findings in 10 texts.
"""

INTERCEPT = 0.223
SLOPE = 1.377
NEAR = 1.328
FAMILY: dict[str, float] = {
    "consistency": 0.065,
    "insertions": 0.372,
    "leftovers": -0.105,
    "mechanics": 0.14,
    "quotes": 0.463,
    "repetition": -1.192,
    "truncation": 0.312,
}

"""The numbers that turn a rule's own estimate into a probability; `python -m benchmarks.accuracy calibrate` writes them.

logit(p) = INTERCEPT + SLOPE · logit(estimate) + NEAR · (other findings within 300 code points, at most 3) + FAMILY[family], and at least 0.5,
for estimates from 0.5 on; lower ones are taken as they are.

Not fitted yet: the rule's own estimate is taken as it is.
"""

INTERCEPT = 0.0
SLOPE = 1.0
NEAR = 0.0
FAMILY: dict[str, float] = {}

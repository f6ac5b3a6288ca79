"""Check one text from a program and do the repairs that no reviser would object to: ``python examples/library.py``."""

import tqcheck

TEXT = (
    "The mayor, Hanne Lund (Hanne Lund), came to the the harbour at noon. “We don‘t know yet , she said, "
    "and looked at the two two ships. Nobody answered."
)

report = tqcheck.check(TEXT, language="en")

for finding in report.findings:
    print(f"{finding.start:>4}–{finding.end:<4} {finding.rule} ({finding.severity}, {finding.score:.2f}): {finding.message}")

score = report.score
print(f"{report.words} words, penalty {score.penalty_per_1000_words} per 1000 words, score {score.value} of 100")

fixed = tqcheck.fix(TEXT, language="en")
print(f"{len(fixed.made)} repairs made, {len(fixed.left)} findings left:")
print(fixed.text)

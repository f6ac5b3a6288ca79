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

# Findings are ordered by place, so that repairs from the last to the first move nothing that is still to be done.
text = TEXT
for finding in reversed(report.findings):
    if finding.fix and finding.fix.safety is tqcheck.Safety.SAFE:
        text = finding.fix.apply(text)
print(text)

"""Compare two engines on one text: ``python examples/compare_engines.py``, or cell by cell in an editor that knows ``# %%``."""

# %% [markdown]
# The reference is a text that was written for this project. The two "engines" are that text with faults planted into it, many for A and few
# for B; put your own three texts here.

# %%
from pathlib import Path

import tqcheck
from tqcheck.comparing import compare
from tqcheck.planting import inject

reference = Path(__file__).with_name("clean.txt").read_text("utf-8")
engines = {"A": inject(reference, share=0.8, seed=4).text, "B": inject(reference, share=0.2, seed=5).text}

# %% What is found in each
checker = tqcheck.Checker(language="en", metrics=[])
reports = {name: checker.check(text, reference=reference) for name, text in engines.items()}
for name, report in reports.items():
    print(f"{name}: {len(report.findings)} findings in {report.words} words, score {report.score.value}")

# %% Which is better, and whether that can be chance
comparison = compare(engines["A"], engines["B"], reference=reference, language="en", samples=500, seed=7)

print(f"\n{'':24}{'A':>9}{'B':>9}{'B − A':>9}{'p':>8}")
for row in comparison.differences:
    print(f"{row.name:24}{row.a.value:9.2f}{row.b.value:9.2f}{row.b.value - row.a.value:+9.2f}{row.p_value:8.3f}")

# %% By kind of artifact
print(f"\n{'findings':24}{'A':>9}{'B':>9}")
for family, (first, second) in comparison.families.items():
    print(f"{family:24}{first:9}{second:9}")

# %% What to tell the people who run the engines: the worst three findings of each
for name, report in reports.items():
    worst = sorted(report.findings, key=lambda finding: (finding.severity.rank, finding.score), reverse=True)
    for finding in worst[:3]:
        print(f"\n{name} {finding.rule} ({finding.severity}, {finding.score}): {finding.message}", end="")
print()

# %% The verdict
clear = [row for row in comparison.differences if row.p_value < 0.05]
better = {"B" if (row.b.value > row.a.value) == row.higher_is_better else "A" for row in clear}
names = ", ".join(row.name for row in clear)
print(f"\n{better.pop()} is better by {names}" if len(better) == 1 else "\nNeither engine is clearly better")

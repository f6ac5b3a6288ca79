"""How often findings are right and what is missed.

``python -m benchmarks.accuracy annotated DATA`` measures on annotated text that lies in a folder outside the
repository; ``python -m benchmarks.accuracy planted`` measures on faults planted into the clean texts of
``benchmarks/clean`` and needs nothing else; ``python -m benchmarks.accuracy calibrate DATA`` fits the numbers of
``tqcheck.calibration``.
"""

"""The compiled kernel is optional: where it cannot be built, its twin in plain Python does the same work, slower."""

from setuptools import Extension, setup

setup(ext_modules=[Extension("tqcheck.core._kernel", ["src/tqcheck/core/_kernel.pyx"], optional=True)])

"""What `pyproject.toml` cannot say: the compiled kernel, and what is prepared when the package is built.

The kernel is optional: where it cannot be built, its twin in plain Python does the same work, slower. So is what is prepared.
"""

import os
import subprocess
import sys
from pathlib import Path

from setuptools import Extension, setup
from setuptools.command.build_py import build_py

SOURCE = Path(__file__).parent / "src"


class PreparingBuild(build_py):
    """Builds the modules, and writes beside them what `tqcheck.prepare` works out from them."""

    def run(self) -> None:
        """Build, then prepare in a Python of its own. It sees the sources first, then what pip brought for the build."""
        super().run()
        folder = SOURCE if self.editable_mode else Path(self.build_lib)
        code = f"from pathlib import Path; from tqcheck.prepare import write; write(Path({str(folder / 'tqcheck' / '_prepared')!r}))"
        path = os.pathsep.join(filter(None, (str(SOURCE), os.environ.get("PYTHONPATH"))))
        subprocess.run([sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": path}, check=False)


setup(
    ext_modules=[Extension("tqcheck.core._kernel", ["src/tqcheck/core/_kernel.pyx"], optional=True)],
    cmdclass={"build_py": PreparingBuild},
)

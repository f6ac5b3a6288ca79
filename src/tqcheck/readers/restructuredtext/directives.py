"""What the directives of docutils and Sphinx hold: prose, or what is none."""

from __future__ import annotations

NO_PROSE = frozenset((
    "argparse", "autosummary", "bibliography", "class", "click", "code", "code-block", "code-cell", "contents", "csv-table",
    "currentmodule", "cssclass", "date", "default-domain", "default-role", "digraph", "doctest", "graph", "graphviz", "highlight",
    "highlightlang", "image", "include", "index", "inheritance-diagram", "ipython", "jupyter-execute", "literalinclude", "math",
    "mermaid", "meta", "module", "parsed-literal", "plantuml", "plot", "productionlist", "program-output", "prompt", "raw",
    "replace", "role", "rst-class", "sectnum", "sourcecode", "tabularcolumns", "target-notes", "testcleanup", "testcode",
    "testoutput", "testsetup", "toctree", "unicode", "youtube",
))  # fmt: skip
"""Directives whose content is code, data or names."""
TITLED = frozenset(
    ("admonition", "card", "centered", "dropdown", "grid-item-card", "list-table", "rubric", "sidebar", "tab", "tab-item", "table", "topic")
)
"""Directives whose argument is a title."""
VERSIONED = frozenset(("deprecated", "versionadded", "versionchanged", "versionremoved"))
"""Directives whose argument begins with a version."""
ADMONITIONS = frozenset(("attention", "caution", "danger", "error", "hint", "important", "note", "seealso", "tip", "todo", "warning"))
"""Directives whose text may begin in their first line."""

"""Where keys stand in a TOML text, held against what tomllib reads."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from tqcheck.configuration.lines import key_lines

TEXT = '''\
# a comment with [a.header] and key = 1
plain = "a # no comment"   # key = 2
"quoted key" = 'it = [x]'
"esc\\u0061ped\\tkey" = 1979-05-27 07:32:00
a.b . "c.d" = """
inner = 1
[not.a.table] \\""" \\
""""
raw = \'\'\'
raw = 'x'
\'\'\'

list = [ # first
    "one", [2, 3],
    { x = 4, y.z = [5,
      6] },
]
[tool . tqcheck]
select = ["quotes"]
[tool.tqcheck.rules."doubled-word"]
allow = []

[[overrides]]
paths = ["a"]
rules.quotes.severity = "minor"
[overrides.rules.insertions]
severity = "major"
[[overrides]]
paths = ["b"]
[[overrides.deep]]
x = 1
[[overrides.deep]]
x = +inf
'''


def paths_in(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every way to a value of what tomllib has read."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in inside:
        yield (*path, key)
        yield from paths_in(inner, (*path, key))


def test_every_key_of_a_text_with_all_there_is() -> None:
    lines = key_lines(TEXT)
    assert set(lines) == set(paths_in(tomllib.loads(TEXT)))
    first = [number for number, line in enumerate(TEXT.split("\n"), 1) if line.startswith("[[overrides]]")]
    for path, line in {
        ("plain",): 2,
        ("quoted key",): 3,
        ("escaped\tkey",): 4,
        ("a", "b", "c.d"): 5,
        ("raw",): 9,
        ("list", 0): 14,
        ("list", 1, 1): 14,
        ("list", 2, "y", "z"): 15,
        ("list", 2, "y", "z", 1): 16,
        ("tool",): 18,
        ("tool", "tqcheck", "select", 0): 19,
        ("tool", "tqcheck", "rules", "doubled-word", "allow"): 21,
        ("overrides",): first[0],
        ("overrides", 0, "rules", "quotes", "severity"): first[0] + 2,
        ("overrides", 0, "rules", "insertions", "severity"): first[0] + 4,
        ("overrides", 1): first[1],
        ("overrides", 1, "deep", 1, "x"): first[1] + 5,
    }.items():
        assert lines[path] == line, path


def test_a_text_without_keys() -> None:
    assert key_lines("") == key_lines("# nothing\n\n") == {}


VALUES = st.sampled_from([
    "1", "-0.5e3", "true", "inf", "1979-05-27", "07:32:00", '""', "''", '"\\" ] } # \\\\"', '"""x"""', '"""\na = 1\n\\""" " ""\n"""',
    "'''\n[b]\n'''", "'''it's'''", '""""""', "[]", "[[], [1]]", "[\n  # c ]\n  1,\n  'a,b',\n]", "{}", "{ x = 1 }",
    "{ x.y = [ {z = ']'} ], w = 2 }",
])  # fmt: skip
NAMES = st.sampled_from(["{}", '"{} [x] # = \\u00e9"', "'{}.y'", "a.{}", '"a" . {}', "a.'b c'.{}"])


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, list[int]]:
    """A valid TOML text, and the lines on which its pairs begin. The numbers in the names let no key come twice."""
    text, starts = "", []
    for number in range(draw(st.integers(0, 12))):
        kind = draw(st.sampled_from(["pair", "pair", "pair", "table", "tables", "comment"]))
        if kind == "pair":
            starts.append(text.count("\n") + 1)
            text += f"{draw(NAMES).format(f'k{number}')}{draw(st.sampled_from(['=', ' = ']))}{draw(VALUES)}"
        elif kind == "table":
            text += f"[ {draw(NAMES).format(f't{number}')} ]"
        elif kind == "tables":
            text += f"[[s{draw(st.integers(0, 2))}]]"
        text += draw(st.sampled_from(["\n", "  # [c] = 1\n", "\n\n"]))
    return text, starts


@given(documents())
def test_every_key_is_found_and_no_other(document: tuple[str, list[int]]) -> None:
    text, starts = document
    lines = key_lines(text)
    assert set(lines) == set(paths_in(tomllib.loads(text)))
    pairs = {path: line for path, line in lines.items() if any(f"k{number}" in str(path[-1]) for number in range(12))}
    assert sorted(pairs.values()) == starts

"""Disturbed lines keep all that was said, and the beads say what was done to them."""

from __future__ import annotations

from pathlib import Path

from benchmarks.alignment.disturbed import disturbed, links
from benchmarks.alignment.measure import growth, pairs_of_files, scores

OWN = [f"Boat {number} leaves at {number + 20} past six, and the captain waves to all of us." for number in range(40)]
PARTNER = [f"Boot {number} legt {number + 20} nach sechs ab, und der Kapitän winkt uns allen." for number in range(40)]


def test_what_is_merged_and_split_stays_whole() -> None:
    made = disturbed(OWN, PARTNER, 0.5, 0.0, seed=3)
    assert " ".join(made.own) == " ".join(OWN)
    assert " ".join(made.partner) == " ".join(PARTNER)
    assert len(made.beads) < 40
    assert [bead[0] for bead in made.beads[1:]] == [bead[1] for bead in made.beads[:-1]]


def test_deleted_lines_are_beads_of_one_side() -> None:
    made = disturbed(OWN, PARTNER, 0.0, 0.3, seed=3)
    lone = [bead for bead in made.beads if bead[0] == bead[1] or bead[2] == bead[3]]
    assert 4 < len(lone) == 80 - len(made.own) - len(made.partner)


def test_lines_without_spaces_are_split_and_joined_without() -> None:
    made = disturbed(["船在中午离开码头，然后回来。"] * 20, ["甲板"] * 20, 0.9, 0.0, seed=1)
    assert "".join(made.own) == "船在中午离开码头，然后回来。" * 20


def test_scores_of_what_is_easy() -> None:
    found = scores(disturbed(OWN, PARTNER, 0.2, 0.0, seed=5))
    assert found.beads > 0.9
    assert found.links >= found.beads
    assert list(links([(0, 2, 0, 1)])) == [(0, 0), (1, 0)]


def test_files_are_found_by_their_names(tmp_path: Path) -> None:
    for name in ("aa-en.source.txt", "aa-en.machine.txt", "aa-en.reference.txt", "other.txt"):
        (tmp_path / name).write_text("one\ntwo\n", "utf-8")
    assert [(name, len(own)) for name, own, _ in pairs_of_files(tmp_path)] == [("aa-en.machine", 2), ("aa-en.reference", 2)]


def test_growth_is_told_as_an_exponent() -> None:
    exponent, ratios = growth(OWN, PARTNER, sizes=(20, 40))
    assert [size for size, _ in ratios] == [20, 40]
    assert ratios[0][1] == 1
    assert exponent == exponent

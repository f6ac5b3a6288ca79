"""How well texts are aligned whose lines were merged, split and deleted at random, and how the time grows with their length."""

"""Text that is safe to print, and how many columns of a terminal it takes."""

from __future__ import annotations

from unicodedata import category, east_asian_width

MAX_WIDTH = 160
TAB_WIDTH = 4
_RESET = "\x1b[0m"
# Select Graphic Rendition parameters of ECMA-48, as every terminal with colours knows them.
_STYLES = {"bold": 1, "faint": 2, "red": 31, "green": 32, "yellow": 33, "blue": 34, "magenta": 35, "cyan": 36}
_JOINERS = "\u200c\u200d"
_ESCAPED = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_ZERO_WIDTH = frozenset({"Mn", "Me"})


class Display:
    """What can be shown where the output goes.

    A text may hold anything; printed as it is, it could move the cursor, recolour the terminal or turn the reading
    direction. Controls, format characters, lone surrogates and what the output's encoding lacks are written as
    escapes (``\\x1b``, ``\\u202e``). ``colour``: whether to paint; ``width``: the columns of a line (at most 160);
    ``encoding``: that of the output.
    """

    def __init__(self, *, colour: bool = False, width: int = MAX_WIDTH, encoding: str = "utf-8") -> None:
        self.colour = colour
        self.width = min(width, MAX_WIDTH)
        self.encoding = encoding
        self._cells: dict[str, tuple[str, int]] = {}

    def cell(self, character: str) -> tuple[str, int]:
        """How a character is written, and the columns that it takes: 0, 1 or 2, more for a tab or an escape."""
        found = self._cells.get(character)
        if found is None:
            found = self._cells[character] = self._made(character)
        return found

    def columns(self, text: str) -> int:
        """The columns that a text takes."""
        if text.isascii() and text.isprintable():
            return len(text)
        return sum(self.cell(character)[1] for character in text)

    def plain(self, text: str) -> str:
        """The text as it can be printed."""
        if text.isascii() and text.isprintable():
            return text
        return "".join(self.cell(character)[0] for character in text)

    def paint(self, text: str, *styles: str) -> str:
        """The printable text in colours, where there are any."""
        if not self.colour or not text:
            return text
        return f"\x1b[{';'.join(str(_STYLES[style]) for style in styles)}m{text}{_RESET}"

    def _made(self, character: str) -> tuple[str, int]:
        if character == "\t":
            return " " * TAB_WIDTH, TAB_WIDTH
        kind = category(character)
        if (kind in _ESCAPED and character not in _JOINERS) or not self._is_encodable(character):
            escape = character.encode("ascii", "backslashreplace").decode() if character > "\x7f" else f"\\x{ord(character):02x}"
            return escape, len(escape)
        if kind in _ZERO_WIDTH or character in _JOINERS or "\u1160" <= character <= "\u11ff":
            return character, 0
        return character, 2 if east_asian_width(character) in "WF" else 1

    def _is_encodable(self, character: str) -> bool:
        try:
            character.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return True

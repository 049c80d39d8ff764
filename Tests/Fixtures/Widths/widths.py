#!/usr/bin/env python3
"""How many columns a terminal gives a character: the table that the terminal's code has, and what another library says.

    pip install unicodedata2==18.0.0 wcwidth==0.9.4
    python3 widths.py table     # the ranges of Sources/Terminal/Text/CharacterWidth.swift
    python3 widths.py facts     # wcwidth.txt
"""
import sys
import unicodedata2
import wcwidth

# Of signs that are written together.
SEQUENCES = [
    "✅", "❌", "⭐", "⚡", "❗", "❤", "❤️", "⌚", "⌚︎", "☎️", "1️", "1️⃣", "1⃣", "©️", "🇩🇪", "🇩", "🇩🇪🇫", "👍🏽", "🏽", "👩‍🔬",
    "👨‍👩‍👧", "❤️‍🔥", "🏳️‍🌈", "🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F", "e\u0301", "e\u0301\u0323",
    "\u1100\u1161\u11A8", "\u1100\u1100\u1161", "각", "กำ", "कि", "क्षि", "生\uFE00", "か\u3099", "Ａ", "ｶ", "→", "—",
]


def wide_ranges():
    """Wide and fullwidth characters; what is unassigned or draws nothing between two of them joins them."""
    ranges, skipped = [], True
    for code in range(0x110000):
        character = chr(code)
        category = unicodedata2.category(character)
        if category == "Cn" or category.startswith("M"):
            continue
        if unicodedata2.east_asian_width(character) in "WF" or 0x1F1E6 <= code <= 0x1F1FF:
            if skipped:
                ranges.append([code, code])
            ranges[-1][1] = code
            skipped = False
        else:
            skipped = True
    return ranges


def table():
    line = "   "
    for first, last in wide_ranges():
        word = f" 0x{first:X}...0x{last:X},"
        if len(line) + len(word) > 118:
            print(line)
            line = "   "
        line += word
    print(line)


def facts():
    print(f"# wcwidth {wcwidth.__version__}, Unicode {wcwidth.list_versions()[-1]}: first, last, columns")
    start, columns = 0, None
    for code in range(0x110001):
        assigned = code < 0x110000 and unicodedata2.category(chr(code)) not in ("Cc", "Cs", "Cn", "Co")
        now = wcwidth.wcwidth(chr(code)) if assigned else None
        if now != columns:
            if columns is not None:
                print(f"{start:X} {code - 1:X} {columns}")
            start, columns = code, now
    for text in SEQUENCES:
        print("+".join(f"{ord(scalar):X}" for scalar in text), wcwidth.wcswidth(text))


{"table": table, "facts": facts}[sys.argv[1]]()

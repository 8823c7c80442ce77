"""A small map in braille dots: points with their numbers, for a terminal."""

from __future__ import annotations

import math
from collections.abc import Sequence

WIDTH, HEIGHT = 60, 18
_BLANK = 0x2800
_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
_LEAST_DEGREES = 0.1


def drawn(points: Sequence[tuple[float, float, str]]) -> str:
    """The points (latitude, longitude, label) in a frame, north up, with the corners' degrees."""
    if not points:
        return "no point is known"
    south, north = min(p[0] for p in points), max(p[0] for p in points)
    west, east = min(p[1] for p in points), max(p[1] for p in points)
    middle = math.cos(math.radians((south + north) / 2))
    # one scale for both directions: a cell is two dots wide and four high
    span = max(north - south, (east - west) * middle * (HEIGHT * 4) / (WIDTH * 2), _LEAST_DEGREES) * 1.15
    top = (south + north) / 2 + span / 2
    wide = span * (WIDTH * 2) / (HEIGHT * 4) / max(middle, 0.1)
    left = (west + east) / 2 - wide / 2
    dots = [[0] * WIDTH for _ in range(HEIGHT)]
    labels: dict[tuple[int, int], str] = {}
    for lat, lon, label in points:
        y = min(HEIGHT * 4 - 1, max(0, int((top - lat) / span * HEIGHT * 4)))
        x = min(WIDTH * 2 - 1, max(0, int((lon - left) / wide * WIDTH * 2)))
        dots[y // 4][x // 2] |= _DOTS[y % 4][x % 2]
        for at, letter in enumerate(label):
            labels.setdefault((y // 4, x // 2 + 1 + at), letter)
    lines = [f"{top:.2f} N" + f"{left:.2f} to {left + wide:.2f} E".rjust(WIDTH - 6)]
    for row in range(HEIGHT):
        lines.append("".join(chr(_BLANK + dots[row][column]) if dots[row][column] else labels.get((row, column), " ")
                             for column in range(WIDTH)).rstrip())
    return "\n".join([*lines, f"{top - span:.2f} N"])

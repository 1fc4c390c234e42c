"""Sizes of the drawing, in its own units: one is a pixel at 100 %. Everything is placed by them, nothing measured."""

from __future__ import annotations

WIDTH = 176  # of a card, as in the mock
HEIGHT = 114
GAP = 16  # between two cards side by side
FALL = 62  # between a row and the next: room for the words of a line
ROW = HEIGHT + FALL
INDENT = 18  # of a stack under its manager: the trunk and its branches
TIGHT = 26  # between two cards of a stack: room for the words of a line
MARGIN = 8
SHELF = 44  # between a tree and what stands below it
HEADING = 26  # above a group of people without a manager
COMFORT = 768  # a drawing no wider is read without scrolling beside the side column

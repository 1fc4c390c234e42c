"""Figures by key: the app that computes one registers it in its `figures.py`, others ask by key and import nothing.

A figure is declared once: what it is called, what it is made of in words, the records behind it, and how it is read.
Those that one reading gives (`FigureSource`) are read together: as many queries for a list as for one subject.
"""

from kameo.core.figures.declarations import (
    DeclaredFigure,
    FigureScope,
    FigureSource,
    FigureValue,
    PercentKind,
    definition,
    read,
    register,
    registered,
)

__all__ = [
    "DeclaredFigure",
    "FigureScope",
    "FigureSource",
    "FigureValue",
    "PercentKind",
    "definition",
    "read",
    "register",
    "registered",
]

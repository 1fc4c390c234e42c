"""The net under big moves of code: every page, fragment and API answer of the demo for nine roles, and the schema.

`python -m tests.net record OUT`, `compare A B`, `digest DIR`: see docs/handbook/testing.md. Nothing here knows a
model's module or a route's name: only addresses, the resolver's patterns and SQL, so that both sides of a move can
be recorded by the same code.
"""

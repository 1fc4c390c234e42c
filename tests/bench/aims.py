"""What pages may cost at the volume "peers": the table of shared/speed.md, the bytes of architecture.md §6."""

from __future__ import annotations

# Processor milliseconds, application and database, by row of the report.
PROCESSOR = {
    "home": 35,
    "accounts, 1st page": 14,
    "account, ordinary": 20,
    "account, busiest": 30,
    "accounts board": 28,
    "contacts": 18,
    "a person": 20,
    "decision map of 500 people": 100,
    "decision map of five people": 35,
    "qualification": 25,
    "Pareto": 20,
    "matrix": 20,
    "palette, by name": 10,
    "palette, a slip": 20,
    "search page, a rare word": 20,
    "search page, a word said in every line": 20,
    "API accounts": 18,
    "log an activity": 7,
    "create a contact": 10,
}
# kB before compression.
WEIGHT = {"accounts, 1st page": 60, "decision map of five people": 60, "decision map of 500 people": 250}
GROWTH = 1.3  # of any page, for ten times the data
IMPORT = 5_000  # rows a second into 10 000 accounts

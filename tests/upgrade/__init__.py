"""Homes made by earlier commits, upgraded by the tests (docs/decisions/0016).

`2026-12-01.kameo` is the demo as the commit that began the migrations anew built it, backed up by `kameo backup`. A
release adds its own: `KAMEO_HOME=… KAMEO_SECRET_KEY=… kameo backup tests/upgrade/YYYY-MM-DD.kameo` after `kameo demo`.
"""

"""Sparklines."""

from __future__ import annotations

from kameo.core.ui.shapes import spark_path


def test_a_line_goes_from_left_to_right_and_from_low_to_high():
    spark = spark_path([0, 5, 10])
    assert spark is not None
    assert spark.line == "M0.0 26.0L50.0 15.0L100.0 4.0"
    assert spark.area == spark.line + "L100 30L0 30Z"
    assert spark.end == "M100 4.0h.01"


def test_one_point_is_not_a_trend():
    assert spark_path([5]) is None
    assert spark_path([]) is None


def test_a_flat_line_is_flat():
    spark = spark_path([3, 3])
    assert spark is not None
    assert spark.line == "M0.0 26.0L100.0 26.0"

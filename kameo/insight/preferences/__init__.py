"""Settings of what is computed: the 9-box, the strength of relations, the coverage of decision-makers."""

from kameo.insight.preferences import boxes, coverage, strength

__all__ = ["boxes", "coverage", "strength"]

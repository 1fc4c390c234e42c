"""Settings of what is computed: the 9-box, the strength of relations, the coverage of deciders, pairs by function."""

from kameo.insight.preferences import boxes, coverage, network, strength

__all__ = ["boxes", "coverage", "network", "strength"]

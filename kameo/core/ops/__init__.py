"""Watching a running installation: health, metrics, logs."""

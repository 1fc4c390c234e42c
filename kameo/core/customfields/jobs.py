"""What follows a change of a field, in the background."""

from kameo.core.jobs import Job

INDEX = Job("customfields.index", lock="customfields.index")
RECOMPUTE = Job("customfields.recompute", lock="customfields.recompute")

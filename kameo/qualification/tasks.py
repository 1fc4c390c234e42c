"""Background work: classes that follow a threshold."""

from kameo.core.jobs import job
from kameo.qualification.axes import classes


@job("qualification.refresh_classes")
def refresh_classes() -> None:
    classes.refresh_classes()

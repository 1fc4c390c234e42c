"""Background work: classes that follow a threshold."""

from kameo.qualification import jobs
from kameo.qualification.axes import classes


@jobs.REFRESH_CLASSES.runs
def refresh_classes() -> None:
    classes.refresh_classes()

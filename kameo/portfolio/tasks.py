"""Background work: the changes of a new day."""

from kameo.core.jobs import periodic
from kameo.portfolio import domain


@periodic("10 * * * *", name="portfolio.new_day")
def new_day() -> None:
    """Asked every hour, because the company's midnight is not UTC's; does its work once a day."""
    domain.begin_day()

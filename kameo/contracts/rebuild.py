"""The part of contracts in `kameo rebuild`."""

from kameo.contracts.domain.revenue import rebuild_revenue
from kameo.core.rebuild import register

register("contracts.revenue", rebuild_revenue, order=30)

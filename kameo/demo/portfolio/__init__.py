"""The customers of the demo."""

from kameo.demo.portfolio.edges import EDGES
from kameo.demo.portfolio.food import FOOD
from kameo.demo.portfolio.industry import INDUSTRY
from kameo.demo.portfolio.ordinary import ORDINARY
from kameo.demo.portfolio.world import WORLD
from kameo.demo.shapes import DemoEntity

LARGE: tuple[DemoEntity, ...] = (*FOOD, *INDUSTRY, *WORLD)
PORTFOLIO: tuple[DemoEntity, ...] = (*LARGE, *ORDINARY, *EDGES)

__all__ = ["EDGES", "LARGE", "ORDINARY", "PORTFOLIO"]

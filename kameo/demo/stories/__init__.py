"""Six months of exchanges, as a French key-account team writes them."""

from kameo.demo.shapes import DemoInteraction
from kameo.demo.stories.energy import ENERGY
from kameo.demo.stories.industry import INDUSTRY
from kameo.demo.stories.valmorin import VALMORIN
from kameo.demo.stories.world import WORLD

STORIES: dict[str, tuple[DemoInteraction, ...]] = {**VALMORIN, **ENERGY, **INDUSTRY, **WORLD}

__all__ = ["STORIES"]

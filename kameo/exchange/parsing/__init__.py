"""From a cell to the value a field stores, or to the reason why not."""

"""A believable portfolio for `kameo demo`: the same for all on a given day, fictional from end to end."""

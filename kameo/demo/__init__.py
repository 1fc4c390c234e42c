"""A believable portfolio for `kameo demo`: the same for everybody on a given day, fictional from end to end."""

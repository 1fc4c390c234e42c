"""Who knows whom: our people and theirs, the shortest way to somebody, bridges, pairs by function (R71, R211)."""

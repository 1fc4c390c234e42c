"""The environment is made by `kameo.core.testing.plugin` (before Django reads its settings); here is the cast."""

pytest_plugins = ["tests.cast", "tests.imports", "kameo.core.testing.api", "kameo.core.testing.database"]

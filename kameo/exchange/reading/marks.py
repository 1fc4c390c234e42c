"""Mark a sentence for translation where Django may not be configured yet."""


def N_(message: str) -> str:  # noqa: N802 - the name that Babel looks for
    return message

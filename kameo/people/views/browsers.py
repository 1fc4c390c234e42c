"""The name of a browser, in words that its owner recognises."""

from __future__ import annotations

# The first mark found wins: most browsers also claim to be those listed after them.
_BROWSERS = {"Edg/": "Edge", "OPR/": "Opera", "Firefox/": "Firefox", "Chrome/": "Chrome", "Safari/": "Safari"}
_SYSTEMS = {
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Android": "Android",
    "Windows": "Windows",
    "Mac OS": "macOS",
    "CrOS": "ChromeOS",
    "Linux": "Linux",
}


def describe(agent: str) -> str:
    """`Mozilla/5.0 (X11; Linux …) Chrome/131 …` → "Chrome, Linux"; what it says itself when unknown."""
    browser = next((name for mark, name in _BROWSERS.items() if mark in agent), "")
    system = next((name for mark, name in _SYSTEMS.items() if mark in agent), "")
    return ", ".join(part for part in (browser, system) if part) or agent[:60]

"""Addresses that no page names, with the ids that the demo always has; each is asked as every role."""

from __future__ import annotations

FIRST = ("/",)  # where the crawl begins

# What a browser without scripts asks.
EXAMPLES: tuple[str, ...] = (
    "/nowhere/",
    "/accounts/999999/",
    "/offline/",
    "/styleguide/",
    "/healthz",
    "/sign-in/",
    "/sign-in/password/reset/1-set-password/",
    "/sign-in/invitation/nothing/",
    "/accounts/1/?as_of=2026-06-30",
    "/accounts/1/structure/?as_of=2026-06-30",
    "/accounts/1/map/?as_of=2026-06-30",
    "/accounts/?q=valmorin",
    "/accounts/?status=active&status=lost&sort=-revenue",
    "/accounts/?class=large_key&has=lead&lacks=potential",
    "/accounts/?lead=nobody&roots=on",
    "/accounts/?overdue=on&silent=60",
    "/accounts/?tag=net&concern=no_map",
    "/accounts/bulk/?id=1&id=2",
    "/accounts/bulk/?id=1&id=2&do=tags&preview=1&add=net",
    "/accounts/bulk/?all=1&status=lost&do=status&preview=1&status_to=dormant",
    "/accounts/merge/?kept=58&absorbed=73",
    "/persons/?q=val",
    "/persons/?stance=champion&influence=3",
    "/persons/?silent=60&reachable=email",
    "/search/?q=valmorin",
    "/search/?q=06",
    "/accounts/111/",  # absorbed by another
    "/persons/29/",
    "/accounts/112/",  # in the bin
)

# What htmx and the scripts ask while somebody types.
TYPED: tuple[str, ...] = (
    "/accounts/choices/?field=parent&parent_search=val",
    "/accounts/likenesses/?name=Groupe+Valmorin",
    "/accounts/filters/?status=active",
    "/log/accounts/?account_search=val",
    "/log/people/?account=1&who=a",
    "/log/people/?form=log&account=1&person=2",
    "/imports/1/customers/?line=2&other_2_search=val",
    "/imports/1/problems/?after=1",
    "/search/palette/?q=val",
    "/colleagues/mentions/?q=ca",
    "/accounts/1/children/",
    "/accounts/1/map/days/",
)

"""Pages of accounts. The account's own page, `account`, is at /accounts/<id>/ in `web`."""

from __future__ import annotations

from django.urls import path

from kameo.accounts.lists import ACCOUNT_LIST
from kameo.accounts.views import accounts, bin, board, own_revenue, structure, team
from kameo.core.lists.urls import list_urls

app_name = "accounts"

urlpatterns = [
    *list_urls(ACCOUNT_LIST),
    path("tree/", structure.account_tree, name="tree"),
    path("board/", board.account_board, name="board"),
    path("board/<slug:account_class>/", board.board_cards, name="board-cards"),
    path("new/", accounts.account_new, name="new"),
    path("quick/", accounts.account_quick, name="quick"),
    path("choices/", accounts.account_choices, name="choices"),
    path("likenesses/", accounts.account_likenesses, name="likenesses"),
    path("bin/", bin.account_bin, name="bin"),
    path("own-revenue/", own_revenue.own_revenue, name="own-revenue"),
    path("<int:account_id>/edit/", accounts.account_edit, name="edit"),
    path("<int:account_id>/status/", accounts.account_status, name="status"),
    path("<int:account_id>/bin/", bin.account_bin_one, name="bin-one"),
    path("<int:account_id>/restore/", bin.account_restore, name="restore"),
    path("<int:account_id>/children/", structure.account_children, name="children"),
    path("<int:account_id>/structure/", structure.account_structure, name="structure"),
    path("<int:account_id>/placements/", structure.account_move, name="move"),
    path("<int:account_id>/team/", team.account_team, name="team"),
    path("<int:account_id>/team/members/", team.member_new, name="member-new"),
    path("<int:account_id>/team/<int:member_id>/", team.member_change, name="member-change"),
    path("<int:account_id>/team/<int:member_id>/removal/", team.member_remove, name="member-remove"),
    path("<int:account_id>/lead/", team.lead_change, name="lead"),
]

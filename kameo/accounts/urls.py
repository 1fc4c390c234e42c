"""Pages of accounts. The account's own page, `account`, is at /accounts/<id>/ in `web`."""

from __future__ import annotations

from django.urls import path

from kameo.accounts.views import (
    accounts,
    bin,
    board,
    bulk,
    export,
    inline_edits,
    listing,
    merging,
    own_revenue,
    saved,
    structure,
    team,
)

app_name = "accounts"

urlpatterns = [
    path("", listing.account_list, name="list"),
    path("tree/", structure.account_tree, name="tree"),
    path("board/", board.account_board, name="board"),
    path("board/<slug:account_class>/", board.board_cards, name="board-cards"),
    path("filters/", listing.filter_values, name="filters"),
    path("columns/", saved.list_columns, name="columns"),
    path("views/", saved.views, name="views"),
    path("views/new/", saved.view_new, name="view-new"),
    path("views/<int:view_id>/", saved.view_change, name="view-change"),
    path("views/<int:view_id>/save/", saved.view_save, name="view-save"),
    path("views/<int:view_id>/copy/", saved.view_copy, name="view-copy"),
    path("views/<int:view_id>/deletion/", saved.view_delete, name="view-delete"),
    path("views/<int:view_id>/restoration/", saved.view_restore, name="view-restore"),
    path("views/<int:view_id>/default/", saved.view_default, name="view-default"),
    path("bulk/", bulk.bulk_new, name="bulk-new"),
    path("bulk/<int:change_id>/", bulk.bulk_page, name="bulk-page"),
    path("bulk/<int:change_id>/undo/", bulk.bulk_undo, name="bulk-undo"),
    path("<int:account_id>/cells/<slug:field>/", inline_edits.account_cell, name="cell"),
    path("export/", export.account_export, name="export"),
    path("new/", accounts.account_new, name="new"),
    path("quick/", accounts.account_quick, name="quick"),
    path("choices/", accounts.account_choices, name="choices"),
    path("likenesses/", accounts.account_likenesses, name="likenesses"),
    path("bin/", bin.account_bin, name="bin"),
    path("duplicates/", merging.duplicates, name="duplicates"),
    path("duplicates/comparisons/", merging.compare_now, name="compare-now"),
    path("duplicates/differences/", merging.told_apart, name="told-apart"),
    path("duplicates/differences/<int:row_id>/removal/", merging.apart_undo, name="apart-undo"),
    path("merges/", merging.merges, name="merges"),
    path("merges/<int:merge_id>/undo/", merging.merge_undo, name="merge-undo"),
    path("<int:account_id>/merge/", merging.account_merge, name="merge"),
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

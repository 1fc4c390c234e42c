"""Pages about colleagues and about oneself."""

from __future__ import annotations

from django.urls import include, path

from kameo.people.views import absences, profile, roles, teams, users

_people = [
    path("users/", users.user_list, name="user-list"),
    path("users/invite/", users.user_invite, name="user-invite"),
    path("users/<int:user_id>/", users.user_change, name="user-change"),
    path("users/<int:user_id>/invitation/", users.user_invite_again, name="user-invite-again"),
    path("users/<int:user_id>/deactivation/", users.user_deactivation, name="user-deactivation"),
    path("users/<int:user_id>/reactivation/", users.user_reactivation, name="user-reactivation"),
    path("users/<int:user_id>/transfer/", users.user_transfer, name="user-transfer"),
    path("users/<int:user_id>/second-factor/removal/", users.user_second_factor_removal, name="user-factor-removal"),
    path("roles/", roles.role_list, name="role-list"),
    path("roles/rights/", roles.role_matrix, name="role-matrix"),
    path("roles/new/", roles.role_create, name="role-create"),
    path("roles/<int:role_id>/", roles.role_change, name="role-change"),
    path("roles/<int:role_id>/deletion/", roles.role_deletion, name="role-deletion"),
    path("teams/", teams.team_list, name="team-list"),
    path("teams/new/", teams.team_create, name="team-create"),
    path("teams/<int:team_id>/", teams.team_change, name="team-change"),
    path("teams/<int:team_id>/deletion/", teams.team_deletion, name="team-deletion"),
    path("absences/", absences.all_absences, name="all-absences"),
]

urlpatterns = [
    path("sign-in/", include("kameo.people.sign_in.urls")),
    path("settings/", include(_people)),
    path("profile/", profile.profile, name="profile"),
    path("profile/theme/", profile.theme, name="theme"),
    path("profile/keys/", profile.token_list, name="token-list"),
    path("profile/keys/<int:token_id>/revocation/", profile.token_revocation, name="token-revocation"),
    path("profile/absences/", absences.own_absences, name="own-absences"),
    path("absences/<int:absence_id>/cancellation/", absences.absence_cancellation, name="absence-cancellation"),
    path("i18n/language/", profile.language, name="language"),
]

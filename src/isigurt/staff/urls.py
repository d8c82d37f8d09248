"""The addresses of one's own account and of the members."""

from django.urls import path

from isigurt.staff.views import account, members

app_name = "staff"
urlpatterns = [
    path("account/", account.account, name="account"),
    path("account/start/", account.enrol, name="enrol"),
    path("account/password/", account.password, name="password"),
    path("account/language/", account.language, name="language"),
    path("account/sessions/end/", account.end_other_sessions, name="end_other_sessions"),
    path("members/", members.members, name="members"),
    path("members/new/", members.new_member, name="new_member"),
    path("members/<uuid:member_id>/", members.member, name="member"),
    path("members/<uuid:member_id>/role/", members.change_role, name="change_role"),
    path("members/<uuid:member_id>/deactivate/", members.deactivate, name="deactivate"),
    path("members/<uuid:member_id>/reactivate/", members.reactivate, name="reactivate"),
    path("members/<uuid:member_id>/sessions/end/", members.end_sessions, name="end_sessions"),
    path("members/<uuid:member_id>/reset-factor/", members.reset_factor, name="reset_factor"),
]

"""The desk's own pages of this room: what people sent in to take part."""

from django.urls import path

from isigurt.outreach.views import report, taking_part

app_name = "outreach"
urlpatterns = [
    path("", taking_part.sign_ups, name="sign_ups"),
    path("reports/", report.choose, name="reports"),
    path("reports/<uuid:key>/", report.show, name="report"),
    path("reports/<uuid:key>/report.csv", report.file, name="report_file"),
    path("<uuid:sign_up_id>/", taking_part.sign_up, name="sign_up"),
    path("<uuid:sign_up_id>/accept/", taking_part.accept, name="accept_sign_up"),
    path("<uuid:sign_up_id>/refuse/", taking_part.refuse, name="refuse_sign_up"),
    path("<uuid:sign_up_id>/undo/", taking_part.undo, name="undo_sign_up"),
    path("<uuid:sign_up_id>/erase/", taking_part.erase, name="erase_sign_up"),
]

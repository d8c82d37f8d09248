"""The addresses of takedown on the desk; all of them act, the case page shows."""

from django.urls import path

from isigurt.takedown import views

app_name = "takedown"

urlpatterns = [
    path("cases/<uuid:case_id>/referrals/", views.refer, name="refer"),
    path("cases/<uuid:case_id>/referrals/none/", views.refer_not, name="refer_not"),
    path("cases/<uuid:case_id>/referrals/<uuid:referral_id>/hold/", views.set_hold, name="set_hold"),
    path("cases/<uuid:case_id>/referrals/<uuid:referral_id>/end/", views.end_hold, name="end_hold"),
    path("cases/<uuid:case_id>/items/<uuid:item_id>/trace/", views.trace_again, name="trace_again"),
    path("cases/<uuid:case_id>/items/<uuid:item_id>/recipient/", views.enter_recipient, name="enter_recipient"),
    path("cases/<uuid:case_id>/notices/<uuid:notice_id>/approve/", views.approve_recipient, name="approve_recipient"),
    path("cases/<uuid:case_id>/notices/<uuid:notice_id>/refuse/", views.refuse_recipient, name="refuse_recipient"),
    path("cases/<uuid:case_id>/notices/<uuid:notice_id>/letter/", views.rewrite, name="rewrite"),
    path("cases/<uuid:case_id>/notices/<uuid:notice_id>/send/", views.send, name="send"),
    path("cases/<uuid:case_id>/notices/<uuid:notice_id>/again/", views.send_again, name="send_again"),
    path("cases/<uuid:case_id>/notices/<uuid:notice_id>/arrived/", views.arrived, name="arrived"),
    path("cases/<uuid:case_id>/notices/<uuid:notice_id>/withdraw/", views.withdraw, name="withdraw"),
    path("cases/<uuid:case_id>/notices/<uuid:notice_id>/remind/", views.remind, name="remind"),
    path("cases/<uuid:case_id>/items/<uuid:item_id>/seen/", views.seen, name="seen"),
    path("cases/<uuid:case_id>/items/<uuid:item_id>/look/", views.look_now, name="look_now"),
    path("cases/<uuid:case_id>/items/<uuid:item_id>/stop/", views.stop_watch, name="stop_watch"),
    path("cases/<uuid:case_id>/items/<uuid:item_id>/watch/", views.watch_again, name="watch_again"),
    path("removed/<uuid:news_id>/seen/", views.news_seen, name="news_seen"),
]

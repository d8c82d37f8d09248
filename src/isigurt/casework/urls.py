"""The addresses of the queue."""

from django.urls import path

from isigurt.casework import views

app_name = "casework"
urlpatterns = [
    path("queue/", views.queue, name="queue"),
    path("queue/next/", views.next_case, name="next"),
    path("reports/new/", views.enter_report, name="enter_report"),
]

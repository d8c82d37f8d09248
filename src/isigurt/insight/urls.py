"""The desk's figures."""

from django.urls import path

from isigurt.insight import views

app_name = "insight"
urlpatterns = [path("", views.statistics_page, name="statistics")]

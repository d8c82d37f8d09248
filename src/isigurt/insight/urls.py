"""The desk's figures."""

from django.urls import path

from isigurt.insight.views import statistics

app_name = "insight"
urlpatterns = [path("", statistics.statistics_page, name="statistics")]

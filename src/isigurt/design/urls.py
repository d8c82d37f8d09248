"""Addresses of the living page in its bare frames, for a composition without a desk around it (a first look)."""

from django.urls import path

from isigurt.design.views import living_page, living_public_page

app_name = "design"
urlpatterns = [
    path("", living_page, name="living"),
    path("public/", living_public_page, name="public"),
]

"""Addresses of the living page; the desk includes them at ``/design/``."""

from django.urls import path

from isigurt.design.views import living_page, living_public_page

app_name = "design"
urlpatterns = [
    path("", living_page, name="living"),
    path("public/", living_public_page, name="public"),
]

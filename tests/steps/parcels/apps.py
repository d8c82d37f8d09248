from django.apps import AppConfig


class ParcelsConfig(AppConfig):
    name = "tests.steps.parcels"
    label = "parcels"

"""The desk's editions of the National Report."""

from django.urls import path

from isigurt.insight.views import comparison, editions, words

app_name = "editions"
urlpatterns = [
    path("", editions.overview, name="overview"),
    path("<int:year>/", editions.edition, name="edition"),
    path("<int:year>/freeze/", editions.freeze, name="freeze"),
    path("<int:year>/build/", editions.build, name="build"),
    path("<int:year>/check/", editions.check, name="check"),
    path("<int:year>/publish/", editions.publish, name="publish"),
    path("<int:year>/preview/<slug:language>/", editions.preview, name="preview"),
    path("<int:year>/preview/<slug:language>/annex/", editions.preview_annex, name="preview_annex"),
    path("<int:year>/preview/<slug:language>/images/<str:name>", editions.image, name="image"),
    path("<int:year>/compared/", comparison.comparison, name="compared"),
    path("<int:year>/words/<slug:language>/", words.words, name="words"),
]

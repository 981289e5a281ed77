"""Addresses of search. None holds a word that was looked for in dossiers."""

from django.urls import path

from search import views

app_name = "search"
urlpatterns = [
    path("zoeken/", views.zoeken, name="zoeken"),
    path("zoeken/<str:kenmerk>/", views.resultaten, name="resultaten"),
    path("handelingskader/zoeken/", views.handelingskader, name="handelingskader"),
    path("handelingskader/zoeken/paneel/", views.paneel, name="paneel"),
]

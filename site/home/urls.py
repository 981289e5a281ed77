from django.urls import path

from . import views

urlpatterns = [
    path("", views.start, name="start"),
    path("weergave/", views.weergave, name="weergave"),
    path("meldingen/", views.meldingen, name="meldingen"),
    path("meldingen/gelezen/", views.meldingen_gelezen, name="meldingen-gelezen"),
    path("toegankelijkheid/", views.toegankelijkheid, name="toegankelijkheid"),
    path("privacy/", views.privacy, name="privacy"),
    path("sneltoetsen/", views.sneltoetsen, name="sneltoetsen"),
    path("gezondheid/", views.gezondheid, name="gezondheid"),
]

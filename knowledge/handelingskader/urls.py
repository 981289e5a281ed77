from django.urls import path

from . import views

app_name = "handelingskader"
urlpatterns = [path("dilemmas/", views.dilemmas, name="dilemmas")]

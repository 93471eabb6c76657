"""Pages of the register, of letters, and of outcomes."""

from django.urls import path

from .views import (
    assessing,
    bulk,
    entering,
    judging,
    letters,
    outcomes,
    printing,
    recommendation,
    register,
    sending,
    unexplained,
)

app_name = "recommendations"
urlpatterns = [
    path("", register.register, name="list"),
    path("register.csv", register.as_csv, name="csv"),
    path("register.xlsx", register.as_excel, name="excel"),
    path("bulk/", bulk.bulk, name="bulk"),
    path("<int:pk>/", recommendation.detail, name="detail"),
    path("<int:pk>/edit/", recommendation.edit, name="edit"),
    path("<int:pk>/due/", recommendation.due, name="due"),
    path("<int:pk>/print/", printing.print_recommendation, name="print"),
    path("<int:pk>/judgement/", judging.judge, name="judge"),
    path("judgements/<int:pk>/edit/", judging.edit_judgement, name="edit_judgement"),
    path("meetings/<int:pk>/judge/", judging.judge_meeting, name="judge_meeting"),
    path("meetings/<int:meeting>/judge/<int:recommendation>/", judging.judge_at, name="judge_at"),
    path("<int:recommendation>/assessments/<int:version>/", assessing.assess, name="assess"),
    path(
        "<int:recommendation>/assessments/<int:version>/form/",
        assessing.assess_in_place,
        name="assess_in_place",
    ),
    path("items/<int:pk>/add/", recommendation.add, name="add"),
    path("send/", sending.send_others, name="send_others"),
    path("versions/<int:pk>/send/", sending.send, name="send"),
    path("versions/<int:pk>/assessments/", assessing.assess_all, name="assess_all"),
    path("versions/<int:pk>/outcomes/", outcomes.outcomes, name="outcomes"),
    path("versions/<int:pk>/outcomes/propose/", outcomes.propose, name="propose"),
    path("versions/<int:pk>/outcomes/add/", entering.enter, name="enter_outcome"),
    path("versions/<int:pk>/unexplained/", unexplained.unexplained, name="unexplained"),
    path("outcomes/<int:pk>/correct/", entering.correct, name="correct_outcome"),
    path("outcomes/<int:pk>/confirm/", outcomes.confirm, name="confirm_outcome"),
    path("outcomes/<int:pk>/reject/", outcomes.reject, name="reject_outcome"),
    path("letters/", letters.letters, name="letters"),
    path("letters/add/", letters.add, name="add_letter"),
    path("letters/read/", letters.review, name="review_letter"),
    path("letters/<int:pk>/", letters.letter, name="letter"),
    path("letters/<int:pk>/confirm/", letters.confirm, name="confirm_letter"),
    path("letters/<int:pk>/edit/", letters.edit, name="edit_letter"),
    path("letters/<int:pk>/source/", letters.source, name="letter_source"),
    path("responses/<int:pk>/edit/", letters.edit_response, name="edit_response"),
]

"""Signing in and out, passwords, people."""

from django.contrib.auth import views as auth
from django.urls import path, reverse_lazy

from pcp_scrutiny.access import anyone_signed_in, gate

from . import forms, views

app_name = "accounts"
signed_in = gate(anyone_signed_in)

sign_in = auth.LoginView.as_view(
    template_name="accounts/sign_in.html",
    authentication_form=forms.SignInForm,
    redirect_authenticated_user=True,
)
change_password = auth.PasswordChangeView.as_view(
    template_name="accounts/password_form.html",
    form_class=forms.ChangePasswordForm,
    extra_context={"title": "Change your password"},
    success_url=reverse_lazy("accounts:password_changed"),
)
password_changed = auth.PasswordChangeDoneView.as_view(
    template_name="accounts/password_changed.html"
)
forgotten_password = auth.PasswordResetView.as_view(
    template_name="accounts/forgotten_password.html",
    form_class=forms.ForgottenPasswordForm,
    email_template_name="accounts/email/forgotten_password.txt",
    subject_template_name="accounts/email/forgotten_password_subject.txt",
    success_url=reverse_lazy("accounts:password_link_sent"),
)
password_link_sent = auth.PasswordResetDoneView.as_view(
    template_name="accounts/password_link_sent.html"
)
new_password = auth.PasswordResetConfirmView.as_view(
    template_name="accounts/new_password.html",
    form_class=forms.NewPasswordForm,
    success_url=reverse_lazy("accounts:new_password_set"),
)
new_password_set = auth.PasswordResetCompleteView.as_view(
    template_name="accounts/new_password_set.html"
)

urlpatterns = [
    path("sign-in/", sign_in, name="sign_in"),
    path("sign-out/", signed_in(auth.LogoutView.as_view()), name="sign_out"),
    path("account/", views.account, name="account"),
    path("account/password/", signed_in(change_password), name="change_password"),
    path("account/password/changed/", signed_in(password_changed), name="password_changed"),
    path("forgotten-password/", forgotten_password, name="forgotten_password"),
    path("forgotten-password/sent/", password_link_sent, name="password_link_sent"),
    path("new-password/<uidb64>/<token>/", new_password, name="new_password"),
    path("new-password/set/", new_password_set, name="new_password_set"),
    path("people/", views.people, name="people"),
    path("people/add/", views.add_person, name="add_person"),
    path("people/<int:pk>/edit/", views.edit_person, name="edit_person"),
]

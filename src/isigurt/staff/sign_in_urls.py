"""Those of django-allauth's pages that the desk has, under the names allauth knows them by.

Left out on purpose: sign-up, addresses, password reset by mail, sign-in by mailed code, trusted browsers.
"""

from collections.abc import Callable

from allauth.account import views as account_views
from allauth.mfa.base import views as factor_views
from allauth.mfa.recovery_codes import views as code_views
from allauth.mfa.totp import views as app_views
from allauth.mfa.webauthn import views as passkey_views
from django.db import transaction
from django.http.response import HttpResponseBase
from django.urls import path

from isigurt.staff.permissions import requires
from isigurt.staff.views import account

own = requires("own.account")


def kept(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Guard a view that changes factors, and put the change and its entry in the ledger into one transaction."""
    return own(transaction.atomic(view))


urlpatterns = [
    path("sign-in/", account_views.login, name="account_login"),
    path("sign-in/closed/", account_views.account_inactive, name="account_inactive"),
    path("sign-in/factor/", factor_views.authenticate, name="mfa_authenticate"),
    path("sign-in/passkey/", passkey_views.login_webauthn, name="mfa_login_webauthn"),
    path("sign-out/", account_views.logout, name="account_logout"),
    path("confirm/", own(account_views.reauthenticate), name="account_reauthenticate"),
    path("confirm/code/", own(factor_views.reauthenticate), name="mfa_reauthenticate"),
    path("confirm/passkey/", own(passkey_views.reauthenticate_webauthn), name="mfa_reauthenticate_webauthn"),
    path("account/factors/", account.account, name="mfa_index"),
    path("account/factors/passkeys/", account.account, name="mfa_list_webauthn"),
    path("account/factors/passkeys/add/", kept(passkey_views.add_webauthn), name="mfa_add_webauthn"),
    path("account/factors/passkeys/<int:pk>/name/", kept(passkey_views.edit_webauthn), name="mfa_edit_webauthn"),
    path("account/factors/passkeys/<int:pk>/remove/", kept(account.remove_passkey), name="mfa_remove_webauthn"),
    path("account/factors/app/add/", kept(app_views.activate_totp), name="mfa_activate_totp"),
    path("account/factors/app/remove/", kept(app_views.deactivate_totp), name="mfa_deactivate_totp"),
    path("account/factors/codes/", own(code_views.view_recovery_codes), name="mfa_view_recovery_codes"),
    path("account/factors/codes/new/", kept(code_views.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path("account/factors/codes/file/", own(code_views.download_recovery_codes), name="mfa_download_recovery_codes"),
]

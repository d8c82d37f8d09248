"""What a member does about takedown on the case page: one small view an act, each back to where it was pressed."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from isigurt import clock
from isigurt.casework.models import Case, Item
from isigurt.ledger.actor import Actor
from isigurt.staff.models import Member
from isigurt.staff.permissions import requires
from isigurt.takedown import forms
from isigurt.takedown.actions import news, notices, recipients, referrals, sending, traces, watches
from isigurt.takedown.models import Notice, Referral, RemovalNews, Trace, Watch
from isigurt.takedown.queries import with_merged
from isigurt.takedown.words import why_not_now

View = Callable[..., HttpResponseBase]


def acts(permission: str, *, form: bool = False) -> Callable[[Callable[..., HttpResponse]], View]:
    """Guard a view by a permission and hand it the case that the address names.

    It takes POST alone; one that has a `form` shows it on GET.
    """
    methods = ["GET", "POST"] if form else ["POST"]

    def decorate(act: Callable[..., HttpResponse]) -> View:
        def view(request: HttpRequest, **ids: UUID) -> HttpResponse:
            case = get_object_or_404(Case.objects.select_related("data_key"), pk=ids.pop("case_id"))
            return act(request, case, **ids)

        return requires(permission)(require_http_methods(methods)(wraps(act)(view)))

    return decorate


def _actor(request: HttpRequest) -> Actor:
    assert isinstance(request.user, Member)  # noqa: S101 - the guard has refused everyone else
    return Actor.member(request.user.pk)


def _back(case: Case, anchor: str) -> HttpResponse:
    return redirect(f"{reverse('desk:case', kwargs={'case_id': case.pk})}#{anchor}")


def _ask(request: HttpRequest, case: Case, form: Form, *, title: str | Promise, anchor: str) -> HttpResponse:
    """Show a form on a page of its own; one that was filled in wrongly with everything that was typed."""
    context = {"form": form, "title": title, "case": case, "anchor": anchor}
    return render(request, "takedown/form.html", context, status=422 if form.is_bound else 200)


def _typed(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _item(case: Case, item_id: UUID) -> Item:
    return get_object_or_404(Item.objects.select_related("data_key"), pk=item_id, case_items__case=case)


def _notice(case: Case, notice_id: UUID) -> Notice:
    notices_of_case = Notice.objects.select_related("item__data_key", "recipient__data_key", "case")
    return get_object_or_404(notices_of_case, pk=notice_id, item__case_items__case=case)


def _referral(case: Case, referral_id: UUID) -> Referral:
    of_case = Referral.objects.select_related("case__data_key").filter(case__in=with_merged([case]))
    return get_object_or_404(of_case, pk=referral_id)


def _at(item_id: UUID) -> str:
    return f"takedown-{item_id}"


# --- police first


@acts("referral.record", form=True)
def refer(request: HttpRequest, case: Case) -> HttpResponse:
    """Record that the case was given to an authority."""
    form = forms.ReferralForm(_typed(request))
    if not form.is_valid():
        return _ask(request, case, form, title=_("Referral"), anchor="referral")
    referrals.record_referral(case=case, actor=_actor(request), **form.cleaned_data)
    messages.success(request, _("The referral is recorded."))
    return _back(case, "referral")


@acts("referral.record", form=True)
def refer_not(request: HttpRequest, case: Case) -> HttpResponse:
    """Record why the case is not given to the police."""
    form = forms.NoReferralForm(_typed(request))
    if not form.is_valid():
        return _ask(request, case, form, title=_("Not referred"), anchor="referral")
    referrals.record_no_referral(case=case, actor=_actor(request), reason=form.cleaned_data["reason"])
    messages.success(request, _("The reason is recorded."))
    return _back(case, "referral")


@acts("referral.record", form=True)
def set_hold(request: HttpRequest, case: Case, referral_id: UUID) -> HttpResponse:
    """Begin or renew a hold."""
    form = forms.HoldForm(_typed(request))
    if not form.is_valid():
        return _ask(request, case, form, title=_("Hold notices"), anchor="referral")
    referral = _referral(case, referral_id)
    referrals.set_hold(referral=referral, actor=_actor(request), hold_until=form.cleaned_data["hold_until"])
    messages.success(request, _("The hold is set."))
    return _back(case, "referral")


@acts("hold.end")
def end_hold(request: HttpRequest, case: Case, referral_id: UUID) -> HttpResponse:
    """End a hold before its time."""
    referrals.end_hold(referral=_referral(case, referral_id), actor=_actor(request))
    messages.success(request, _("The hold has ended. Approved notices leave now."))
    return _back(case, "referral")


# --- trace and recipient


@acts("notice.send")
def trace_again(request: HttpRequest, case: Case, item_id: UUID) -> HttpResponse:
    """Ask the registries once more."""
    trace = get_object_or_404(Trace, item=_item(case, item_id))
    traces.ask_again(trace=trace, actor=_actor(request))
    messages.success(request, _("The host is traced once more. Reload the page in a moment."))
    return _back(case, _at(item_id))


@acts("recipient.approve", form=True)
def enter_recipient(request: HttpRequest, case: Case, item_id: UUID) -> HttpResponse:
    """Take a recipient by hand and write a notice to it."""
    item = _item(case, item_id)
    form = forms.RecipientForm(_typed(request))
    if form.is_valid():
        try:
            recipient = recipients.enter(item=item, actor=_actor(request), **form.cleaned_data)
        except recipients.RecipientBarred:
            form.add_error("mail", _("This address is never written to: a registrant, a reseller, or refused before."))
        else:
            made = notices.propose(item=item, recipient=recipient, actor=_actor(request))
            said = _("A notice to this recipient is proposed below.") if made else _("There is a notice to it already.")
            messages.success(request, said)
            return _back(case, _at(item_id))
    return _ask(request, case, form, title=_("Recipient by hand"), anchor=_at(item_id))


@acts("recipient.approve")
def approve_recipient(request: HttpRequest, case: Case, notice_id: UUID) -> HttpResponse:
    """Let notices go to the recipient of this notice."""
    notice = _notice(case, notice_id)
    recipients.approve(recipient=notice.recipient, actor=_actor(request))
    messages.success(request, _("The recipient is approved, for this and for later notices."))
    return _back(case, _at(notice.item_id))


@acts("recipient.approve", form=True)
def refuse_recipient(request: HttpRequest, case: Case, notice_id: UUID) -> HttpResponse:
    """Never write to the recipient of this notice."""
    notice = _notice(case, notice_id)
    form = forms.RefusalForm(_typed(request))
    if not form.is_valid():
        return _ask(request, case, form, title=_("Never write to it"), anchor=_at(notice.item_id))
    recipients.refuse(recipient=notice.recipient, actor=_actor(request), reason=form.cleaned_data["reason"])
    if notice.state == "proposed":
        notices.withdraw(notice=notice, actor=_actor(request), why="recipient")
    messages.success(request, _("Nothing will be sent to it. Enter another recipient by hand."))
    return _back(case, _at(notice.item_id))


# --- notice


@acts("notice.send", form=True)
def rewrite(request: HttpRequest, case: Case, notice_id: UUID) -> HttpResponse:
    """Write the letter anew, in another language or with the analyst's words."""
    notice = _notice(case, notice_id)
    letter = notices.letter_of(notice)
    form = forms.LetterForm(
        _typed(request),
        asks_exploitation=notices.asks_exploitation(notice),
        initial={"language": notice.language, "remark": letter.remark, "exploitation": notice.exploitation},
    )
    if not form.is_valid():
        return _ask(request, case, form, title=_("Change the letter"), anchor=_at(notice.item_id))
    notices.rewrite(notice=notice, actor=_actor(request), **form.cleaned_data)
    messages.success(request, _("The letter is written anew. Read it before you send it."))
    return _back(case, _at(notice.item_id))


@acts("notice.send")
def send(request: HttpRequest, case: Case, notice_id: UUID) -> HttpResponse:
    """Approve the letter that was shown; the worker sends it."""
    notice = _notice(case, notice_id)
    try:
        notices.approve(notice=notice, actor=_actor(request), shown=request.POST.get("shown", ""))
    except notices.NotNow as reason:
        messages.error(request, why_not_now(str(reason)))
    else:
        messages.success(request, _("The notice is approved. It is sent as soon as nothing keeps it back."))
    return _back(case, _at(notice.item_id))


@acts("notice.send_again")
def send_again(request: HttpRequest, case: Case, notice_id: UUID) -> HttpResponse:
    """Send an unsure or failed notice once more."""
    notice = _notice(case, notice_id)
    try:
        notices.send_again(notice=notice, actor=_actor(request))
    except notices.NotNow as reason:
        messages.error(request, why_not_now(str(reason)))
    else:
        messages.success(request, _("The notice will be sent again, as the same mail."))
    return _back(case, _at(notice.item_id))


@acts("notice.send_again")
def arrived(request: HttpRequest, case: Case, notice_id: UUID) -> HttpResponse:
    """An unsure notice has arrived after all."""
    notice = _notice(case, notice_id)
    sending.arrived(notice=notice, actor=_actor(request))
    messages.success(request, _("Recorded: the notice arrived."))
    return _back(case, _at(notice.item_id))


@acts("notice.send")
def withdraw(request: HttpRequest, case: Case, notice_id: UUID) -> HttpResponse:
    """Take back a notice that has not left."""
    notice = _notice(case, notice_id)
    notices.withdraw(notice=notice, actor=_actor(request))
    messages.success(request, _("The notice is withdrawn."))
    return _back(case, _at(notice.item_id))


@acts("notice.send")
def remind(request: HttpRequest, case: Case, notice_id: UUID) -> HttpResponse:
    """Propose another notice to the same recipient."""
    notice = _notice(case, notice_id)
    notices.propose(item=notice.item, recipient=notice.recipient, actor=_actor(request), again=True)
    messages.success(request, _("Another notice is proposed below."))
    return _back(case, _at(notice.item_id))


# --- watch


@acts("watch.confirm")
def seen(request: HttpRequest, case: Case, item_id: UUID) -> HttpResponse:
    """Take down what a person saw."""
    watch = get_object_or_404(Watch.objects.select_related("item"), item=_item(case, item_id))
    form = forms.SeenForm(request.POST)
    if form.is_valid():
        watches.person_saw(watch=watch, actor=_actor(request), gone=form.cleaned_data["gone"] == "yes")
        messages.success(request, _("Recorded. The watch goes on."))
    return _back(case, _at(item_id))


@acts("watch.confirm")
def look_now(request: HttpRequest, case: Case, item_id: UUID) -> HttpResponse:
    """Have the worker look at once."""
    watch = get_object_or_404(Watch.objects.select_related("item"), item=_item(case, item_id))
    watches.look_now(watch=watch, actor=_actor(request))
    messages.success(request, _("The worker looks now. Reload the page in a moment."))
    return _back(case, _at(item_id))


@acts("watch.confirm")
def stop_watch(request: HttpRequest, case: Case, item_id: UUID) -> HttpResponse:
    """Look no more."""
    watch = get_object_or_404(Watch, item=_item(case, item_id))
    watches.stop(watch=watch, actor=_actor(request))
    messages.success(request, _("The watch is stopped."))
    return _back(case, _at(item_id))


@acts("watch.confirm")
def watch_again(request: HttpRequest, case: Case, item_id: UUID) -> HttpResponse:
    """Begin to look again."""
    watch = get_object_or_404(Watch.objects.select_related("item"), item=_item(case, item_id))
    watches.begin_anew(watch=watch, actor=_actor(request))
    messages.success(request, _("The watch begins anew."))
    return _back(case, _at(item_id))


@requires("queue.view")
@require_POST
def news_seen(request: HttpRequest, news_id: UUID) -> HttpResponse:
    """Put good news away."""
    own = get_object_or_404(RemovalNews, pk=news_id, member=request.user.pk)
    news.put_away(news=own, at=clock.now())
    return redirect("desk:home")

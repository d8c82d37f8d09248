"""The forms of casework. Every choice is the country pack's, in the language of the moment."""

import uuid
from datetime import datetime
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from isigurt import clock
from isigurt.casework.actions import Findings
from isigurt.casework.choices import Outcome, Tristate
from isigurt.country import language_choices, pack
from isigurt.intake.content import MOST_CHARACTERS, ReportContent
from isigurt.intake.receipt import Receipt, ReceiptInvalid
from isigurt.staff.models import Member, Role
from isigurt.staff.queries import by_name

LONGEST_TEXT = 10_000


class PlainSelect(forms.Select):
    """A drop-down written without a template: a case page has a dozen, and templates were a third of its time."""

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        """Return the element."""
        del renderer
        chosen = {str(each) for each in self.format_value(value)}
        options = format_html_join(
            "",
            '<option value="{}"{}>{}</option>',
            ((key, mark_safe(" selected") if str(key) in chosen else "", label) for key, label in self.choices),
        )
        return format_html(
            "<select{}>{}</select>", flatatt({"name": name, **self.build_attrs(self.attrs, attrs)}), options
        )


class PlainText(forms.Textarea):
    """A text box written without a template."""

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        """Return the element; the first line break after the tag is dropped by browsers."""
        del renderer
        attributes = flatatt({"name": name, **self.build_attrs(self.attrs, attrs)})
        return format_html("<textarea{}>\r\n{}</textarea>", attributes, self.format_value(value) or "")


_UNKNOWN_FIRST = (Tristate.UNKNOWN, Tristate.YES, Tristate.NO)


def _or_none(choices: list[tuple[str, Any]]) -> list[tuple[str, Any]]:
    return [("", "—"), *choices]


class AssessmentForm(forms.Form):
    """What a person found about one or more items of a case."""

    items = forms.MultipleChoiceField(label=_("Which items"), widget=forms.CheckboxSelectMultiple, required=False)
    all_items = forms.BooleanField(label=_("All items of this case"), required=False)
    seen = forms.CharField(widget=forms.HiddenInput, max_length=60_000)
    harm = forms.ChoiceField(widget=PlainSelect, label=_("Harm"))
    legality = forms.ChoiceField(label=_("Legality"), widget=forms.RadioSelect)
    severity = forms.ChoiceField(
        widget=PlainSelect, label=_("Class"), required=False, help_text=_("For child sexual abuse material only.")
    )
    age_band = forms.ChoiceField(widget=PlainSelect, label=_("Youngest person, apparent age"), required=False)
    sex = forms.ChoiceField(widget=PlainSelect, label=_("Sex, as it appears"), required=False)
    self_generated = forms.ChoiceField(widget=PlainSelect, label=_("Self-generated"))
    ai_generated = forms.ChoiceField(widget=PlainSelect, label=_("AI-generated"))
    law_article = forms.ChoiceField(widget=PlainSelect, label=_("Law article"), required=False)
    reasons = forms.CharField(
        label=_("Reasons"),
        widget=PlainText(attrs={"rows": 3}),
        max_length=LONGEST_TEXT,
        required=False,
        help_text=_("In words, for colleagues and the notice’s file. Describe, do not quote."),
    )

    def __init__(self, *args: Any, items: list[tuple[str, str]], harm: str, **kwargs: Any) -> None:
        super().__init__(*args, **{"prefix": "assess", **kwargs})
        words = pack()
        tristate = [(one.value, one.label) for one in _UNKNOWN_FIRST]
        lists: dict[str, list[tuple[str, Any]]] = {
            "items": list(items),
            "harm": [(one.id, one.staff_title) for one in words.assessable_harms],
            "legality": words.legalities.choices(),
            "severity": _or_none(words.severities.choices()),
            "age_band": _or_none(words.apparent_age_bands.choices()),
            "sex": _or_none(words.sexes.choices()),
            "law_article": _or_none(self._articles(harm)),
            "self_generated": tristate,
            "ai_generated": tristate,
        }
        for name, choices in lists.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
            field.choices = choices

    @staticmethod
    def _articles(harm: str) -> list[tuple[str, Any]]:
        words = pack()
        known = words.harms.get(harm)
        first = set(known.law) if known else set()
        ranked = sorted(words.law_articles, key=lambda article: article.id not in first)
        return [(article.id, f"{article.reference}: {article.title}") for article in ranked]

    def clean(self) -> dict[str, Any]:
        """Check what belongs together, as the act itself will."""
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("items") and not cleaned.get("all_items"):
            self.add_error("items", _("Choose at least one item."))
        if not self.errors:
            for name, problem in self.findings().problems().items():
                self.add_error(name, problem)
        return cleaned

    def findings(self) -> Findings:
        """Return what was found."""
        names = ("harm", "legality", "severity", "age_band", "sex", "self_generated", "ai_generated", "law_article")
        return Findings(**{name: self.cleaned_data[name] for name in names}, reasons=self.cleaned_data["reasons"])

    def chosen(self) -> list[uuid.UUID]:
        """Return the ids of the items to assess."""
        if self.cleaned_data["all_items"]:
            return list(self._seen())
        return [uuid.UUID(one) for one in self.cleaned_data["items"]]

    def seen_of(self, chosen: list[uuid.UUID]) -> int:
        """Return how many assessments of the chosen items the page showed."""
        seen = self._seen()
        return sum(seen.get(one, 0) for one in chosen)

    def clean_seen(self) -> str:
        """Refuse what the page did not write."""
        text: str = self.cleaned_data["seen"]
        try:
            _parse_seen(text)
        except ValueError:
            raise forms.ValidationError(_("The page was changed. Load it again.")) from None
        return text

    def _seen(self) -> dict[uuid.UUID, int]:
        return _parse_seen(self.cleaned_data["seen"])


def _parse_seen(text: str) -> dict[uuid.UUID, int]:
    pairs = (pair.split(":") for pair in text.split(",") if pair)
    return {uuid.UUID(item): int(count) for item, count in pairs}


class VersionedForm(forms.Form):
    """A form that knows which version of the case it was made from."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class MessageForm(VersionedForm):
    """A message to the reporter of one report."""

    report = forms.UUIDField(widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("Message to the reporter"), widget=PlainText(attrs={"rows": 4}), max_length=LONGEST_TEXT
    )


class NoteForm(forms.Form):
    """A note for colleagues."""

    text = forms.CharField(label=_("Note for colleagues"), widget=PlainText(attrs={"rows": 3}), max_length=LONGEST_TEXT)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"prefix": "note", **kwargs})


class CloseForm(VersionedForm):
    """How the case ended."""

    outcome = forms.ChoiceField(widget=PlainSelect, label=_("Outcome"), choices=[("", "—"), *Outcome.choices])
    text = forms.CharField(
        label=_("In words"), widget=PlainText(attrs={"rows": 2}), max_length=LONGEST_TEXT, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"prefix": "close", **kwargs})


class DismissForm(VersionedForm):
    """Why the case ends without action."""

    reason = forms.ChoiceField(widget=PlainSelect, label=_("Reason"))
    text = forms.CharField(
        label=_("In words"), widget=PlainText(attrs={"rows": 2}), max_length=LONGEST_TEXT, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"prefix": "dismiss", **kwargs})
        field = self.fields["reason"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
        field.choices = _or_none(pack().dismissal_reasons.choices())

    def clean(self) -> dict[str, Any]:
        """Ask for words where the reason needs them."""
        cleaned = super().clean() or self.cleaned_data
        reason = pack().dismissal_reasons.get(cleaned.get("reason", ""))
        if reason is not None and reason.needs_text and not cleaned.get("text", "").strip():
            self.add_error("text", str(reason.hint))
        return cleaned


class HarmForm(VersionedForm):
    """What the case is about."""

    harm = forms.ChoiceField(widget=PlainSelect, label=_("What the case is about"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"prefix": "harm", **kwargs})
        field = self.fields["harm"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
        field.choices = [(one.id, one.staff_title) for one in pack().assessable_harms]


class AssignForm(forms.Form):
    """To whom a lead gives the case."""

    to = forms.ModelChoiceField(
        label=_("Give to"),
        queryset=Member.objects.filter(is_active=True, role__in=[Role.ANALYST, Role.LEAD]),
        required=False,
        empty_label=_("whoever takes it next"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["to"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - for the type checker
        field.choices = [("", field.empty_label), *((one.pk, one.name) for one in by_name(field.queryset or ()))]


class EnterReportForm(forms.Form):
    """A report that came by telephone, by mail or in person."""

    receipt = forms.CharField(widget=forms.HiddenInput, required=False)
    channel = forms.ChoiceField(label=_("How it came"), widget=forms.RadioSelect)
    received_at = forms.DateTimeField(
        label=_("When it reached us"),
        required=False,
        help_text=_("Empty means now."),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
    at_risk = forms.BooleanField(
        label=_("A child is at risk now"), required=False, help_text=_("It goes to the top of the queue.")
    )
    harm = forms.ChoiceField(widget=PlainSelect, label=_("What it is about"))
    where = forms.CharField(
        label=_("Addresses, as they were given"),
        widget=PlainText(attrs={"rows": 4, "spellcheck": "false"}),
        max_length=MOST_CHARACTERS,
        required=False,
    )
    platform = forms.ChoiceField(widget=PlainSelect, label=_("App"), required=False)
    account = forms.CharField(label=_("Name of the account"), max_length=300, required=False)
    words = forms.CharField(
        label=_("What was said"),
        widget=PlainText(attrs={"rows": 6}),
        max_length=MOST_CHARACTERS,
        required=False,
    )
    reporter_kind = forms.ChoiceField(widget=PlainSelect, label=_("Who reports"), required=False)
    age_band = forms.ChoiceField(widget=PlainSelect, label=_("Age of who reports"), required=False)
    contact = forms.CharField(label=_("How to reach them"), max_length=300, required=False)
    language = forms.ChoiceField(widget=PlainSelect, label=_("Language they speak"))
    give_receipt = forms.BooleanField(
        label=_("Give them a receipt code"),
        required=False,
        initial=True,
        help_text=_("With it they can follow the report and read our answers. It is shown to you once."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = pack()
        lists: dict[str, list[tuple[str, Any]]] = {
            "channel": [(one.id, one.title) for one in words.channels if one.by_hand],
            "harm": _or_none([(one.id, one.staff_title) for one in words.harms]),
            "platform": _or_none(words.platforms.choices()),
            "reporter_kind": _or_none(words.reporter_kinds.choices()),
            "age_band": _or_none(words.reporter_age_bands.choices()),
            "language": language_choices(),
        }
        for name, choices in lists.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
            field.choices = choices

    def clean(self) -> dict[str, Any]:
        """Refuse a report that says nothing."""
        cleaned = super().clean() or self.cleaned_data
        if not any(cleaned.get(name, "").strip() for name in ("where", "account", "words")):
            self.add_error("words", _("Write at least what was said, or where it is."))
        return cleaned

    def clean_received_at(self) -> datetime | None:
        """Refuse what has not happened yet."""
        at: datetime | None = self.cleaned_data["received_at"]
        if at is not None and at > clock.now():
            raise forms.ValidationError(_("This has not happened yet. Look at the day and the hour."))
        return at

    def clean_receipt(self) -> Receipt:
        """Return the receipt that was made with the page; a damaged one is no reason to refuse a report."""
        try:
            return Receipt.parse(self.cleaned_data["receipt"])
        except ReceiptInvalid:
            return Receipt.fresh()

    def content(self) -> ReportContent:
        """Return the report as intake takes it."""
        names = ("harm", "where", "platform", "account", "words", "reporter_kind", "age_band", "contact", "language")
        return ReportContent(**{name: self.cleaned_data[name] for name in names})

"""What people type, taken as it is. A form refuses only what it must, says why, and keeps every character."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from isigurt.country import pack
from isigurt.design.numbers import number_lazy
from isigurt.intake.content import (
    MOST_ADDRESSES,
    MOST_CHARACTERS,
    ReplyContent,
    ReportContent,
    count_addresses,
)
from isigurt.intake.receipt import Receipt, ReceiptInvalid

# Control characters show as nothing and can hide what stands beside them; what is typed on purpose is kept,
# and so are emoji and the marks of right-to-left scripts.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_NEW_LINE = re.compile(r"\r\n?")

SHORT = 300


class Typed(forms.CharField):
    """Text as typed: new lines made alike, control characters made visible, nothing cut."""

    default_validators = []

    def __init__(self, *, most: int, **kwargs: Any) -> None:
        self.most = most
        super().__init__(required=False, **kwargs)
        # Django's own refusal of NUL gives no way forward; here it is shown as what it is.
        self.validators = []

    def to_python(self, value: Any) -> str:
        """Return the text to keep."""
        text = _NEW_LINE.sub("\n", str(value)) if value else ""
        return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text).strip()

    def validate(self, value: str) -> None:
        """Refuse only what is too long."""
        if len(value) > self.most:
            raise ValidationError(
                ngettext_lazy(
                    "This is %(shown)s character too long (%(most)s fit). Nothing is lost: shorten it, send again.",
                    "This is %(shown)s characters too long (%(most)s fit). Nothing is lost: shorten it, send again.",
                    "number",
                ),
                code="too_long",
                params={
                    "number": len(value) - self.most,
                    "shown": number_lazy(len(value) - self.most),
                    "most": number_lazy(self.most),
                },
            )


class Carried(forms.Field):
    """What a form only carries along: nobody typed it, so nobody is told that something is wrong with it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)

    def to_python(self, value: Any) -> str:
        """Return whatever came."""
        return str(value or "")


class PackChoice(forms.ChoiceField):
    """One of the country pack's entries; the pack is read when the form is made."""

    def validate(self, value: Any) -> None:
        """Say in plain words what is missing."""
        if not value and self.required:
            raise ValidationError(self.error_messages["required"], code="required")
        if value and not self.valid_value(value):
            raise ValidationError(_("Choose one from the list."), code="unlisted")


def area(rows: int, **attributes: str) -> forms.Textarea:
    """Return a box for several lines, which browsers keep nothing of."""
    return forms.Textarea(attrs={"rows": rows, "autocomplete": "off", **attributes})


def line(**attributes: str) -> forms.TextInput:
    """Return a box for one line, which browsers neither keep nor correct."""
    return forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", **attributes})


class ReportForm(forms.Form):
    """The three questions. All but the first are optional, but something must be said."""

    harm = PackChoice(
        label=_("What it is"),
        choices=lambda: pack().harms.choices(),  # noqa: PLW0108 - the pack is read when the form is made
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one. If you are not sure, choose “I don’t know”.")},
    )
    where = Typed(
        most=MOST_CHARACTERS,
        label=_("Link or address"),
        help_text=_("Paste it as you have it. Several? One under the other. It need not be complete."),
        widget=area(3, spellcheck="false", autocapitalize="none", placeholder=""),
    )
    platform = PackChoice(
        label=_("App or network"),
        required=False,
        choices=lambda: [("", _("None, or I don’t know")), *pack().platforms.choices()],
    )
    account = Typed(
        most=SHORT,
        label=_("Name of the account"),
        help_text=_("As it is written there, for example @name."),
        widget=line(autocapitalize="none"),
    )
    words = Typed(
        most=MOST_CHARACTERS,
        label=_("Tell us in your own words"),
        help_text=_("What happened? Since when? Is somebody in danger now?"),
        widget=area(5),
    )
    reporter_kind = PackChoice(
        label=_("Who are you?"),
        required=False,
        choices=lambda: [("", _("I’d rather not say")), *pack().reporter_kinds.choices()],
    )
    age_band = PackChoice(
        label=_("How old are you?"),
        required=False,
        choices=lambda: [("", _("I’d rather not say")), *pack().reporter_age_bands.choices()],
    )
    contact = Typed(
        most=SHORT,
        label=_("E-mail or phone"),
        help_text=_("Only if you want us to reach you outside this page. You can also read our answer with your code."),
        widget=line(),
    )
    receipt = Carried(widget=forms.HiddenInput)
    opened = Carried(widget=forms.HiddenInput)
    website = Carried(widget=line(tabindex="-1"))

    error_css_class = "wrong"

    def clean_where(self) -> str:
        """Count addresses; judging them is the desk's business."""
        where: str = self.cleaned_data["where"]
        number = count_addresses(where)
        if number > MOST_ADDRESSES:
            raise ValidationError(
                _(
                    "These are %(number)d addresses; %(most)d fit into one report. "
                    "Nothing is lost: send the first ones now and the others in a second report."
                ),
                code="too_many",
                params={"number": number, "most": MOST_ADDRESSES},
            )
        return where

    def clean(self) -> dict[str, Any]:
        """Ask for at least one thing to go by."""
        data = self.cleaned_data
        said = any(data.get(name) for name in ("where", "platform", "account", "words"))
        if not said and not {"where", "account", "words"} & set(self.errors):
            self.add_error(
                "where",
                ValidationError(_("Tell us where it is, or describe it in your own words below."), code="nothing_said"),
            )
        return data

    def receipt_or_fresh(self) -> Receipt:
        """Return the receipt that this form was served with; a fresh one if that did not come back whole."""
        try:
            return Receipt.parse(str(self.data.get("receipt", "")))
        except ReceiptInvalid:
            return Receipt.fresh()

    def content(self, language: str) -> ReportContent:
        """Return what was typed, for sealing; only of a valid form."""
        names = ("harm", "where", "platform", "account", "words", "reporter_kind", "age_band", "contact")
        return ReportContent(language=language, **{name: self.cleaned_data[name] for name in names})


class ReplyForm(forms.Form):
    """A reporter's message in the conversation."""

    words = Typed(most=MOST_CHARACTERS, label=_("Write to us"), widget=area(4))
    nonce = Carried(widget=forms.HiddenInput)

    def clean_words(self) -> str:
        """Refuse only nothing."""
        words: str = self.cleaned_data["words"]
        if not words:
            raise ValidationError(_("Write something first."), code="nothing_said")
        return words

    def content(self) -> ReplyContent:
        """Return what was typed, for sealing."""
        return ReplyContent(words=self.cleaned_data["words"], nonce=self.cleaned_data["nonce"][:40])


_WRONG_CODE = {
    "empty": _("Type your code first."),
    "length": _("A code has 16 letters and numbers in four groups. Please count again."),
    "letter": _(
        "There is a character in it that no code has. A code has only letters and numbers, and never the letter U."
    ),
    "check": _("One letter or number is not right. Please compare with what you wrote down."),
}


class CodeForm(forms.Form):
    """The receipt code, typed as people type it."""

    code = forms.CharField(
        required=False,
        label=_("Your code"),
        help_text=_("Four groups of four. Capital or small letters: both are right."),
        widget=line(autocapitalize="characters", inputmode="text"),
    )

    def clean_code(self) -> Receipt:
        """Return the receipt, or say what is wrong with it."""
        try:
            return Receipt.parse(self.cleaned_data["code"])
        except ReceiptInvalid as error:
            raise ValidationError(_WRONG_CODE[error.reason], code=error.reason) from None

"""What a page's text is built from. Every block has a template of its own; none can bring foreign markup in."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from isigurt.outreach.choices import Audience

TEXT_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul"]
LINE_FEATURES = ["bold", "italic", "link"]


class Heading(blocks.StructBlock):
    """A heading inside the text; the page's own title is the only one above it."""

    text = blocks.CharBlock(label=_("Heading"), max_length=120)
    level = blocks.ChoiceBlock(
        choices=[("2", _("Section")), ("3", _("Part of a section"))], default="2", label=_("Level")
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "outreach/blocks/heading.html"


class Callout(blocks.StructBlock):
    """A few sentences that must not be missed."""

    tone = blocks.ChoiceBlock(
        choices=[("calm", _("Calm word")), ("note", _("Good to know")), ("alert", _("Act now"))],
        default="calm",
        label=_("Tone"),
    )
    title = blocks.CharBlock(required=False, max_length=120, label=_("Title"))
    text = blocks.RichTextBlock(features=TEXT_FEATURES, label=_("Text"))

    class Meta:
        icon = "warning"
        label = _("Callout")
        template = "outreach/blocks/callout.html"


class Step(blocks.StructBlock):
    """One thing to do."""

    title = blocks.CharBlock(max_length=120, label=_("What to do, in a few words"))
    text = blocks.RichTextBlock(features=LINE_FEATURES, required=False, label=_("How, and why"))


class Steps(blocks.StructBlock):
    """Things to do one after the other."""

    steps = blocks.ListBlock(Step(), min_num=1, label=_("Steps"))

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        template = "outreach/blocks/steps.html"


class Question(blocks.StructBlock):
    """A question that people ask, opened for its answer."""

    question = blocks.CharBlock(max_length=200, label=_("Question"))
    answer = blocks.RichTextBlock(features=TEXT_FEATURES, label=_("Answer"))

    class Meta:
        icon = "help"
        label = _("Question and answer")
        template = "outreach/blocks/question.html"


class Quote(blocks.StructBlock):
    """Somebody's words."""

    words = blocks.TextBlock(label=_("Words"))
    who = blocks.CharBlock(required=False, max_length=120, label=_("Who said it"))

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "outreach/blocks/quote.html"


class PictureBlock(blocks.StructBlock):
    """A picture; its alternative text is the picture's own."""

    picture = ImageChooserBlock(label=_("Picture"))
    caption = blocks.CharBlock(required=False, max_length=200, label=_("Caption"))

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "outreach/blocks/picture.html"


class Video(blocks.StructBlock):
    """A link to a video elsewhere; nothing of it is loaded before the reader follows the link."""

    title = blocks.CharBlock(max_length=150, label=_("Title"))
    address = blocks.URLBlock(label=_("Address"))
    minutes = blocks.IntegerBlock(required=False, min_value=1, max_value=600, label=_("Minutes"))
    site = blocks.CharBlock(max_length=60, label=_("Site it is on"))

    class Meta:
        icon = "media"
        label = _("Link to a video")
        template = "outreach/blocks/video.html"


class Download(blocks.StructBlock):
    """A file to take away."""

    material = DocumentChooserBlock(label=_("File"))
    note = blocks.CharBlock(required=False, max_length=200, label=pgettext_lazy("file", "What it is"))

    class Meta:
        icon = "download"
        label = _("File to download")
        template = "outreach/blocks/download.html"


class Call(blocks.StructBlock):
    """The one thing a reader should do now."""

    to = blocks.ChoiceBlock(
        choices=[
            ("report", pgettext_lazy("button", "Report")),
            ("helpline", _("Call the helpline")),
            ("code", _("Look with the code")),
            ("page", _("Open a page")),
        ],
        default="report",
        label=_("What"),
    )
    words = blocks.CharBlock(required=False, max_length=80, label=_("Words on the button"))
    page = blocks.PageChooserBlock(required=False, label=_("Page"))

    class Meta:
        icon = "tick"
        label = _("Call to act")
        template = "outreach/blocks/call.html"


class Body(blocks.StreamBlock):
    """The text of a page."""

    heading = Heading()
    text = blocks.RichTextBlock(
        features=TEXT_FEATURES, label=_("Text"), icon="pilcrow", template="outreach/blocks/text.html"
    )
    callout = Callout()
    steps = Steps()
    question = Question()
    quote = Quote()
    picture = PictureBlock()
    video = Video()
    download = Download()
    call = Call()


class Message(blocks.StructBlock):
    """What a campaign says to one audience."""

    audience = blocks.ChoiceBlock(choices=Audience.choices, label=_("To whom"))
    text = blocks.RichTextBlock(features=LINE_FEATURES, label=_("Message"))


class Partner(blocks.StructBlock):
    """Who carries a campaign along."""

    name = blocks.CharBlock(max_length=150, label=_("Name"))
    address = blocks.URLBlock(required=False, label=_("Web address"))
    role = blocks.CharBlock(required=False, max_length=150, label=_("What they do"))


class ProgrammePoint(blocks.StructBlock):
    """One point of an event's programme."""

    at = blocks.TimeBlock(label=_("Time"))
    what = blocks.CharBlock(max_length=200, label=_("What"))
    who = blocks.CharBlock(required=False, max_length=200, label=_("Who"))

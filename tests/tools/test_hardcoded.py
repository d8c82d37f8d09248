"""Words outside gettext are found wherever they hide, and what is no word is left alone."""

import pytest

from tools.hardcoded import hardcoded_words, in_module, in_script, in_template


@pytest.mark.parametrize(
    "text",
    [
        "<p>Hello</p>",
        "<p>{% translate 'Hello' %} there</p>",
        "{% if x %}Përshëndetje{% endif %}",
        '<img src="a.png" alt="A lamp">',
        '<a href="/" title="Home">{{ name }}</a>',
        '<button aria-label="Close">×</button>',
        '<input placeholder="Search">',
        '<input type="submit" value="Send">',
        '<meta name="description" content="About us">',
        '<button data-copied="It is copied">{% translate "Copy" %}</button>',
        '{% include "x.html" with title="Two words" %}',
        '{% icon "x" "Leave" %}',
        '{{ name|default:"no name" }}',
        '<option label="Albania">',
        "<title>{% translate 'Home' %} of the desk</title>",
    ],
)
def test_words_in_a_template_are_found(text):
    assert in_template(text)


@pytest.mark.parametrize(
    "text",
    [
        '<p>{% translate "Hello" %}</p>',
        "{% blocktranslate count n=n %}{{ n }} case{% plural %}{{ n }} cases{% endblocktranslate %}",
        '{% translate "Close" as close %}<button aria-label="{{ close }}">×</button>',
        "{# a remark #}<!-- another one -->{% comment %}and a third{% endcomment %}",
        '<script type="module" src="a.js">const word = "x";</script><style>p { color: red }</style>',
        "<kbd>Shift</kbd><code>make run</code>",
        '<span translate="no">Arta Shembulli</span>',
        "<p>iSIGURT · 116 111 · PDF · × · 10 %</p>",
        '<button type="submit" name="act" value="join">{% translate "Join" %}</button>',
        '<a data-key="g a" class="button big" id="next-step" href="/x/">{{ title }}</a>',
        '{% include "x.html" with name="harm" icon="send" %}{% icon "send" %}{{ x|default:"—" }}',
        '<input name="q" type="search" autocomplete="off" aria-labelledby="words">',
    ],
)
def test_what_is_translated_or_no_word_is_left_alone(text):
    assert in_template(text) == []


def test_a_plain_text_is_looked_at_line_by_line():
    assert in_template("{% translate 'Your codes' %}\nKeep them safe\n{{ code }}\n", ".txt") == ["Keep them safe"]


@pytest.mark.parametrize(
    "text",
    [
        'said.textContent = "Copied";',
        "said.innerText = `Copied ${number} times`;",
        'if (confirm("Sure?")) leave();',
        'const word = "You were signed out";',
        "button.title = 'Close';",
        'toast("Nothing was sent, try again");',
    ],
)
def test_words_in_a_script_are_found(text):
    assert in_script(text)


@pytest.mark.parametrize(
    "text",
    [
        "said.textContent = form.dataset.copied;",
        'list.querySelector("#assess input[type=radio]");',
        'throw new Error(`no options: ${answer.status}`); throw new Error("went wrong here");',
        'console.warn("nothing for people");',
        "// a remark with words\nconst x = 1; /* and another one */",
        'fetch("/case/keep/", { method: "POST" });',
        'location.replace("https://example.org/");',
    ],
)
def test_a_script_that_is_handed_its_words_is_left_alone(text):
    assert in_script(text) == []


@pytest.mark.parametrize(
    "text",
    [
        'forms.CharField(label="Your name")',
        'models.CharField("x", help_text="Shown to everyone")',
        'raise ValidationError("Choose one.")',
        'messages.success(request, "It is done")',
        'form.add_error("name", "This is taken")',
        'models.CharField(verbose_name="Name")',
    ],
)
def test_words_in_a_module_are_found(text):
    assert in_module(text)


@pytest.mark.parametrize(
    "text",
    [
        'forms.CharField(label=_("Your name"), max_length=3)',
        'raise ValidationError(_("Choose one."), code="unlisted")',
        "forms.CharField(label='')",
        'logger.error("a page failed: %s", kind)',
        'raise ValueError("no letter is written")',
    ],
)
def test_a_module_that_asks_gettext_is_left_alone(text):
    assert in_module(text) == []


def test_a_file_is_named_with_its_words(tmp_path):
    page = tmp_path / "room" / "templates" / "room" / "page.html"
    page.parent.mkdir(parents=True)
    page.write_text("<p>Hello there</p>")
    script = tmp_path / "room" / "static" / "room" / "page.js"
    script.parent.mkdir(parents=True)
    script.write_text('alert("Hello");')
    assert hardcoded_words(tmp_path) == [
        "room/static/room/page.js: outside gettext: '\"Hello\"'",
        "room/templates/room/page.html: outside gettext: 'Hello there'",
    ]

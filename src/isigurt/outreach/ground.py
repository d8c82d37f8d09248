"""What must be there before an editor can write: languages, a home for each, and the editors' rights.

Safe to run again; it makes what is missing and changes nothing that editors made.
"""

from django.apps import apps
from django.conf import settings
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
    Site,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from isigurt.outreach.models import HomePage, PublicSite, SecondPerson
from isigurt.staff.permissions import PERMISSIONS

PAGE_RIGHTS = {
    "add_page": "cms.edit",
    "change_page": "cms.edit",
    "lock_page": "cms.edit",
    "unlock_page": "cms.publish",
    "publish_page": "cms.publish",
}


def put_in_place() -> None:
    """Make what is missing."""
    # Django makes these after every app's turn, and this is ours.
    for label in ("wagtailadmin", "wagtailcore", "wagtaildocs", "wagtailimages"):
        create_permissions(apps.get_app_config(label), verbosity=0)
    with transaction.atomic():
        PublicSite.objects.get_or_create(pk=1)
        root = _root()
        for code, name in settings.LANGUAGES:
            _home(root, code, str(name))
        first = HomePage.objects.get(locale__language_code=settings.LANGUAGE_CODE)
        Site.objects.get_or_create(is_default_site=True, defaults={"hostname": "localhost", "root_page": first})
        for role in PERMISSIONS["cms.edit"]:
            group, _made = Group.objects.get_or_create(name=role)
            _grant(group, root)
        _review(root)


def _root() -> Page:
    root = Page.objects.filter(depth=1).first()
    if root is not None:
        # Wagtail's own first page says "Welcome to your new Wagtail site".
        for page in root.get_children().exclude(content_type=ContentType.objects.get_for_model(HomePage)):
            page.delete()
        return Page.objects.get(pk=root.pk)
    page_type = ContentType.objects.get_for_model(Page)
    locale, _made = Locale.objects.get_or_create(language_code=settings.LANGUAGE_CODE)
    return Page.add_root(title="Root", slug="root", content_type=page_type, locale=locale)


def _home(root: Page, code: str, name: str) -> None:
    locale, _made = Locale.objects.get_or_create(language_code=code)
    if HomePage.objects.filter(locale=locale).exists():
        return
    first = HomePage.objects.first()
    home = HomePage(title=name, slug=code, locale=locale)
    if first is not None:
        home.translation_key = first.translation_key
    root.add_child(instance=home)
    home.save_revision().publish()


def _grant(group: Group, root: Page) -> None:
    admin = Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    group.permissions.add(admin)
    for codename, act in PAGE_RIGHTS.items():
        if group.name not in PERMISSIONS[act]:
            continue
        right = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=right)
    collection = Collection.get_first_root_node() or Collection.add_root(name="Root")
    # Wagtail asks for the rights on its own kinds of file, whatever ours are called.
    for model in (Image, Document):
        kind = ContentType.objects.get_for_model(model)
        for act in ("add", "change", "choose", "delete"):
            right = Permission.objects.get(content_type=kind, codename=f"{act}_{model._meta.model_name}")
            GroupCollectionPermission.objects.get_or_create(group=group, collection=collection, permission=right)


def _review(root: Page) -> None:
    """Let every page pass a second person on its way out."""
    if SecondPerson.objects.exists():
        return
    with translation.override(settings.LANGUAGE_CODE):
        name = gettext("Review by a second person")
    task = SecondPerson.objects.create(name=name)
    task.groups.set(Group.objects.filter(name__in=PERMISSIONS["cms.edit"]))
    workflow = Workflow.objects.create(name=name)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    # In the place of the one that Wagtail brings, whose groups nobody is in.
    Workflow.objects.exclude(pk=workflow.pk).update(active=False)
    WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": workflow})

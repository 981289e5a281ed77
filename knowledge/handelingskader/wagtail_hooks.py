"""What the handelingskader adds to Wagtail's admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.rich_text.feature_registry import FeatureRegistry

from .richtext import RedactieElementHandler, RedactieEmbedHandler, redactie_entity_decorator


@hooks.register("register_rich_text_features")
def register_redactie_feature(features: FeatureRegistry) -> None:
    features.register_embed_type(RedactieEmbedHandler)
    features.register_editor_plugin(
        "draftail",
        "redactie",
        EntityFeature(
            {"type": "REDACTIE", "icon": "view", "description": str(_("Niet openbaar"))},
            js=["handelingskader/redactie.js"],
        ),
    )
    features.register_converter_rule(
        "contentstate",
        "redactie",
        {
            "from_database_format": {'embed[embedtype="redactie"]': RedactieElementHandler()},
            "to_database_format": {"entity_decorators": {"REDACTIE": redactie_entity_decorator}},
        },
    )

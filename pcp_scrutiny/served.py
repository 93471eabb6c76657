"""The files of the look as a deployment serves them: compressed, their names with their digests."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class ModulesStorage(CompressedManifestStaticFilesStorage):
    """Names the digests also where a script imports another, so that the scripts of a page are
    always of one version."""

    support_js_module_import_aggregation = True

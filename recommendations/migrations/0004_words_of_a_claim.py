from django.db import migrations, models

FIELDS = {
    "words": "the words that claim it",
    "phrase": "of those, the ones that decide",
}


class Migration(migrations.Migration):
    """The words of the response that an outcome's claim was read from."""

    dependencies = [("recommendations", "0003_due_dates_and_partners")]

    operations = [
        migrations.AddField(
            model_name=model,
            name=name,
            field=models.TextField(blank=True, default="", verbose_name=words),
            preserve_default=False,
        )
        for model in ("outcome", "historicaloutcome")
        for name, words in FIELDS.items()
    ]

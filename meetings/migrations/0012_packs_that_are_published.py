from importlib import import_module

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from pcp_scrutiny.history import locks
from pcp_scrutiny.history.locks import Lock

before = import_module("meetings.migrations.0007_from_agenda_to_approved_minutes")

# SQLite forgets it when the table is rebuilt below.
PAPER = before.of_item("meetings_paper")
PACK = Lock(
    "meetings_pack",
    standing="{row}.published_at IS NOT NULL",
    sentence="A published pack never changes.",
    on_insert=False,
)


class Migration(migrations.Migration):

    dependencies = [
        ('documents', '0001_initial'),
        ('meetings', '0011_approved_minutes_stand_once_more'),
        ('plans', '0005_told_when_it_fails'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        locks.lift(PAPER),
        migrations.RemoveConstraint(
            model_name='pack',
            name='pack_one_in_the_making',
        ),
        migrations.AddField(
            model_name='historicalpack',
            name='beat_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='historicalpack',
            name='clear_days',
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='historicalpack',
            name='doing',
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name='historicalpack',
            name='edition',
            field=models.TextField(blank=True, max_length=255),
        ),
        migrations.AddField(
            model_name='historicalpack',
            name='failures',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name='historicalpack',
            name='is_accessible',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='historicalpack',
            name='manifest',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name='historicalpack',
            name='pages_done',
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='historicalpack',
            name='pages_expected',
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='historicalpack',
            name='published_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='historicalpack',
            name='published_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='historicalpack',
            name='supplement',
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='historicalpack',
            name='version',
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='historicalpack',
            name='without',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name='historicalpaper',
            name='background',
            field=models.TextField(blank=True, verbose_name='background papers'),
        ),
        migrations.AddField(
            model_name='historicalpaper',
            name='file',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='documents.receivedfile'),
        ),
        migrations.AddField(
            model_name='historicalpaper',
            name='lacks',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name='historicalpaper',
            name='pages',
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='historicalpaper',
            name='printed',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='documents.receivedfile'),
        ),
        migrations.AddField(
            model_name='pack',
            name='beat_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='pack',
            name='clear_days',
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='pack',
            name='doing',
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name='pack',
            name='edition',
            field=models.FileField(blank=True, max_length=255, upload_to='packs/%Y/'),
        ),
        migrations.AddField(
            model_name='pack',
            name='failures',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name='pack',
            name='is_accessible',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='pack',
            name='manifest',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name='pack',
            name='pages_done',
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='pack',
            name='pages_expected',
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='pack',
            name='published_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='pack',
            name='published_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='pack',
            name='supplement',
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='pack',
            name='version',
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='pack',
            name='without',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name='paper',
            name='background',
            field=models.TextField(blank=True, verbose_name='background papers'),
        ),
        migrations.AddField(
            model_name='paper',
            name='file',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.receivedfile'),
        ),
        migrations.AddField(
            model_name='paper',
            name='lacks',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name='paper',
            name='pages',
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='paper',
            name='printed',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.receivedfile'),
        ),
        migrations.AlterField(
            model_name='historicalpack',
            name='state',
            field=models.CharField(choices=[('waiting', 'Waiting to be made'), ('making', 'Being made'), ('made', 'Made'), ('failed', 'Could not be made'), ('cancelled', 'Cancelled')], default='waiting', max_length=9),
        ),
        migrations.AlterField(
            model_name='pack',
            name='state',
            field=models.CharField(choices=[('waiting', 'Waiting to be made'), ('making', 'Being made'), ('made', 'Made'), ('failed', 'Could not be made'), ('cancelled', 'Cancelled')], default='waiting', max_length=9),
        ),
        migrations.AddConstraint(
            model_name='pack',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('published_at__isnull', True), ('published_by__isnull', True), ('version', None)), models.Q(('published_at__isnull', False), ('published_by__isnull', False), ('state', 'made'), ('version__gte', 1)), _connector='OR'), name='pack_published_by_someone'),
        ),
        migrations.AddConstraint(
            model_name='pack',
            constraint=models.UniqueConstraint(fields=('meeting', 'audience', 'supplement', 'version'), name='pack_version_once'),
        ),
        migrations.AddConstraint(
            model_name='pack',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ['waiting', 'making'])), fields=('meeting', 'audience', 'supplement'), name='pack_one_in_the_making'),
        ),
        migrations.AddConstraint(
            model_name='paper',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'uploaded'), ('file__isnull', False), ('pages__gte', 1), ('printed__isnull', False)), models.Q(models.Q(('kind', 'uploaded'), _negated=True), ('file__isnull', True), ('printed__isnull', True)), models.Q(('file__isnull', True), ('is_to_follow', True), ('kind', 'uploaded'), ('printed__isnull', True)), _connector='OR'), name='paper_uploaded_has_its_file'),
        ),
        locks.put(PAPER, PACK),
    ]

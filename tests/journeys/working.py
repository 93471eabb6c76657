"""The worker of a journey."""

from django_tasks_db.management.commands.db_worker import Worker

QUEUED = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
"""The setting TASKS with which work waits until the worker is started."""


def work_off_the_queue() -> None:
    """What the worker does, in this process: it ends when nothing is waiting."""
    Worker(
        queue_names=["default"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="journey",
        excluded_queue_names=[],
    ).run()

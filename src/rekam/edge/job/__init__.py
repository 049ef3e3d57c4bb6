"""Work at the centre: jobs in PostgreSQL by Procrastinate."""

from rekam.edge.job.queue import QUEUE, JobQueue, failed, retry_failed, unfinished
from rekam.edge.job.worker import Task, work

__all__ = ["QUEUE", "JobQueue", "Task", "failed", "retry_failed", "unfinished", "work"]

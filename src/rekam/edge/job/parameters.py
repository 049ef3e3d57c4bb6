"""Times of the queue's workers, seconds unless said otherwise."""

ATTEMPTS = 5
"""How often a job is tried before it is left for a person to look at."""

FIRST_RETRY_S = 2
"""Wait after the first failure; doubled after each further one."""

POLL_S = 2.0
"""How often a worker looks for jobs that no notification told of."""

HEARTBEAT_S = 5.0
"""How often a worker says that it lives; only a second opinion, see LOCK_CLASS."""

SWEEP_S = 1.0
"""How often a worker looks for jobs of workers that died."""

GRACE_S = 1
"""A worker that registered this recently may not hold its lock yet."""

LOCK_CLASS = 7_201_003
"""Advisory lock that a living worker holds with its number; the server drops it with the worker's session."""
"""Second key of the lock is the worker's number."""

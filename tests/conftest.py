"""What holds for all tests."""

from hypothesis import HealthCheck, settings

# How fast an example runs is the machine's affair: a test states facts, benchmarks measure.
settings.register_profile("rekam", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("rekam")

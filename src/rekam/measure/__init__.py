"""Measurements that people repeat: ``rekam bench``. Each figure stands beside its bound from the same run."""

"""Measurements that docs/results.md reports, and the question sets they use."""

"""Benchmarks: every performance claim is measured here, beside a floor or a peer in the same run."""

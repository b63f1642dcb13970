"""Processes of their own in which files are read, and can do nothing else."""

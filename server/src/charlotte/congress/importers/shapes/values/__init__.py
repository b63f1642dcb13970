"""What one cell or one line says, apart from when and who: which field, where, what else."""

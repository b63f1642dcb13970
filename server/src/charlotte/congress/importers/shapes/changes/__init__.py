"""What sentences beside a programme say of sessions that are cancelled, moved or led by somebody else."""

"""Publishing with git what this program changed, and nothing else."""

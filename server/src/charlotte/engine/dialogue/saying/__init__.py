"""From what the tools returned to what Charlotte says."""

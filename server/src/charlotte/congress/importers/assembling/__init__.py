"""From drafts to an agenda."""

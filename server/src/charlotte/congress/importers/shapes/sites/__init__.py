"""Static sites: a file for each session, in folders that tell what they hold."""

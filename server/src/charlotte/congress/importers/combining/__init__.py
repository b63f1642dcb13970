"""Several files, or several languages, that tell one programme."""

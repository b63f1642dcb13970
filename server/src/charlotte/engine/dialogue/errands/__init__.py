"""What changes something, or is of the visitor alone: registrations, and the yes before a deed."""

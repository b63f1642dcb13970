"""Lists of registered people: what a registration system exports as CSV."""

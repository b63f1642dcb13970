"""What a call is told before anybody speaks, and what a page may change in it."""

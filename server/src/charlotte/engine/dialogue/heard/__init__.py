"""What was heard or typed, written as people say it."""

"""`python -m charlotte` is the `charlotte` command."""

from charlotte.cli.main import main

main()

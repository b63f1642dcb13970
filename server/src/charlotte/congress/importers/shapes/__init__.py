"""Programmes of unknown shape, one folder for each step that the data takes.

`sources` tells what a file is. It is read by `sheets` (CSV, workbooks), `trees` (JSON, YAML, XML), `texts` (documents),
`leaflets`, `html` or `sites`. `grids` finds the header of a grid of cells and `timetables` those that are a plan of
times and rooms; `entries` are the sessions of a running text, and `typed` sets right what was laid out with blanks. All
become tables of `rows`. `columns` and `tables` find out what these hold, `relations` how they refer to each other and
`legends` what signs in them stand for. `drafting` makes sessions of them, and `choosing` takes the likeliest of several
ways to read the same. `changes` finds what sentences beside the programme say of sessions that moved or are cancelled.
`times`, `people` and `values` say what is written in one cell or line, `cells` in the lines of one cell. `unknown` is
the whole way.
"""

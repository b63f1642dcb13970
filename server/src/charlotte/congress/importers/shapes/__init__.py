"""Programmes of unknown shape, one folder for each step that the data takes.

`sources` tells what a file is. It is read by `grids` (CSV, workbooks), `trees` (JSON, YAML, XML), `texts` (running
text), `leaflets`, `html` or `sites`, and becomes tables of `rows`. `columns` and `tables` find out what these hold and
how they refer to each other, `drafting` makes sessions of them, and `choosing` takes the likeliest of several ways to
read the same. `changes` finds what sentences beside the programme say of sessions that moved or are cancelled. `times`,
`people` and `values` say what is written in one cell or line, `cells` in the lines of one cell. `unknown` is the whole
way.
"""

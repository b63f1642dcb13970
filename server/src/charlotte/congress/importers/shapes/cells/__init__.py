"""A cell or an entry of several lines: its title, who speaks, its kind, place and remarks, and talks inside."""

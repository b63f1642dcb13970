"""Timetables: times along one side, rooms or days along the other, and sessions in the cells."""

"""JSON, YAML and XML that nobody described, made tables: each list of records is one."""

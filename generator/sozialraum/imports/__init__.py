"""Other people's data become records: how files are read, rules applied, records planned; IMPORTS is in `plan`."""

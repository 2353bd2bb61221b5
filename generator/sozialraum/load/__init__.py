"""A folder of files becomes typed entries and a list of everything wrong with them."""

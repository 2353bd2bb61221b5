"""A file as text values with places. The only package that imports yaml."""

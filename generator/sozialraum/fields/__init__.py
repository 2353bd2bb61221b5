"""Kinds of value: how each is written, checked, shown and explained."""

"""Sozialraum-Handbuch: a folder of records in, a checked and linked handbook out."""

__version__ = "0.1.0"

"""Queries answered: read, guarded, evaluated in processes of their own with a deadline; those named in files."""

"""Facts about the project, each a test; folders mirror the packages."""

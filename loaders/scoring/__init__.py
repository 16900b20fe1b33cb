"""How well extraction does, measured against annotated documents."""

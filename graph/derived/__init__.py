"""What is computed from claims: entities, facts, disagreements, developments; only as much as a change touches."""

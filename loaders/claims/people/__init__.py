"""What is told of persons: their offices, what they preside over, where they speak."""

"""What holds for the measuring material under benchmarks/."""

"""What holds for the project as a whole: its layout, its sizes, its packaging, its documentation."""

"""From bytes to passages: text and Markdown read into blocks in reading order, offsets into the original kept."""

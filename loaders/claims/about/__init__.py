"""What a passage is about: the meeting, part, group or body that its sentences leave unsaid."""

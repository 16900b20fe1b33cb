"""What a paper is to itself: whose it is, and how it means that body, State or forum."""

"""What a document states of what it names: rules applied to sentences, qualified, put in order, made records."""

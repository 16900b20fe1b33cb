"""Documents in, records out: read, segment, recognise, link, claim, qualify, check, write.

`loaders.pipeline.read_document` is the whole way for one document, a pure function;
`loaders.run` walks files, spreads the work over processes and writes what came out.
"""

"""The three stores of the contract: in memory, on disk as published generations, and behind the address of a server."""

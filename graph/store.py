"""How a store is opened: the one place that knows which implementation an address names."""

from graph.contract import Store
from graph.errors import StoreError
from graph.stores.store_embedded import EmbeddedStore
from graph.stores.store_memory import MemoryStore
from graph.stores.store_remote import RemoteStore
from ontology.settings import Settings


def open_store(settings: Settings, *, write: bool = True) -> Store:
    """The store that `settings.store_url` names: `memory:`, an http(s) address, or a folder.

    write=False opens a folder for reading beside another process that owns it.
    Raises StoreLocked, StoreUnreachable or StoreError, the last also for an address of another kind.
    """
    url = settings.store_url
    if url == "memory:":
        return MemoryStore(settings)
    if url.startswith(("http://", "https://")):
        return RemoteStore(settings)
    if "://" in url:
        raise StoreError(f"{url}: a store is a folder, memory:, or an address that begins with http:// or https://")
    return EmbeddedStore(settings, write=write)

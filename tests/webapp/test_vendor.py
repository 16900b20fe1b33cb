"""The copied browser libraries."""

import json
from pathlib import Path

import pytest

from webapp import vendor


def test_the_lock_names_no_address_to_download_from() -> None:
    """Which registry serves is a matter of the machine."""
    lock = json.loads((vendor.MODULES.parent / "package-lock.json").read_text(encoding="utf-8"))
    assert [name for name, entry in lock["packages"].items() if "resolved" in entry] == []


def test_every_version_is_exact() -> None:
    """No range: what was tried is what is served."""
    package = json.loads((vendor.MODULES.parent / "package.json").read_text(encoding="utf-8"))
    assert all(version[0].isdigit() for version in package["dependencies"].values())


def test_what_is_served_is_what_was_copied() -> None:
    """Files, licences and origins by their checksums."""
    assert vendor.verify() == []
    names = json.loads((vendor.TARGET / vendor.CHECKSUMS).read_text(encoding="utf-8"))
    assert "yasgui/yasgui.min.js" in names
    assert "licences/vis-network/LICENSE-MIT" in names
    assert "licences/codemirror/LICENSE" in names


def test_a_change_is_noticed(tmp_path: Path) -> None:
    """One byte more, or a file gone."""
    vendor.copy_all(target=tmp_path / "vendor")
    with (tmp_path / "vendor/yasgui/yasgui.min.js").open("ab") as file:
        file.write(b" ")
    (tmp_path / "vendor/yasgui/yasgui.min.css").unlink()
    assert vendor.verify(tmp_path / "vendor") == ["yasgui/yasgui.min.css", "yasgui/yasgui.min.js"]


def test_a_library_that_is_not_installed_is_named(tmp_path: Path) -> None:
    """With what to do about it."""
    with pytest.raises(vendor.VendorError, match="npm ci"):
        vendor.copy_all(modules=tmp_path, target=tmp_path / "vendor")
    with pytest.raises(vendor.VendorError, match="make setup"):
        vendor.verify(tmp_path / "nothing")


def test_no_copied_file_asks_for_another() -> None:
    """No source map, no font or style from elsewhere."""
    for path in vendor.TARGET.glob("*/*.css"):
        text = path.read_text(encoding="utf-8")
        assert "@import" not in text
        assert "url(http" not in text
    for path in vendor.TARGET.glob("*/*.js"):
        if path.is_dir():
            continue
        assert "\n//# sourceMappingURL=" not in path.read_text(encoding="utf-8")

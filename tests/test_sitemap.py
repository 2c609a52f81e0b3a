"""A site map of more addresses than one file may hold."""

import re

import sites

from sitegen.formats import sitemap


def addresses(path):
    return re.findall("<loc>([^<]+)</loc>", path.read_text(encoding="utf-8"))


def test_more_addresses_than_one_file_may_hold_stand_in_several(tmp_path, monkeypatch):
    sites.run(tmp_path / "one")
    whole = addresses(tmp_path / "one/build/tallkoping/sitemap.xml")
    monkeypatch.setattr(sitemap, "LIMIT", 7)
    sites.run(tmp_path / "many")
    top = tmp_path / "many/build/tallkoping"
    listed = addresses(top / "sitemap.xml")
    assert len(whole) > 14
    assert listed[0] == "https://stod.example.com/tallkoping/sitemap-1.xml"
    assert "<sitemapindex" in (top / "sitemap.xml").read_text(encoding="utf-8")
    parts = [addresses(top / address.rpartition("/")[2]) for address in listed]
    assert [address for part in parts for address in part] == whole
    assert max(len(part) for part in parts) == 7
    assert "sitemap-1.xml" not in (top / "offline.json").read_text(encoding="utf-8")

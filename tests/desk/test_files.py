"""What a folder or a zip holds: every file named, only plain ones read, nothing taken out."""

import gc
import io
import os
import stat
import struct
import zipfile
from pathlib import Path

import pytest

from whosaysso.desk import files
from whosaysso.desk.files import NotReadError, files_in


def packed(entries: dict[str, bytes], how=zipfile.ZIP_DEFLATED) -> bytes:
    """A zip with these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return out.getvalue()


def seen(source) -> dict[str, bytes | str]:
    """Each file's content, or why there is none."""
    found = {}
    for handed in files_in(source):
        try:
            found[handed.path] = handed.read()
        except NotReadError as refused:
            found[handed.path] = str(refused)
    return found


def zipped(tmp_path, data: bytes) -> dict[str, bytes | str]:
    """What a zip of these bytes gives."""
    (tmp_path / "in.zip").write_bytes(data)
    return seen(tmp_path / "in.zip")


def test_every_file_is_found(tmp_path):
    """Files of any name are found, in folders and in zips and in a zip in a zip, in the order of their names."""
    (tmp_path / "class").mkdir()
    for name in ("X.JSON", "class/x.json.txt", "notes.pdf", ".DS_Store"):
        (tmp_path / name).write_bytes(b"{}")
    (tmp_path / "late.ZIP").write_bytes(packed({"a/b.json": b"1", "two.zip": packed({"c.json": b"2"})}))
    assert seen(tmp_path) == {
        ".DS_Store": b"{}",
        "X.JSON": b"{}",
        "late.ZIP/a/b.json": b"1",
        "late.ZIP/two.zip/c.json": b"2",
        "notes.pdf": b"{}",
        "class/x.json.txt": b"{}",
    }
    assert [handed.path for handed in files_in(tmp_path) if handed.system] == [".DS_Store"]


def test_only_plain_files_are_read(tmp_path):
    """A pipe, a socket's like, a link to a file or a folder are named with the reason, and nothing waits for them."""
    os.mkfifo(tmp_path / "pipe.json")
    os.mkfifo(tmp_path / "pipe.zip")
    (tmp_path / "real").mkdir()
    (tmp_path / "link.json").symlink_to("/etc/hostname")
    (tmp_path / "folder").symlink_to(tmp_path / "real", target_is_directory=True)
    (tmp_path / "zero.json").symlink_to("/dev/zero")
    link, special = "this is a link, which is not followed", "this is not a plain file"
    assert seen(tmp_path) == {
        "folder": link,
        "link.json": link,
        "pipe.json": special,
        "pipe.zip": special,
        "zero.json": link,
    }


def test_no_link_is_followed_that_comes_later(tmp_path, monkeypatch):
    """A link that takes the place of a file after it was looked at is not followed either."""
    (tmp_path / "real.txt").write_bytes(b"secret")
    (tmp_path / "link.json").symlink_to(tmp_path / "real.txt")
    monkeypatch.setattr(Path, "is_symlink", lambda _: False)
    assert seen(tmp_path)["link.json"] == "this file cannot be read (Too many levels of symbolic links)"


def test_a_name_that_is_no_utf_8_is_read(tmp_path):
    """A file whose name somebody's zip program wrote in another encoding is read like any other."""
    (tmp_path / os.fsdecode(b"M\xfcller.json")).write_bytes(b"{}")
    assert [*seen(tmp_path).values()] == [b"{}"]


def test_folder_that_cannot_be_read_is_told(tmp_path, monkeypatch):
    """A folder that is locked is named, and the rest is read."""
    (tmp_path / "locked").mkdir()
    (tmp_path / "open.json").write_bytes(b"{}")
    scan = os.scandir

    def locked(path):
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", locked)
    assert seen(tmp_path) == {"open.json": b"{}", "locked": "this folder cannot be read (Permission denied)"}


def test_damaged_zips_are_told(tmp_path):
    """What is no zip, is cut, is locked by a password or is packed in an unknown way is named with a reason."""
    good = packed({"a.json": b"{}" * 99})
    assert zipped(tmp_path, b"no zip") == {"the zip": "this is not a zip, or it is damaged"}
    assert zipped(tmp_path, good[:-30]) == {"the zip": "this is not a zip, or it is damaged"}
    assert zipped(tmp_path, good.replace(good[36:40], b"\xff" * 4, 1))["a.json"] == "this file is damaged in the zip"
    middle = good.index(b"PK\x01\x02")
    locked = bytearray(good)
    locked[middle + 8] |= 1
    assert zipped(tmp_path, bytes(locked))["a.json"] == "this file is locked with a password"
    odd = bytearray(good)
    odd[8:10] = odd[middle + 10 : middle + 12] = struct.pack("<H", 97)
    assert zipped(tmp_path, bytes(odd))["a.json"] == "this file is damaged in the zip"


def test_zips_have_limits(tmp_path, monkeypatch):
    """A zip with too many files, or one that would fill the memory, is refused whole; one such file alone, itself."""
    bomb = packed({"bomb.json": b" " * 3_000_000})
    assert "far more than a class" in zipped(tmp_path, bomb)["the zip"]
    beside = packed({"bomb.json": b" " * 3_000_000, "noise.bin": os.urandom(60_000)})
    assert "packed more tightly" in zipped(tmp_path, beside)["bomb.json"]
    monkeypatch.setattr(files, "MOST", 2)
    assert "far more than a class" in zipped(tmp_path, packed(dict.fromkeys("abc", b"x")))["the zip"]


def test_zips_too_deep_are_told(tmp_path, monkeypatch):
    """A zip in a zip in a zip is not opened, since two is the limit."""
    deep = packed({"1.zip": packed({"2.zip": packed({"a.json": b"{}"})})})
    assert zipped(tmp_path, deep) == {"1.zip/2.zip": "this zip lies too deep in others"}
    monkeypatch.setattr(files, "DEEPEST", 3)
    assert zipped(tmp_path, deep) == {"1.zip/2.zip/a.json": b"{}"}


def test_nothing_leaves_the_zip(tmp_path):
    """Names that climb out of a folder, links, and names that stand twice are read as names and write nothing."""
    link = zipfile.ZipInfo("link.json")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("../../out.json", b"1")
        archive.writestr(link, b"/etc/passwd")
        archive.writestr("twice.json", b"2")
        archive.writestr("twice.json", b"3")
    found = zipped(tmp_path, out.getvalue())
    assert found == {
        "../../out.json": b"1",
        "link.json": "this is a link, which is not followed",
        "twice.json": b"2",
        "twice.json (2)": b"3",
    }
    assert [path.name for path in tmp_path.iterdir()] == ["in.zip"]


def test_a_name_that_is_no_utf_8_can_be_written_down(tmp_path):
    """A byte of a name that is not UTF-8 stands in the path as itself, and the file is read."""
    (tmp_path / "Ann\udcff.json").write_text("{}", encoding="utf-8")
    (handed,) = files_in(tmp_path)
    assert handed.path == "Ann\\xff.json" and handed.read() == b"{}"


FAR_MORE = "this zip holds far more than a class can have handed in"
TIGHT = "this file is packed more tightly than answers can be"


@pytest.mark.parametrize(
    ("data", "how", "tightest", "found"),
    [
        (b"x" * 100, zipfile.ZIP_STORED, 0.5, {"a": TIGHT}),
        (b"x" * 101, zipfile.ZIP_STORED, 0.5, {"the zip": FAR_MORE}),
        (b"x" * 100, zipfile.ZIP_STORED, 1, {"a": b"x" * 20}),
        (b"x" * 100, zipfile.ZIP_DEFLATED, 1, {"a": b"x" * 20}),
        (b"x" * 101, zipfile.ZIP_DEFLATED, 1, {"a": TIGHT}),
    ],
    ids=["half", "over-half", "as-large", "small", "over-small"],
)
def test_how_tight_is_too_tight(tmp_path, monkeypatch, data, how, tightest, found):
    """A zip, and a file in it, may hold so many times its bytes and no more; of a large file one byte more is read."""
    monkeypatch.setattr(files, "TIGHTEST", tightest)
    monkeypatch.setattr(files, "LARGEST", 19)
    monkeypatch.setattr(files, "MOST", 1)
    assert zipped(tmp_path, packed({"a": data}, how)) == found


def test_large_file_in_a_folder_is_read_to_its_limit(tmp_path, monkeypatch):
    """Of a file that is too large, one byte more than is taken is read, so that it is known to be so."""
    monkeypatch.setattr(files, "LARGEST", 19)
    (tmp_path / "a.json").write_bytes(b"x" * 99)
    assert seen(tmp_path) == {"a.json": b"x" * 20}


def test_zips_in_zips_are_named(tmp_path, monkeypatch):
    """What stands in an inner zip is called by both; a damaged one is called by its path, and so is one too large."""
    inner = packed({"/X.json": b"1", "~$b.json": b"", "__MACOSX/b.json": b"", "Thumbs.db": b"", "x/.a/b.txt": b""})
    monkeypatch.setattr(files, "LARGEST_ZIP", len(inner))
    large = packed({"a": os.urandom(999)})
    all_of = {"a/in.zip": inner, "a/bad.ZIP": b"PK", "a/large.zip": large, "a/._in.zip": b""}
    (tmp_path / "all.zip").write_bytes(packed(all_of))
    assert list(seen(tmp_path).items()) == [
        ("all.zip/a/._in.zip", b""),
        ("all.zip/a/bad.ZIP", NO_ZIP),
        ("all.zip/a/in.zip/X.json", b"1"),
        ("all.zip/a/in.zip/Thumbs.db", b""),
        ("all.zip/a/in.zip/__MACOSX/b.json", b""),
        ("all.zip/a/in.zip/x/.a/b.txt", b""),
        ("all.zip/a/in.zip/~$b.json", b""),
        ("all.zip/a/large.zip", NO_ZIP),
    ]
    assert [handed.name for handed in files_in(tmp_path) if handed.system] == [
        "._in.zip",
        "Thumbs.db",
        "b.json",
        "~$b.json",
    ]


NO_ZIP = "this is not a zip, or it is damaged"


def test_many_zips_are_read_with_few_of_them_open(tmp_path, monkeypatch):
    """The files of many zips can be read in any order: three stay open, not more, and in the end none."""
    for name in "abcdef":
        (tmp_path / f"{name}.zip").write_bytes(packed({"1.json": name.encode(), "2.json": b""}))
    handed = [*files_in(tmp_path)]
    for each in (*handed, *reversed(handed)):
        assert each.read() == (each.path[0].encode() if each.name == "1.json" else b"")
        assert len(files._Zip._open) <= 3
    opened = []
    monkeypatch.setattr(zipfile, "ZipFile", lambda path, real=zipfile.ZipFile: opened.append(path) or real(path))
    for each in (*handed[6:], *handed[6:]):
        each.read()
    assert [path.name for path in opened] == ["d.zip", "e.zip", "f.zip"]
    del each
    handed.clear()
    gc.collect()
    assert not files._Zip._open


def test_zip_that_goes_away_is_told(tmp_path, monkeypatch):
    """A file that somebody takes away while the folder is read is named, and nothing stops."""
    monkeypatch.setattr(os, "walk", lambda *_, **__: [(str(tmp_path), [], ["gone.zip"])])
    assert seen(tmp_path) == {"gone.zip": "this file cannot be read (No such file or directory)"}

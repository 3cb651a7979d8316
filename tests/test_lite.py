"""What ``make lite`` puts into its site, without a network: figures where they can be had, and a lock of all wheels."""

import importlib.util
import json
from hashlib import sha256
from zipfile import ZipFile

import pytest

from tests.conftest import ROOT


@pytest.fixture
def lite(tmp_path, monkeypatch):
    """The module of the build, with a folder for Pyodide and another one that stands for Pyodide's own packages."""
    about = importlib.util.spec_from_file_location("lite_build", ROOT / "lite" / "build.py")
    module = importlib.util.module_from_spec(about)
    about.loader.exec_module(module)
    for name in ("pyodide", "distribution"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(module, "PYODIDE", tmp_path / "pyodide")
    monkeypatch.setattr(module, "DISTRIBUTION", (tmp_path / "distribution").as_uri())
    return module


def wheel(path, name: str, *parts: str) -> None:
    """A small wheel."""
    with ZipFile(path, "w") as made:
        for part in parts:
            made.writestr(part, "")
        made.writestr(f"{name}-1.0.dist-info/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")


def test_figures_come_where_they_can_be_had(lite, tmp_path, capsys):
    """Matplotlib comes with what it needs; of what is not there nothing comes, and that is said;
    another file than the lock's ends the build.
    """
    there, own = tmp_path / "distribution", {}
    for name, depends in (("matplotlib", ["numpy"]), ("numpy", []), ("pandas", ["numpy"])):
        wheel(there / f"{name}.whl", name, f"{name}/__init__.py")
        digest = sha256((there / f"{name}.whl").read_bytes()).hexdigest()
        own[name] = {"name": name, "file_name": f"{name}.whl", "sha256": digest, "depends": depends}
    (lite.PYODIDE / "pyodide-lock.json").write_text(json.dumps({"info": {}, "packages": own}), encoding="utf-8")
    wheel(lite.PYODIDE / "a.whl", "A_Package", "a/__init__.py", "a/b.py")
    (there / "numpy.whl").rename(there / "away")
    assert lite.figures(own) == {} and "Without figures" in capsys.readouterr().out
    assert not (lite.PYODIDE / "matplotlib.whl").exists()
    (there / "away").rename(there / "numpy.whl")
    assert sorted(lite.lock()) == ["a-package", "matplotlib", "numpy"]
    locked = json.loads((lite.PYODIDE / "pyodide-lock.json").read_text(encoding="utf-8"))["packages"]
    assert (locked["a-package"]["imports"], locked["a-package"]["version"]) == (["a"], "1.0")
    assert all(sha256((lite.PYODIDE / e["file_name"]).read_bytes()).hexdigest() == e["sha256"] for e in locked.values())
    (there / "numpy.whl").write_bytes(b"another")
    with pytest.raises(SystemExit, match="is not the one"):
        lite.figures(own)


def test_parts_in_c_are_left_out(lite, tmp_path):
    """A wheel that does without its parts in C is put there for any Python, under such a name."""
    wheel(tmp_path / "pyyaml-6.0.3-cp311-cp311-manylinux.whl", "pyyaml", "yaml/__init__.py", "yaml/_yaml.so")
    lite.without_c(tmp_path / "pyyaml-6.0.3-cp311-cp311-manylinux.whl")
    (made,) = lite.PYODIDE.iterdir()
    assert made.name == "pyyaml-6.0.3-py3-none-any.whl"
    assert [one for one in ZipFile(made).namelist() if one.startswith("yaml/")] == ["yaml/__init__.py"]

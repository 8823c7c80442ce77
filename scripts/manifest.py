"""Write the checksums of the data files into MANIFEST.toml; origin and licence of known files stay.

usage: python scripts/manifest.py
"""

import hashlib
import pathlib
import tomllib

ROOT = pathlib.Path(__file__).resolve().parent.parent / "src" / "sijill" / "_data"
PATH = ROOT / "MANIFEST.toml"
OURS = {"origin": "written for Sijill", "licence": "Apache-2.0"}


def main() -> None:
    known = tomllib.loads(PATH.read_text(encoding="utf-8")) if PATH.exists() else {}
    lines = ["# where each data file comes from; checksums by scripts/manifest.py", ""]
    for path in sorted(ROOT.rglob("*")):
        name = path.relative_to(ROOT).as_posix()
        if not path.is_file() or path.suffix in {".py", ".pyc"} or name == "MANIFEST.toml":
            continue
        entry = known.get(name, OURS)
        lines += [
            f'["{name}"]',
            f'origin = "{entry["origin"]}"',
            f'licence = "{entry["licence"]}"',
            f'sha256 = "{hashlib.sha256(path.read_bytes()).hexdigest()}"',
            "",
        ]
    PATH.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()

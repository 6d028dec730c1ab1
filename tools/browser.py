"""Makes sure the browser tests find a Chromium: the system's, Playwright's, or one installed now.

Prints where it is. Where none can be had the tests that need one are skipped, each saying so; that is not a failure
of the code, but CI should not be content with it, so with ``CI`` set the exit status is 1.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome")


def find() -> str | None:
    for name in NAMES:
        if path := shutil.which(name):
            return path
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install() -> None:
    """By the system's packages where we may, else by Playwright's own download."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"]):
            if subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode:
                break
        else:
            return
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def main() -> int:
    found = find()
    if found is None:
        print("no Chromium yet; installing one for the browser tests", file=sys.stderr)
        install()
        found = find()
    if found is None:
        print("no Chromium could be installed; the browser tests will be skipped (install one and run again)")
        return 1 if os.environ.get("CI") else 0
    print(f"browser tests use {found}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

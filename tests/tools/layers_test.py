"""The layer test on made-up builds: what it must find, and what it must leave alone."""

import unittest

import script

layers = script.load("layers")

RECORDS = """\
server/log/CMakeFiles/log.dir/log.cpp.o: #deps 3, deps mtime 1 (VALID)
    /usr/lib/llvm-19/lib/clang/19/share/asan_ignorelist.txt
    /top/server/log/log.cpp
    /top/server/log/log.hpp
    /usr/include/rocksdb/db.h

tools/CMakeFiles/gone.dir/gone.cpp.o: #deps 1, deps mtime 1 (STALE)
    /top/tools/gone.cpp

/elsewhere/other.cpp.o: #deps 1, deps mtime 1 (VALID)
    /elsewhere/other.cpp

"""


def faults(files, saw=()):
    """The faults of a build of one unit, the first of the files, that sees all of them and `saw`."""
    unit = next(iter(files))
    return layers.check({unit: [*files, *saw]}, lambda path: files.get(path, ""))


class Reading(unittest.TestCase):
    def test_given_ninjas_records_then_only_live_units_of_the_project_count(self):
        units = layers.units_of_records(RECORDS, "/top")
        self.assertEqual(units, {"server/log/log.cpp": [
            "/usr/lib/llvm-19/lib/clang/19/share/asan_ignorelist.txt",
            "server/log/log.cpp", "server/log/log.hpp", "/usr/include/rocksdb/db.h"]})

    def test_given_a_path_then_its_box(self):
        self.assertEqual(layers.box_of("server/log/log.hpp"), "log")
        self.assertEqual(layers.box_of("domain/core/time.hpp"), "domain")
        self.assertEqual(layers.box_of("tests/log/log_test.cpp"), "tests")
        self.assertIsNone(layers.box_of("server/version.hpp"))
        self.assertIsNone(layers.box_of("build/release/generated/assets.hpp"))

    def test_given_the_table_then_it_names_only_boxes_and_libraries_that_it_knows(self):
        for box, (boxes, libraries) in layers.ARROWS.items():
            for other in boxes:
                self.assertIn(other, [*layers.ARROWS, "below"], box)
            for library in libraries:
                self.assertIn(library, [*layers.LIBRARIES, "any"], box)

    def test_given_the_table_then_no_arrow_leads_back(self):
        for box in layers.ARROWS:
            for other in layers.boxes_allowed(box) - {box}:
                self.assertNotIn(box, layers.boxes_reachable(other), f"{box} and {other}")


class Arrows(unittest.TestCase):
    def test_given_an_allowed_include_then_no_fault(self):
        self.assertEqual(faults({
            "server/app/app.cpp": '#include "server/log/log.hpp"\n#include <boost/asio/post.hpp>\n'
                                  '#include <vector>\n#include <sys/stat.h>\n'
                                  '#include "server/telemetry/log.hpp"\n',
            "server/log/log.hpp": "#pragma once\n"}), [])

    def test_given_an_include_against_the_arrows_then_file_and_line(self):
        self.assertEqual(
            faults({"server/log/log.cpp": '#include <vector>\n\n#include "domain/core/id.hpp"\n'}),
            ["server/log/log.cpp:3: log may not include domain (domain/core/id.hpp)"])
        self.assertEqual(len(faults({"domain/a.cpp": '#include "server/telemetry/log.hpp"\n'})), 1)
        self.assertEqual(len(faults({"server/app/a.cpp": '#include "server/api/b.hpp"\n'})), 1)

    def test_given_a_fault_in_a_header_then_it_is_found_through_the_units_that_see_it(self):
        self.assertEqual(
            faults({"server/net/a.cpp": '#include "server/net/a.hpp"\n',
                    "server/net/a.hpp": '#include "server/records/records.hpp"\n'}),
            ["server/net/a.hpp:1: net may not include records (server/records/records.hpp)"])

    def test_given_a_library_of_another_box_then_a_fault(self):
        self.assertEqual(
            faults({"server/app/app.cpp": "#include <rocksdb/db.h>\n"}),
            ["server/app/app.cpp:1: app may not include rocksdb (<rocksdb/db.h>)"])
        self.assertEqual(len(faults({"domain/a.cpp": "#include <boost/json.hpp>\n"})), 1)
        self.assertEqual(len(faults({"server/api/a.cpp": "#include <boost/beast/http.hpp>\n"})), 1)

    def test_given_a_library_that_the_table_does_not_know_then_a_fault_that_says_so(self):
        self.assertIn("not in the table", faults({"server/app/a.cpp": "#include <pugi/xml.hpp>\n"})[0])

    def test_given_lemon_then_only_in_scheduling(self):
        include = "#include <lemon/network_simplex.h>\n"
        self.assertEqual(faults({"domain/scheduling/solve.cpp": include}), [])
        self.assertEqual(len(faults({"domain/round/round.cpp": include})), 1)

    def test_given_an_include_in_a_comment_then_no_fault(self):
        self.assertEqual(faults({"server/log/a.cpp": '// #include "domain/a.hpp"\n/*\n'
                                                     '#include "domain/a.hpp"\n*/\n'}), [])

    def test_given_tests_then_they_may_include_all(self):
        self.assertEqual(faults({"tests/net/a.cpp": '#include "server/net/a.hpp"\n'
                                                    "#include <boost/beast/http.hpp>\n"}), [])


class Seen(unittest.TestCase):
    def test_given_a_chain_of_arrows_then_what_comes_through_headers_is_fine(self):
        self.assertEqual(faults({"server/api/a.cpp": '#include "server/app/a.hpp"\n',
                                 "server/app/a.hpp": '#include "server/log/log.hpp"\n',
                                 "server/log/log.hpp": ""}), [])

    def test_given_no_chain_then_what_comes_through_a_header_is_a_fault(self):
        self.assertEqual(
            faults({"server/net/a.cpp": "", "domain/core/id.hpp": ""}),
            ["server/net/a.cpp: sees domain/core/id.hpp, and no arrow leads from net to domain"])

    def test_given_beast_through_a_header_then_a_fault_outside_net(self):
        beast = ["/usr/include/boost/beast/http.hpp"]
        self.assertEqual(faults({"server/net/a.cpp": ""}, beast), [])
        self.assertEqual(len(faults({"server/api/a.cpp": ""}, beast)), 1)

    def test_given_a_pure_unit_then_it_sees_only_describe_of_boost(self):
        describe = ["/usr/include/boost/describe/class.hpp", "/usr/include/boost/mp11/list.hpp",
                    "/usr/include/boost/config.hpp", "/usr/include/c++/12/vector"]
        self.assertEqual(faults({"projections/a.cpp": ""}, describe), [])
        self.assertEqual(
            faults({"projections/a.cpp": ""}, ["/usr/include/boost/system/error_code.hpp"]),
            ["projections/a.cpp: is pure and sees Boost's system"])


class Words(unittest.TestCase):
    def test_given_pure_code_that_is_not_then_each_kind_is_found(self):
        for code in ("#include <thread>", "#include <fstream>", "#include <random>",
                     "auto now = std::chrono::system_clock::now();", "time(nullptr);",
                     "int x = rand();", 'getenv("HOME");'):
            self.assertEqual(len(faults({"domain/a.cpp": f"\n{code}\n"})), 1, code)
            self.assertEqual(faults({"server/app/a.cpp": f"\n{code}\n"}), [], code)

    def test_given_words_that_only_look_like_it_then_no_fault(self):
        self.assertEqual(faults({"domain/a.cpp": "Time time(Day day);\nint operand(int);\n"
                                                 "// system_clock::now\n"}), [])

    def test_given_main_then_only_in_tools_and_tests(self):
        code = "int main(int argc, char** argv) {}"
        self.assertEqual(len(faults({"server/main/a.cpp": code})), 1)
        self.assertEqual(faults({"tools/a.cpp": code}), [])
        self.assertEqual(faults({"tests/a.cpp": code}), [])


if __name__ == "__main__":
    unittest.main()

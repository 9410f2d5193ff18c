"""commonweal schedule, as a coordinator's computer runs it: files in, a plan out, and clear words."""

import json
import os
import pathlib
import subprocess
import tempfile
import unittest

PROGRAM = os.environ.get("COMMONWEAL_PROGRAM", "")
SCHOOLS = ["145398", "145321", "145320", "145399", "136668"]


def problem(**changes):
    made = {
        "round": {"mode": "rotation", "swaps": "forbidden", "first_day": "2026-09-07",
                  "last_day": "2026-10-16", "review_days": 2, "team_size": 1},
        "schools": [{"urn": urn, "easting": 356_000 + 1_000 * i, "northing": 171_000,
                     "phase": "Primary", "give": 1, "receive": 1} for i, urn in enumerate(SCHOOLS)],
        "reviewers": [{"id": f"Lead, {urn}", "school": urn, "can_lead": True,
                       "trained_until": "2027-08-31", "capacity": 1} for urn in SCHOOLS],
    }
    made.update(changes)
    return made


@unittest.skipUnless(PROGRAM, "COMMONWEAL_PROGRAM names no program")
class Schedule(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def run_with(self, document, *options):
        at = self.folder / "problem.json"
        at.write_text(document if isinstance(document, str) else json.dumps(document))
        return subprocess.run([PROGRAM, "schedule", str(at), *options], capture_output=True,
                              text=True, timeout=60, check=False)

    def test_a_plan_goes_to_stdout_and_a_summary_to_stderr(self):
        done = self.run_with(problem())
        self.assertEqual(done.returncode, 0, done.stderr)
        plan = json.loads(done.stdout)
        self.assertEqual([plan["placed"], plan["wanted"], plan["optimal"], plan["gap"]],
                         [5, 5, True, 0])
        self.assertEqual(sorted(review["host"] for review in plan["reviews"]), sorted(SCHOOLS))
        self.assertIn("5 of 5 reviews are placed; no plan costs less.", done.stderr)

    def test_the_same_seed_gives_the_same_plan_in_a_file(self):
        plans = []
        for name in ("one.json", "other.json"):
            done = self.run_with(problem(), "--out", str(self.folder / name), "--seed", "7")
            self.assertEqual([done.returncode, done.stdout], [0, ""])
            plan = json.loads((self.folder / name).read_text())
            plan.pop("seconds")
            plans.append(plan)
        self.assertEqual(plans[0], plans[1])
        self.assertEqual(plans[0]["seed"], 7)

    def test_every_pairing_is_among_the_candidates(self):
        changed = problem()
        changed["schools"][0]["trust"] = changed["schools"][1]["trust"] = "a trust"
        at = self.folder / "candidates.json"
        self.assertEqual(self.run_with(changed, "--candidates", str(at)).returncode, 0)
        candidates = json.loads(at.read_text())
        self.assertEqual(len(candidates["allowed"]), 18)
        self.assertEqual([[each["host"], each["reviewing_school"], each["blocked"]]
                          for each in candidates["blocked"]],
                         [[SCHOOLS[0], SCHOOLS[1], ["same_trust"]],
                          [SCHOOLS[1], SCHOOLS[0], ["same_trust"]]])
        self.assertEqual(candidates["allowed"][0]["cost"]["parts"]["travel"], 2)

    def test_what_cannot_be_is_told_and_the_rest_is_planned(self):
        done = self.run_with(problem(locks=[{"host": SCHOOLS[0], "reviewing_school": "999999"}]))
        self.assertEqual(done.returncode, 0)
        plan = json.loads(done.stdout)
        self.assertEqual(plan["placed"], 5)
        self.assertEqual([each["at"] for each in plan["contradictions"]], ["/locks/0"])
        self.assertIn("/locks/0: the review of 145398 is locked and cannot be", done.stderr)

    def test_a_document_with_mistakes_is_refused_with_their_places(self):
        changed = problem()
        changed["schools"][2]["give"] = -1
        changed["round"]["last_day"] = "soon"
        done = self.run_with(changed)
        self.assertEqual([done.returncode, done.stdout], [1, ""])
        self.assertIn("/schools/2/give must be", done.stderr)
        self.assertIn("/round/last_day must be a day such as 2026-03-09", done.stderr)
        self.assertEqual(self.run_with("{").returncode, 1)

    def test_a_plan_that_cannot_be_written_leaves_no_file(self):
        done = self.run_with(problem(), "--out", str(self.folder / "no" / "plan.json"))
        self.assertEqual(done.returncode, 1)
        self.assertIn("cannot write", done.stderr)
        self.assertEqual([each.name for each in self.folder.iterdir()], ["problem.json"])

    def test_no_time_at_all_is_enough_for_a_plan(self):
        done = self.run_with(problem(), "--time-limit", "0")
        self.assertEqual(done.returncode, 0)
        self.assertGreaterEqual(json.loads(done.stdout)["placed"], 3)


if __name__ == "__main__":
    unittest.main()

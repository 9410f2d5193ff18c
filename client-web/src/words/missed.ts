// What happened meanwhile, summed up: "2 visits asked for and 1 review held".
import type { ActivityEntry } from "../api/types";
import { listOf } from "./dates";

const kinds: Record<string, [one: string, many: string]> = {
  "visit-requested": ["visit asked for", "visits asked for"],
  "visit-agreed": ["visit agreed", "visits agreed"],
  "visit-declined": ["visit declined", "visits declined"],
  "visit-dated": ["day set for a visit", "days set for visits"],
  "visit-moved": ["visit moved", "visits moved"],
  "visit-cancelled": ["visit cancelled", "visits cancelled"],
  "visit-held": ["visit held", "visits held"],
  "visit-attested": ["visit entered afterwards", "visits entered afterwards"],
  "visit-held-corrected": ["day of a visit corrected", "days of visits corrected"],
  "visit-reflected": ["reflection written", "reflections written"],
  "visit-return-offered": ["return visit offered", "return visits offered"],
  "visit-made-in-return": ["visit in return for another", "visits in return for others"],
  "visit-return-arranged": ["return visit asked for", "return visits asked for"],
  "visit-return-fell-through": ["return visit fallen through", "return visits fallen through"],
  "visit-return-paid": ["return visit held", "return visits held"],
  "visit-return-waived": ["return visit waived", "return visits waived"],
  "visit-practice-adopted": ["practice taken over", "practices taken over"],
  "visit-practice-followed-up": ["practice followed up", "practices followed up"],
  "review-requested": ["review asked for", "reviews asked for"],
  "review-declined": ["review declined", "reviews declined"],
  "review-team-named": ["review team named", "review teams named"],
  "review-days-agreed": ["review’s days agreed", "reviews’ days agreed"],
  "review-cancelled": ["review cancelled", "reviews cancelled"],
  "review-held": ["review held", "reviews held"],
  "review-attested": ["review entered afterwards", "reviews entered afterwards"],
  "review-held-corrected": ["review’s days corrected", "reviews’ days corrected"],
  "review-report-drafted": ["report written", "reports written"],
  "review-report-answered": ["report answered", "reports answered"],
  "review-report-corrected": ["report corrected", "reports corrected"],
  "review-answer-corrected": ["answer to a report corrected", "answers to reports corrected"],
  "review-closed": ["review closed", "reviews closed"],
  "partnership-proposed": ["partnership proposed", "partnerships proposed"],
  "partnership-accepted": ["partnership accepted", "partnerships accepted"],
  "partnership-attested": ["partnership entered afterwards", "partnerships entered afterwards"],
  "partnership-declined": ["partnership declined", "partnerships declined"],
  "partnership-withdrawn": ["proposal withdrawn", "proposals withdrawn"],
  "partnership-activity-logged": ["activity of partners written down", "activities of partners written down"],
  "partnership-activity-corrected": ["activity of partners corrected", "activities of partners corrected"],
  "partnership-effect-noted": ["effect noted", "effects noted"],
  "partnership-effect-corrected": ["effect corrected", "effects corrected"],
  "partnership-paused": ["partnership paused", "partnerships paused"],
  "partnership-resumed": ["partnership resumed", "partnerships resumed"],
  "partnership-ended": ["partnership ended", "partnerships ended"],
  "meeting-proposed": ["meeting proposed", "meetings proposed"],
  "meeting-day-settled": ["day settled for a meeting", "days settled for meetings"],
  "meeting-moved": ["meeting moved", "meetings moved"],
  "meeting-cancelled": ["meeting cancelled", "meetings cancelled"],
  "meeting-host-changed": ["meeting with a new host", "meetings with a new host"],
  "meeting-attendance-recorded": ["meeting held", "meetings held"],
  "meeting-attendance-corrected": ["attendance corrected", "attendances corrected"],
  "school-linked": ["school named as following another", "schools named as following others"],
  "school-handed-on": ["school handed on", "schools handed on"],
  "school-place-added": ["place added", "places added"],
  "school-joined-group": ["school joined to a trust or federation", "schools joined to trusts or federations"],
  "school-left-group": ["school that left its trust or federation", "schools that left their trust or federation"],
};

export function sayMissed(entries: ActivityEntry[]): string {
  const counts = new Map<string, number>();
  for (const { kind } of entries) {
    const known = kind in kinds ? kind : "other";
    counts.set(known, (counts.get(known) ?? 0) + 1);
  }
  const [one, many] = ["other change", "other changes"];
  return listOf(
    [...counts].map(([kind, number]) => `${number} ${(kinds[kind] ?? [one, many])[number === 1 ? 0 : 1]}`),
  );
}

// Schools that still belong to something although they have closed, or another one followed them.
import { changingSchools } from "../../api/lineage";
import type { ChangingSchool } from "../../api/types";

/** Each once, though a school may be in two of the networks. */
export async function changingIn(networks: string[]): Promise<ChangingSchool[]> {
  const lists = await Promise.all(networks.map(changingSchools));
  const rows = lists.flatMap(({ items }) => items);
  const once = [...new Map(rows.map((row) => [row.school.school, row])).values()];
  return once.sort((a, b) => a.school.name.localeCompare(b.school.name, "en-GB"));
}

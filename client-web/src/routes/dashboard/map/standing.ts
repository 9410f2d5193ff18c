// Where each school stands on the map. Those that would cover each other are moved apart.
import type { Member } from "../../../api/types";
import type { At } from "../layout";
import { isPlaced, kilometres, type Frame, type Placed } from "./frame";
import { spread } from "./spread";

export interface Standing {
  member: Placed;
  /** Where it is drawn, and where it really is. */
  at: At;
  real: At;
  /** Drawn so far from its place that a line leads there. */
  moved: boolean;
}

/** What is moved by less is not seen to be. */
const moved_min_pixels = 4;
/** Two in one yard, or two of whom the register knows the same postcode. */
const same_max_km = 0.05;

export const placedOf = (members: Member[]): Placed[] => members.filter(isPlaced);
export const unplacedOf = (members: Member[]): Member[] => members.filter((member) => !isPlaced(member));

export function standings(members: Placed[], frame: Frame, gap: number): Standing[] {
  const reals = members.map(({ easting, northing }) => ({ x: frame.x(easting), y: frame.y(northing) }));
  const ats = spread(reals, gap);
  return members.map((member, index) => {
    const [at, real] = [ats[index]!, reals[index]!];
    return { member, at, real, moved: Math.hypot(at.x - real.x, at.y - real.y) >= moved_min_pixels };
  });
}

/** Schools that share one place, in the order of the members. */
export function sharing(members: Placed[]): Placed[][] {
  const groups: Placed[][] = [];
  for (const member of members) {
    const group = groups.find(([first]) => first && kilometres(first, member) <= same_max_km);
    if (group) group.push(member);
    else groups.push([member]);
  }
  return groups.filter(({ length }) => length > 1);
}

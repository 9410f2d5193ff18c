// The places of schools as rows: for the table beside the map, and for its file.
import type { Member } from "../../../api/types";
import { isPlaced, kilometres } from "./frame";

export interface PlaceRow extends Member {
  /** As the crow flies, to the school that is chosen. */
  km?: number | undefined;
}

export function placeRows(members: Member[], chosen: string | null): PlaceRow[] {
  const from = members.filter(isPlaced).find(({ school }) => school === chosen);
  return members.map((member) => ({ ...member, km: from && isPlaced(member) ? kilometres(from, member) : undefined }));
}

export const placeHead = ["urn", "school", "local_authority", "easting", "northing", "km_to_chosen_school"];

export const placeCells = ({ school, name, local_authority, easting, northing, km }: PlaceRow): string[] => [
  school, name, local_authority, String(easting ?? ""), String(northing ?? ""), km?.toFixed(3) ?? "",
];

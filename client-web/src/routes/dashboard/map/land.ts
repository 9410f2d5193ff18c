// The authorities and their boundaries: loaded when a map is first looked at, and drawn where they
// are in sight.
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { At } from "../layout";
import type { Frame, Spot } from "./frame";
import { boxOf, hasRoom, type Box, type Name } from "./names";

type Ring = [number, number][];

export interface Authority {
  name: string;
  /** Outer and inner, by the even-odd rule. */
  rings: Ring[];
  west: number;
  east: number;
  south: number;
  north: number;
}

type Boundaries = Topology<{ authorities: GeometryCollection<{ name: string }> }>;

let loading: Promise<Authority[]> | undefined;

/** Once; a loading that failed is tried again by the next who asks. */
export function loadAuthorities(): Promise<Authority[]> {
  loading ??= import("./boundaries.json?raw").then(
    (file) => authoritiesOf(JSON.parse(file.default) as Boundaries),
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

function authoritiesOf(topology: Boundaries): Authority[] {
  return feature(topology, topology.objects.authorities).features.flatMap(({ geometry, properties }) => {
    if (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon") return [];
    const rings = (geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat()) as Ring[];
    return [{ name: properties.name, rings, ...extent(rings.flat()) }];
  });
}

function extent(points: Ring): Pick<Authority, "west" | "east" | "south" | "north"> {
  const [eastings, northings] = [points.map(([easting]) => easting), points.map(([, northing]) => northing)];
  return { west: Math.min(...eastings), east: Math.max(...eastings), south: Math.min(...northings), north: Math.max(...northings) };
}

export const inSight = (all: Authority[], frame: Frame): Authority[] =>
  all.filter(({ west, east, south, north }) => west < frame.east && east > frame.west && south < frame.north && north > frame.south);

export function outline({ rings }: Authority, frame: Frame): string {
  const at = ([easting, northing]: [number, number]) => `${frame.x(easting).toFixed(1)} ${frame.y(northing).toFixed(1)}`;
  return rings.map((ring) => `M${ring.map(at).join("L")}Z`).join("");
}

/** Whether a spot is within its boundaries: as often crossed as not on the way out. */
export function holds({ rings }: Authority, { easting, northing }: Spot): boolean {
  let odd = false;
  for (const ring of rings)
    for (const [index, [x, y]] of ring.entries()) {
      const [x2, y2] = ring[index - 1] ?? ring[ring.length - 1]!;
      if (y > northing !== y2 > northing && easting < x + ((northing - y) / (y2 - y)) * (x2 - x)) odd = !odd;
    }
  return odd;
}

const columns = 14;
const rows = 12;
/** One that shows at fewer of the points that are looked at is too small for its name. */
const points_min = 3;

/** The names of the authorities in sight, each near the middle of the part that one sees, where there is room. */
export function namesOfLand(land: Authority[], frame: Frame, taken: Box[]): Name[] {
  return land.flatMap((authority) => {
    const seen = pointsIn(authority, frame);
    if (seen.length < points_min) return [];
    const name = nearestMiddle(seen)
      .map(({ x, y }) => ({ key: authority.name, text: authority.name, x, y, anchor: "middle" as const }))
      .find((tried) => hasRoom(boxOf(tried), taken, frame));
    if (name) taken.push(boxOf(name));
    return name ? [name] : [];
  });
}

function pointsIn(authority: Authority, frame: Frame): At[] {
  const found = [];
  for (let column = 0.5; column < columns; column += 1)
    for (let row = 0.5; row < rows; row += 1) {
      const [x, y] = [(column * frame.width) / columns, (row * frame.height) / rows];
      const spot = { easting: frame.west + x * frame.metres, northing: frame.north - y * frame.metres };
      if (within(authority, spot) && holds(authority, spot)) found.push({ x, y });
    }
  return found;
}

const within = ({ west, east, south, north }: Authority, { easting, northing }: Spot) =>
  easting >= west && easting <= east && northing >= south && northing <= north;

function nearestMiddle(points: At[]): At[] {
  const mean = (numbers: number[]) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
  const [x, y] = [mean(points.map((point) => point.x)), mean(points.map((point) => point.y))];
  const away = (point: At) => Math.hypot(point.x - x, point.y - y);
  return [...points].sort((a, b) => away(a) - away(b));
}

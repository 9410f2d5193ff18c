// A route's pattern held against a path: "/visits/:id" and "/visits/vis_1" give { id: "vis_1" }.

export type Parameters = Record<string, string>;

export function match(pattern: string, path: string): Parameters | null {
  const wanted = pattern.split("/").filter(Boolean);
  const given = path.split("/").filter(Boolean);
  if (wanted.length !== given.length) return null;
  const found: Parameters = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? "";
    if (part.startsWith(":")) found[part.slice(1)] = decode(value);
    else if (part !== value) return null;
  }
  return found;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// Arrows walk from the search of the service bar through what was found, and back.

export const results = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("[data-part=found] .lines a")];

/** Takes the key where it walks; from the first result upwards is the search again. */
export function walk(event: KeyboardEvent): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const box = document.getElementById("site-search");
  const stops = [...(box ? [box] : []), ...results()];
  const at = stops.indexOf(event.target as HTMLElement);
  const next = at < 0 ? undefined : stops[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

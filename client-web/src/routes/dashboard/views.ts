// The views of a dashboard, as its address names them. "network" and "map" are two pictures of the first one.

export const views = [
  { view: "", text: "Overview" },
  { view: "calendar", text: "Calendar" },
  { view: "overdue", text: "Overdue" },
  { view: "ledger", text: "Ledger" },
] as const;

export type ShownView = (typeof views)[number]["view"];

/** What is not known shows the overview. */
export const shownView = (asked: string | null): ShownView => views.find(({ view }) => view === asked)?.view ?? "";

// Asking for a visit, or for one in return: what the address says already, what is missing, and what is sent.
import type { Theme, VisitDetail, VisitRequest } from "../../api/types";
import { filled, need, typed } from "../../forms/action";
import type { FieldError, Values } from "../../stores/form.svelte";

export interface Asking {
  /** The earlier visit that this one returns; none for any other visit. */
  returns: string;
  /** A return visit goes the other way: its schools are not to be chosen. */
  fixed?: { guest: string; host: string };
  /** Where a draft is kept: what is typed for one return does not turn up in another. */
  draft: string;
  blank: Values;
}

export function askingOf(query: URLSearchParams, mySchools: string[]): Asking {
  const wanted = (name: string) => query.get(name) ?? "";
  const [returns, guest, host] = [wanted("returns"), wanted("guest"), wanted("host")];
  const rest = { network: wanted("network"), theme: wanted("theme"), note: "" };
  if (returns && guest && host) return { returns, fixed: { guest, host }, draft: `new-visit.${host}.${guest}.${returns}`, blank: rest };
  const first = mySchools.includes(guest) || mySchools.length === 0 ? guest : (mySchools[0] ?? "");
  const blank = { ...rest, guest: first, host, host_sought: "", reciprocal: "" };
  return { returns, draft: ["new-visit", host, returns].filter(Boolean).join("."), blank };
}

/** The form for the return of this visit, with all that is known of it. */
export function returnAddress({ id, guest, host, network, theme }: VisitDetail): string {
  return `/visits/new?${new URLSearchParams({ returns: id, guest: host, host: guest, network, theme }).toString()}`;
}

/** `values`: with the fixed schools among them. A theme of another network is none. */
export function faultsOf(values: Values, themes: Theme[]): FieldError[] {
  const theme = themes.some(({ code }) => code === values.theme) ? values : {};
  return [
    ...need(values, "guest", "Choose the school that visits"),
    ...need(values, "network", "Choose the network"),
    ...need(values, "host", "Choose the school to visit"),
    ...(values.host && values.host === values.guest ? [{ field: "host", text: "A school does not visit itself: choose another" }] : []),
    ...need(theme, "theme", "Choose what the visit is about"),
  ];
}

export function requestOf(values: Values, returns: string): VisitRequest {
  return {
    guest: typed(values, "guest"),
    host: typed(values, "host"),
    theme: typed(values, "theme"),
    ...filled(values, "note", "network"),
    ...(returns ? { returns } : values.reciprocal ? { reciprocal: true } : {}),
  };
}

// Proposing a meeting: for which clusters one may, who may host, what is missing, and what is sent.
import type { ClusterSummary, HostInTurn, MeetingMode, MeetingPropose, NetworkSummary, OpenDay } from "../../api/types";
import { filled, need, typed } from "../../forms/action";
import { readDays, type DayChoice } from "../../forms/days";
import type { FieldError, Values } from "../../stores/form.svelte";
import { sayDay } from "../../words/dates";
import { sayOpenDay } from "../../words/meetings";

export const days_max = 10;

/** Whether somebody coordinates a cluster, or the network that it is in. */
export const coordinates = (coordinated: string[], { id, network }: Pick<ClusterSummary, "id" | "network">) =>
  coordinated.includes(id) || coordinated.includes(network);

/** Those that one coordinates, and those that one's schools belong to. */
export function clustersToPlan(networks: NetworkSummary[], ofMySchools: string[], coordinated: string[]): ClusterSummary[] {
  return networks.flatMap(({ clusters }) => clusters).filter((cluster) => ofMySchools.includes(cluster.id) || coordinates(coordinated, cluster));
}

/** Only a coordinator asks another school to host. */
export const hostsToChoose = (hosts: HostInTurn[], mySchools: string[], coordinator: boolean) =>
  coordinator ? hosts : hosts.filter(({ school }) => mySchools.includes(school));

export function sayLastHosted({ last_hosted }: HostInTurn, today: string): string {
  if (!last_hosted) return "Has not hosted yet";
  return `${last_hosted < today ? "Last hosted on" : "Hosts on"} ${sayDay(last_hosted)}`;
}

/** A day on which the host is on holiday cannot be chosen; one that was chosen for another host can be taken back. */
export function choicesOf(days: OpenDay[], nameOf: (urn: string) => string, host = "", chosen: string[] = []): DayChoice[] {
  return days.map((row) => {
    if (row.holiday) return { day: row.day, blocked: `Bank holiday: ${row.holiday}` };
    if (!row.closed.includes(host)) return { day: row.day, hint: sayOpenDay(row, nameOf) };
    const away = `${nameOf(host)}, the host, is on holiday`;
    return chosen.includes(row.day) ? { day: row.day, hint: `${away}: choose another day` } : { day: row.day, blocked: away };
  });
}

/** A draft may hold days that have passed meanwhile. */
export const daysOf = (values: Values, today: string) => readDays(values.days ?? "").filter((day) => day >= today);

export function faultsOf(values: Values, today: string): FieldError[] {
  const days = daysOf(values, today);
  return [
    ...need(values, "cluster", "Choose the cluster that meets"),
    ...(values.cluster ? need(values, "host", "Choose the school that hosts") : []),
    ...need(values, "mode", "Choose how the cluster meets"),
    ...(values.cluster && days.length === 0 ? [{ field: "days", text: "Choose at least one day" }] : []),
    ...(days.length > days_max ? [{ field: "days", text: `Choose at most ${days_max} days` }] : []),
  ];
}

export function proposalOf(values: Values, today: string): MeetingPropose {
  return {
    cluster: typed(values, "cluster"),
    host: typed(values, "host"),
    mode: typed(values, "mode") as MeetingMode,
    days: daysOf(values, today),
    ...filled(values, "agenda"),
  };
}

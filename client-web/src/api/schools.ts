// Schools, networks and clusters: to find, to list and to name them.
import { get } from "./http";
import type { ClusterSummary, DashboardView, List, NetworkSummary, SchoolPageView, SchoolSummary } from "./types";

export interface SchoolQuery {
  q?: string;
  la?: string;
  phase?: string;
  network?: string;
  cluster?: string;
  cursor?: string;
  limit?: number;
}

export const findSchools = (query: SchoolQuery, signal?: AbortSignal) =>
  get<List<SchoolSummary>>("/schools", { ...query }, signal);
export const schoolPage = (urn: string) => get<SchoolPageView>(`/schools/${urn}`);
export const networks = () => get<List<NetworkSummary>>("/networks");
export const network = (id: string) => get<NetworkSummary>(`/networks/${id}`);
export const cluster = (id: string) => get<ClusterSummary>(`/clusters/${id}`);
export const dashboard = (of: "networks" | "clusters", id: string) =>
  get<DashboardView>(`/${of}/${id}/dashboard`);

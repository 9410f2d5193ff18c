// Schools, networks and clusters: to find, to list and to name them.
import { get, read } from "./http";
import type { ClusterSummary, DashboardView, List, NetworkSummary, Read, SchoolPageView, SchoolSummary } from "./types";

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

// As they were known at a moment: a position, a day or an instant.
export const schoolPageAt = (urn: string, at: string): Promise<Read<SchoolPageView>> => read(`/schools/${urn}`, { at });
export const networkAt = (id: string, at: string) => get<NetworkSummary>(`/networks/${id}`, { at });
export const dashboardAt = (of: "networks" | "clusters", id: string, at: string): Promise<Read<DashboardView>> =>
  read(`/${of}/${id}/dashboard`, { at });

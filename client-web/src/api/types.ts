// The server's own types, under the names that this client uses, and the shapes of the API around
// them. Everything here comes from the described structs of the server: where they differ, the
// build fails.
import type { NetworkSummary, ReviewDetail, Role, SchoolSummary, VisitDetail } from "../generated/schema";

export type {
  ActivityEntry,
  Balance,
  ClusterSummary,
  Counts,
  DashboardChange,
  DashboardView,
  Link,
  Member,
  NetworkSummary,
  ReviewCounts,
  ReviewDetail,
  ReviewStage,
  ReviewSummary,
  Role,
  SchoolPageChange,
  SchoolPageView,
  SchoolSummary,
  Side,
  TeamMember,
  TeamRole,
  Theme,
  VisitCounts,
  VisitDetail,
  VisitStage,
  VisitSummary,
} from "../generated/schema";

/** Words about or by a person: themselves, or the fact that they were erased. */
export type Personal = string | { erased: true };

export interface Person {
  id: string;
  name?: Personal;
  roles: Role[];
}

export interface Session {
  csrf_token: string;
  person: Person;
}

export interface List<T> {
  items: T[];
  next?: string;
}

/** What a write came to. */
export interface Written {
  id: string;
  version: number;
  position: number;
  events: { position: number; kind: string }[];
}

export interface LogHead {
  size: number;
  root?: string;
  at?: string;
}

/** A value together with the ETag under which it was read. */
export interface Read<T> {
  value: T;
  etag: string | null;
}

export type Networks = List<NetworkSummary>;
export type Schools = List<SchoolSummary>;
export type AnyDetail = VisitDetail | ReviewDetail;

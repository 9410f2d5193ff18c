// The server's own types, under the names that this client uses, and the shapes of the API around
// them. Everything here comes from the described structs of the server: where they differ, the
// build fails.
import type { Erased, PersonRole } from "../generated/schema";

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
  PersonRole as Role,
  SchoolPageChange,
  SchoolPageView,
  SchoolSummary,
  ReviewTeamMember as TeamMember,
  ReviewTeamRole as TeamRole,
  NetworkTheme as Theme,
  VisitCounts,
  VisitDetail,
  VisitStage,
  VisitSummary,
} from "../generated/schema";

/** Words about or by a person: themselves, or the fact that they were erased. */
export type Personal = string | Erased;

export interface Person {
  id: string;
  name?: Personal;
  roles: PersonRole[];
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

// The server's own types, under the names that this client uses, and the shapes of the API around
// them. Everything here comes from the described structs of the server: where they differ, the
// build fails.
import type { Erased, PersonView } from "../generated/schema";

export type {
  ActivityEntry,
  AppDone as Written,
  Balance,
  ClusterSummary,
  Counts,
  DashboardChange,
  DashboardView,
  Link,
  Member,
  NetworkSummary,
  PartnershipAccept,
  PartnershipCounts,
  PartnershipDecline,
  PartnershipDetail,
  PartnershipEnd,
  PartnershipLogActivity,
  PartnershipNoteEffect,
  PartnershipPause,
  PartnershipPropose,
  PartnershipResume,
  PartnershipSide,
  PartnershipStage,
  PartnershipSummary,
  PartnershipWithdraw,
  PersonView as Person,
  ReviewAgreeDays,
  ReviewAnswerReport,
  ReviewClose,
  ReviewCounts,
  ReviewDecline,
  ReviewDetail,
  ReviewDraftReport,
  ReviewNameTeam,
  ReviewRecordHeld,
  ReviewRequest,
  ReviewStage,
  ReviewSummary,
  PersonRole as Role,
  SchoolPageChange,
  SchoolPageView,
  SchoolSummary,
  TaskDuty,
  TaskItem,
  ReviewTeamMember as TeamMember,
  ReviewTeamRole as TeamRole,
  NetworkTheme as Theme,
  VisitAgree,
  VisitCancel,
  VisitCounts,
  VisitDecline,
  VisitDetail,
  VisitMove,
  VisitRecordHeld,
  VisitReflect,
  VisitRequest,
  VisitReturn,
  VisitSetDay,
  VisitStage,
  VisitSummary,
  VisitWaiveReturn,
} from "../generated/schema";

/** Words about or by a person: themselves, or the fact that they were erased. */
export type Personal = string | Erased;

export interface Session {
  csrf_token: string;
  person: PersonView;
}

export interface List<T> {
  items: T[];
  next?: string;
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

// The server's own types, under the names that this client uses, and the shapes of the API around
// them. Everything here comes from the described structs of the server: where they differ, the
// build fails.
import type {
  AllHeld,
  Erased,
  HeldEvent as HeldEntry,
  HistoryEntry,
  MeetingAttendance,
  PersonView,
  RedactionRedact,
} from "../generated/schema";

export type {
  ActivityEntry,
  AddPlace,
  AppDone as Written,
  Balance,
  CalendarCarryTermDates as CarryTermDates,
  CalendarEntry,
  CalendarOfGroup,
  ChangingSchool,
  CalendarClosed as Closed,
  CalendarClosedDays as ClosedDays,
  ClosedSpan,
  ClusterSummary,
  AppConsistencyProof as ConsistencyProof,
  Counts,
  DashboardChange,
  DashboardView,
  Deputising,
  DeputyView,
  ForgetReason,
  Found,
  FoundPerson,
  HangingView,
  HeldAccount,
  HeldDays,
  HeldView,
  CalendarHoliday as Holiday,
  HostInTurn,
  AppInclusionProof as InclusionProof,
  LedgerEnterInLedger as EnterInLedger,
  LedgerEntryKind as LedgerKind,
  LedgerLine,
  LedgerRow,
  LedgerSetCoverRate as SetCoverRate,
  LedgerView,
  Link,
  LinkPredecessor,
  AppLogHead as LogHead,
  AppLogKey as LogKey,
  MeetingAnswer,
  MeetingAnswerDays,
  MeetingAttendance,
  MeetingCancel,
  MeetingChangeHost,
  MeetingComing,
  MeetingCorrectAttendance,
  MeetingDetail,
  MeetingMode,
  MeetingMove,
  MeetingPresence,
  MeetingPropose,
  MeetingRecordAttendance,
  MeetingReply,
  MeetingSetAgenda,
  MeetingSettleDay,
  MeetingStage,
  MeetingSummary,
  Member,
  NamedPerson,
  NetworkSummary,
  OpenDay,
  OverdueCounts,
  PartnershipAccept,
  PartnershipAttest,
  PartnershipCorrectActivity,
  PartnershipCorrectEffect,
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
  PersonCorrectRole,
  PersonEndRole,
  PersonErase,
  PersonGiveRole,
  PersonHandOver,
  PersonNameDeputy,
  PersonReleaseDeputy,
  PersonScope,
  PersonView as Person,
  PostView,
  SchoolPredecessor as Predecessor,
  ProposedDay,
  RebuildStatus,
  RedactionEntry,
  ReviewAgreeDays,
  ReviewAnswerReport,
  ReviewAttest,
  ReviewClose,
  ReviewCorrectAnswer,
  ReviewCorrectHeld,
  ReviewCorrectReport,
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
  PersonRoleKind as RoleKind,
  SchoolChange,
  SchoolGroup,
  SchoolGroupKind,
  SchoolHandOn,
  SchoolPageChange,
  SchoolPageView,
  SchoolSummary,
  CalendarSchoolYear as SchoolYear,
  CalendarSetTermDates as SetTermDates,
  Successor,
  TaskDeadline,
  TaskDuty,
  TaskItem,
  CalendarTerm as Term,
  TermCalendar,
  TermDatesView,
  ReviewTeamMember as TeamMember,
  ReviewTeamRole as TeamRole,
  NetworkTheme as Theme,
  ViewsStatus,
  VisitAdoptPractice,
  VisitAgree,
  VisitAttest,
  VisitCancel,
  VisitCorrectHeld,
  VisitCorrectReflection,
  VisitCounts,
  VisitDecline,
  VisitDetail,
  VisitFollowUpPractice,
  VisitInUse,
  VisitMove,
  VisitNameVisitors,
  VisitPractice,
  VisitRecordHeld,
  VisitReflect,
  VisitRequest,
  VisitReturn,
  VisitSetDay,
  VisitSide,
  VisitStage,
  VisitSummary,
  VisitWaiveReturn,
  VisitWriteSheet,
  CalendarWhose as WhoseDays,
  YearOfSchool,
} from "../generated/schema";

/** Words about or by a person: themselves, or the fact that they were erased. */
export type Personal = string | Erased;

export interface Session {
  csrf_token: string;
  person: PersonView;
}

/** A new link with which somebody comes in for the first time. */
export interface Invited {
  secret: string;
  until: string;
}

/** Whom such a link is for. */
export interface Invitation {
  person: PersonView;
  until: string;
}

export interface List<T> {
  items: T[];
  next?: string;
}

/** What an event said, as far as the reader may see it: of all events that a history may have. */
export interface HistoryEvent {
  day?: string;
  days?: string[];
  from?: string;
  to?: string;
  school?: string;
  activity?: Personal;
  effect?: Personal;
  evidence?: Personal;
  reflection?: Personal;
  strengths?: Personal;
  even_better_if?: Personal;
  accurate?: boolean;
  comments?: Personal;
  attendance?: MeetingAttendance[];
}

/** Which words are erased: names of the event's fields. */
export type RedactText = Omit<RedactionRedact, "event">;

/** One event of a history; without what it said where that is shown for a time only. */
export type HistoryRow = HistoryEntry & { event?: HistoryEvent };

/** One event of the log, by what it is found by. */
export interface LogEvent {
  position: number;
  recorded: string;
  kind: string;
  /** The same for all that was written down in one go. */
  correlation?: string;
  event?: HistoryEvent;
}

/** A value together with the ETag under which it was read, and up to which position of the log it holds. */
export interface Read<T> {
  value: T;
  etag: string | null;
  position?: number;
}

/** An event that somebody entered or that names them, with everything in it; without `event` where its kind is unknown. */
export type HeldEvent = HeldEntry & { event?: Record<string, unknown> };

/** All that is held about somebody: one page of events, oldest first. */
export type Held = Omit<AllHeld, "events"> & { events: HeldEvent[] };

// A visit, a review, a partnership or a meeting as one line of a list.
import type { MeetingStage, PartnershipStage, ReviewStage, VisitStage } from "../api/types";

export interface Line {
  href: string;
  text: string;
  /** What it is about, and what comes next. */
  next: string;
  stage?: {
    visit?: VisitStage | undefined;
    review?: ReviewStage | undefined;
    partnership?: PartnershipStage | undefined;
    meeting?: MeetingStage | undefined;
  };
  /** To be done, and past its day. */
  overdue?: boolean;
  /** Of earlier times, on somebody's word. */
  entered?: boolean;
}

/** What a list of lines is given. */
export interface Listed<Row> {
  rows: Row[];
  /** Whose page this is; its name need not be said again. */
  school?: string | undefined;
  at_once?: number;
  empty?: string;
}

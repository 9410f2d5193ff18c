// Every address of the client and its page. A page's parameters are its props.
import type { Component } from "svelte";
import Cluster from "./dashboard/Cluster.svelte";
import Network from "./dashboard/Network.svelte";
import HandOn from "./hand_on/HandOn.svelte";
import Home from "./home/Home.svelte";
import SchoolLedger from "./ledger/SchoolLedger.svelte";
import ManyAtOnce from "./lists/ManyAtOnce.svelte";
import Deadlines from "./networks/Deadlines.svelte";
import Me from "./me/Me.svelte";
import Meeting from "./meetings/Meeting.svelte";
import Meetings from "./meetings/Meetings.svelte";
import NewMeeting from "./meetings/NewMeeting.svelte";
import Networks from "./networks/Networks.svelte";
import NewPartnership from "./partnerships/NewPartnership.svelte";
import Partnership from "./partnerships/Partnership.svelte";
import Partnerships from "./partnerships/Partnerships.svelte";
import NewReview from "./reviews/NewReview.svelte";
import Review from "./reviews/Review.svelte";
import Reviews from "./reviews/Reviews.svelte";
import EnterPast from "./past/EnterPast.svelte";
import People from "./people/People.svelte";
import Record from "./record/Record.svelte";
import NewPlace from "./schools/NewPlace.svelte";
import School from "./schools/School.svelte";
import Schools from "./schools/Schools.svelte";
import Search from "./search/Search.svelte";
import TermDates from "./term_dates/TermDates.svelte";
import Letter from "./visits/Letter.svelte";
import NewVisit from "./visits/NewVisit.svelte";
import Visit from "./visits/Visit.svelte";
import Visits from "./visits/Visits.svelte";

export type Page = Component<any>;

export const routes: { pattern: string; page: Page }[] = [
  { pattern: "/", page: Home },
  { pattern: "/networks", page: Networks },
  { pattern: "/networks/:id", page: Network },
  { pattern: "/networks/:id/deadlines", page: Deadlines },
  { pattern: "/clusters/:id", page: Cluster },
  { pattern: "/schools", page: Schools },
  { pattern: "/schools/new", page: NewPlace },
  { pattern: "/schools/:urn", page: School },
  { pattern: "/schools/:urn/people", page: People },
  { pattern: "/schools/:urn/term-dates", page: TermDates },
  { pattern: "/schools/:urn/hand-on", page: HandOn },
  { pattern: "/schools/:urn/ledger", page: SchoolLedger },
  { pattern: "/visits", page: Visits },
  { pattern: "/visits/new", page: NewVisit },
  { pattern: "/visits/:id", page: Visit },
  { pattern: "/visits/:id/letter", page: Letter },
  { pattern: "/reviews", page: Reviews },
  { pattern: "/reviews/new", page: NewReview },
  { pattern: "/reviews/:id", page: Review },
  { pattern: "/partnerships", page: Partnerships },
  { pattern: "/partnerships/new", page: NewPartnership },
  { pattern: "/partnerships/:id", page: Partnership },
  { pattern: "/me", page: Me },
  { pattern: "/search", page: Search },
  { pattern: "/record", page: Record },
  { pattern: "/past/new", page: EnterPast },
  { pattern: "/lists/new", page: ManyAtOnce },
  { pattern: "/meetings", page: Meetings },
  { pattern: "/meetings/new", page: NewMeeting },
  { pattern: "/meetings/:id", page: Meeting },
];

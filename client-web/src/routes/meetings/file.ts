// Meetings as a file: a line each; the days that are proposed until one is settled.
import type { MeetingSummary } from "../../api/types";
import type { CsvFile } from "../../parts/csv";
import { directory } from "../../stores/directory.svelte";
import { names } from "../../stores/names.svelte";

export const meetingFile: CsvFile<MeetingSummary> = {
  name: "meetings.csv",
  network: ({ network }) => network,
  head: [
    "id", "cluster", "network", "host_urn", "host", "mode", "stage", "proposed_days",
    "day", "starts", "answered", "coming", "apologies", "attended", "absent", "changed",
  ],
  cells: (meeting) => [
    meeting.id, directory.cluster(meeting.cluster)?.name ?? meeting.cluster, directory.network(meeting.network)?.name ?? meeting.network,
    meeting.host, names.of(meeting.host), meeting.mode, meeting.stage, meeting.proposed.join(" "), meeting.day ?? "", meeting.starts,
    ...[meeting.answered, meeting.coming, meeting.apologies, meeting.attended, meeting.absent].map(String), meeting.changed,
  ],
};

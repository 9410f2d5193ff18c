// What is asked of something that a partnership has changed, noted first or put right.
import { noteHint, type Asked } from "../../forms/action";

export const effectAsks = (effect: string, evidence: string): Asked[] => [
  { as: "text", name: effect, label: "What has changed?", hint: noteHint, rows: 5 },
  { as: "text", name: evidence, label: "What shows it? (optional)", hint: "For example what pupils say, or what staff do differently.", rows: 3 },
];

// What somebody typed and has not sent yet, kept in this browser so that it survives an error, a
// lost connection or a closed tab. Kept per person; gone when sent, discarded or signed out.

export interface Draft<T> {
  values: T;
  kept_at: string;
}

const prefix = "commonweal.draft.";
const keyOf = (person: string, form: string) => `${prefix}${person}.${form}`;

export function keepDraft<T>(person: string, form: string, values: T, now = new Date()): void {
  try {
    localStorage.setItem(keyOf(person, form), JSON.stringify({ values, kept_at: now.toISOString() }));
  } catch {
    // A browser that is full or forbids storage: the words stay on the screen.
  }
}

export function findDraft<T>(person: string, form: string): Draft<T> | null {
  try {
    const text = localStorage.getItem(keyOf(person, form));
    return text ? (JSON.parse(text) as Draft<T>) : null;
  } catch {
    return null;
  }
}

export function dropDraft(person: string, form: string): void {
  localStorage.removeItem(keyOf(person, form));
}

export function forgetDrafts(person: string): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(`${prefix}${person}.`)) localStorage.removeItem(key);
}

// For which networks an entry can be made, as far as this page knows; the server decides.

/** Those that the reader coordinates; who coordinates a cluster, or is an administrator, chooses among all of the school's. */
export function networksFor(ofSchool: string[], coordinated: string[]): string[] {
  const own = ofSchool.filter((id) => coordinated.includes(id));
  return own.length > 0 ? own : ofSchool;
}

/** Notes that are written and not kept yet: going to another lead and back loses no words. */
const drafts = new Map<string, string>();

/** Of one item of one lead. */
export type DraftName = { readonly leadId: number; readonly item: string };

export function findDraft(name: DraftName): string | null {
  return drafts.get(nameOf(name)) ?? null;
}

export function keepDraft(name: DraftName, text: string): void {
  drafts.set(nameOf(name), text);
}

export function dropDraft(name: DraftName): void {
  drafts.delete(nameOf(name));
}

function nameOf({ leadId, item }: DraftName): string {
  return `${leadId} ${item}`;
}

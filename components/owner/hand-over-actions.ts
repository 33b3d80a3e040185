import type { ActionResult } from "#lib/result.ts";

/** The lead in hand, by the name that the reader sees. */
export type LeadToHandOver = { readonly leadId: number; readonly name: string };

/** What handing a lead over asks of the server. */
export type HandOverActions = {
  readonly handOver: (input: {
    leadId: number;
    toUserId: number;
    note: string;
  }) => Promise<ActionResult<{ changeId: number }>>;
  readonly undo: (input: { leadId: number; changeId: number }) => Promise<ActionResult<null>>;
};

import type { ActionResult } from "#lib/result.ts";

/** The lead in hand, by the name that the reader sees. */
export type LeadToGive = { readonly leadId: number; readonly name: string };

/** What giving a lead to a colleague asks of the server. */
export type GiveActions = {
  readonly giveLead: (input: {
    leadId: number;
    toUserId: number;
    note: string;
  }) => Promise<ActionResult<{ changeId: number }>>;
  readonly undo: (input: { leadId: number; changeId: number }) => Promise<ActionResult<null>>;
};

import type { NewAdjustment } from "#lib/leads/new-adjustment.ts";
import type { ActionResult } from "#lib/result.ts";

export type AddAdjustment = (input: { leadId: number; adjustment: NewAdjustment }) => Promise<ActionResult<unknown>>;
export type WithdrawAdjustment = (input: { leadId: number; adjustmentId: number }) => Promise<ActionResult<unknown>>;

/** How the reader may correct scores by hand. */
export type Adjusting = {
  readonly add: AddAdjustment;
  readonly withdraw: WithdrawAdjustment;
  /** How far, for who may not as they see fit; only their own are theirs to take back. */
  readonly room: { readonly points: number; readonly userId: number } | null;
};

/** Whether a correction of somebody (null: who is gone) is the reader's to take back. */
export function mayWithdraw({ room }: Adjusting, actorId: number | null): boolean {
  return room === null || room.userId === actorId;
}

/** Somebody a lead may be given to; away: others work today. */
export type ReceivingRep = { readonly userId: number; readonly name: string; readonly isAway: boolean };

/** Somebody a lead may be handed over to; away: others work today. */
export type HandOverRep = { readonly userId: number; readonly name: string; readonly isAway: boolean };

/** Somebody a lead may be handed over to. */
export type HandOverRep = { readonly userId: number; readonly name: string; readonly isAtWork: boolean };

import { isSame } from "./same.ts";

/** What something was and is. */
export type Step<Type extends string, T> = { readonly type: Type; readonly before: T; readonly after: T };

/** The step as a list of one; empty when nothing changed. */
export function step<Type extends string, T>(type: Type, before: T, after: T): Step<Type, T>[] {
  return isSame(before, after) ? [] : [{ type, before, after }];
}

import { addressOf } from "./address.ts";

/** The address of a model with one of its criteria open. */
export function criterionAddress({ modelId, key }: { readonly modelId: number; readonly key: string }): string {
  return `${addressOf("/model", modelId)}&criterion=${encodeURIComponent(key)}`;
}

import { addressOf } from "./address.ts";
import { criterionTopic } from "./comment-topic.ts";

/** The address of a model with one of its criteria open in the editor, or marked where it is only read. */
export function criterionAddress({ modelId, key }: { readonly modelId: number; readonly key: string }): string {
  return `${addressOf("/model", modelId)}&criterion=${encodeURIComponent(key)}#${criterionTopic(key)}`;
}

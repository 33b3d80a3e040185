import type { Definition } from "#lib/scoring/definition.ts";
import { listCriteria } from "./criteria.ts";
import type { Change } from "./diff.ts";
import { isSame } from "./same.ts";

/** Parts of a model that are no criterion. */
export const COMMENTED_PARTS = ["thresholds", "qualifies", "mix", "plays", "model"] as const;
export type CommentedPart = (typeof COMMENTED_PARTS)[number];

const CRITERION = "criterion.";

/** What a comment is about, as text: `criterion.demo_request`, or a part by its name. */
export function criterionTopic(key: string): string {
  return `${CRITERION}${key}`;
}

/** The key of the criterion that a comment is about; null when it is about a part of the model. */
export function criterionOf(topic: string): string | null {
  return topic.startsWith(CRITERION) ? topic.slice(CRITERION.length) : null;
}

export function isPart(topic: string): topic is CommentedPart {
  return COMMENTED_PARTS.some((part) => part === topic);
}

/** What a change is about; null for what is nobody's in particular: groups and their order. */
export function topicOf(change: Change, definition: Definition): string | null {
  switch (change.type) {
    case "threshold":
    case "bands":
      return "thresholds";
    case "play":
      return "plays";
    case "qualifies":
    case "mix":
      return change.type;
    case "name":
    case "segment":
    case "stages":
    case "events_from":
      return "model";
    case "group_added":
    case "group_removed":
    case "group_renamed":
    case "cap":
    case "floor":
    case "order":
      return null;
    default: {
      const found = listCriteria(definition).find(({ criterion }) => isSame(criterion.label, change.label));
      return found ? criterionTopic(found.criterion.key) : null;
    }
  }
}

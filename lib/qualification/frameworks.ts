/** What is known of an item, from nothing to all of it. */
export const ANSWERS = ["unknown", "no", "partly", "yes"] as const;
export type Answer = (typeof ANSWERS)[number];

export const FRAMEWORKS = ["bant", "champ", "gpctba_ci", "own"] as const;
export type Framework = (typeof FRAMEWORKS)[number];
export type KnownFramework = Exclude<Framework, "own">;

/** What a model has until somebody chooses: the oldest and shortest of them. */
export const USUAL_FRAMEWORK = "bant" satisfies Framework;

/**
 * The items of each framework in the order of its letters. One key means the same in all of them, so that an
 * answer outlives the choice of another framework: what CHAMP calls money is the budget of BANT.
 */
export const FRAMEWORK_ITEMS = {
  bant: ["budget", "authority", "need", "timeline"],
  champ: ["challenges", "authority", "budget", "priority"],
  gpctba_ci: ["goals", "plans", "challenges", "timeline", "budget", "authority", "consequences", "implications"],
} as const satisfies Readonly<Record<KnownFramework, readonly string[]>>;

export type KnownItem = (typeof FRAMEWORK_ITEMS)[KnownFramework][number];

export function isKnownItem(key: string): key is KnownItem {
  return Object.values(FRAMEWORK_ITEMS).some((items: readonly string[]) => items.includes(key));
}

/** What somebody said of a draft. Times are ISO texts; a person is null who is gone. */
export type ModelComment = {
  readonly id: number;
  readonly topic: string;
  readonly body: string;
  readonly at: string;
  readonly authorId: number | null;
  readonly author: string | null;
  /** null while it is open. */
  readonly resolvedAt: string | null;
  readonly resolvedBy: string | null;
};

export const LONGEST_COMMENT = 2_000;

/** How many open comments each topic has. */
export function countOpen(comments: readonly ModelComment[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { topic, resolvedAt } of comments)
    if (resolvedAt === null) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return counts;
}

/** Open comments by the order of their topics, what is about anything else at the end; the first said comes first. */
export function orderOpen(comments: readonly ModelComment[], topics: readonly string[]): ModelComment[] {
  const place = new Map(topics.map((topic, index) => [topic, index]));
  const at = ({ topic }: ModelComment) => place.get(topic) ?? topics.length;
  return comments
    .filter(({ resolvedAt }) => resolvedAt === null)
    .sort((one, other) => at(one) - at(other) || one.id - other.id);
}

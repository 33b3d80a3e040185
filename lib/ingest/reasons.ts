/** Why a message is not taken; the sentences stand in the catalogue under `ingest.reasons`. */
export const REFUSAL_REASONS = [
  "not_a_message",
  "too_large",
  "too_deep",
  "bad_characters",
  "forbidden_name",
  "unknown_kind",
  "wrong_type",
  "id_too_long",
  "nobody",
  "no_event_name",
  "time_invalid",
  "too_far_ahead",
  "before_2000",
  "names_nobody",
  "no_group",
  "no_previous_id",
  "event_not_allowed",
  "only_by_server",
  "two_leads",
  "too_many_kept",
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** These say something of what is stored: a public key is not told. */
const OF_OTHERS: readonly RefusalReason[] = ["only_by_server", "two_leads", "too_many_kept"];

/** Whether a message alone tells that it can not be taken. */
export function isOfMessage({ reason }: Flaw): boolean {
  return !OF_OTHERS.includes(reason);
}

/** What keeps a message from being taken, and in which part of it. */
export type Flaw = { readonly reason: RefusalReason; readonly field: string | null };

export function flaw(reason: RefusalReason, field: string | null = null): Flaw {
  return { reason, field };
}

/** By its place in the request. */
export type RefusedMessage = Flaw & { readonly index: number };

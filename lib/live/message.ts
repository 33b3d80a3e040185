/** The channel of NOTIFY on which changes are told, and what is told: ids, never what they stand for. */
export const LIVE_CHANNEL = "voorrang";

export type LiveMessage =
  /** null: so many that everything should be read again. */
  { readonly leads: readonly number[] | null } | { readonly generation: number };

/** PostgreSQL takes payloads below 8,000 bytes. */
const MOST_IDS = 400;

export function encodeMessage(message: LiveMessage): string {
  if ("leads" in message && message.leads && message.leads.length > MOST_IDS) return JSON.stringify({ leads: null });
  return JSON.stringify(message);
}

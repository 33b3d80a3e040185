import { z } from "zod";
import { parseJson } from "#lib/json.ts";

/** The channel of NOTIFY on which changes are told, and what is told: ids, never what they stand for. */
export const LIVE_CHANNEL = "voorrang";

/** Something that screens show is not what it was. */
export type ChangeMessage =
  | {
      /** null: so many that everything should be read again. */
      readonly leads: readonly number[] | null;
      /** Whose they were before this change took them away; null: nobody's, so every rep saw them. */
      readonly ownerWas?: number | null;
    }
  | { readonly generation: number };

/** People (by user) are told something that stands in `alerts`; null: so many that everybody should look. */
export type AlertMessage = { readonly alerted: readonly number[] | null };

/** There are messages for endpoints outside to be sent. */
export type NewsMessage = { readonly news: true };

export type LiveMessage = ChangeMessage | AlertMessage | NewsMessage;

/** PostgreSQL takes payloads below 8,000 bytes. */
const MOST_IDS = 400;

const messageSchema = z.union([
  z.object({ leads: z.array(z.int()).nullable(), ownerWas: z.int().nullable().optional() }),
  z.object({ generation: z.int() }),
  z.object({ alerted: z.array(z.int()).nullable() }),
  z.object({ news: z.literal(true) }),
]);

export function encodeMessage(message: LiveMessage): string {
  if ("leads" in message && message.leads && message.leads.length > MOST_IDS) return JSON.stringify({ leads: null });
  if ("alerted" in message && message.alerted && message.alerted.length > MOST_IDS)
    return JSON.stringify({ alerted: null });
  return JSON.stringify(message);
}

/** What cannot be read says at least that something changed. */
export function decodeMessage(payload: string): LiveMessage {
  const parsed = messageSchema.safeParse(parseJson(payload));
  return parsed.success ? parsed.data : { leads: null };
}

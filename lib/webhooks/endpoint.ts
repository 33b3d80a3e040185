import { z } from "zod";
import type { EndpointState } from "./delivery-state.ts";
import { WEBHOOK_EVENTS, type WebhookEvent } from "./events.ts";

/** An endpoint as an admin sees it: never its address or a secret. Instants are epoch milliseconds. */
export type Endpoint = {
  readonly id: number;
  readonly name: string;
  readonly host: string;
  readonly events: readonly WebhookEvent[];
  readonly hasContact: boolean;
  readonly state: EndpointState;
  /** null: the last attempt arrived, or there was none. */
  readonly failingSince: number | null;
  /** Until when the secret before is good too; null: there is none. */
  readonly previousUntil: number | null;
  readonly waiting: number;
  readonly failed: number;
};

/** After a change of secret the one before signs for so long. */
export const PREVIOUS_HOURS = 24;

const address = z
  .string("required")
  .trim()
  .max(2_000, "text_too_long")
  .refine((text) => text === "" || isWebAddress(text), "not_a_webhook");

function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "";
}

const settings = z.object({
  name: z.string("required").trim().min(1, "required").max(80, "text_too_long"),
  events: z.array(z.enum(WEBHOOK_EVENTS)).min(1, "required"),
  hasContact: z.boolean(),
});

export const endpointIdSchema = z.int().positive();
export const newEndpointSchema = settings.extend({
  address: address.refine((text) => text !== "", "required").transform((text) => new URL(text)),
});
/** Without an address the one that is kept stays. */
export const changedEndpointSchema = settings.extend({
  endpointId: endpointIdSchema,
  address: address.transform((text) => (text === "" ? null : new URL(text))),
  isOn: z.boolean(),
});

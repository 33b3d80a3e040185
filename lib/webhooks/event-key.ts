import type { MessageType } from "./events.ts";

/** Catalogues use the full stop for depth. */
type Key<T extends string> = T extends `${infer A}.${infer B}` ? `${A}_${B}` : T;
export type EventKey = Key<MessageType>;
type Keys = { readonly [T in MessageType]: Key<T> };

const KEYS: Keys = {
  "lead.cell_changed": "lead_cell_changed",
  "lead.qualified": "lead_qualified",
  "lead.accepted": "lead_accepted",
  "lead.rejected": "lead_rejected",
  "lead.recycled": "lead_recycled",
  "lead.sla_breached": "lead_sla_breached",
  "lead.undone": "lead_undone",
  "leads.moved": "leads_moved",
  "version.published": "version_published",
  "webhook.test": "webhook_test",
};

/** Under which an event stands in the catalogues. */
export function eventKey<T extends MessageType>(type: T): Keys[T] {
  return KEYS[type];
}

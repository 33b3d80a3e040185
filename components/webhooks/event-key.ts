import type { NewsType } from "#lib/webhooks/events.ts";

/** Catalogues use the full stop for depth. */
type Key<T extends string> = T extends `${infer A}.${infer B}` ? `${A}_${B}` : T;

const KEYS: { readonly [T in NewsType]: Key<T> } = {
  "lead.cell_changed": "lead_cell_changed",
  "lead.qualified": "lead_qualified",
  "lead.accepted": "lead_accepted",
  "lead.rejected": "lead_rejected",
  "lead.recycled": "lead_recycled",
  "lead.sla_breached": "lead_sla_breached",
  "lead.undone": "lead_undone",
  "leads.moved": "leads_moved",
  "version.published": "version_published",
};

/** Under which an event stands in the catalogues. */
export function eventKey(type: NewsType) {
  return KEYS[type];
}

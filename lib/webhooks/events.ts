/** What an endpoint can choose to hear. `leads.moved` is the one summary of what a pass or an import did to many leads. */
export const WEBHOOK_EVENTS = [
  "lead.cell_changed",
  "lead.qualified",
  "lead.accepted",
  "lead.rejected",
  "lead.recycled",
  "lead.sla_breached",
  "leads.moved",
  "version.published",
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** Those that a change of stage brings. */
export const STAGE_EVENTS = [
  "lead.qualified",
  "lead.accepted",
  "lead.rejected",
  "lead.recycled",
] as const satisfies readonly WebhookEvent[];

/** All that is sent; `lead.undone` goes to who hears what it takes back. */
export const NEWS_TYPES = [...WEBHOOK_EVENTS, "lead.undone"] as const;
export type NewsType = (typeof NEWS_TYPES)[number];

/** With the one that means nothing, to try an endpoint with. */
export const MESSAGE_TYPES = [...NEWS_TYPES, "webhook.test"] as const;
export type MessageType = (typeof MESSAGE_TYPES)[number];

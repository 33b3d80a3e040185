import { z } from "zod";
import type { MessageType, NewsType } from "./events.ts";
import { NEWS_DATA } from "./news.ts";

/** Raised when something is taken away or means something else; what is added raises nothing. */
export const MESSAGE_VERSION = 1;

const contact = z
  .object({
    name: z.string().nullable(),
    email: z.string().nullable(),
    company: z.string().nullable(),
  })
  .describe("Only where the endpoint is set to get it: as it is known at the moment of sending.");

const lead = z.object({
  id: z.int(),
  externalIds: z.array(z.object({ source: z.string(), id: z.string() })).describe("What other systems call the lead."),
  contact: contact.optional(),
});
export type ToldLead = z.infer<typeof lead>;

const message = <T extends MessageType, D extends z.ZodObject>(type: T, data: D) =>
  z.object({
    type: z.literal(type),
    version: z.literal(MESSAGE_VERSION),
    timestamp: z.iso.datetime().describe("When it happened."),
    data,
  });

const ofLead = <T extends NewsType, D extends z.ZodRawShape>(type: T, data: z.ZodObject<D>) =>
  message(type, data.extend({ lead }));

/** The body of every message there is. */
export const messageSchema = z.discriminatedUnion("type", [
  ofLead("lead.cell_changed", NEWS_DATA["lead.cell_changed"]),
  ofLead("lead.qualified", NEWS_DATA["lead.qualified"]),
  ofLead("lead.accepted", NEWS_DATA["lead.accepted"]),
  ofLead("lead.rejected", NEWS_DATA["lead.rejected"]),
  ofLead("lead.recycled", NEWS_DATA["lead.recycled"]),
  ofLead("lead.sla_breached", NEWS_DATA["lead.sla_breached"]),
  ofLead("lead.undone", NEWS_DATA["lead.undone"]),
  message("leads.moved", NEWS_DATA["leads.moved"]),
  message("version.published", NEWS_DATA["version.published"]),
  message("webhook.test", z.object({})),
]);

export type ToldMessage = {
  readonly type: MessageType;
  readonly at: Date;
  /** As it was stored. */
  readonly data: unknown;
  /** null: it is about no single lead. */
  readonly lead: ToldLead | null;
};

/** The body of a message, as it is signed and sent. Throws when what was stored is not what its type says. */
export function writeMessage({ type, at, data, lead }: ToldMessage): string {
  const said = z.record(z.string(), z.unknown()).parse(data);
  const body = messageSchema.parse({
    type,
    version: MESSAGE_VERSION,
    timestamp: at.toISOString(),
    data: { ...(lead && { lead }), ...said },
  });
  return JSON.stringify(body);
}

import { type EventKey, eventKey } from "#lib/webhooks/event-key.ts";
import { messageSchema } from "#lib/webhooks/message.ts";
import { type Content, JSON_TYPE, type Schema, toSchema } from "./json-schema.ts";

const HEADERS = ["webhook-id", "webhook-timestamp", "webhook-signature"] as const;
type Header = (typeof HEADERS)[number];

/** A message as OpenAPI tells it: a request that comes to whoever reads the document. */
export type DescribedWebhook = {
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly ["webhooks"];
  readonly parameters: readonly {
    readonly name: Header;
    readonly in: "header";
    readonly required: true;
    readonly description: string;
    readonly schema: Schema;
  }[];
  readonly requestBody: { readonly required: true; readonly content: Content };
  readonly responses: { readonly "2XX": { readonly description: string } };
};

export type WebhookWords = {
  readonly arrived: string;
  readonly headers: Readonly<Record<Header, string>>;
  readonly messages: Readonly<Record<EventKey, { readonly summary: string; readonly text: string }>>;
};

/** Every message that goes out, by its type, of the schema by which its body is written. */
export function describeWebhooks(words: WebhookWords): Readonly<Record<string, { readonly post: DescribedWebhook }>> {
  const parameters = HEADERS.map((name) => ({
    name,
    in: "header" as const,
    required: true as const,
    description: words.headers[name],
    schema: { type: "string" } satisfies Schema,
  }));
  const webhooks = messageSchema.options.map((message) => {
    const type = message.shape.type.value;
    const { summary, text } = words.messages[eventKey(type)];
    const post: DescribedWebhook = {
      summary,
      description: text,
      tags: ["webhooks"],
      parameters,
      requestBody: { required: true, content: { [JSON_TYPE]: { schema: toSchema(message, "output") } } },
      responses: { "2XX": { description: words.arrived } },
    };
    return [type, { post }] as const;
  });
  return Object.fromEntries(webhooks);
}

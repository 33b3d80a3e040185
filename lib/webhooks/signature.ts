import { createHmac, randomBytes } from "node:crypto";

const PREFIX = "whsec_";
/** The specification asks for 24 to 64. */
const SECRET_BYTES = 32;
const SECOND_MS = 1000;

/** A new secret, as an endpoint's receiver is given it. */
export function makeSecret(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString("base64");
}

type Signing = {
  /** The same for the same message, however often it is sent. */
  readonly messageId: string;
  /** Of this attempt. */
  readonly at: Date;
  readonly body: string;
  /** One, or two while the one before is still good. */
  readonly secrets: readonly string[];
};

/** The headers of the Standard Webhooks specification, signed by its `v1` scheme (HMAC-SHA256). */
export function signedHeaders({ messageId, at, body, secrets }: Signing) {
  const timestamp = String(Math.floor(at.getTime() / SECOND_MS));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), "base64");
    return `v1,${createHmac("sha256", key).update(`${messageId}.${timestamp}.${body}`).digest("base64")}`;
  });
  return { "webhook-id": messageId, "webhook-timestamp": timestamp, "webhook-signature": signatures.join(" ") };
}

/** What a stored message is called outside; it has no full stop, so that what is signed reads one way only. */
export function webhookId(uuid: string): string {
  return `msg_${uuid.replaceAll("-", "")}`;
}

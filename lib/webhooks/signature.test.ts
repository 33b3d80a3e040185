import fc from "fast-check";
import { Webhook } from "standardwebhooks";
import { describe, expect, test } from "vitest";
import { makeSecret, signedHeaders, webhookId } from "./signature.ts";

const messageId = webhookId("0f8fad5b-d9cb-469f-a165-70867728950e");
const now = () => new Date();

describe("the signature of a message", () => {
  test("is what the package of the specification computes and verifies, whatever the body", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const secret = makeSecret();
        const body = JSON.stringify({ text });
        const at = now();
        const headers = signedHeaders({ messageId, at, body, secrets: [secret] });
        expect(headers["webhook-signature"]).toBe(new Webhook(secret).sign(messageId, at, body));
        expect(new Webhook(secret).verify(body, headers)).toEqual({ text });
      }),
    );
  });

  test("is that of the specification's own example", () => {
    const secrets = ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"];
    const at = new Date(1_614_265_330_000);
    const body = '{"test": 2432232314}';
    expect(signedHeaders({ messageId: "msg_p5jXN8AQM9LWM0D4loKWxJek", at, body, secrets })).toEqual({
      "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
      "webhook-timestamp": "1614265330",
      "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    });
  });

  test("is given by the secret and the one before it while both are good, and each verifies", () => {
    const secrets = [makeSecret(), makeSecret()];
    const headers = signedHeaders({ messageId, at: now(), body: "{}", secrets });
    for (const secret of secrets) expect(new Webhook(secret).verify("{}", headers)).toEqual({});
    expect(() => new Webhook(makeSecret()).verify("{}", headers)).toThrow("No matching signature");
  });

  test("does not hold for another body, another message or another time", () => {
    const secret = makeSecret();
    const headers = signedHeaders({ messageId, at: now(), body: '{"a":1}', secrets: [secret] });
    const receiver = new Webhook(secret);
    expect(() => receiver.verify('{"a":2}', headers)).toThrow();
    expect(() => receiver.verify('{"a":1}', { ...headers, "webhook-id": "msg_1" })).toThrow();
    const old = signedHeaders({ messageId, at: new Date(now().getTime() - 3_600_000), body: "{}", secrets: [secret] });
    expect(() => receiver.verify("{}", old)).toThrow("Message timestamp too old");
  });

  test("comes from a secret of 32 bytes, another each time", () => {
    const [one, other] = [makeSecret(), makeSecret()];
    expect(one).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(one).not.toBe(other);
  });
});

import { createServer } from "node:net";
import { afterAll, describe, expect, test } from "vitest";
import { networkList } from "#lib/networks.ts";
import { type MailServer, sendMail } from "./send-mail.ts";
import { TEST_CERTIFICATE } from "./test/certificate.ts";
import { closeServers, HERE, listen, openMailServer } from "./test/servers.ts";

afterAll(closeServers);

const trusting = { ...HERE, ca: TEST_CERTIFICATE };
const mail = {
  to: { name: "Sanne", address: "sanne@example.com" },
  subject: "Over tijd: Anna Müller",
  text: "Anna wacht sinds 11:02.\n.\nEn een punt.",
  key: "alert-7-3",
};
const at = (port: number, changes: Partial<MailServer> = {}): MailServer => ({
  host: "mail.test",
  port,
  security: "starttls",
  signIn: { userName: "voorrang", password: "geheim" },
  fromAddress: "voorrang@example.com",
  ...changes,
});

describe("sending an e-mail through a real server", () => {
  test("arrives once, signed in and encrypted, with its subject and text as they were", async () => {
    const { port, taken } = await openMailServer();
    expect(await sendMail(at(port), mail, trusting)).toEqual({ state: "sent" });
    expect(taken).toHaveLength(1);
    expect(taken[0]?.to).toEqual(["sanne@example.com"]);
    expect(taken[0]?.text).toContain("Subject: =?UTF-8?Q?Over_tijd=3A_Anna_M=C3=BCller?=");
    expect(taken[0]?.text).toContain("Message-ID: <alert-7-3@example.com>");
    expect(taken[0]?.text).toContain("Auto-Submitted: auto-generated");
    expect(taken[0]?.text).toContain("Anna wacht sinds 11:02.\r\n.\r\nEn een punt.");
  });

  test("goes by TLS from the first byte, or in the clear to the operator's own networks only", async () => {
    const secure = await openMailServer({ secure: true });
    expect(await sendMail(at(secure.port, { security: "tls" }), mail, trusting)).toEqual({ state: "sent" });
    const plain = await openMailServer({ disabledCommands: ["STARTTLS", "AUTH"] });
    const open = at(plain.port, { security: "none", signIn: null });
    expect(await sendMail(open, mail, HERE)).toEqual({ state: "sent" });
    const elsewhere = { ...HERE, allowed: networkList([]), resolve: async () => ["93.184.215.14"] };
    expect(await sendMail(open, mail, elsewhere)).toMatchObject({ failure: "address_refused", isHopeless: true });
  });

  test("tells a server without encryption nothing when encryption was asked for", async () => {
    let hasSignedIn = false;
    const { port, taken } = await openMailServer({
      disabledCommands: ["STARTTLS"],
      allowInsecureAuth: true,
      onAuth: (_, __, done) => {
        hasSignedIn = true;
        done(null, { user: 1 });
      },
    });
    expect(await sendMail(at(port), mail, trusting)).toMatchObject({ state: "failed", failure: "tls" });
    expect(hasSignedIn).toBe(false);
    expect(taken).toEqual([]);
  });

  test("does not trust a server that it cannot know", async () => {
    const { port, taken } = await openMailServer();
    expect(await sendMail(at(port), mail, HERE)).toMatchObject({ state: "failed", failure: "tls" });
    expect(taken).toEqual([]);
  });

  test("has certainly failed when the password is wrong, and may be tried again", async () => {
    const { port } = await openMailServer();
    const wrong = at(port, { signIn: { userName: "voorrang", password: "fout" } });
    expect(await sendMail(wrong, mail, trusting)).toMatchObject({
      state: "failed",
      failure: "sign_in",
      isHopeless: false,
    });
  });

  test.each([
    [550, true],
    [451, false],
  ])("has certainly failed after an answer of %i to its text; hopeless: %s", async (responseCode, isHopeless) => {
    const { port } = await openMailServer({
      onData: (stream, _, done) => {
        stream.resume();
        stream.on("end", () => done(Object.assign(new Error("Not today."), { responseCode })));
      },
    });
    const answer = await sendMail(at(port), mail, trusting);
    expect(answer).toMatchObject({ state: "failed", failure: "refused", isHopeless });
    expect(answer).toHaveProperty("detail", expect.stringContaining("Not today."));
  });

  test("has certainly failed when the server knows no such reader", async () => {
    const { port } = await openMailServer({
      onRcptTo: (_, __, done) => done(Object.assign(new Error("No such user."), { responseCode: 550 })),
    });
    expect(await sendMail(at(port), mail, trusting)).toMatchObject({ failure: "refused", isHopeless: true });
  });

  test("is uncertain when the server has the text and says nothing more", async () => {
    const silent = await openMailServer({ onData: (stream) => void stream.resume() });
    expect(await sendMail(at(silent.port), mail, { ...trusting, patienceMs: 300 })).toMatchObject({
      state: "uncertain",
      failure: "unanswered",
    });
  });

  test("has certainly failed when nobody is there, or who is there does not speak", async () => {
    const mute = await listen(createServer());
    expect(await sendMail(at(mute), mail, { ...trusting, patienceMs: 200 })).toMatchObject({
      state: "failed",
      failure: "timed_out",
      isHopeless: false,
    });
    expect(await sendMail(at(1), mail, trusting)).toMatchObject({ state: "failed", failure: "unreachable" });
  });
});

import type { Socket } from "node:net";
import { Readable } from "node:stream";
import MailComposer from "nodemailer/lib/mail-composer";
import SmtpConnection from "nodemailer/lib/smtp-connection";
import { connectChecked, type Outgoing } from "./connect.ts";
import { type Delivery, failed, failedBefore, SENT, uncertain } from "./delivery.ts";
import type { MailSecurity } from "./mail-security.ts";
import type { Failure } from "./outgoing-error.ts";

export type MailServer = {
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity;
  /** null: the server asks for no name. */
  readonly signIn: { readonly userName: string; readonly password: string } | null;
  readonly fromAddress: string;
};

export type Mail = {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  /** What makes the message's id: the same for the same message. */
  readonly key: string;
};

/**
 * Sends one e-mail. It is certain to have failed until its text is asked for: from there on only the server's
 * answer says what became of it.
 */
export async function sendMail(server: MailServer, mail: Mail, outgoing: Outgoing): Promise<Delivery> {
  const message = await compose(server, mail);
  let socket: Socket;
  try {
    const { host, port, security } = server;
    socket = await connectChecked({ host, port, isOwnOnly: security === "none" }, outgoing);
  } catch (error) {
    return failedBefore(error);
  }
  const connection = new SmtpConnection({
    connection: socket,
    host: server.host,
    port: server.port,
    secure: server.security === "tls",
    requireTLS: server.security === "starttls",
    ignoreTLS: server.security === "none",
    connectionTimeout: outgoing.patienceMs,
    greetingTimeout: outgoing.patienceMs,
    socketTimeout: outgoing.patienceMs,
    ...(outgoing.ca !== undefined && { tls: { ca: outgoing.ca } }),
  });
  return hand({ connection, server, mail, message });
}

function compose({ fromAddress }: MailServer, { to, subject, text, key }: Mail): Promise<Buffer> {
  const domain = fromAddress.slice(fromAddress.lastIndexOf("@") + 1);
  return new MailComposer({
    from: { name: "Voorrang", address: fromAddress },
    to,
    subject,
    text,
    messageId: `<${key}@${domain}>`,
    // No out-of-office reply to a machine (RFC 3834).
    headers: { "Auto-Submitted": "auto-generated" },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}

type Handing = {
  readonly connection: SmtpConnection;
  readonly server: MailServer;
  readonly mail: Mail;
  readonly message: Buffer;
};

function hand({ connection, server, mail, message }: Handing): Promise<Delivery> {
  return new Promise((resolve) => {
    let isTextAsked = false;
    const fail = (error: unknown) => end(judge(error, isTextAsked));
    function end(delivery: Delivery): void {
      resolve(delivery);
      if (delivery.state === "sent") connection.quit();
      else connection.close();
    }
    /** Read only once the server has said that it takes the text. */
    function* text() {
      isTextAsked = true;
      yield message;
    }
    const send = () => {
      const envelope = { from: server.fromAddress, to: mail.to.address };
      connection.send(envelope, Readable.from(text()), (error) => (error ? fail(error) : end(SENT)));
    };
    connection.on("error", fail);
    connection.connect((error) => {
      if (error) fail(error);
      else if (server.signIn === null) send();
      else {
        const { userName: user, password: pass } = server.signIn;
        connection.login({ user, pass }, (refused) => (refused ? fail(refused) : send()));
      }
    });
  });
}

type SmtpError = Partial<
  Record<"code" | "originalCode" | "responseCode" | "response" | "permanent" | "message", unknown>
>;

/** What an error of the connection says; a server that answered has not taken the message. */
function judge(error: unknown, isTextAsked: boolean): Delivery {
  const told: SmtpError = error instanceof Error ? error : {};
  const { code, originalCode, responseCode, response, permanent, message } = told;
  const hasAnswered = typeof responseCode === "number";
  const detail = typeof response === "string" ? response : typeof message === "string" ? message : "";
  if (isTextAsked && !hasAnswered) return uncertain("unanswered", detail);
  // What is wrong with a certificate comes as an error of the socket, under its own name.
  const isTls = /CERT|TLS|SSL/.test(String(originalCode ?? ""));
  const failure = isTls ? "tls" : (FAILURE_OF[String(code)] ?? (hasAnswered ? "refused" : "unreachable"));
  return failed(failure, detail, { isHopeless: failure === "refused" && permanent === true });
}

const FAILURE_OF: Readonly<Record<string, Failure>> = {
  EAUTH: "sign_in",
  ENOAUTH: "sign_in",
  ETLS: "tls",
  ETIMEDOUT: "timed_out",
};

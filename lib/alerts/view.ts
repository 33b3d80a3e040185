import type { Label } from "#lib/scoring/definition.ts";
import type { AlertCause } from "./kinds.ts";

/** An alert as its reader may see it by now. Plain data that survives JSON; instants are epoch milliseconds. */
export type AlertView = AlertCause & {
  readonly id: number;
  readonly raisedAt: number;
  /** When it may disturb: later than it was raised in quiet hours. */
  readonly dueAt: number;
  readonly isSeen: boolean;
  /** Whether it is about one lead. */
  readonly isOfLead: boolean;
  /** null: it is about none, or about one that the reader does not see (any more). */
  readonly lead: { readonly id: number; readonly name: string | null; readonly company: string | null } | null;
  /** Whom its facts name, by user; who is gone is not there. */
  readonly people: Readonly<Record<number, string>>;
  /** What the event that brought it is called; null: there was none. */
  readonly event: Label | null;
};

/** What the bell shows. */
export type AlertInbox = {
  /** Newest first. */
  readonly alerts: readonly AlertView[];
  readonly unseen: number;
  /** When it was read, by the server's clock. */
  readonly readAt: number;
};

/** Where an alert leads to. */
export function alertPath({ kind, lead }: Pick<AlertView, "kind" | "lead">): string {
  if (lead !== null) return `/leads/${lead.id}`;
  if (kind === "webhook_paused") return "/settings/webhooks";
  if (kind === "month") return "/performance";
  return kind === "mass_effect" ? "/model" : "/today";
}

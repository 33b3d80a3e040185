import type { ToldFailure } from "#lib/alerts/told-failure.ts";
import type { DeliveryState } from "./delivery-state.ts";
import type { NewsType } from "./events.ts";

/** A message for an endpoint as an admin sees it. Instants are epoch milliseconds. */
export type Delivery = {
  readonly id: number;
  /** As the receiver knows it. */
  readonly webhookId: string;
  readonly type: NewsType;
  /** null: it is about no single lead. */
  readonly leadId: number | null;
  readonly at: number;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** When the state came to be what it is. */
  readonly changedAt: number;
  /** Not before. */
  readonly dueAt: number;
  /** The status of the last answer; null: there was none. */
  readonly answer: number | null;
  /** null: nothing went wrong the last time. */
  readonly told: ToldFailure | null;
};

/** A message that a process has in hand, to be sent. */
export type ClaimedDelivery = {
  readonly endpointId: number;
  readonly id: number;
  readonly messageId: string;
  readonly type: NewsType;
  readonly leadId: number | null;
  readonly at: Date;
  readonly data: unknown;
  /** This one included. */
  readonly attempts: number;
};

/** On one page. */
export const SHOWN_DELIVERIES = 50;

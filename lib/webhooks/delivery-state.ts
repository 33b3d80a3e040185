/**
 * How it stands with one message for one endpoint. `waiting`: for its first or next attempt, or for an earlier one of
 * the same lead. `sending`: a process has it in hand. `failed`: three days of attempts are over, while others arrived.
 */
export const DELIVERY_STATES = ["waiting", "sending", "sent", "failed"] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/**
 * `paused`: nothing arrived for three days, or the other side said that it is gone: what happens is kept for it and
 * goes out when it is resumed. `off`: a person wants it to hear nothing.
 */
export const ENDPOINT_STATES = ["on", "paused", "off"] as const;
export type EndpointState = (typeof ENDPOINT_STATES)[number];

/** Messages are kept so long, whatever became of them. */
export const KEPT_DAYS = 30;

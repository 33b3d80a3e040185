/** As the protocol has them. */
export const MOST_REQUEST_BYTES = 500 * 1024;
export const MOST_MESSAGE_BYTES = 32 * 1024;

/** Leads that one transaction may hold; a message names two at most. */
export const MESSAGES_AT_ONCE = 400;

/** What a visitor who never says who it is may leave behind. */
export const MOST_KEPT_A_VISITOR = 1000;

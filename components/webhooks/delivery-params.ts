import { parseAsInteger, parseAsStringLiteral } from "nuqs/server";
import { DELIVERY_STATES } from "#lib/webhooks/delivery-state.ts";

/** What the address of an endpoint's page can ask for: deliveries of one state, from one back. */
export const deliveryParams = { state: parseAsStringLiteral(DELIVERY_STATES), before: parseAsInteger };

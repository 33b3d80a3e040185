import { z } from "zod";
import { ALERT_CHANNELS, ALERT_KINDS, type AlertChannel, type AlertKind } from "./kinds.ts";

/** Where a person wants what, by kind; a kind that is absent stands as it comes. */
export const choicesSchema = z.partialRecord(z.enum(ALERT_KINDS), z.array(z.enum(ALERT_CHANNELS)));
export type AlertChoices = z.infer<typeof choicesSchema>;

/** As it comes: the app for all; besides, by e-mail, what nobody at a screen may miss. */
const AS_IT_COMES: Readonly<Record<AlertKind, readonly AlertChannel[]>> = {
  newcomer: ["app"],
  clock_half: ["app"],
  clock_breached: ["app", "email"],
  no_owner: ["app", "email"],
  given: ["app"],
  unrouted: ["app", "email"],
  mass_effect: ["app"],
  digest: ["app", "email"],
  month: ["app", "email"],
  webhook_paused: ["app", "email"],
};

export function chosenChannels(kind: AlertKind, choices: AlertChoices): readonly AlertChannel[] {
  return choices[kind] ?? AS_IT_COMES[kind];
}

/** What a person can be reached by: the app always, the rest once it is set up. */
export type Reachable = { readonly byEmail: boolean; readonly byWebhook: boolean };

/** The channels on which an alert goes to a person, in their order; none: it is not told. */
export function channelsFor(
  kind: AlertKind,
  { choices, byEmail, byWebhook }: Reachable & { readonly choices: AlertChoices },
): readonly AlertChannel[] {
  const can: Readonly<Record<AlertChannel, boolean>> = { app: true, email: byEmail, webhook: byWebhook };
  const chosen = chosenChannels(kind, choices);
  return ALERT_CHANNELS.filter((channel) => chosen.includes(channel) && can[channel]);
}

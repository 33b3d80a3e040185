import type { AlertChannel, AlertKind, AlertState } from "./kinds.ts";
import type { ToldFailure } from "./told-failure.ts";

/** An alert that did not arrive, may not have, or has failed and is tried again. */
export type UndeliveredAlert = {
  readonly userId: number;
  readonly alertId: number;
  /** Whose it is. */
  readonly name: string;
  readonly kind: AlertKind;
  readonly channel: Exclude<AlertChannel, "app">;
  readonly state: AlertState;
  readonly attempts: number;
  readonly raisedAt: Date;
  /** When it is tried again, while it waits. */
  readonly dueAt: Date;
  readonly told: ToldFailure | null;
};

/** What all processes together take in at a time: about what is stored in three seconds. More would wait, and be sent again. */
const MOST_MESSAGES = 10_000;
const RETRY_AFTER_SECONDS = 1;
const RETRY_SPREAD_SECONDS = 4;

export type Admission = {
  /** null: there is room, and it is taken until `leave`. Else the seconds after which to come again. */
  enter(messages: number): number | null;
  leave(messages: number): void;
  /** The room is for so many processes, each with a part of it as large as any other's. */
  share(processes: number): void;
};

/**
 * Turns away what is more than can be stored soon, before anything is promised about it. Who is turned away is told
 * different times, so that not all come again at once. A request that alone is more than the room is let in alone.
 */
export function createAdmission(mostMessages = MOST_MESSAGES): Admission {
  let room = mostMessages;
  let inside = 0;
  let turnedAway = 0;
  return {
    enter(messages) {
      if (inside > 0 && inside + messages > room) return RETRY_AFTER_SECONDS + (turnedAway++ % RETRY_SPREAD_SECONDS);
      inside += messages;
      return null;
    },
    leave(messages) {
      inside -= messages;
    },
    share(processes) {
      room = Math.floor(mostMessages / processes);
    },
  };
}

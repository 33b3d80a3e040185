/** The id of an event's line in its lead's timeline, by which a sentence points at it. */
export function eventLineId(eventId: string): string {
  return `event-${eventId}`;
}

/** The id of a touch's line there. */
export function touchLineId(touchId: number | string): string {
  return `touch-${touchId}`;
}

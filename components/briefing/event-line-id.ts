/** The id of an event's line in its lead's timeline, by which a sentence points at it. */
export function eventLineId(eventId: string): string {
  return `event-${eventId}`;
}

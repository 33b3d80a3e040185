import { isEvent, type Message } from "./message.ts";

/** Messages that go one way; `places` are theirs among all. */
export type LanePart = {
  readonly lane: number;
  readonly messages: readonly Message[];
  readonly places: readonly number[];
};

/**
 * Parts messages so that events of one person go one way. Where one of them says who somebody is, what it means for
 * the others depends on their order: then all go one way.
 */
export function splitByLane(messages: readonly Message[], lanes: number): LanePart[] {
  const [first] = messages;
  if (!first) return [];
  if (!messages.every(isEvent)) return [{ lane: laneOf(first, lanes), messages, places: [...messages.keys()] }];
  const parts = Array.from({ length: lanes }, (_, lane) => ({
    lane,
    messages: [] as Message[],
    places: [] as number[],
  }));
  messages.forEach((message, place) => {
    const part = parts[laneOf(message, lanes)];
    part?.messages.push(message);
    part?.places.push(place);
  });
  return parts.filter((part) => part.messages.length > 0);
}

function laneOf({ userId, anonymousId }: Message, lanes: number): number {
  let sum = 0;
  for (const character of userId ?? anonymousId ?? "") sum = (sum * 31 + character.charCodeAt(0)) % 65_521;
  return sum % lanes;
}

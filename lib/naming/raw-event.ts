import { LONGEST_NAME } from "./naming.ts";

/** The names under which visits of pages and of screens are stored; what was visited is their asset. */
export const PAGE_VIEWED = "page_viewed";
export const SCREEN_VIEWED = "screen_viewed";

/** Every site has pages: these names need nobody to say what they mean. */
export function isVisit(name: string): boolean {
  return name === PAGE_VIEWED || name === SCREEN_VIEWED;
}

/** What of a tracker's message says what happened. */
export type TrackerMessage = {
  readonly type: "track" | "page" | "screen";
  /** Of a `track`. */
  readonly event?: unknown;
  /** Of a `page` or a `screen`. */
  readonly name?: unknown;
  readonly properties?: Readonly<Record<string, unknown>> | null;
  /** `context.page` of the message: where a tracker that says nothing else was. */
  readonly page?: Readonly<Record<string, unknown>> | null;
};

/** How an event is stored whatever it will count as: `name` is its row in `event_types` (as `isRaw`), `asset` its row in `assets`. */
export type RawEvent = { readonly name: string; readonly asset: string | null };

/** What a `track` is about, if it says so. Neither `name` nor `title`: in a form these are a person's. */
const ASSET_PROPERTIES = ["asset", "content", "document", "file"];

/**
 * The name and asset under which a message is stored, as its sender wrote them; a naming says what they count as, and
 * may say otherwise later. A page is known by its path without the question mark and what follows, so that no
 * address of a person becomes an asset. null for a `track` without a name.
 */
export function rawEventOf(message: TrackerMessage): RawEvent | null {
  const { type, properties } = message;
  switch (type) {
    case "track": {
      const name = textOf(message.event);
      return name === null ? null : { name, asset: firstText(ASSET_PROPERTIES.map((key) => properties?.[key])) };
    }
    case "page":
      return { name: PAGE_VIEWED, asset: pagePath(message) ?? textOf(message.name) };
    case "screen":
      return { name: SCREEN_VIEWED, asset: textOf(message.name) };
  }
}

function pagePath({ properties, page }: TrackerMessage): string | null {
  const told = firstText([properties?.path, properties?.url, page?.path, page?.url]);
  return told === null ? null : normalPath(told);
}

/** `/pricing` of `https://shop.example/Pricing/?from=mail#top`. */
export function normalPath(address: string): string {
  const [path = ""] = address.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, "").split(/[?#]/, 1);
  const bare = path.toLowerCase().replace(/\/+$/, "");
  return (bare.startsWith("/") ? bare : `/${bare}`).slice(0, LONGEST_NAME);
}

function firstText(values: readonly unknown[]): string | null {
  for (const value of values) {
    const text = textOf(value);
    if (text !== null) return text;
  }
  return null;
}

function textOf(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const text = value.trim().slice(0, LONGEST_NAME).trimEnd();
  return text === "" ? null : text;
}

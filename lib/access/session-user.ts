import type { Locale } from "#lib/i18n/locales.ts";
import type { Viewer } from "./roles.ts";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** Who is signed in, with what their pages need of them. */
export type SessionUser = Viewer & {
  readonly name: string;
  readonly email: string;
  /** null: the browser's. */
  readonly locale: Locale | null;
  readonly theme: Theme;
  /** Calls a day. */
  readonly dailyCapacity: number;
};

import { createLoader, createParser } from "nuqs/server";

/** Which model a page is about: `?model=3`. What is no number names none. */
export const parseAsModel = createParser<number>({
  parse: (text) => (/^\d{1,9}$/.test(text) ? Number(text) : null),
  serialize: String,
});

export const loadModelParam = createLoader({ model: parseAsModel });

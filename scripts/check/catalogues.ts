import { type MessageFormatElement, parse } from "@formatjs/icu-messageformat-parser";

type Catalogue = { readonly [key: string]: string | Catalogue };

/** Says where two catalogues differ in keys, or a message in the parameters it takes, or cannot be read. */
export function compareCatalogues(first: Catalogue, second: Catalogue): string[] {
  const a = new Map(flatten(first, ""));
  const b = new Map(flatten(second, ""));
  return [
    ...[...a.keys()].filter((key) => !b.has(key)).map((key) => `only in the first: ${key}`),
    ...[...b.keys()].filter((key) => !a.has(key)).map((key) => `only in the second: ${key}`),
    ...[...a].flatMap(([key, message]) => {
      const other = b.get(key);
      return other === undefined ? [] : compareMessages(key, message, other);
    }),
  ];
}

function compareMessages(key: string, message: string, other: string): string[] {
  if (message.trim() === "" || other.trim() === "") return [`empty: ${key}`];
  try {
    return parametersOf(message) === parametersOf(other) ? [] : [`other parameters: ${key}`];
  } catch (error) {
    return [`not a message: ${key} (${error instanceof Error ? error.message : error})`];
  }
}

function flatten(catalogue: Catalogue, prefix: string): [string, string][] {
  return Object.entries(catalogue).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[`${prefix}${key}`, value]] : flatten(value, `${prefix}${key}.`),
  );
}

function parametersOf(message: string): string {
  const names = new Set<string>();
  function collect(elements: readonly MessageFormatElement[]) {
    for (const element of elements) {
      if ("options" in element) for (const option of Object.values(element.options)) collect(option.value);
      if ("children" in element) collect(element.children);
      // Plain text and the # of a plural are no parameters.
      if (element.type !== 0 && element.type !== 7) names.add(element.value);
    }
  }
  collect(parse(message));
  return [...names].sort().join();
}

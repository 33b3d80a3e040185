import { parseNumber } from "#lib/i18n/number-text.ts";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import { newTest, type Scalar, type TestedType } from "#lib/model/condition-edit.ts";
import type { FieldTest } from "#lib/scoring/condition.ts";

/** What a condition asks about: fields of lead and account, or properties of an event, which any name may have. */
export type Asked =
  | { readonly kind: "fields"; readonly fields: ModelCatalogue["fields"] }
  | { readonly kind: "properties" };

/** A property that the trackers of most sites send. */
const USUAL_PROPERTY = "url";

/** The question that a new condition begins with. */
export function firstAsked(about: Asked): FieldTest {
  const field = about.kind === "fields" ? about.fields[0] : undefined;
  return field ? newTest(field.key, field.type) : newTest(USUAL_PROPERTY, "property");
}

/** null: a field that the organisation does not have. */
export function typeAsked(about: Asked, field: string): TestedType | null {
  if (about.kind === "properties") return "property";
  return about.fields.find(({ key }) => key === field)?.type ?? null;
}

/** One value a line; blank lines are none. Numbers are read as numbers, what is none stays text and is told. */
export function readLines(text: string, isNumeric: boolean): Scalar[] {
  return text.split("\n").flatMap((line): Scalar[] => {
    const written = line.trim();
    if (written === "") return [];
    return [isNumeric ? (parseNumber(written) ?? written) : written];
  });
}

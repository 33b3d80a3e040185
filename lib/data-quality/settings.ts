import { z } from "zod";
import { FLAGS_FIELD } from "#lib/leads/flags.ts";
import { criteriaOf } from "#lib/model/criteria.ts";
import { fieldsOf } from "#lib/scoring/condition-tests.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import type { FieldCatalogue } from "#lib/scoring/facts.ts";

/** More than anybody fills in of every lead. */
export const MOST_REQUIRED = 20;

/** What tells that e-mail to a lead came back. */
export const BOUNCE_KINDS = ["event", "field"] as const;

export const bounceSchema = z.object({ kind: z.enum(BOUNCE_KINDS), key: z.string().min(1).max(300) });
export type BounceSign = z.infer<typeof bounceSchema>;

/** What a team asks of its data. */
export type QualitySettings = {
  /** null: the fields that the models in force score on. */
  readonly required: readonly string[] | null;
  /** null: nobody has said. */
  readonly bounce: BounceSign | null;
};

/** As a form has them: a box for each field, of which the ticked ones arrive, and one choice for bounces. */
export const settingsFormSchema = z
  .looseObject({ by: z.enum(["models", "choice"]), bounce: z.string().default("") })
  .transform(({ by, bounce, ...boxes }) => ({
    required: by === "choice" ? Object.keys(boxes).flatMap(fieldOfBox).slice(0, MOST_REQUIRED) : null,
    bounce: readBounce(bounce),
  }));

function fieldOfBox(name: string): string[] {
  return name.startsWith(FIELD_BOX) ? [name.slice(FIELD_BOX.length)] : [];
}

/** What the name of a field's box begins with. */
export const FIELD_BOX = "field:";

/** As the choice writes it: `event:email_bounced`. */
export function writeBounce(sign: BounceSign | null): string {
  return sign === null ? "" : `${sign.kind}:${sign.key}`;
}

function readBounce(text: string): BounceSign | null {
  const at = text.indexOf(":");
  const read = bounceSchema.safeParse({ kind: text.slice(0, at), key: text.slice(at + 1) });
  return read.success ? read.data : null;
}

/** Nobody has to be flagged. */
export const NEVER_REQUIRED: readonly string[] = [FLAGS_FIELD];

/** The fields that models score on, each once, by name. */
export function scoredFields(definitions: readonly Definition[]): string[] {
  const fields = definitions
    .flatMap(criteriaOf)
    .flatMap((criterion) => (criterion.type === "attribute" ? fieldsOf(criterion.condition) : []));
  return [...new Set(fields)].filter((field) => !NEVER_REQUIRED.includes(field)).sort();
}

/** The fields that are required: those chosen, or those scored on, as far as there still are such fields. */
export function requiredFields(
  { required }: Pick<QualitySettings, "required">,
  { definitions, types }: { readonly definitions: readonly Definition[]; readonly types: FieldCatalogue },
): string[] {
  return (required ?? scoredFields(definitions)).filter((field) => field in types).slice(0, MOST_REQUIRED);
}

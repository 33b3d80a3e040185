import type { Store } from "#db/client.ts";
import { readFieldTypes } from "#db/queries/generation-plan.ts";
import { findOrganisation } from "#db/queries/organisation.ts";
import { listOwners } from "#db/queries/owners.ts";
import type { ByteSource } from "#lib/csv/byte-source.ts";
import { type Inspection, inspectFile } from "#lib/csv/inspect.ts";
import type { Mapping } from "#lib/import/mapping.ts";
import { type ImportPlan, planImport } from "#lib/import/plan.ts";
import type { Zones } from "#lib/import/read-moment.ts";
import { ImportRefused } from "#lib/import/refusal.ts";

/** A file whose mapping fits it, with all that importing it needs to know of the organisation. */
export type OpenedImport = {
  readonly plan: ImportPlan;
  readonly source: ByteSource;
  readonly inspection: Inspection;
  readonly zones: Zones;
  readonly currency: string;
  readonly owners: ReadonlyMap<string, number>;
};

type Opening = { readonly source: ByteSource; readonly mapping: Mapping; readonly inspection?: Inspection };

/** Looks at the whole file and plans its import. Throws `ImportRefused`. */
export async function openImport({ source, mapping, inspection }: Opening, { db }: Store): Promise<OpenedImport> {
  const organisation = await findOrganisation(db);
  if (!organisation) throw new ImportRefused({ refusal: "no_organisation", about: "" });
  const seen = inspection ?? (await inspectFile(source));
  const planned = await planImport({ inspection: seen, mapping, fieldTypes: await readFieldTypes(db) });
  if (!planned.ok) throw new ImportRefused(planned);
  return {
    plan: planned.plan,
    source,
    inspection: seen,
    zones: { fileZone: mapping.timeZone ?? organisation.timeZone, localZone: organisation.timeZone },
    currency: organisation.currency,
    owners: await listOwners(db),
  };
}

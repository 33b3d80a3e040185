"use server";

import { z } from "zod";
import { defineAction } from "#app/_server/action.ts";
import { cancelImport } from "#db/mutations/cancel-import.ts";
import { changeImportMapping } from "#db/mutations/change-import-mapping.ts";
import { discardImport } from "#db/mutations/discard-import.ts";
import { enqueueJob } from "#db/mutations/enqueue-job.ts";
import { queueImport } from "#db/mutations/queue-import.ts";
import { readFieldTypes } from "#db/queries/generation-plan.ts";
import { findImport, type ImportRecord } from "#db/queries/imports.ts";
import { dialectOverridesSchema } from "#lib/csv/dialect.ts";
import { completeColumns } from "#lib/import/complete-mapping.ts";
import { IMPORT_KINDS } from "#lib/import/constants.ts";
import { readInspection } from "#lib/import/inspections.ts";
import { type Mapping, mappingSchema } from "#lib/import/mapping.ts";
import { dropUpload } from "#lib/import/uploads.ts";
import type { OpenedFile } from "#lib/import/view.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { guessFile, openFile } from "./open-file.ts";

const importId = z.int().positive();

/** Keeps what the columns mean. Gives the file as it reads then. */
export const saveMappingAction = defineAction({
  permission: "import_data",
  schema: z.object({ importId, mapping: mappingSchema }),
  run: async (input): Promise<Result<OpenedFile>> => {
    const record = await findImport(input);
    return record ? keep(record, input.mapping) : refuse("not_found");
  },
});

/** Reads the file in another way, or as another kind; what was chosen for columns that stay the same is kept. */
export const readAgainAction = defineAction({
  permission: "import_data",
  schema: z.object({
    importId,
    kind: z.enum(IMPORT_KINDS),
    dialect: dialectOverridesSchema,
    keepsChoices: z.boolean(),
  }),
  run: async ({ kind, dialect, keepsChoices, ...input }): Promise<Result<OpenedFile>> => {
    const record = await findImport(input);
    const inspection = record && (await readInspection(record.filePath));
    if (!record || !inspection) return refuse("not_found");
    const guess = await guessFile({ inspection, kind, dialect, fieldTypes: await readFieldTypes() });
    if (!guess) return refuse("invalid_input");
    const { mapping } = record;
    if (!keepsChoices || kind !== mapping.kind) return keep(record, guess);
    return keep(record, { ...mapping, dialect, columns: completeColumns(mapping.columns, guess.columns) });
  },
});

export const tryImportAction = defineAction({
  permission: "import_data",
  schema: z.object({ importId }),
  run: (input, { user, at }) => queueImport({ ...input, isDryRun: true, userId: user.userId, at }),
});

export const startImportAction = defineAction({
  permission: "import_data",
  schema: z.object({ importId }),
  revalidate: ["/data"],
  run: (input, { user, at }) => queueImport({ ...input, isDryRun: false, userId: user.userId, at }),
});

export const cancelImportAction = defineAction({
  permission: "import_data",
  schema: z.object({ importId }),
  revalidate: ["/data"],
  run: async (input, { user, at }): Promise<Result<null>> => {
    const cancelled = await cancelImport({ ...input, userId: user.userId, at });
    if (!cancelled.ok) return cancelled;
    if (cancelled.value.unusedPath !== null) await dropUpload(cancelled.value.unusedPath);
    return ok(null);
  },
});

export const discardImportAction = defineAction({
  permission: "import_data",
  schema: z.object({ importId }),
  revalidate: ["/data"],
  run: async (input, { user, at }): Promise<Result<null>> => {
    const discarded = await discardImport({ ...input, userId: user.userId, at });
    if (!discarded.ok) return discarded;
    await dropUpload(discarded.value.unusedPath);
    return ok(null);
  },
});

/** Has every stored score computed again, after all leads were scored anew when that is asked for. */
export const verifyScoresAction = defineAction({
  permission: "import_data",
  schema: z.object({ scoresFirst: z.boolean() }),
  run: async (data): Promise<Result<null>> => {
    await enqueueJob({ queue: "verify", data });
    return ok(null);
  },
});

async function keep(record: ImportRecord, mapping: Mapping): Promise<Result<OpenedFile>> {
  const changed = await changeImportMapping({ importId: record.id, mapping });
  if (!changed.ok) return changed;
  const file = await openFile({ filePath: record.filePath, mapping });
  return file ? ok(file) : refuse("not_found");
}

import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { csvResponse } from "#app/_server/csv-response.ts";
import { defineRoute } from "#app/_server/route.ts";
import { findImport, streamRejections } from "#db/queries/imports.ts";
import { rejectedTable } from "#lib/import/rejected-rows.ts";
import { refuse } from "#lib/result.ts";

/** The rows of an import that were not taken, as they stood in the file, with line, column, value and reason. */
export const GET = defineRoute({
  permission: "import_data",
  params: z.object({ importId: z.coerce.number().int().positive() }),
  run: async (_, { params }) => {
    const record = await findImport(params);
    if (!record?.report) return refuse("not_found");
    const [t, reasons] = await Promise.all([getTranslations("data.rejected"), getTranslations("import.reasons")]);
    const words = { line: t("line"), column: t("column"), value: t("value"), reason: t("reason") };
    const table = {
      columns: record.report.reading.columns,
      words,
      sentenceOf: (reason: Parameters<typeof reasons>[0]) => reasons(reason),
    };
    const plainName = record.fileName.replace(/(\.(csv|tsv|txt))?(\.gz)?$/i, "");
    return csvResponse(rejectedTable(streamRejections(params), table), {
      fileName: t("fileName", { name: plainName }),
    });
  },
});

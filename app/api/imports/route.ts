import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { defineRoute } from "#app/_server/route.ts";
import { createImport } from "#db/mutations/create-import.ts";
import { readFieldTypes } from "#db/queries/generation-plan.ts";
import { type ByteSource, fileSource } from "#lib/csv/byte-source.ts";
import { detectLayout } from "#lib/csv/detect.ts";
import { type Inspection, inspectFile } from "#lib/csv/inspect.ts";
import { readEnv } from "#lib/env.ts";
import { IMPORT_KINDS } from "#lib/import/constants.ts";
import { guessMapping } from "#lib/import/guess.ts";
import { keepInspection } from "#lib/import/inspections.ts";
import { dropUpload, keepUpload, MOST_UPLOAD_BYTES, UploadTooLarge } from "#lib/import/uploads.ts";
import { refuse } from "#lib/result.ts";

const GIBIBYTE = 1024 ** 3;
const TOO_LARGE = refuse("invalid_input", {
  reason: "upload_too_large",
  params: { gibibytes: MOST_UPLOAD_BYTES / GIBIBYTE },
});

/** Takes a file in as it arrives and says how it reads; what holds no table is not kept. Answers `{ importId }`. */
export const POST = defineRoute({
  permission: "import_data",
  query: z.object({ kind: z.enum(IMPORT_KINDS), name: z.string().trim().min(1).max(255) }),
  run: async (request, { user, query, at }) => {
    if (Number(request.headers.get("content-length") ?? 0) > MOST_UPLOAD_BYTES) return TOO_LARGE;
    if (!request.body) return refuse("invalid_input", { reason: "upload_empty" });
    let filePath: string | null = null;
    try {
      filePath = await keepUpload(request.body, { dataDir: readEnv().DATA_DIR });
      const inspection = await inspectFile(limited(await fileSource(filePath)));
      const detection = await detectLayout(inspection);
      if (!detection.ok) {
        await dropUpload(filePath);
        return answerRefusal((await getTranslations("import.refusals"))(detection.refusal, { about: query.name }));
      }
      await keepInspection(filePath, inspection);
      const guess = { kind: query.kind, layout: detection.layout, fieldTypes: await readFieldTypes() };
      const { mapping } = guessMapping(guess);
      const file = { fileName: query.name, filePath, ...sizeOf(inspection), mapping, createdBy: user.userId };
      const importId = await createImport({ ...file, status: "uploaded", at });
      return Response.json({ importId }, { status: 201, headers: { "cache-control": "no-store" } });
    } catch (error) {
      if (filePath) await dropUpload(filePath);
      if (error instanceof UploadTooLarge) return TOO_LARGE;
      throw error;
    }
  },
});

function sizeOf({ bytes, sha256 }: Inspection) {
  return { fileBytes: bytes, fileSha256: sha256 };
}

/** As a refusal answers, with the sentence of the import. */
function answerRefusal(message: string): Response {
  const error = { code: "invalid_input", message, fields: {} };
  return Response.json({ error }, { status: 422, headers: { "cache-control": "no-store" } });
}

/** A packed file may not become larger than one that comes unpacked. */
function limited(source: ByteSource): ByteSource {
  return { read: (start) => read(source.read(start)) };

  async function* read(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let read = 0;
    for await (const chunk of chunks) {
      read += chunk.length;
      if (read > MOST_UPLOAD_BYTES) throw new UploadTooLarge();
      yield chunk;
    }
  }
}

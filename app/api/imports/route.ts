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
import type { ImportRefusal } from "#lib/import/refusal.ts";
import { dropUpload, keepUpload, MOST_UPLOAD_BYTES, UploadTooLarge } from "#lib/import/uploads.ts";
import { refuse } from "#lib/result.ts";

const GIBIBYTE = 1024 ** 3;
const TOO_LARGE = refuse("invalid_input", {
  reason: "upload_too_large",
  params: { gibibytes: MOST_UPLOAD_BYTES / GIBIBYTE },
});

/** Takes a file in as it arrives and says how it reads; what holds no table is not kept. Answers `{ importId }` or why not: `{ refused }`. */
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
        return answer({ refused: { refusal: detection.refusal, about: "" } });
      }
      await keepInspection(filePath, inspection);
      const guess = { kind: query.kind, layout: detection.layout, fieldTypes: await readFieldTypes() };
      const { mapping } = guessMapping(guess);
      const file = { fileName: query.name, filePath, ...sizeOf(inspection), mapping, createdBy: user.userId };
      const importId = await createImport({ ...file, status: "uploaded", at });
      return answer({ importId });
    } catch (error) {
      if (filePath) await dropUpload(filePath);
      if (error instanceof UploadTooLarge) return TOO_LARGE;
      // Nobody is there any more to be told.
      if (request.signal.aborted) return refuse("conflict");
      throw error;
    }
  },
});

function sizeOf({ bytes, sha256 }: Inspection) {
  return { fileBytes: bytes, fileSha256: sha256 };
}

function answer(body: { readonly importId: number } | { readonly refused: ImportRefusal }): Response {
  return Response.json(body, { headers: { "cache-control": "no-store" } });
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

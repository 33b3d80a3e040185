import type { CsvValue } from "#lib/csv/safe-cell.ts";
import { writeCsv } from "#lib/csv/write.ts";

type Rows = AsyncIterable<readonly CsvValue[]>;

/** A CSV file to keep, streamed, so that its length does not matter. The first row is the header. */
export function csvResponse(rows: Rows, { fileName }: { readonly fileName: string }): Response {
  return new Response(streamOf(writeCsv(rows, { hasMark: true })), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${asciiName(fileName)}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "cache-control": "no-store",
    },
  });
}

/** What a header may hold between quotes. */
function asciiName(fileName: string): string {
  return fileName.replace(/[^ !#-[\]-~]/g, "_");
}

/** Reads on only as fast as the browser takes it, and stops when it goes away. */
function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}

import { readRecords } from "#lib/csv/read-records.ts";
import { BatchWriter, type WrittenRows } from "./batch-writer.ts";
import type { FileToImport } from "./file-to-import.ts";
import { RowBatch } from "./row-batch.ts";
import type { RowKind } from "./row-kind.ts";
import type { ImportSession } from "./session.ts";

/** Rows may be long: a batch also ends with so many bytes of the file. */
const MOST_BYTES = 8 << 20;

/** Reads a file to its end, batch by batch; while one is written, the next is planned and the one after it read. */
export async function importRows<Row extends object, Plan>(
  kind: RowKind<Row, Plan>,
  file: FileToImport,
  session: ImportSession,
): Promise<WrittenRows> {
  const writer = new BatchWriter(kind, file, session);
  let batch = new RowBatch<Row>(kind);
  let bytesRead = 0;
  let passed = 0;
  await session.client.query("begin");
  try {
    for await (const chunk of readRecords(file.source, file.layout)) {
      file.signal?.throwIfAborted();
      for (const record of chunk.records) {
        if (passed++ < file.from.recordsRead) continue;
        batch.add(record);
        if (batch.size === kind.mostRows) await flush(chunk.bytesRead);
      }
      if (chunk.bytesRead - bytesRead > MOST_BYTES) await flush(chunk.bytesRead);
    }
    await flush(bytesRead);
    return await writer.end();
  } finally {
    await writer.end().catch(() => {});
    await session.client.query("rollback").catch(() => {});
  }

  async function flush(readTo: number): Promise<void> {
    const full = batch;
    batch = new RowBatch<Row>(kind);
    bytesRead = readTo;
    await writer.take(full, readTo);
  }
}

import { promisify } from "node:util";
import { gunzip, inflate } from "node:zlib";

const UNPACK: Readonly<Record<string, typeof gunzip>> = { gzip: gunzip, "x-gzip": gunzip, deflate: inflate };

export type ReadBody = { readonly text: string } | { readonly problem: "too_large" | "unreadable" };

/** The text of a body, packed or not, of at most so many bytes either way. Stops where it becomes too much. */
export async function readPacked(request: Request, mostBytes: number): Promise<ReadBody> {
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes) return { problem: "too_large" };
  const parts: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const part of request.body ?? []) {
      bytes += part.byteLength;
      if (bytes > mostBytes) return { problem: "too_large" };
      parts.push(part);
    }
  } catch {
    // The sender went away, or the connection did: nobody reads the answer.
    return { problem: "unreadable" };
  }
  const body = Buffer.concat(parts);
  const packing = request.headers.get("content-encoding")?.trim().toLowerCase() ?? "identity";
  if (packing === "identity" || packing === "") return { text: body.toString("utf8") };
  const unpack = Object.hasOwn(UNPACK, packing) ? UNPACK[packing] : undefined;
  if (!unpack) return { problem: "unreadable" };
  try {
    const unpacked = await promisify<Buffer, { maxOutputLength: number }, Buffer>(unpack)(body, {
      maxOutputLength: mostBytes,
    });
    return { text: unpacked.toString("utf8") };
  } catch (error) {
    const isTooLarge = error instanceof RangeError && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    return { problem: isTooLarge ? "too_large" : "unreadable" };
  }
}

/** Some bytes under a name each, with what is said of all of them, as one body. */
export type Frames<Head> = {
  readonly head: Head;
  readonly parts: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
};

type Written<Head> = { readonly head: Head; readonly parts: readonly (readonly [name: string, bytes: number])[] };

const LENGTH_BYTES = 4;

/** The length of a JSON text, the text, and behind it the parts in its order. */
export function writeFrames<Head>({ head, parts }: Frames<Head>): Uint8Array<ArrayBuffer> {
  const written: Written<Head> = { head, parts: [...parts].map(([name, bytes]) => [name, bytes.length]) };
  const text = new TextEncoder().encode(JSON.stringify(written));
  const total = [...parts.values()].reduce((sum, { length }) => sum + length, LENGTH_BYTES + text.length);
  const body = new Uint8Array(total);
  new DataView(body.buffer).setUint32(0, text.length);
  body.set(text, LENGTH_BYTES);
  let at = LENGTH_BYTES + text.length;
  for (const bytes of parts.values()) {
    body.set(bytes, at);
    at += bytes.length;
  }
  return body;
}

export function readFrames<Head>(body: ArrayBuffer): Frames<Head> {
  const end = LENGTH_BYTES + new DataView(body).getUint32(0);
  const written: Written<Head> = JSON.parse(
    new TextDecoder().decode(new Uint8Array(body, LENGTH_BYTES, end - LENGTH_BYTES)),
  );
  let at = end;
  const parts = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const [name, bytes] of written.parts) {
    parts.set(name, new Uint8Array(body, at, bytes));
    at += bytes;
  }
  return { head: written.head, parts };
}

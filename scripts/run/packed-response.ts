import { type IncomingMessage, ServerResponse } from "node:http";
import { constants, createGzip, type Gzip } from "node:zlib";

/** Text by nature. Pictures and fonts are packed already; a live stream is to go out line by line. */
const TEXT = /^(text\/(?!event-stream)|application\/(json|javascript|manifest\+json|xml)|image\/svg\+xml)/;
const TAKES_GZIP = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/;
const PART_OF_A_FILE = 206;
/** Below this the packing costs more than it saves. */
const LEAST_BYTES = 1_024;
/** Who reads may wait so long for a first part, that most of a page is packed at once. */
const GATHER_MS = 4;
/** A page waits as a whole; who writes a long file waits until it is taken. */
const MOST_WAITING = 512 * 1_024;

type Part = string | Uint8Array;
type Done = (error?: Error | null) => void;

/**
 * A response that packs text for who takes it packed. A page is written in dozens of parts, most of them
 * at nearly the same time, which are packed together. Packed each by itself, as the middleware of Next
 * does it, a part waits until the one before is back from another thread, behind all else that is rendered.
 */
export class PackedResponse extends ServerResponse {
  private mayPack: boolean;
  private gzip: Gzip | null = null;
  private parts: Uint8Array[] = [];
  /** Bytes that were written and are not packed yet. */
  private waiting = 0;
  private isFull = false;
  private isAtEnd = false;

  constructor(request: IncomingMessage) {
    super(request);
    this.mayPack = request.method !== "HEAD" && TAKES_GZIP.test(String(request.headers["accept-encoding"] ?? ""));
  }

  override writeHead(status: number, ...rest: readonly unknown[]): this {
    const message = typeof rest[0] === "string" ? rest[0] : undefined;
    const headers = rest[message === undefined ? 0 : 1];
    // All are set before it is decided, so that each is sent as it then stands.
    if (typeof headers === "object" && headers !== null)
      for (const [name, value] of Object.entries(headers)) if (value !== undefined) this.setHeader(name, value);
    this.statusCode = status;
    if (this.isText()) {
      this.vary();
      if (this.isToPack()) this.pack();
    }
    return super.writeHead(status, message);
  }

  override write(part: Part, ...rest: readonly [(BufferEncoding | Done)?, Done?]): boolean {
    const [encoding] = rest;
    const done = doneOf(rest);
    if (!this.headersSent) this.writeHead(this.statusCode);
    if (!this.gzip) return super.write(bytesOf(part, encoding), done);
    this.gather(bytesOf(part, encoding));
    if (done) process.nextTick(done);
    return !this.isFull;
  }

  override end(...rest: readonly [(Part | Done | null)?, (BufferEncoding | Done)?, Done?]): this {
    if (this.isAtEnd) return this;
    const [part, encoding] = rest;
    const done = doneOf(rest);
    const bytes = part == null || typeof part === "function" ? null : bytesOf(part, encoding);
    if (!this.headersSent) {
      this.mayPack &&= (bytes?.length ?? 0) >= LEAST_BYTES;
      if (this.mayPack) this.writeHead(this.statusCode);
    }
    if (!this.gzip) return bytes ? super.end(bytes, done) : super.end(done);
    if (bytes) this.gather(bytes);
    if (done) this.once("finish", done);
    this.isAtEnd = true;
    this.handOver();
    return this;
  }

  private isText(): boolean {
    return TEXT.test(String(this.getHeader("content-type") ?? ""));
  }

  private isToPack(): boolean {
    const isKept = this.hasHeader("content-encoding") || /no-transform/.test(String(this.getHeader("cache-control")));
    const isShort = Number(this.getHeader("content-length")) < LEAST_BYTES;
    return this.mayPack && !isKept && !isShort && this.statusCode !== PART_OF_A_FILE;
  }

  private vary(): void {
    const vary = String(this.getHeader("vary") ?? "");
    if (!/accept-encoding/i.test(vary)) this.setHeader("vary", vary ? `${vary}, Accept-Encoding` : "Accept-Encoding");
  }

  private pack(): void {
    const gzip = createGzip();
    this.gzip = gzip;
    this.removeHeader("content-length");
    this.setHeader("content-encoding", "gzip");
    gzip.on("data", (packed: Buffer) => super.write(packed) || gzip.pause());
    gzip.on("end", () => super.end());
    gzip.on("error", (error) => this.destroy(error));
    this.on("drain", () => gzip.resume());
    this.once("close", () => gzip.destroy());
  }

  private gather(bytes: Uint8Array): void {
    if (this.parts.length === 0) setTimeout(() => this.handOver(), GATHER_MS);
    this.parts.push(bytes);
    this.waiting += bytes.length;
    this.isFull = this.waiting > MOST_WAITING;
    if (this.isFull) this.handOver();
  }

  private handOver(): void {
    const { gzip, parts } = this;
    if (!gzip || gzip.destroyed || gzip.writableEnded) return;
    this.parts = [];
    const bytes = Buffer.concat(parts);
    if (this.isAtEnd) gzip.end(bytes);
    else if (bytes.length > 0) {
      gzip.write(bytes, () => this.settle(bytes.length));
      gzip.flush(constants.Z_SYNC_FLUSH);
    }
  }

  private settle(bytes: number): void {
    this.waiting -= bytes;
    if (!this.isFull || this.waiting > MOST_WAITING / 2) return;
    this.isFull = false;
    this.emit("drain");
  }
}

function bytesOf(part: Part, encoding: unknown): Uint8Array {
  return typeof part === "string"
    ? Buffer.from(part, typeof encoding === "string" ? toEncoding(encoding) : "utf8")
    : part;
}

function toEncoding(name: string): BufferEncoding {
  return Buffer.isEncoding(name) ? name : "utf8";
}

function doneOf(rest: readonly unknown[]): Done | undefined {
  return rest.find((each): each is Done => typeof each === "function");
}

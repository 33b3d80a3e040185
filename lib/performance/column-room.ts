/**
 * Memory for the columns of one table after the other: fresh memory of tens of megabytes for each question would have all
 * that a process holds looked through, over and over, for what may be given back.
 */
export class ColumnRoom {
  private readonly buffers: ArrayBuffer[] = [];
  private taken = 0;

  /** What was taken so far may be overwritten from here on. */
  clear(): void {
    this.taken = 0;
  }

  /** Not cleared: every number is to be written. */
  floats(size: number): Float64Array {
    return new Float64Array(this.take(size * Float64Array.BYTES_PER_ELEMENT), 0, size);
  }

  integers(size: number): Int32Array {
    return new Int32Array(this.take(size * Int32Array.BYTES_PER_ELEMENT), 0, size);
  }

  bytes(size: number): Uint8Array {
    return new Uint8Array(this.take(size), 0, size);
  }

  private take(bytes: number): ArrayBuffer {
    const place = this.taken++;
    const known = this.buffers[place];
    if (known && known.byteLength >= bytes) return known;
    const buffer = new ArrayBuffer(bytes);
    this.buffers[place] = buffer;
    return buffer;
  }
}

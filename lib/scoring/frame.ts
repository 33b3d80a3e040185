import type { FieldValue } from "./facts.ts";
import { readValue, type Value, type ValueType } from "./value.ts";

/** The values that a set of questions asks for, each read once a lead however many questions ask. */
export type Frame = {
  readonly names: readonly string[];
  readonly types: readonly ValueType[];
  readonly values: Value[];
  day: number;
};

export type Source = Readonly<Record<string, FieldValue | null>>;

/** Gives a value ready to be compared, by its name and the type it is asked for as. */
export type FieldReader = (name: string, type: ValueType) => Value;

export function readFrom(source: Source): FieldReader {
  return (name, type) => readValue(source[name], type);
}

/** A frame with no value yet; `placeOf` adds what is asked for. */
export class FramePlan {
  private readonly names: string[] = [];
  private readonly types: ValueType[] = [];

  /** Where the frame holds this value. */
  placeOf(name: string, type: ValueType): number {
    const known = this.names.findIndex((other, place) => other === name && this.types[place] === type);
    if (known >= 0) return known;
    this.types.push(type);
    return this.names.push(name) - 1;
  }

  build(): Frame {
    return { names: this.names, types: this.types, values: this.names.map(() => null), day: 0 };
  }
}

export function fillFrame(frame: Frame, read: FieldReader, day: number): void {
  frame.day = day;
  for (let place = 0; place < frame.names.length; place++)
    frame.values[place] = read(frame.names[place] ?? "", frame.types[place] ?? "any");
}

/** How many of the values are known. */
export function countKnown(frame: Frame): number {
  let known = 0;
  for (const value of frame.values) if (value !== null) known++;
  return known;
}

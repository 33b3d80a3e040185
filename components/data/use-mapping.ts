"use client";

import { useEffect, useRef, useState } from "react";
import type { ImportKind } from "#lib/import/constants.ts";
import type { Mapping } from "#lib/import/mapping.ts";
import type { OpenedFile } from "#lib/import/view.ts";
import type { ActionResult } from "#lib/result.ts";

export type ReadAgain = { kind: ImportKind; dialect: Mapping["dialect"]; keepsChoices: boolean };
export type MappingActions = {
  readonly save: (input: { importId: number; mapping: Mapping }) => Promise<ActionResult<OpenedFile>>;
  readonly readAgain: (input: ReadAgain & { importId: number }) => Promise<ActionResult<OpenedFile>>;
};

const SAVE_AFTER_MS = 400;

/**
 * The mapping under the reader's hand. What is changed shows at once and is kept soon after; the
 * newest answer says how the file reads then. `settle` waits until everything is kept.
 */
export function useMapping(importId: number, initial: OpenedFile, { save, readAgain }: MappingActions) {
  const [file, setFile] = useState(initial);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isReading, setReading] = useState(false);
  const waiting = useRef<{ mapping: Mapping; timer: ReturnType<typeof setTimeout> } | null>(null);
  const newest = useRef<Promise<boolean>>(Promise.resolve(true));

  useEffect(() => () => clearTimeout(waiting.current?.timer), []);

  function change(mapping: Mapping) {
    setFile((now) => ({ ...now, mapping }));
    clearTimeout(waiting.current?.timer);
    waiting.current = { mapping, timer: setTimeout(() => void settle(), SAVE_AFTER_MS) };
  }

  /** Gives whether all is kept. */
  function settle(): Promise<boolean> {
    if (!waiting.current) return newest.current;
    const { mapping, timer } = waiting.current;
    clearTimeout(timer);
    waiting.current = null;
    return take(() => save({ importId, mapping }));
  }

  function read(again: Partial<ReadAgain>) {
    const { kind, dialect } = file.mapping;
    const asked = { importId, kind, dialect, keepsChoices: true, ...again };
    setReading(true);
    void settle()
      .then(() => take(() => readAgain(asked)))
      .finally(() => setReading(false));
  }

  /** One after the other, so that the last one kept is the last one asked. */
  function take(ask: () => Promise<ActionResult<OpenedFile>>): Promise<boolean> {
    const answered = newest.current.then(async () => {
      const result = await ask();
      setRefusal(result.ok ? null : result.refusal.message);
      // What was changed since stays as it is on the screen.
      if (result.ok) setFile((now) => ({ ...result.value, ...(waiting.current && { mapping: now.mapping }) }));
      return result.ok;
    });
    newest.current = answered.catch(() => false);
    return answered;
  }

  return { file, refusal, isReading, change, read, settle };
}

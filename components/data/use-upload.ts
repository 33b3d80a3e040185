"use client";

import { useRef, useState } from "react";
import { z } from "zod";
import type { ImportKind } from "#lib/import/constants.ts";
import { type ImportRefusal, importRefusalSchema } from "#lib/import/refusal.ts";
import { parseJson } from "#lib/json.ts";

export type Upload =
  | { readonly state: "idle" }
  | { readonly state: "sending"; readonly name: string; readonly share: number }
  /** All is there; the server looks at it. */
  | { readonly state: "reading"; readonly name: string }
  /** The file's own fault, or a sentence of the server; null: there was no answer that says why. */
  | { readonly state: "refused"; readonly name: string; readonly because: ImportRefusal | string | null };

/** Sends a file to the server as it is; says how far it is, which `fetch` does not. */
export function useUpload(onArrived: (importId: number) => void) {
  const [upload, setUpload] = useState<Upload>({ state: "idle" });
  const request = useRef<XMLHttpRequest | null>(null);

  function send(kind: ImportKind, file: File) {
    const { name } = file;
    const sending = new XMLHttpRequest();
    request.current = sending;
    setUpload({ state: "sending", name, share: 0 });
    sending.upload.onprogress = ({ loaded, total }) =>
      setUpload({ state: "sending", name, share: total === 0 ? 0 : loaded / total });
    sending.upload.onload = () => setUpload({ state: "reading", name });
    sending.onerror = () => setUpload({ state: "refused", name, because: null });
    sending.onabort = () => setUpload({ state: "idle" });
    sending.onload = () => {
      const answer = readAnswer(sending.responseText);
      if ("importId" in answer) onArrived(answer.importId);
      else setUpload({ state: "refused", name, because: answer.because });
    };
    sending.open("POST", `/api/imports?${new URLSearchParams({ kind, name })}`);
    sending.send(file);
  }

  return { upload, send, stop: () => request.current?.abort() };
}

function readAnswer(text: string): { importId: number } | { because: ImportRefusal | string | null } {
  const parsed = answerSchema.safeParse(parseJson(text));
  if (!parsed.success) return { because: null };
  const answer = parsed.data;
  if ("importId" in answer) return answer;
  return { because: "refused" in answer ? answer.refused : answer.error.message };
}

/** As `POST /api/imports` answers. */
const answerSchema = z.union([
  z.object({ importId: z.number() }),
  z.object({ refused: importRefusalSchema }),
  z.object({ error: z.object({ message: z.string() }) }),
]);

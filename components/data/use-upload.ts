"use client";

import { useRef, useState } from "react";
import type { ImportKind } from "#lib/import/constants.ts";

export type Upload =
  | { readonly state: "idle" }
  | { readonly state: "sending"; readonly name: string; readonly share: number }
  /** All is there; the server looks at it. */
  | { readonly state: "reading"; readonly name: string }
  /** null: there was no answer that says why. */
  | { readonly state: "refused"; readonly name: string; readonly message: string | null };

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
    sending.onerror = () => setUpload({ state: "refused", name, message: null });
    sending.onabort = () => setUpload({ state: "idle" });
    sending.onload = () => {
      const answer = readAnswer(sending.responseText);
      if ("importId" in answer) onArrived(answer.importId);
      else setUpload({ state: "refused", name, message: answer.message });
    };
    sending.open("POST", `/api/imports?${new URLSearchParams({ kind, name })}`);
    sending.send(file);
  }

  return { upload, send, stop: () => request.current?.abort() };
}

function readAnswer(text: string): { importId: number } | { message: string | null } {
  try {
    const answer: { importId?: unknown; error?: { message?: unknown } } = JSON.parse(text);
    if (typeof answer.importId === "number") return { importId: answer.importId };
    return { message: typeof answer.error?.message === "string" ? answer.error.message : null };
  } catch {
    return { message: null };
  }
}

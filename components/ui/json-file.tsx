"use client";

import { type ChangeEvent, type ReactNode, useRef } from "react";
import { parseJson } from "#lib/json.ts";
import { Button } from "./button.tsx";
import { keepFile } from "./keep-file.ts";

/** A file as it was read: `content` is undefined when it is no JSON. */
export type JsonFile = { readonly name: string; readonly content: unknown };

type Props = {
  /** What is asked for, for who does not see the button. */
  label: string;
  kind?: "plain" | "quiet";
  onRead: (file: JsonFile) => void;
  children: ReactNode;
};

/** A button that asks for a JSON file and reads it; the same file may be chosen again. */
export function JsonFileButton({ label, kind, onRead, children }: Props) {
  const input = useRef<HTMLInputElement>(null);

  async function onChange(event: ChangeEvent<HTMLInputElement>) {
    const [file] = event.target.files ?? [];
    event.target.value = "";
    if (file) onRead({ name: file.name, content: parseJson(await file.text()) });
  }

  return (
    <>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        aria-label={label}
        onChange={(event) => void onChange(event)}
        className="sr-only"
        tabIndex={-1}
      />
      <Button kind={kind} onClick={() => input.current?.click()}>
        {children}
      </Button>
    </>
  );
}

/** Hands something over as a file that can be read in again. */
export function downloadJson(content: unknown, fileName: string): void {
  const text = `${JSON.stringify(content, null, 2)}\n`;
  keepFile(new Blob([text], { type: "application/json" }), fileName);
}

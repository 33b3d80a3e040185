"use client";

import { useState } from "react";
import { TextField } from "#components/ui/field.tsx";
import { toKey } from "#lib/import/key.ts";
import { PRESETS } from "#lib/import/known-headers.ts";
import type { Mapping } from "#lib/import/mapping.ts";
import { useImportWords } from "./use-import-words.ts";

const MOST_CHARACTERS = 40;
/** What a system is called that has no name. */
const UNNAMED = "file";

/** The name of a system that has no preset: its ids count within it. */
export function SourceField({ mapping, onChange }: { mapping: Mapping; onChange: (mapping: Mapping) => void }) {
  const { t } = useImportWords();
  const [typed, setTyped] = useState<string | null>(null);
  if (PRESETS.some((preset) => preset === mapping.source)) return null;

  function type(text: string) {
    setTyped(text);
    const source = toKey(text)?.slice(0, MOST_CHARACTERS).replace(/_+$/, "");
    onChange({ ...mapping, source: source ?? UNNAMED });
  }

  return (
    <TextField
      label={t("source.label")}
      hint={t("source.hint")}
      value={typed ?? (mapping.source === UNNAMED ? "" : mapping.source)}
      autoComplete="off"
      onChange={(event) => type(event.target.value)}
      onBlur={() => setTyped(null)}
    />
  );
}

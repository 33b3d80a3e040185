"use client";

import { useFormatter, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { downloadJson, type JsonFile, JsonFileButton } from "#components/ui/json-file.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import { parseDefinition } from "#lib/scoring/parse.ts";
import type { Problem } from "#lib/scoring/problem.ts";
import { problemSentence } from "./problem-sentences.tsx";
import { useModelWords } from "./words.ts";

type UploadProps = {
  catalogue: ModelCatalogue;
  kind?: "plain" | "quiet";
  /** Gives a sentence when it was refused. */
  onRead: (definition: Definition) => Promise<string | null>;
  children: ReactNode;
};

/** Problems of a file told at once; a file that is no model has many. */
const TOLD = 5;

/** Reads a definition from a JSON file, and says where the file is wrong. */
export function UploadDefinition({ catalogue, kind, onRead, children }: UploadProps) {
  const words = useModelWords(catalogue);
  const t = useTranslations("model.files");
  const format = useFormatter();
  const [complaints, setComplaints] = useState<readonly string[]>([]);

  async function read({ name, content }: JsonFile) {
    if (content === undefined) return setComplaints([t("notJson", { name })]);
    const parsed = parseDefinition(content);
    if (!parsed.ok) return setComplaints(complaintsOf(parsed.problems, name));
    const refusal = await onRead(parsed.definition);
    setComplaints(refusal === null ? [] : [refusal]);
  }

  function complaintsOf(problems: readonly Problem[], name: string): string[] {
    const missing = problems.filter(({ code, path }) => code === "missing" && path.length === 1);
    // A document without the parts of a model is something else: what else is wrong with it says nothing.
    if (missing.length > 0) {
      const parts = format.list(missing.map(({ path }) => partName(path[0])));
      return [t("noModel", { name, parts, count: missing.length })];
    }
    return problems.slice(0, TOLD).map(complaint);
  }
  function complaint(problem: Problem): string {
    const [root, axis, , group, , criterion] = problem.path;
    const sentence = problemSentence(problem, words);
    if (root === undefined) return sentence;
    if (root === "plays" && axis !== undefined) return t("atPlay", { cell: axis, problem: sentence });
    if (root !== "axes" || axis === undefined) return t("atPart", { part: partName(root), problem: sentence });
    if (typeof group !== "number") return t("atPart", { part: partName(axis), problem: sentence });
    const at = { axis: partName(axis), group: group + 1, problem: sentence };
    return typeof criterion === "number" ? t("atCriterion", { ...at, criterion: criterion + 1 }) : t("atGroup", at);
  }
  function partName(key: string | number | undefined): string {
    const part = `parts.${key}` as const;
    return t.has(part) ? t(part) : String(key);
  }

  return (
    <div className="flex flex-col items-start gap-2">
      <JsonFileButton label={t("upload")} kind={kind} onRead={(file) => void read(file)}>
        {children}
      </JsonFileButton>
      {complaints.length > 0 && (
        <Notice tone="refused">
          <p className="font-semibold">{t("refused")}</p>
          <ul>
            {complaints.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}

/** The definition as a file that can be read in again. */
export function DownloadDefinition({ definition, fileName }: { definition: Definition; fileName: string }) {
  const t = useTranslations("model.files");
  return (
    <Button kind="quiet" onClick={() => downloadJson(definition, fileName)}>
      {t("download")}
    </Button>
  );
}

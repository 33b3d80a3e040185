"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo, useState, useTransition } from "react";
import { Button, buttonClass } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { addressOf } from "#lib/model/address.ts";
import { type ModelCatalogue, toScoringCatalogue } from "#lib/model/catalogue.ts";
import { listCriteria } from "#lib/model/criteria.ts";
import { type FittedTemplate, fitTemplate } from "#lib/model/templates/fit-template.ts";
import type { TemplateKey } from "#lib/model/templates/template.ts";
import { TEMPLATES } from "#lib/model/templates/templates.ts";
import type { ActionResult } from "#lib/result.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import { UploadDefinition } from "./model-files.tsx";
import { useModelWords } from "./words.ts";

export type StartDraft = (input: {
  modelId: null;
  definition: Definition;
}) => Promise<ActionResult<{ readonly modelId: number }>>;

type Props = { catalogue: ModelCatalogue; start: StartDraft };

/** The ways to a first draft: answers to the questions of a workshop, a template, or a file. */
export function StartModel({ catalogue, start }: Props) {
  const t = useTranslations("newModel");
  const model = useTranslations("model");
  const router = useRouter();
  const [isUnderWay, startTransition] = useTransition();
  const [refusal, setRefusal] = useState<string | null>(null);
  const fitted = useMemo(() => {
    const known = toScoringCatalogue(catalogue);
    return TEMPLATES.map((template) => ({ key: template.key, ...fitTemplate(template, known) }));
  }, [catalogue]);

  async function begin(definition: Definition): Promise<string | null> {
    // Without an answer the network or the server is away.
    const result = await start({ modelId: null, definition }).catch(() => null);
    if (result === null) return model("noAnswer");
    if (!result.ok) return result.refusal.message;
    router.push(addressOf("/model", result.value.modelId));
    return null;
  }

  return (
    <div className="flex flex-col gap-4">
      <section className="flex flex-wrap items-center justify-between gap-x-8 gap-y-2 border-accent-line border-l-2 bg-accent-wash px-3 py-3">
        <div className="max-w-[60ch]">
          <h2 className="type-title">{t("guide.name")}</h2>
          <p className="text-ink-2">{t("guide.text")}</p>
        </div>
        <Link href="/model/new/guide" className={buttonClass("act")}>
          {t("guide.open")}
        </Link>
      </section>
      <section aria-labelledby="templates">
        <h2 id="templates" className="type-title pb-1">
          {t("templates")}
        </h2>
        <ul className="border-rule-3 border-t">
          {fitted.map(({ key, definition, leftOut }) => (
            <TemplateRow
              key={key}
              name={key}
              definition={definition}
              leftOut={leftOut}
              catalogue={catalogue}
              isDisabled={isUnderWay}
              onBegin={() => startTransition(async () => setRefusal(await begin(definition)))}
            />
          ))}
        </ul>
      </section>
      {refusal && <Notice tone="refused">{refusal}</Notice>}
      <section aria-labelledby="file" className="flex flex-col items-start gap-1">
        <h2 id="file" className="type-title">
          {t("file")}
        </h2>
        <UploadDefinition catalogue={catalogue} onRead={begin}>
          {t("upload")}
        </UploadDefinition>
      </section>
    </div>
  );
}

type RowProps = FittedTemplate & {
  name: TemplateKey;
  catalogue: ModelCatalogue;
  isDisabled: boolean;
  onBegin: () => void;
};

function TemplateRow({ name, definition, leftOut, catalogue, isDisabled, onBegin }: RowProps) {
  const t = useTranslations("newModel");
  const words = useModelWords(catalogue);
  const criteria = listCriteria(definition).map(({ criterion }) => words.label(criterion.label));
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-6 gap-y-2 border-rule border-b py-2.5 max-sm:grid-cols-1">
      <div>
        <h3 id={`template-${name}`} className="font-semibold text-prose">
          {t(`template.${name}.name`)}
        </h3>
        <p className="max-w-[70ch] text-ink-2">{t(`template.${name}.text`)}</p>
        <p className="max-w-[90ch] text-ink-3 text-small">
          {t("criteria", { count: criteria.length, names: words.allOf(criteria) })}
        </p>
        {leftOut.length > 0 && (
          <p className="max-w-[90ch] text-small text-warm">
            {t("leftOut", {
              count: leftOut.length,
              names: words.allOf(
                leftOut.map((each) => t(`missing.${each.kind}`, { label: words.label(each.label), name: each.name })),
              ),
            })}
          </p>
        )}
      </div>
      <Button disabled={isDisabled} aria-describedby={`template-${name}`} onClick={onBegin}>
        {t("begin")}
      </Button>
    </li>
  );
}

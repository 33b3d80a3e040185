"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { addressOf } from "#lib/model/address.ts";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import type { ActionResult } from "#lib/result.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import { ConfirmButton } from "./confirm-button.tsx";
import { QUIET_BUTTON } from "./inline-control.ts";
import type { NamedModel } from "./models-strip.tsx";
import { useModelWords } from "./words.ts";

export type ListedModel = NamedModel &
  Pick<Definition, "segment" | "stages"> & {
    /** Of its newest version; null before the first. */
    readonly number: number | null;
    readonly isDrafted: boolean;
  };

export type ModelActions = {
  readonly order: (input: { readonly modelIds: number[]; readonly before: number[] }) => Promise<ActionResult<unknown>>;
  readonly retire: (input: { readonly modelId: number }) => Promise<ActionResult<unknown>>;
};

type Props = {
  /** In the order in which they are tried. */
  models: readonly ListedModel[];
  /** Leads without any. */
  none: number;
  catalogue: ModelCatalogue;
  /** null for who may only read. */
  actions: ModelActions | null;
};

/** The models in the order in which they are tried on a lead; moved here, and put in force when it is said so. */
export function ModelsList({ models, none, catalogue, actions }: Props) {
  const words = useModelWords(catalogue);
  const t = useTranslations("models");
  const format = useFormatter();
  const stored = models.map(({ modelId }) => modelId);
  const [wanted, setWanted] = useState(stored);
  const [told, setTold] = useState("");
  const isSameSet = wanted.length === stored.length && stored.every((id) => wanted.includes(id));
  const order = isSameSet ? wanted : stored;
  const isMoved = order.join() !== stored.join();
  const shown = order.flatMap((id) => models.find(({ modelId }) => modelId === id) ?? []);
  const published = models.filter(({ number }) => number !== null);

  function move(model: ListedModel, by: 1 | -1) {
    const from = order.indexOf(model.modelId);
    const next = order.toSpliced(from, 1).toSpliced(from + by, 0, model.modelId);
    setWanted(next);
    setTold(t("movedTo", { name: words.label(model.name), place: from + by + 1, count: order.length }));
  }
  const putInForce = async () => answerOf(await actions?.order({ modelIds: order, before: stored }));
  const retire = async (modelId: number) => answerOf(await actions?.retire({ modelId }));

  return (
    <div className="flex flex-col gap-3">
      <p className="sr-only" role="status">
        {told}
      </p>
      <ol className="border-rule-3 border-t">
        {shown.map((model, place) => {
          const name = words.label(model.name);
          const takesAll = model.segment === null && model.stages === null && model.number !== null;
          return (
            <li
              key={model.modelId}
              className="grid grid-cols-[24px_minmax(0,1fr)_auto] gap-x-3 border-rule border-b py-2.5 max-sm:grid-cols-[24px_minmax(0,1fr)]"
            >
              <span className="type-title text-ink-3 max-sm:leading-11">{place + 1}</span>
              <div>
                <p className="flex flex-wrap items-baseline gap-x-3">
                  <Link
                    href={addressOf("/model", model.modelId)}
                    className="type-title underline-offset-4 hover:underline max-sm:min-h-11 max-sm:content-center"
                  >
                    {name}
                  </Link>
                  <span className="text-ink-3 text-small">
                    {model.number === null ? t("neverPublished") : t("version", { number: model.number })}
                    {model.isDrafted && model.number !== null && `, ${t("drafted")}`}
                  </span>
                </p>
                <p className="text-ink-2">
                  {model.segment === null ? words.t("segmentAll") : words.condition(model.segment)}
                  {model.stages !== null && `; ${words.allOf(model.stages.map(words.stage))}`}
                </p>
                {takesAll && place < shown.length - 1 && <p className="text-small text-warm">{t("takesAll")}</p>}
                {actions && (
                  <p className="flex flex-wrap items-baseline gap-x-4 pt-0.5">
                    {shown.length > 1 &&
                      ([-1, 1] as const).map((by) => (
                        <button
                          key={by}
                          type="button"
                          disabled={shown[place + by] === undefined}
                          onClick={() => move(model, by)}
                          className={QUIET_BUTTON}
                        >
                          {t(by === -1 ? "earlier" : "later")}
                          <span className="sr-only">: {name}</span>
                        </button>
                      ))}
                    {published.length === 1 && published.includes(model) ? (
                      <span className="text-ink-3 text-small">{t("retire.only")}</span>
                    ) : (
                      <RetireButton model={model} name={name} onRetire={retire} />
                    )}
                  </p>
                )}
              </div>
              <p className="text-right max-sm:col-start-2 max-sm:text-left">
                {model.leads === null ? (
                  <span className="text-ink-3 text-small">{t("notYet")}</span>
                ) : (
                  <>
                    <span className="type-figure text-[20px]/6">{format.number(model.leads)}</span>{" "}
                    <span className="text-ink-3 text-small">{t("leads", { count: model.leads })}</span>
                  </>
                )}
              </p>
            </li>
          );
        })}
        <li className="grid grid-cols-[24px_minmax(0,1fr)_auto] gap-x-3 border-rule-3 border-b py-2.5 max-sm:grid-cols-[24px_minmax(0,1fr)]">
          <span />
          <p className="text-ink-2">{t("noneText")}</p>
          <p className="text-right max-sm:col-start-2 max-sm:text-left">
            <span className="type-figure text-[20px]/6">{format.number(none)}</span>{" "}
            <span className="text-ink-3 text-small">{t("leads", { count: none })}</span>
          </p>
        </li>
      </ol>
      {isMoved && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-accent-line border-l-2 bg-accent-wash px-3 py-2">
          <p>{t("moved")}</p>
          <ConfirmButton
            label={t("order.open")}
            title={t("order.title")}
            confirm={t("order.confirm")}
            onConfirm={putInForce}
          >
            <ol className="list-inside list-decimal">
              {shown.map(({ modelId, name }) => (
                <li key={modelId}>{words.label(name)}</li>
              ))}
            </ol>
            <p className="text-ink-2">{t("order.consequence")}</p>
          </ConfirmButton>
          <button type="button" onClick={() => setWanted(stored)} className={QUIET_BUTTON}>
            {t("order.undo")}
          </button>
        </div>
      )}
    </div>
  );
}

type RetireProps = {
  model: ListedModel;
  name: string;
  onRetire: (modelId: number) => Promise<string | null>;
};

function RetireButton({ model: { modelId, number, leads }, name, onRetire }: RetireProps) {
  const t = useTranslations("models");
  const kind = number === null ? "drop" : "retire";
  return (
    <ConfirmButton
      label={
        <>
          {t(`${kind}.open`)}
          <span className="sr-only">: {name}</span>
        </>
      }
      title={t(`${kind}.title`, { name })}
      confirm={t(`${kind}.confirm`)}
      kind="quiet"
      onConfirm={() => onRetire(modelId)}
    >
      <p>{t(`${kind}.text`, { count: leads ?? 0 })}</p>
    </ConfirmButton>
  );
}

function answerOf(result: ActionResult<unknown> | undefined): string | null {
  return result === undefined || result.ok ? null : result.refusal.message;
}

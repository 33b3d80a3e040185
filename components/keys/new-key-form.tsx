"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useAct } from "#components/alerts/use-act.ts";
import { Button } from "#components/ui/button.tsx";
import { LinesField, TextField } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { KEY_KINDS, type KeyKind } from "#lib/keys/key.ts";
import type { NewKey } from "#lib/keys/schema.ts";
import { SCOPES, type Scope } from "#lib/keys/scopes.ts";
import type { ActionResult } from "#lib/result.ts";

type Made = { secret: string; name: string };
export type MakeKey = (key: NewKey) => Promise<ActionResult<Made>>;
type Props = { make: MakeKey; onMade: (made: Made & { isSecret: boolean }) => void };

/** What a new key is for. */
export function NewKeyForm({ make, onMade }: Props) {
  const t = useTranslations("keys.new");
  const { act, isUnderWay, refusal } = useAct<null>();
  const [kind, setKind] = useState<KeyKind>("server");
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<readonly Scope[]>(["ingest"]);
  const [origins, setOrigins] = useState("");
  const [eventTypes, setEventTypes] = useState("");
  const [formEvents, setFormEvents] = useState("");

  function submit(event: FormEvent): void {
    event.preventDefault();
    const key: NewKey =
      kind === "server"
        ? { kind, name, scopes: [...scopes] }
        : {
            kind,
            name,
            allowedOrigins: linesOf(origins),
            eventTypes: linesOf(eventTypes),
            formEvents: linesOf(formEvents),
          };
    act(async () => {
      const result = await make(key);
      if (result.ok) onMade({ ...result.value, isSecret: kind === "server" });
      return result.ok ? { ok: true, value: null } : result;
    });
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      {refusal && <Notice tone="refused">{refusal}</Notice>}
      <TextField
        label={t("name")}
        hint={t("nameHint")}
        required
        maxLength={80}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <fieldset>
        <legend className="type-label">{t("kind")}</legend>
        {KEY_KINDS.map((each) => (
          <label key={each} className="mt-2 flex items-baseline gap-2">
            <input
              type="radio"
              name="kind"
              checked={each === kind}
              onChange={() => setKind(each)}
              className="size-4 shrink-0 translate-y-0.5 accent-accent"
            />
            <span>
              <span className="font-medium">{t(`kinds.${each}.name`)}</span>
              <span className="block text-ink-3 text-small">{t(`kinds.${each}.hint`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {kind === "server" ? (
        <ScopeChoice chosen={scopes} onChange={setScopes} />
      ) : (
        <>
          <LinesField
            label={t("origins")}
            hint={t("originsHint")}
            rows={2}
            required
            spellCheck={false}
            placeholder="https://www.example.com"
            value={origins}
            onChange={(event) => setOrigins(event.target.value)}
          />
          <LinesField
            label={t("eventTypes")}
            hint={t("eventTypesHint")}
            rows={3}
            spellCheck={false}
            value={eventTypes}
            onChange={(event) => setEventTypes(event.target.value)}
          />
          <LinesField
            label={t("formEvents")}
            hint={t("formEventsHint")}
            rows={2}
            spellCheck={false}
            value={formEvents}
            onChange={(event) => setFormEvents(event.target.value)}
          />
        </>
      )}
      <div>
        <Button kind="act" type="submit" aria-disabled={isUnderWay}>
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}

type ScopeProps = { chosen: readonly Scope[]; onChange: (scopes: readonly Scope[]) => void };

function ScopeChoice({ chosen, onChange }: ScopeProps) {
  const t = useTranslations("keys");
  return (
    <fieldset>
      <legend className="type-label">{t("new.scopes")}</legend>
      <div className="mt-1 grid gap-x-6 sm:grid-cols-2">
        {SCOPES.map((scope) => (
          <label key={scope} className="flex min-h-8 items-center gap-2 max-sm:min-h-11">
            <input
              type="checkbox"
              checked={chosen.includes(scope)}
              onChange={(event) =>
                onChange(event.target.checked ? [...chosen, scope] : chosen.filter((each) => each !== scope))
              }
              className="size-4 shrink-0 accent-accent"
            />
            {t(`scopes.${scope}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function linesOf(text: string): string[] {
  return text.split("\n").flatMap((line) => line.trim() || []);
}

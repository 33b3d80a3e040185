"use client";

import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { CopiedField } from "#components/access/copied-field.tsx";
import { useSend } from "#components/shell/use-send.ts";
import { AskFirst } from "#components/ui/ask-first.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { formatDay, formatTime } from "#lib/i18n/format-day.ts";
import type { ListedKey } from "#lib/keys/key.ts";
import type { ActionResult } from "#lib/result.ts";
import { localDay } from "#lib/time/local-day.ts";

type Props = { of: ListedKey; revoke: (key: { keyId: number }) => Promise<ActionResult<null>> };

export function KeyRow({ of: key, revoke }: Props) {
  const t = useTranslations("keys");
  const when = useWhen();
  const { send, isUnderWay, refusal } = useSend();
  const { keyId, name, kind, prefix, publicKey, createdBy, createdAt, lastUsedAt, revokedAt } = key;
  const isRevoked = revokedAt !== null;
  return (
    <li
      aria-busy={isUnderWay}
      className="grid gap-x-6 gap-y-1 border-rule border-b py-3 md:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)_minmax(0,1fr)_104px]"
    >
      <div className="min-w-0">
        <p className={`[overflow-wrap:anywhere] ${isRevoked ? "text-ink-3" : "font-semibold"}`}>{name}</p>
        <p className="text-ink-3 text-small">
          {t(`kinds.${kind}`)}, {prefix}…
        </p>
      </div>
      <KeyScopes of={key} />
      <div className="text-ink-2 text-small">
        <p>{lastUsedAt === null ? t("neverUsed") : t("used", { when: when(lastUsedAt) })}</p>
        <p className="text-ink-3">
          {createdBy ? t("madeBy", { name: createdBy, when: when(createdAt) }) : t("made", { when: when(createdAt) })}
        </p>
      </div>
      <div className="md:text-right">
        {isRevoked ? (
          <p className="text-ink-3">{t("revoked", { when: when(revokedAt) })}</p>
        ) : (
          <AskFirst
            label={t("revoke")}
            name={t("revokeOf", { name })}
            title={t("confirm.title", { name })}
            confirm={t("revoke")}
            cancel={t("confirm.cancel")}
            onConfirm={() => send(() => revoke({ keyId }))}
          >
            {t("confirm.text")}
          </AskFirst>
        )}
      </div>
      {publicKey && !isRevoked && (
        <div className="mt-1 md:col-span-4">
          <CopiedField text={publicKey} label={t("keyOf", { name })} hint={t("publicHint")} isStanding />
        </div>
      )}
      {refusal && (
        <div className="md:col-span-4">
          <Notice tone="refused">{refusal}</Notice>
        </div>
      )}
    </li>
  );
}

/** What a key may: scopes in words, or what a browser may send and from where. */
function KeyScopes({ of: { kind, scopes, allowedOrigins, eventTypes, formEvents } }: { of: ListedKey }) {
  const t = useTranslations("keys");
  if (kind === "server") return <p className="text-ink-2">{scopes.map((scope) => t(`scopes.${scope}`)).join(", ")}</p>;
  return (
    <div className="text-ink-2 [overflow-wrap:anywhere]">
      <p>{t("from", { sites: allowedOrigins.join(", ") })}</p>
      <p>
        {eventTypes.length === 0
          ? t("noTypes")
          : eventTypes.includes("*")
            ? t("allTypes")
            : t("types", { types: eventTypes.join(", ") })}
      </p>
      {formEvents.length > 0 && <p>{t("forms", { names: formEvents.join(", ") })}</p>}
    </div>
  );
}

function useWhen() {
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  return (instant: number) =>
    `${formatDay(localDay(instant, timeZone), { locale, style: "short" })} ${formatTime(instant, { locale, timeZone })}`;
}

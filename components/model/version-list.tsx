import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { addressOf } from "#lib/model/address.ts";
import { InForceMark } from "./in-force-mark.tsx";
import { useMoments } from "./moments.ts";

export type VersionRow = {
  readonly versionId: number;
  readonly modelId: number;
  readonly number: number;
  readonly publishedAt: string;
  readonly publishedBy: string | null;
  readonly note: string;
  readonly returnsTo: number | null;
  readonly isInForce: boolean;
};

type Props = {
  versions: readonly VersionRow[];
  /** What stands below a version: its differences, the way back to it. */
  renderMore?: (version: VersionRow) => ReactNode;
};

/** Published versions, newest first: number, when, who, why. */
export function VersionList({ versions, renderMore }: Props) {
  const t = useTranslations("model.versions");
  const { day, time } = useMoments();
  return (
    <ol>
      {versions.map((version) => (
        <li key={version.versionId} className="border-rule border-t py-2 first:border-rule-3">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <Link
              href={addressOf(`/model/versions/${version.number}`, version.modelId)}
              className="type-title underline-offset-4 hover:underline max-sm:min-h-11 max-sm:content-center"
            >
              {t("version", { number: version.number })}
            </Link>
            {version.isInForce && <InForceMark />}
          </p>
          <p className="text-ink-3 text-small">
            <time dateTime={version.publishedAt}>
              {day(version.publishedAt)} {time(version.publishedAt)}
            </time>
            , {version.publishedBy ?? t("byCommandLine")}
          </p>
          {version.returnsTo !== null && <p className="text-small">{t("returnsTo", { number: version.returnsTo })}</p>}
          {version.note !== "" && <p className="type-prose max-w-[60ch] pt-1">{version.note}</p>}
          {renderMore?.(version)}
        </li>
      ))}
    </ol>
  );
}

import Link from "next/link";
import type { ReactNode } from "react";
import { addressOf } from "#lib/model/address.ts";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import type { ShownVersion } from "./drafts.ts";
import { DownloadDefinition } from "./model-files.tsx";
import { useMoments } from "./moments.ts";
import { useModelWords } from "./words.ts";

type Props = {
  version: ShownVersion;
  catalogue: ModelCatalogue;
  /** Beside its name. */
  mark?: ReactNode;
  children?: ReactNode;
};

/** The head of a version that is read: its name, when and by whom it was published, and what may be done with it. */
export function ModelHead({ version, catalogue, mark, children }: Props) {
  const { t, label } = useModelWords(catalogue);
  const { day } = useMoments();
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3 pb-4">
      <div>
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h1 className="type-display">{label(version.definition.name)}</h1>
          {mark}
        </div>
        <p className="text-ink-2 text-small">
          {t("versionLine", {
            number: version.number,
            date: day(version.publishedAt),
            name: version.publishedBy ?? t("versions.byCommandLine"),
          })}
        </p>
      </div>
      <div className="flex flex-wrap items-start gap-x-5 gap-y-2">
        <DownloadDefinition
          definition={version.definition}
          fileName={t("files.versionName", { number: version.number })}
        />
        <Link
          href={addressOf("/model/versions", version.modelId)}
          className="inline-flex h-9 items-center font-medium text-accent underline-offset-4 hover:underline sm:h-8"
        >
          {t("versions.all")}
        </Link>
        <Link
          href="/model/models"
          className="inline-flex h-9 items-center font-medium text-accent underline-offset-4 hover:underline sm:h-8"
        >
          {t("allModels")}
        </Link>
        {children}
      </div>
    </header>
  );
}

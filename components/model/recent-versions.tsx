import Link from "next/link";
import { useTranslations } from "next-intl";
import { addressOf } from "#lib/model/address.ts";
import { VersionList, type VersionRow } from "./version-list.tsx";

const SHOWN = 3;

/** The last few versions, and the way to all. */
export function RecentVersions({ versions }: { versions: readonly VersionRow[] }) {
  const t = useTranslations("model.versions");
  const [newest] = versions;
  if (!newest) return null;
  return (
    <section aria-labelledby="versions" className="pt-6">
      <h2 id="versions" className="type-title pb-1">
        {t("title")}
      </h2>
      <VersionList versions={versions.slice(0, SHOWN)} />
      <Link
        href={addressOf("/model/versions", newest.modelId)}
        className="font-medium text-accent underline-offset-4 hover:underline max-sm:inline-flex max-sm:min-h-11"
      >
        {t("all")}
      </Link>
    </section>
  );
}

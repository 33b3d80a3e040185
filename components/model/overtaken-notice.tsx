import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice.tsx";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import { DiffProse } from "./diff-prose.tsx";
import type { Overtaken } from "./drafts.ts";
import { useMoments } from "./moments.ts";

type Props = {
  overtaken: Overtaken;
  catalogue: ModelCatalogue;
  isAgreed: boolean;
  onAgree: (isOn: boolean) => void;
};

/** Which versions came since a draft was begun, by whom and what they changed; and the question whether to replace them. */
export function OvertakenNotice({ overtaken: { versions, changes }, catalogue, isAgreed, onAgree }: Props) {
  const t = useTranslations("review.outdated");
  const byCommandLine = useTranslations("model.versions")("byCommandLine");
  const { day, time } = useMoments();
  const newest = versions[0];
  return (
    <Notice tone="refused">
      <p className="font-medium">{t("title", { count: versions.length })}</p>
      <ul className="pt-1">
        {versions.map(({ versionId, number, publishedAt, publishedBy, note }) => (
          <li key={versionId}>
            {t("version", {
              number,
              time: `${day(publishedAt)} ${time(publishedAt)}`,
              name: publishedBy ?? byCommandLine,
            })}
            {note !== "" && <span className="block text-ink-2">{note}</span>}
          </li>
        ))}
      </ul>
      {changes && (
        <div className="pt-2">
          <p className="text-ink-2 text-small">{t(changes.length > 0 ? "differs" : "same")}</p>
          {changes.length > 0 && <DiffProse changes={changes} catalogue={catalogue} shown={6} />}
        </div>
      )}
      {newest && (
        <label className="flex min-h-9 items-center gap-2 pt-2 font-medium max-sm:min-h-11">
          <input
            type="checkbox"
            checked={isAgreed}
            onChange={(event) => onAgree(event.target.checked)}
            className="size-4 flex-none accent-accent"
          />
          {t("confirm", { number: newest.number })}
        </label>
      )}
    </Notice>
  );
}

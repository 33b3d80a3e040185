import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DraftReview } from "#components/model/review/draft-review.tsx";
import type { ShownReview } from "#components/model/review/review.ts";
import type { Draft, Version } from "#db/queries/models.ts";
import type { SessionUser } from "#lib/access/session-user.ts";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import { reviewerOf } from "../read-review.ts";
import { showDraft, showVersion } from "../shown.ts";
import { REVIEW_ACTIONS } from "./review-actions.ts";

type Props = {
  draft: Draft;
  published: Version | null;
  catalogue: ModelCatalogue;
  review: ShownReview;
  user: SessionUser;
  /** Whether the sheet below shows the draft instead of the published version. */
  isWhole: boolean;
};

/** The draft for who may only look: to read, to comment on, to sign. */
export async function DraftReading({ draft, published, catalogue, review, user, isWhole }: Props) {
  const t = await getTranslations("review.draft");
  const page = `/model?model=${draft.modelId}`;
  return (
    <div className="pb-5">
      <DraftReview
        key={draft.modelId}
        draft={showDraft(draft)}
        published={published && showVersion(published)}
        catalogue={catalogue}
        review={review}
        reviewer={reviewerOf(user)}
        actions={REVIEW_ACTIONS}
      />
      {published && (
        <p className="pt-3">
          <Link
            href={isWhole ? page : `${page}&show=draft`}
            scroll={false}
            className="inline-flex font-medium text-accent underline-offset-4 hover:underline max-sm:min-h-11 max-sm:items-center"
          >
            {t(isWhole ? "readPublished" : "readDraft")}
          </Link>
        </p>
      )}
      {isWhole && <h2 className="type-name pt-3">{t("whole")}</h2>}
    </div>
  );
}

import { getTranslations } from "next-intl/server";
import { createLoader, createSerializer, type SearchParams } from "nuqs/server";
import { findOwnOrganisation } from "#app/_server/organisation-zone.ts";
import { requireUser } from "#app/_server/session.ts";
import { titleFor } from "#app/_server/title-for.ts";
import { ActionList } from "#components/performance/review/action-list.tsx";
import { ConclusionForm } from "#components/performance/review/conclusion-form.tsx";
import { DecideForm } from "#components/performance/review/decide-form.tsx";
import { GivenBackTable } from "#components/performance/review/given-back-table.tsx";
import { ModelReview } from "#components/performance/review/model-review.tsx";
import { ReviewSection } from "#components/performance/review/review-section.tsx";
import { SpanLinks } from "#components/performance/review/span-links.tsx";
import { SuccessList } from "#components/performance/review/success-list.tsx";
import { SurpriseList } from "#components/performance/review/surprise-list.tsx";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { countReasons, listGivenBack } from "#db/queries/given-back.ts";
import { listHandedOverWins } from "#db/queries/handed-over-wins.ts";
import { listNamedLeads } from "#db/queries/named-leads.ts";
import { listModelReviews, listReviewActions } from "#db/queries/reviews.ts";
import { findTruthReport } from "#db/queries/truth-report.ts";
import { listUsers } from "#db/queries/users.ts";
import { now } from "#lib/clock.ts";
import { quarterName, reviewState } from "#lib/performance/review/quarter.ts";
import { reviewParams } from "#lib/performance/review/review.ts";
import { successStories } from "#lib/performance/review/success-stories.ts";
import { USUAL_LIMIT_PERCENT } from "#lib/performance/truth/limit.ts";
import { formatEpochDay, localDay, startOfDay } from "#lib/time/local-day.ts";
import { decideActionAction, holdModelReviewAction, settleActionAction } from "./actions.ts";

const load = createLoader(reviewParams);
const address = createSerializer(reviewParams);
const PATH = "/performance/review";
/** A quarter of deals to tell of; the next meeting as the usual day something is due. */
const STORY_DAYS = 91;
const NEXT_MEETING_DAYS = 14;

export const generateMetadata = titleFor("hold_review", async () => (await getTranslations("meeting"))("title"));

export default async function ReviewPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireUser("hold_review");
  const [{ days, lead }, organisation, t] = await Promise.all([
    load(searchParams),
    findOwnOrganisation(),
    getTranslations("meeting"),
  ]);
  const at = now();
  const timeZone = organisation?.timeZone ?? "UTC";
  const today = localDay(at.getTime(), timeZone);
  const since = (back: number) => new Date(startOfDay(today - back, timeZone));
  const period = { viewer, since: since(Number(days)), until: at };
  const truth = await findTruthReport();
  const surprises = truth?.report.truth.surprises;
  const [givenBack, reasons, actions, wins, held, users, generation, low, high, [about]] = await Promise.all([
    listGivenBack(period),
    countReasons(period),
    listReviewActions({ viewer, doneSince: since(STORY_DAYS) }),
    listHandedOverWins({ viewer, since: since(STORY_DAYS) }),
    listModelReviews(),
    listUsers(),
    findCurrentGeneration(),
    listNamedLeads({ viewer, leadIds: surprises?.lowLeadIds ?? [] }),
    listNamedLeads({ viewer, leadIds: surprises?.highLeadIds ?? [] }),
    listNamedLeads({ viewer, leadIds: lead === null ? [] : [lead] }),
  ]);
  const { quarter, state } = reviewState(
    today,
    held.map((each) => each.quarter),
  );
  const path = `${PATH}${address({ days })}`;
  return (
    <main className="px-gutter pt-4 pb-12">
      <header className="mb-3 flex flex-wrap items-baseline gap-x-6 gap-y-1">
        <h1 className="type-display">{t("title")}</h1>
        <p className="text-ink-2">{t("text")}</p>
      </header>
      <div className="grid gap-x-8 gap-y-8 border-rule-3 border-t pt-3 xl:grid-cols-[minmax(0,1fr)_392px]">
        <div className="grid min-w-0 content-start gap-y-8">
          <ReviewSection id="given-back" title={t("givenBack.title")} aside={<SpanLinks path={PATH} chosen={days} />}>
            <GivenBackTable
              rows={givenBack}
              reasons={reasons}
              decideAbout={(leadId) => `${PATH}${address({ days, lead: leadId })}#decide`}
            />
          </ReviewSection>
          <ReviewSection id="surprises" title={t("surprises.title")}>
            <SurpriseList low={low} high={high} />
          </ReviewSection>
        </div>
        <div className="grid min-w-0 content-start gap-y-8 xl:border-rule xl:border-l xl:pl-6">
          <ReviewSection id="decide" title={t("decide.title")}>
            <ActionList actions={actions} today={today} settle={settleActionAction} />
            <div className="print:hidden">
              <DecideForm
                action={decideActionAction}
                people={users.flatMap(({ userId, name, role, isDisabled }) =>
                  role === null || isDisabled ? [] : { userId, name },
                )}
                usual={{ ownerId: viewer.userId, dueOn: formatEpochDay(today + NEXT_MEETING_DAYS) }}
                lead={
                  about ? { leadId: about.leadId, name: about.name ?? t("nameless", { number: about.leadId }) } : null
                }
                path={`${path}#decide`}
                count={actions.length}
              />
            </div>
          </ReviewSection>
          <ReviewSection id="success" title={t("success.title")}>
            <SuccessList stories={successStories(wins)} />
          </ReviewSection>
          <ReviewSection id="model" title={t("model.title")}>
            <ModelReview
              quarter={quarterName(quarter)}
              state={state}
              hasModel={(generation?.models.length ?? 0) > 0}
              report={truth?.report ?? null}
              limit={organisation?.orderLimit ?? USUAL_LIMIT_PERCENT / 100}
              held={held.map(({ quarter: of, ...rest }) => ({ ...rest, name: quarterName(of) }))}
              form={
                <div className="print:hidden">
                  <ConclusionForm
                    action={holdModelReviewAction}
                    conclusion={held.find((each) => each.quarter === quarter)?.conclusion ?? ""}
                  />
                </div>
              }
            />
          </ReviewSection>
        </div>
      </div>
    </main>
  );
}

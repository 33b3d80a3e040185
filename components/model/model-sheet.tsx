import type { ReactNode } from "react";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import { criterionTopic } from "#lib/model/comment-topic.ts";
import { SHOWN_AXES } from "#lib/model/criteria.ts";
import type { Criterion, Definition, Group } from "#lib/scoring/definition.ts";
import type { AxisName } from "#lib/scoring/facts.ts";
import { HalfLifeCurve } from "./half-life-curve.tsx";
import { PlaysMatrix } from "./plays-matrix.tsx";
import { CommentCount } from "./review/comment-mark.tsx";
import { type ModelWords, useModelWords } from "./words.ts";

type Props = {
  definition: Definition;
  catalogue: ModelCatalogue;
  /** Open comments by topic. */
  comments?: Comments | undefined;
  /** What stands below the cells: the versions. */
  children?: ReactNode;
};

type Comments = ReadonlyMap<string, number>;
const NO_COMMENTS: Comments = new Map();

/** A version as a page to read: every criterion with what it looks at, and what the scores lead to. */
export function ModelSheet({ definition, catalogue, comments = NO_COMMENTS, children }: Props) {
  const words = useModelWords(catalogue);
  const { t, number } = words;
  const { mix, qualifies } = definition;
  const isSum = mix.fit + mix.engagement === 200;
  return (
    <div className="grid gap-x-12 gap-y-8 xl:grid-cols-[minmax(0,1fr)_minmax(0,560px)]">
      <div>
        {SHOWN_AXES.map((axis) => (
          <AxisTable key={axis} axis={axis} definition={definition} comments={comments} words={words} />
        ))}
      </div>
      <section aria-labelledby="cells">
        <h2 id="cells" className="type-title pb-2">
          {t("cellsTitle")}
        </h2>
        <PlaysMatrix definition={definition} published={definition} words={words} />
        <dl className="flex flex-col gap-2 pt-4">
          <Fact label={t("qualifiesLabel")}>
            {"cells" in qualifies
              ? words.allOf(qualifies.cells)
              : t("qualifiesFrom", { points: number(qualifies.combinedAtLeast) })}
          </Fact>
          <Fact label={t("mixLabel")}>{isSum ? t("mixSum") : t("diff.mixWords", mix)}</Fact>
          <Fact label={t("segmentLabel")}>
            {definition.segment ? words.condition(definition.segment) : t("segmentAll")}
          </Fact>
          <Fact label={t("stagesLabel")}>
            {definition.stages ? words.allOf(definition.stages.map(words.stage)) : t("stagesAll")}
          </Fact>
          <Fact label={t("eventsFromLabel")}>{t(`eventsFrom.${definition.eventsFrom}`)}</Fact>
        </dl>
        {children}
      </section>
    </div>
  );
}

function Fact({ label, children }: { label: string; children: string }) {
  return (
    <div className="grid grid-cols-[140px_minmax(0,1fr)] gap-3 border-rule border-t pt-1 max-sm:grid-cols-1 max-sm:gap-0">
      <dt className="type-label">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

type AxisProps = { axis: AxisName; definition: Definition; comments: Comments; words: ModelWords };

function AxisTable({ axis, definition, comments, words }: AxisProps) {
  const { t } = words;
  const fades = definition.axes[axis].groups.some(({ criteria }) => criteria.some((each) => "halfLifeDays" in each));
  return (
    <section aria-labelledby={`axis-${axis}`} className="pb-4">
      <table className="w-full">
        <caption className="pb-1 text-left">
          <span id={`axis-${axis}`} className="type-title">
            {t(`axes.${axis}`)}
          </span>{" "}
          <span className="type-label">{t(`axisHint.${axis}`)}</span>
        </caption>
        <thead className="border-rule-3 border-b">
          <tr>
            <th scope="col" className="sr-only">
              {t("criterion")}
            </th>
            <th scope="col" className="type-label w-14 pb-1 text-right max-sm:w-11">
              {t("points")}
            </th>
            <Head isShown={fades} width="w-24 max-sm:w-16">
              {t("halfLife")}
            </Head>
            <Head isShown={fades} width="w-14 max-sm:w-9">
              {t("max")}
            </Head>
          </tr>
        </thead>
        {definition.axes[axis].groups.map((group) => (
          <GroupRows key={group.key} group={group} comments={comments} words={words} />
        ))}
      </table>
    </section>
  );
}

/** An axis of traits alone has no use for the column, which keeps its place. */
function Head({ isShown, width, children }: { isShown: boolean; width: string; children: string }) {
  if (!isShown) return <td className={width} />;
  return (
    <th scope="col" className={`type-label pb-1 text-right ${width}`}>
      {children}
    </th>
  );
}

function GroupRows({ group, comments, words }: { group: Group; comments: Comments; words: ModelWords }) {
  const { t, label, number } = words;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={4} className="pt-2 pb-1 text-small">
          <b>{label(group.label)}</b>{" "}
          <span className="text-ink-3">
            {group.cap !== null && t("capIs", { points: number(group.cap) })}{" "}
            {group.floor !== null && t("floorIs", { points: number(group.floor) })}
          </span>
        </th>
      </tr>
      {group.criteria.map((criterion) => (
        <CriterionLine
          key={criterion.key}
          criterion={criterion}
          comments={comments.get(criterionTopic(criterion.key)) ?? 0}
          words={words}
        />
      ))}
    </tbody>
  );
}

function CriterionLine({ criterion, comments, words }: { criterion: Criterion; comments: number; words: ModelWords }) {
  const { t, label, number } = words;
  const decay = criterion.type === "event" || criterion.type === "burst" ? criterion : null;
  return (
    <tr
      id={criterionTopic(criterion.key)}
      className="scroll-mt-16 border-rule border-t align-baseline target:bg-accent-wash"
    >
      <th scope="row" className="py-1.5 pr-4">
        {label(criterion.label)} <CommentCount count={comments} />
        <span className="block text-ink-3 text-small">{criterionWords(criterion, words)}</span>
      </th>
      <td className="py-1.5 text-right font-medium">{number(criterion.points)}</td>
      <td className="py-1.5 pl-3">
        {decay?.halfLifeDays != null && (
          <span className="flex items-center justify-end gap-2">
            <span className="max-sm:hidden">
              <HalfLifeCurve days={decay.halfLifeDays} before={decay.halfLifeDays} />
            </span>
            {t("daysShort", { count: decay.halfLifeDays })}
          </span>
        )}
      </td>
      <td className="py-1.5 pl-3 text-right">{decay?.maximum != null && number(decay.maximum)}</td>
    </tr>
  );
}

/** What a criterion looks at, in a line. */
function criterionWords(criterion: Criterion, words: ModelWords): string {
  const { t } = words;
  const parts = [subject()];
  if ("isHighIntent" in criterion && criterion.isHighIntent) parts.push(t("highIntentShort"));
  if (criterion.active) parts.push(words.season(criterion.active));
  return parts.join("; ");

  function subject(): string {
    switch (criterion.type) {
      case "attribute":
        return words.condition(criterion.condition);
      case "event":
        return `${words.selector(criterion.events)}, ${t(`scope.${criterion.scope}`)}`;
      case "burst": {
        const { count, withinHours } = criterion;
        return t("burstOf", { events: words.selector(criterion.events), count, hours: withinHours });
      }
      case "inactivity":
        return t("idleFor", { events: words.selector(criterion.events), days: criterion.days });
    }
  }
}

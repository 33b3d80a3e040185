import { BriefingSection } from "#components/briefing/briefing-section.tsx";
import { NextStep } from "#components/briefing/next-step.tsx";
import type { AnswerAction } from "#components/qualification/answer-action.ts";
import { AnswerHistory } from "#components/qualification/answer-history.tsx";
import { QualificationSection } from "#components/qualification/qualification-section.tsx";
import type { LeadPageView } from "#lib/leads/page-view.ts";

type Props = {
  view: LeadPageView;
  /** null: the reader does not work leads. */
  answer: AnswerAction | null;
};

/** What one wants to know before a call; what colleagues did stands in the timeline. */
export function PreparationColumn({ view, answer }: Props) {
  const { profile, preparation, openingLine, answers, today, readAt } = view;
  const { briefing, opening, qualification, nextAct } = preparation;
  return (
    <>
      <NextStep preparation={{ nextAct, qualification }} today={today} readAt={readAt} />
      {briefing && (
        <BriefingSection
          leadId={profile.leadId}
          briefing={briefing}
          opening={opening}
          openingLine={openingLine}
          today={today}
        />
      )}
      <QualificationSection
        key={profile.leadId}
        leadId={profile.leadId}
        qualification={qualification}
        today={today}
        answer={answer}
      >
        <AnswerHistory answers={answers} qualification={qualification} today={today} />
      </QualificationSection>
    </>
  );
}

import { placeFields } from "#lib/scoring/attribute-rule.ts";
import { testsOf } from "#lib/scoring/condition-tests.ts";
import type { FieldCatalogue } from "#lib/scoring/facts.ts";
import { FramePlan, fillFrame, readFrom, type Source } from "#lib/scoring/frame.ts";
import { compileCondition, TRUE } from "#lib/scoring/question.ts";
import { CELL_FIELD, type Routing, type RoutingRule } from "./rules.ts";
import { roundOf } from "./turns.ts";

/** What rules are asked about. */
export type Subject = {
  /** Of the lead and its account, as `flattenFields` gives them. */
  readonly fields: Source;
  /** null: no score. */
  readonly cell: string | null;
};

/** Somebody who may be given leads. */
export type Candidate = { readonly userId: number; readonly dailyCapacity: number };

/** To whom a lead may go: by a rule of the organisation, or because nothing says otherwise. */
export type Route = {
  readonly rule: RoutingRule | null;
  /** The people in turn, each as often as their capacity says; one person alone is a round as well. */
  readonly round: readonly number[];
};

export type Staffing = {
  /** Epoch day. */
  readonly day: number;
  /** In an order that stays. */
  readonly atWork: readonly Candidate[];
};

/** Says of a lead where it may go; null when nobody is at work. */
export type Router = (subject: Subject) => Route | null;

/**
 * Makes the rules ready to be asked of leads on a day: the first that matches and has somebody at work
 * decides, else everybody at work has their turn. What a rule cannot know of a lead does not match; a
 * rule about a field that is no more matches nothing.
 */
export function openRouting({ rules }: Pick<Routing, "rules">, fields: FieldCatalogue): (staffing: Staffing) => Router {
  const catalogue: FieldCatalogue = { ...fields, [CELL_FIELD]: "text" };
  const plan = new FramePlan();
  const placing = placeFields(plan, catalogue);
  const asked = rules.flatMap((rule) => {
    const isKnown = testsOf(rule.condition).every(({ test }) => Object.hasOwn(catalogue, test.field));
    return isKnown ? [{ rule, ask: compileCondition(rule.condition, placing) }] : [];
  });
  const frame = plan.build();

  return ({ day, atWork }) => {
    if (atWork.length === 0) return () => null;
    const all: Route = { rule: null, round: roundAmong(atWork) };
    const staffed = asked.flatMap(({ rule, ask }) => {
      const among = atWork.filter(({ userId }) => rule.userIds.includes(userId));
      return among.length === 0 ? [] : [{ ask, route: { rule, round: roundAmong(among) } }];
    });
    return ({ fields: known, cell }) => {
      fillFrame(frame, readFrom({ ...known, [CELL_FIELD]: cell }), day);
      return staffed.find(({ ask }) => ask(frame) === TRUE)?.route ?? all;
    };
  };
}

function roundAmong(people: readonly Candidate[]): readonly number[] {
  return roundOf(people.map(({ userId, dailyCapacity }) => ({ userId, share: dailyCapacity })));
}

import type { Condition } from "#lib/scoring/condition.ts";
import { criterionProblems } from "#lib/scoring/criterion-problems.ts";
import type { Criterion, Definition, Group, Label } from "#lib/scoring/definition.ts";
import type { Catalogue } from "#lib/scoring/facts.ts";
import { usualPlays } from "./plays.ts";
import { EVENT_SOUNDS, FIELD_SOUNDS } from "./sounds.ts";
import type { Template } from "./template.ts";

/** A criterion of a template that the organisation has nothing for. */
export type LeftOut = {
  readonly label: Label;
  /** What it looks at. */
  readonly kind: "field" | "event";
  /** By the name that the template has for it. */
  readonly name: string;
};

export type FittedTemplate = {
  readonly definition: Definition;
  readonly leftOut: readonly LeftOut[];
};

/**
 * A template as an organisation can publish it. Of the fields and event types that the organisation knows it takes
 * those that sound like the ones meant; a criterion that finds none, or a field that holds something else, is left out.
 */
export function fitTemplate({ name, axes, mix }: Template, catalogue: Catalogue): FittedTemplate {
  const leftOut: LeftOut[] = [];
  const fitted = { fit: fitAxis(axes.fit), engagement: fitAxis(axes.engagement) };
  const { plays, called } = usualPlays(fitted);
  return {
    leftOut,
    definition: {
      kind: "lead",
      name,
      segment: null,
      stages: null,
      eventsFrom: "always",
      axes: fitted,
      mix,
      plays,
      qualifies: { cells: called },
    },
  };

  function fitAxis({ groups, thresholds }: Template["axes"]["fit"]): Definition["axes"]["fit"] {
    return { groups: groups.map(fitGroup).filter(({ criteria }) => criteria.length > 0), thresholds: [...thresholds] };
  }
  function fitGroup(group: Group): Group {
    return { ...group, criteria: group.criteria.flatMap(fitCriterion) };
  }
  function fitCriterion(wished: Criterion): Criterion[] {
    const criterion = wished.type === "attribute" ? withFields(wished, catalogue) : withTypes(wished, catalogue);
    if (criterion && criterionProblems(criterion, [], catalogue).length === 0) return [criterion];
    leftOut.push({ label: wished.label, ...lookedFor(wished) });
    return [];
  }
}

function lookedFor(criterion: Criterion): Pick<LeftOut, "kind" | "name"> {
  if (criterion.type === "attribute") return { kind: "field", name: fieldsOf(criterion.condition)[0] ?? "" };
  return { kind: "event", name: criterion.events.types[0] ?? "" };
}

function fieldsOf(condition: Condition): string[] {
  if ("all" in condition) return condition.all.flatMap(fieldsOf);
  if ("any" in condition) return condition.any.flatMap(fieldsOf);
  return "not" in condition ? fieldsOf(condition.not) : [condition.field];
}

/** null where no field of the type sounds like the one meant. */
function withFields(criterion: Extract<Criterion, { type: "attribute" }>, { fields }: Catalogue): Criterion | null {
  let isMissing = false;
  const condition = renamed(criterion.condition);
  return isMissing ? null : { ...criterion, condition };

  function renamed(asked: Condition): Condition {
    if ("all" in asked) return { all: asked.all.map(renamed) };
    if ("any" in asked) return { any: asked.any.map(renamed) };
    if ("not" in asked) return { not: renamed(asked.not) };
    const field = fieldFor(asked.field);
    isMissing ||= field === null;
    return { ...asked, field: field ?? asked.field };
  }
  function fieldFor(meant: string): string | null {
    const known = FIELD_SOUNDS[meant];
    if (!known) return meant in fields ? meant : null;
    return Object.keys(fields).find((key) => fields[key] === known.type && known.sound.test(key)) ?? null;
  }
}

function withTypes(criterion: Exclude<Criterion, { type: "attribute" }>, { eventTypes }: Catalogue): Criterion | null {
  const { types } = criterion.events;
  if (types === "any") return criterion;
  const found = types.flatMap((type) => {
    if (eventTypes.includes(type)) return [type];
    return eventTypes.filter((known) => EVENT_SOUNDS[type]?.test(known));
  });
  return found.length === 0 ? null : { ...criterion, events: { ...criterion.events, types: [...new Set(found)] } };
}

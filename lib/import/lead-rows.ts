import { settleClaimedTime } from "#lib/events/claimed-time.ts";
import { STANDARD_FIELDS } from "#lib/leads/fields.ts";
import { splitFullName } from "#lib/leads/full-name.ts";
import { personIdentity } from "#lib/leads/identity.ts";
import type { FieldType, FieldValue } from "#lib/scoring/facts.ts";
import { type ArrivedBinding, type Cell, readTyped, textProblem } from "./cells.ts";
import { IdentityReader } from "./identity-cells.ts";
import type { MappedColumn } from "./mapping.ts";
import { OutcomeReader } from "./outcome-cells.ts";
import { instantOf, readMoment } from "./read-moment.ts";
import { INVALID_REASON, readBoolean } from "./read-value.ts";
import type { Reason, RowProblem } from "./reasons.ts";
import type { LeadRow, PermissionRow } from "./row.ts";
import { bindSteps, type Step } from "./steps.ts";

type Draft = {
  values: Record<string, FieldValue>;
  account: Record<string, FieldValue>;
  hasAccount: boolean;
  permissions: { -readonly [Key in keyof PermissionRow]: PermissionRow[Key] };
  createdAt: number | null;
  owner: string | null;
};

const PERMISSION_KEYS = { may_call: "mayCall", may_email: "mayEmail", may_score: "mayScore" } as const;
/** Fields that tell persons apart when no e-mail and no id does. */
const TRAITS = ["email", "first_name", "last_name", "phone"] as const;
const MOST_EMPLOYEES = 2 ** 31 - 1;

/** Reads rows of a leads file. */
export class LeadRows {
  readonly #steps: readonly Step<Draft>[];
  readonly #identities: IdentityReader;
  readonly #outcome: OutcomeReader;

  constructor(binding: ArrivedBinding) {
    this.#steps = bindSteps(binding, (entry, cell) => leadStep(entry, cell, binding.arrived));
    this.#identities = new IdentityReader(binding);
    this.#outcome = new OutcomeReader(binding);
  }

  /** The word of a row that the mapping takes for no outcome; null: there is none. */
  otherWord(cells: readonly string[]): string | null {
    return this.#outcome.otherWord(cells);
  }

  /** The row, or what keeps it from being taken. */
  read(cells: readonly string[]): LeadRow | RowProblem {
    const draft: Draft = { values: {}, account: {}, hasAccount: false, permissions: {}, createdAt: null, owner: null };
    for (const { cell, take } of this.#steps) {
      const text = cell.read(cells);
      if (text === null) continue;
      const reason = take(text, draft);
      if (reason) return { reason, column: cell.column, value: text };
    }
    const named = this.#identities.read(cells);
    if ("reason" in named) return named;
    if (named.email !== null) draft.values.email = named.email;
    const identities = named.identities.length > 0 ? named.identities : fallback(draft);
    if (identities.length === 0) return { reason: "no_lead", column: null, value: null };
    const outcome = this.#outcome.read(cells);
    if (outcome && "reason" in outcome) return outcome;
    return {
      identities,
      values: draft.values,
      account: draft.hasAccount ? { values: draft.account } : null,
      permissions: draft.permissions,
      createdAt: draft.createdAt,
      owner: draft.owner,
      outcome,
    };
  }
}

/** Whoever has no e-mail of their own and no id is known by name, phone and company, else by all that the row says. */
function fallback({ values, account }: Draft) {
  const company = account["account.domain"] ?? account["account.name"] ?? null;
  const person = personIdentity([...TRAITS.map((field) => textOf(values[field])), textOf(company)]);
  const everything = Object.entries({ ...values, ...account }).flatMap(([key, value]) => [key, String(value)]);
  const found = person ?? personIdentity(everything);
  return found ? [found] : [];
}

function textOf(value: FieldValue | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

type Take = Step<Draft>["take"];

/** What a column adds to the draft; null for those that say who the lead is or what became of it. */
function leadStep(entry: MappedColumn, cell: Cell, arrived: number): Take | null {
  switch (entry.to) {
    case "field":
      return takeValue(entry.field, STANDARD_FIELDS[entry.field], cell, true);
    case "custom":
      return takeValue(entry.key, entry.type, cell, false);
    case "full_name":
      return takeFullName;
    case "created_at":
      return (text, draft) => {
        const moment = readMoment(text, cell.reading.dates);
        if (!moment) return "date_invalid";
        const settled = settleClaimedTime({ claimed: instantOf(moment, cell.reading), arrived });
        if (!settled.ok) return settled.reason;
        draft.createdAt = settled.occurredAt;
        return null;
      };
    case "permission": {
      const key = PERMISSION_KEYS[entry.permission];
      return (text, draft) => {
        const answer = readBoolean(text);
        if (answer === null) return "boolean_invalid";
        draft.permissions[key] = answer !== entry.inverted;
        return null;
      };
    }
    case "owner":
      return (text, draft) => {
        draft.owner = text.trim().toLowerCase();
        return null;
      };
    default:
      return null;
  }
}

function takeValue(key: string, type: FieldType, cell: Cell, isStandard: boolean): Take {
  const isAccount = key.startsWith("account.");
  return (text, draft) => {
    const value = readTyped(text, type, cell);
    if (value === undefined) return null;
    if (value === null) return INVALID_REASON[type];
    const problem = isStandard ? standardProblem(value) : null;
    if (problem) return problem;
    (isAccount ? draft.account : draft.values)[key] = isStandard ? wholeNumber(value) : value;
    if (isAccount) draft.hasAccount = true;
    return null;
  };
}

function standardProblem(value: FieldValue): Reason | null {
  if (typeof value === "string") return textProblem(value);
  return typeof value === "number" && Math.abs(value) > MOST_EMPLOYEES ? "number_too_large" : null;
}

/** The only standard number counts people. */
function wholeNumber(value: FieldValue): FieldValue {
  return typeof value === "number" ? Math.round(value) : value;
}

function takeFullName(text: string, draft: Draft): Reason | null {
  const problem = textProblem(text);
  if (problem) return problem;
  const { first, last } = splitFullName(text);
  if (first) draft.values.first_name = first;
  if (last) draft.values.last_name = last;
  return null;
}

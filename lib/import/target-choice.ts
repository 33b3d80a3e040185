import type { FieldType } from "#lib/scoring/facts.ts";
import { toKey } from "./key.ts";
import { MAPPABLE_FIELDS, type MappedColumn, PERMISSIONS } from "./mapping.ts";
import type { FileColumn } from "./view.ts";

/** A field of the organisation's own. */
export type OwnField = { readonly key: string; readonly type: FieldType };

/** What a column becomes, as one word for a list: `field:city`, `own:team_size`, `permission:may_call:inverted`. */
export function choiceOf(entry: MappedColumn, ownFields: readonly OwnField[]): string {
  switch (entry.to) {
    case "field":
      return `field:${entry.field}`;
    case "custom":
      return ownFields.some(({ key }) => key === entry.key) ? `own:${entry.key}` : "new";
    case "permission":
      return `permission:${entry.permission}${entry.inverted ? ":inverted" : ""}`;
    default:
      return entry.to;
  }
}

type Context = { readonly column: FileColumn; readonly ownFields: readonly OwnField[] };

/** The entry of a column that is to become something else; how its cells are read stays as it is. */
export function withChoice(entry: MappedColumn, choice: string, context: Context): MappedColumn {
  const { column, value, missing, decimal, dates, between } = entry;
  const origin = { column, value, missing, decimal, dates, between };
  const [name = "", detail = "", turn] = choice.split(":");
  switch (name) {
    case "field": {
      const field = MAPPABLE_FIELDS.find((known) => known === detail);
      return field ? { ...origin, to: "field", field } : entry;
    }
    case "own": {
      const field = context.ownFields.find(({ key }) => key === detail);
      return field ? dated({ ...origin, to: "custom", key: field.key, type: field.type }, context) : entry;
    }
    case "new":
    case "property": {
      const key = toKey(context.column.name) ?? "column";
      const { type } = context.column;
      return dated({ ...origin, to: name === "new" ? "custom" : "property", key, type }, context);
    }
    case "permission": {
      const permission = PERMISSIONS.find((known) => known === detail);
      return permission ? { ...origin, to: "permission", permission, inverted: turn === "inverted" } : entry;
    }
    case "outcome":
      return { ...origin, to: "outcome", won: [], lost: [] };
    case "event_type":
      return { ...origin, to: "event_type", names: {} };
    case "ignore":
    case "identities":
    case "email":
    case "external_id":
    case "full_name":
    case "owner":
    case "outcome_id":
    case "outcome_value":
    case "outcome_currency":
    case "cost_source":
    case "cost_amount":
    case "cost_currency":
    case "event_id":
    case "event_asset":
      return { ...origin, to: name };
    case "created_at":
    case "outcome_time":
    case "event_time":
    case "cost_month":
      return dated({ ...origin, to: name }, context);
    default:
      return entry;
  }
}

/** A date that is written in another order than the guess for the file says so itself. */
function dated(entry: MappedColumn, { column }: Context): MappedColumn {
  const dates = entry.dates ?? (isDated(entry) ? (column.dates ?? undefined) : undefined);
  return { ...entry, dates };
}

/** Whether the cells of a column are read as days or moments. */
export function isDated(entry: MappedColumn): boolean {
  switch (entry.to) {
    case "created_at":
    case "outcome_time":
    case "event_time":
    case "cost_month":
      return true;
    case "custom":
    case "property":
      return entry.type === "date";
    default:
      return false;
  }
}

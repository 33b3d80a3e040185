import { and, eq, gt } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { accountTraits } from "#db/schema/index.ts";
import { accountFieldOf, typedValue } from "#lib/ingest/traits.ts";
import { type Filling, fillByName, type Part, type Some } from "./fill-by-name.ts";
import { setAccountFields } from "./set-account-fields.ts";

const COMPANIES_AT_ONCE = 200;

/** As `fillTraitFields`, of companies, whose leads are scored anew then. Gives how many of them got a value. */
export async function fillCompanyTraits(filling: Filling, executor: Executor): Promise<number> {
  const named = await executor.selectDistinct({ name: accountTraits.name }).from(accountTraits);
  const fieldOf = (name: string) => accountFieldOf(name, filling.context.types);
  return fillByName(
    { names: named.map(({ name }) => name), fieldOf, fill: (some) => fillSome(some, executor) },
    filling,
  );
}

function fillSome({ name, field, after, at, context }: Some, executor: Executor): Promise<Part> {
  return executor.transaction(async (tx) => {
    const said = await tx
      .select()
      .from(accountTraits)
      .where(and(eq(accountTraits.name, name), gt(accountTraits.accountId, after)))
      .orderBy(accountTraits.accountId)
      .limit(COMPANIES_AT_ONCE);
    let filled = 0;
    for (const { accountId, value, saidAt } of said) {
      const typed = typedValue(value, context.types[field], context);
      if (typed === null) continue;
      const set = { accountId, values: { [field]: typed }, onlyEmpty: true, actorId: null, at, since: saidAt };
      const done = await setAccountFields(set, tx);
      if (!done.ok) continue;
      filled += done.value.changed.length;
      // Not what was said meanwhile.
      const asRead = and(eq(accountTraits.accountId, accountId), eq(accountTraits.saidAt, saidAt));
      await tx.delete(accountTraits).where(and(asRead, eq(accountTraits.name, name)));
    }
    return { filled, last: said.at(-1)?.accountId ?? null };
  });
}

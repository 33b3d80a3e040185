/** A lead by what could tell that another record is the same person; null for what is not known. */
export type Lookalike = {
  readonly leadId: number;
  readonly isOpen: boolean;
  /** Name and company, as they compare. */
  readonly person: string | null;
  /** The last digits of the telephone number. */
  readonly phone: string | null;
  /** As it compares. */
  readonly lastName: string | null;
};

/** Records that may be one person: the leads by id, and how many of them are open. */
export type DuplicateGroup = { readonly leadIds: readonly number[]; readonly open: number };

/**
 * Puts together who has the same name at the same company, or the same number and no other last name: colleagues
 * share the number of their office. What two records have to do with a third makes one person of all three.
 * Groups without an open lead are left out, as nobody works them any more.
 */
export function findDuplicates(lookalikes: readonly Lookalike[]): DuplicateGroup[] {
  const bonds = new Bonds();
  for (const each of groupBy(lookalikes, ({ person }) => person)) bonds.tie(each);
  for (const onPhone of groupBy(lookalikes, ({ phone }) => phone)) {
    const named = groupBy(onPhone, ({ lastName }) => lastName);
    for (const each of named) bonds.tie(each);
    // Without a name it may be whoever else has the number, where that is one.
    if (named.length < 2) bonds.tie(onPhone);
  }
  return groupBy(lookalikes, ({ leadId }) => String(bonds.rootOf(leadId)))
    .map((records) => ({
      leadIds: records.map(({ leadId }) => leadId).sort((one, other) => one - other),
      open: records.filter(({ isOpen }) => isOpen).length,
    }))
    .filter(({ leadIds, open }) => leadIds.length > 1 && open > 0)
    .sort((one, other) => (one.leadIds[0] ?? 0) - (other.leadIds[0] ?? 0));
}

export type Duplicates = {
  /** Open records that a merge of each group would do away with. */
  readonly surplus: number;
  /** Persons that have several records. */
  readonly persons: number;
  /** Open leads. */
  readonly of: number;
};

export function duplicatesOf(groups: readonly DuplicateGroup[], openLeads: number): Duplicates {
  const surplus = groups.reduce((sum, { leadIds, open }) => sum + Math.min(open, leadIds.length - 1), 0);
  return { surplus, persons: groups.length, of: openLeads };
}

function groupBy(lookalikes: readonly Lookalike[], keyOf: (each: Lookalike) => string | null): Lookalike[][] {
  const groups = new Map<string, Lookalike[]>();
  for (const each of lookalikes) {
    const key = keyOf(each);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()];
}

/** Which leads belong together, by a lead of each group. */
class Bonds {
  private readonly parents = new Map<number, number>();

  rootOf(leadId: number): number {
    let root = leadId;
    for (let next = this.parents.get(root); next !== undefined; next = this.parents.get(root)) root = next;
    // Shortens the way for whoever asks next.
    for (let at = leadId; at !== root; ) {
      const next = this.parents.get(at) ?? root;
      this.parents.set(at, root);
      at = next;
    }
    return root;
  }

  tie([first, ...others]: readonly Lookalike[]): void {
    if (!first) return;
    for (const { leadId } of others) {
      const [one, other] = [this.rootOf(first.leadId), this.rootOf(leadId)];
      if (one !== other) this.parents.set(Math.max(one, other), Math.min(one, other));
    }
  }
}

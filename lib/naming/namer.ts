import { type AssetPattern, compilePattern, foldCase } from "./asset-pattern.ts";
import type { Naming, NamingRule } from "./naming.ts";

/** A naming made ready to name events with. */
export type Namer = {
  /** The key of the type as which an event counts. */
  typeOf(event: { readonly name: string; readonly asset: string | null }): string;
  /** Of events of a name: as what each asset that a rule takes counts, and the rest; null where no rule asks for assets. */
  assetTypesOf(name: string): AssetTypes | null;
  /** Names under which events of any of these types may be stored. */
  namesOf(types: readonly string[]): string[];
  /** Names of which rules ask for assets. */
  readonly namesByAsset: readonly string[];
};

export type AssetTypes = {
  /** null: none of the rules takes it. */
  typeOf(asset: string): string | null;
  readonly patterns: readonly string[];
  /** The types that its rules may give, and the one of the rest. */
  readonly types: readonly string[];
};

const compiled = new WeakMap<Naming, Namer>();

/** The same naming gives the same namer. */
export function openNamer(naming: Naming): Namer {
  const known = compiled.get(naming);
  if (known) return known;
  const namer = compileNaming(naming);
  compiled.set(naming, namer);
  return namer;
}

function compileNaming(naming: Naming): Namer {
  const plain = new Map<string, string>();
  const byAsset = new Map<string, NamingRule[]>();
  for (const rule of naming)
    if (rule.asset === null) plain.set(rule.name, rule.type);
    else byAsset.set(rule.name, [...(byAsset.get(rule.name) ?? []), rule]);
  const assetTypes = new Map(
    [...byAsset].map(([name, rules]) => [name, compileAssets(rules, plain.get(name) ?? name)] as const),
  );
  return {
    typeOf({ name, asset }) {
      const byPattern = asset === null ? null : assetTypes.get(name)?.typeOf(asset);
      return byPattern ?? plain.get(name) ?? name;
    },
    assetTypesOf: (name) => assetTypes.get(name) ?? null,
    namesOf(types) {
      const wanted = new Set(types);
      const own = types.filter((type) => !plain.has(type));
      const ruled = naming.flatMap(({ name, type }) => (wanted.has(type) ? [name] : []));
      return [...new Set([...own, ...ruled])].sort();
    },
    namesByAsset: [...assetTypes.keys()].sort(),
  };
}

/** The more of an asset a rule spells out the sooner it is asked; of two alike the first in the alphabet. */
function compileAssets(rules: readonly NamingRule[], rest: string): AssetTypes {
  const ordered = rules
    .map(({ asset, type }) => ({ text: asset ?? "", type, pattern: compilePattern(asset ?? "") }))
    .sort((one, other) => precedence(one.pattern, other.pattern) || (one.text < other.text ? -1 : 1));
  const exact = new Map<string, string>();
  for (const { text, type, pattern } of ordered)
    if (pattern.isExact && !exact.has(foldCase(text))) exact.set(foldCase(text), type);
  const loose = ordered.filter(({ pattern }) => !pattern.isExact);
  return {
    typeOf: (asset) => exact.get(foldCase(asset)) ?? loose.find(({ pattern }) => pattern.matches(asset))?.type ?? null,
    patterns: ordered.map(({ text }) => text),
    types: [...new Set([...ordered.map(({ type }) => type), rest])],
  };
}

function precedence(one: AssetPattern, other: AssetPattern): number {
  return Number(other.isExact) - Number(one.isExact) || other.literals - one.literals;
}

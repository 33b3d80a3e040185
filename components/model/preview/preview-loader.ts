import type { CriterionNotes } from "#lib/backtest/criterion-notes.ts";
import { criteriaOf } from "#lib/model/criteria.ts";
import type { PreviewKind, PreviewRequest } from "#lib/preview/answer.ts";
import type { PreviewColumns } from "#lib/preview/base.ts";
import { measureKey } from "#lib/preview/measure.ts";
import { reachKey, reachOf } from "#lib/preview/reach.ts";
import type { Criterion, Definition } from "#lib/scoring/definition.ts";
import type { HeldBase, PreviewAnswer } from "./fetch-preview.ts";

/** A rule under the hand is asked for when it stands still. */
const QUIET_MS = 200;
/** The worker measures a hundred thousand leads in about a second. */
const ASK_AGAIN_MS = 200;
const AFTER_FAILURE_MS = 3_000;
/** A night, a publish or an import puts other scores in force while an editor stands open. */
const LOOK_AGAIN_MS = 60_000;

export type Held = {
  readonly reach: string;
  readonly base: HeldBase;
  readonly columns: PreviewColumns;
  /** Of a past base, what was noticed of criteria, by `measureKey`. */
  readonly notes: ReadonlyMap<string, CriterionNotes>;
};

export type Preview = {
  /** null before the leads are here; leads of another reach stay until those asked for are. */
  readonly held: Held | null;
  /** Whether something that the definitions ask for is still to come. */
  readonly isMeasuring: boolean;
  readonly hasFailed: boolean;
};

/** Before anything was asked for. */
export const NO_PREVIEW: Preview = { held: null, isMeasuring: true, hasFailed: false };

type Options = {
  readonly kind: PreviewKind;
  readonly modelId: number;
  readonly fetch: (request: PreviewRequest, signal: AbortSignal) => Promise<PreviewAnswer>;
  readonly onChange: (preview: Preview) => void;
};

type Wanted = {
  readonly reach: string;
  readonly request: Pick<PreviewRequest, "reach">;
  readonly criteria: ReadonlyMap<string, Criterion>;
};

/** Fetches the leads that an editor moves once, and of a rule that is new or other its column. One question at a time. */
export class PreviewLoader {
  private readonly options: Options;
  private readonly ended = new AbortController();
  private wanted: Wanted | null = null;
  private held: Held | null = null;
  private hasFailed = false;
  /** Whether other leads than those held are to be shown by now. */
  private isOld = false;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private isAsking = false;
  private told = NO_PREVIEW;

  constructor(options: Options) {
    this.options = options;
  }

  /** Says what is to be there: what these definitions measure, over the leads that the first of them scores. */
  want(definition: Definition, ...others: readonly Definition[]): void {
    const measured = [definition, ...others].flatMap(criteriaOf).map((each) => [measureKey(each), each] as const);
    this.wanted = { reach: reachKey(definition), request: { reach: reachOf(definition) }, criteria: new Map(measured) };
    this.tell();
    if (this.missing().length > 0 || !this.isInReach()) this.askIn(this.held === null ? 0 : QUIET_MS);
  }

  close(): void {
    this.ended.abort();
    if (this.timer !== null) clearTimeout(this.timer);
  }

  private isInReach(): boolean {
    return this.held !== null && !this.isOld && this.held.reach === this.wanted?.reach;
  }

  private missing(): Criterion[] {
    const columns = this.isInReach() ? this.held?.columns : undefined;
    return [...(this.wanted?.criteria ?? [])].flatMap(([key, criterion]) => (columns?.has(key) ? [] : [criterion]));
  }

  private askIn(ms: number): void {
    if (this.isAsking || this.ended.signal.aborted) return;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), ms);
  }

  private async ask(): Promise<void> {
    const { wanted } = this;
    if (wanted === null) return;
    this.isAsking = true;
    let next: number | null = null;
    try {
      const known = this.isInReach() ? this.held : null;
      const { kind, modelId, fetch } = this.options;
      const request = {
        ...wanted.request,
        kind,
        modelId,
        criteria: this.missing(),
        baseId: known?.base.baseId ?? null,
      };
      const answer = await fetch(request, this.ended.signal);
      this.hasFailed = false;
      this.isOld ||= known !== null && answer.baseId !== known.base.baseId;
      if (known === null || !this.isOld) this.take(answer, wanted);
      if (answer.isWaiting) next = ASK_AGAIN_MS;
    } catch {
      this.hasFailed = this.missing().length > 0 || !this.isInReach();
      next = AFTER_FAILURE_MS;
    }
    this.isAsking = false;
    if (this.ended.signal.aborted) return;
    this.tell();
    this.askIn(this.missing().length > 0 || !this.isInReach() ? (next ?? QUIET_MS) : LOOK_AGAIN_MS);
  }

  /** New rows are shown once all that is asked of them is there; a column of known rows as soon as it comes. */
  private take({ base, baseId, columns, notes, isWaiting }: PreviewAnswer, { reach }: Wanted): void {
    if (base === null && this.held?.base.baseId === baseId) {
      // Nothing was asked for but whether they are still the same.
      if (columns.size === 0) return;
      this.held = {
        ...this.held,
        columns: new Map([...this.held.columns, ...columns]),
        notes: new Map([...this.held.notes, ...notes]),
      };
    } else if (base !== null && !isWaiting) {
      this.held = { reach, base, columns, notes };
      this.isOld = false;
    }
  }

  /** A hand that drags says what it wants at every step; only what is new is told. */
  private tell(): void {
    const { held, hasFailed, told } = this;
    const isMeasuring = !this.isInReach() || this.missing().length > 0;
    if (told.held === held && told.isMeasuring === isMeasuring && told.hasFailed === hasFailed) return;
    this.told = { held, isMeasuring, hasFailed };
    this.options.onChange(this.told);
  }
}

/** What the worker is asked to do. Payloads hold ids only: what they stand for is read when the job runs. */
export type JobPayloads = {
  /** Brings the stored scores up to date: newest versions, today. Does nothing when they are. */
  readonly "build-generation": Readonly<Record<string, never>>;
  /** Pulls from the CRM what changed there, and pushes what changed here. */
  readonly "exchange-with-crm": Readonly<Record<string, never>>;
  /** Gives fields what trackers said of leads before there were such fields. */
  readonly "fill-fields": Readonly<Record<string, never>>;
  /** Helps with a pass that another worker runs. */
  readonly "fill-slices": { readonly generationId: number };
  /** Runs an import that was queued. */
  readonly import: { readonly importId: number };
  /** Brings what leads are searched by up to what they are, while an import runs and once. */
  readonly "index-leads": Readonly<Record<string, never>>;
  /** Makes the lists of the reps whose day begins. */
  readonly "make-lists": Readonly<Record<string, never>>;
  /** Measures leads on days of the past for an editor. */
  readonly "measure-past": { readonly baseId: number };
  /** Measures leads for an editor. */
  readonly "measure-preview": { readonly baseId: number };
  /** Finds how good the data are. */
  readonly "measure-quality": Readonly<Record<string, never>>;
  /** Finds what the scores were worth, by what became of the leads. */
  readonly "measure-truth": Readonly<Record<string, never>>;
  /** Scores the leads whose facts changed without a score. */
  readonly "process-due": Readonly<Record<string, never>>;
  /** Ends the nurture of leads whose day has come. */
  readonly "return-nurtured": Readonly<Record<string, never>>;
  /** Gives leads that wait for an owner to who is at work. */
  readonly "route-waiting": Readonly<Record<string, never>>;
  /** Sends what people are told outside the app. */
  readonly "send-alerts": Readonly<Record<string, never>>;
  /** Every minute: a new day, its lists, leads without an owner, scores and imports that were left behind. */
  readonly tend: Readonly<Record<string, never>>;
  /** Computes every stored score again, after scoring all leads anew where that is asked for. */
  readonly verify: { readonly scoresFirst?: boolean };
};
export type QueueName = keyof JobPayloads;

/** Jobs run for hours at most; one whose process is gone stops beating and is tried again. */
const LONG = { expireInSeconds: 6 * 3600, heartbeatSeconds: 60, retryLimit: 3, retryDelay: 5 };

/** Waiting workers are told when a job is committed. */
const TOLD = { ...LONG, notify: true };

/** Options of pg-boss. `short`: what waits already is not queued twice, of one base each. */
export const QUEUES: Readonly<Record<QueueName, { readonly policy: "short" | "standard" } & typeof TOLD>> = {
  "build-generation": { policy: "short", ...TOLD },
  "exchange-with-crm": { policy: "short", ...TOLD },
  "fill-fields": { policy: "short", ...TOLD },
  "fill-slices": { policy: "standard", ...TOLD },
  import: { policy: "standard", ...TOLD },
  "index-leads": { policy: "short", ...TOLD },
  "make-lists": { policy: "short", ...TOLD },
  "measure-past": { policy: "short", ...TOLD },
  "measure-preview": { policy: "short", ...TOLD },
  "measure-quality": { policy: "short", ...TOLD },
  "measure-truth": { policy: "short", ...TOLD },
  "process-due": { policy: "short", ...TOLD },
  "return-nurtured": { policy: "short", ...TOLD },
  "route-waiting": { policy: "short", ...TOLD },
  "send-alerts": { policy: "short", ...TOLD },
  tend: { policy: "short", ...TOLD },
  verify: { policy: "short", ...TOLD },
};

export const QUEUE_NAMES = [
  "build-generation",
  "exchange-with-crm",
  "fill-fields",
  "fill-slices",
  "import",
  "index-leads",
  "make-lists",
  "measure-past",
  "measure-preview",
  "measure-quality",
  "measure-truth",
  "process-due",
  "return-nurtured",
  "route-waiting",
  "send-alerts",
  "tend",
  "verify",
] as const satisfies readonly QueueName[];

/** The schema that pg-boss keeps its tables in. */
export const JOB_SCHEMA = "pgboss";

import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { client } from "#db/client.ts";

type Limit = {
  /** Names the limit's counters in the table. */
  readonly name: string;
  readonly attempts: number;
  readonly seconds: number;
  /** Whether this process remembers who had too many, so that a flood of them costs no query. Nothing is taken back then. */
  readonly isRemembered?: boolean;
};

/** What one attempt left of a limit. */
export type Spent = { readonly isAllowed: boolean; readonly remaining: number; readonly resetMs: number };

type AttemptCounter = {
  /** Counts an attempt; false when there were too many. */
  attempt(key: string): Promise<boolean>;
  /** As `attempt`, for one or for many at once, and says how the key stands now. */
  spend(key: string, count?: number): Promise<Spent>;
  /** Takes an attempt back that turned out to be honest. */
  takeBack(key: string): Promise<void>;
  /** Forgets the attempts of a key. */
  forget(key: string): Promise<void>;
};

type Query = { readonly text: string; readonly values: readonly (string | number | null)[] };

/** What the limiter expects of a driver. */
const driver = { query: ({ text, values }: Query) => client.query(text, values) };

/** A limit counted in PostgreSQL, so that it holds for all web processes together. */
export function limitAttempts({ name, attempts, seconds, isRemembered = false }: Limit): AttemptCounter {
  const limiter = new RateLimiterPostgres({
    storeClient: driver,
    storeType: "client",
    tableName: "rate_limits",
    tableCreated: true,
    keyPrefix: name,
    points: attempts,
    duration: seconds,
    ...(isRemembered && { inMemoryBlockOnConsumed: attempts }),
  });

  async function spend(key: string, count = 1): Promise<Spent> {
    try {
      return told(await limiter.consume(key, count), true);
    } catch (error) {
      if (error instanceof RateLimiterRes) return told(error, false);
      throw error;
    }
  }

  return {
    spend,
    async attempt(key) {
      return (await spend(key)).isAllowed;
    },
    async takeBack(key) {
      await limiter.reward(key);
    },
    async forget(key) {
      await limiter.delete(key);
    },
  };
}

function told({ remainingPoints, msBeforeNext }: RateLimiterRes, isAllowed: boolean): Spent {
  return { isAllowed, remaining: isAllowed ? remainingPoints : 0, resetMs: msBeforeNext };
}

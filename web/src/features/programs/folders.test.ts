import { expect, test } from "vitest";
import { byFolder } from "./folders.ts";

test("what is in no folder comes first, then the folders by name, each in the order it came", () => {
  const items = ["b/2", "/1", "a/3", "b/1", " a /4", "/2"];
  const found = byFolder(items, (item) => item.split("/")[0] ?? "");
  expect(found).toEqual([
    { folder: "", items: ["/1", "/2"] },
    { folder: "a", items: ["a/3", " a /4"] },
    { folder: "b", items: ["b/2", "b/1"] },
  ]);
});

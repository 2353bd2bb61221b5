// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";

const assets = new URL("../../generator/sozialraum/site/assets/", import.meta.url).href;
const { point, spaceAt, written } = await import(`${assets}punkt.js`);

const SQUARE = [5400000, 900000, 5400000, 910000, 5410000, 910000, 5410000, 900000];
const HOLE = [5404000, 904000, 5404000, 906000, 5406000, 906000, 5406000, 904000];

test("Coordinates are read as a record holds them, and what says no place on earth is none.", () => {
  assert.deepEqual(point("54.7892, 9.4331"), [54.7892, 9.4331]);
  assert.deepEqual(point(" -33,151 "), [-33, 151]);
  for (const text of ["", "54.7892", "54,7892, 9,4331", "91.0, 9.4", "54.1, 181", "hier"]) assert.equal(point(text), null);
});

test("They are written to five digits, latitude first, and read again as the same.", () => {
  assert.equal(written(54.123456, 9.1), "54.12346, 9.10000");
  assert.deepEqual(point(written(-0.5, 9.4331)), [-0.5, 9.4331]);
});

test("A place lies in the Sozialraum whose area encloses it; a hole in the area does not belong to it.", () => {
  const spaces = [{ titel: "ohne Fläche", flaeche: [] }, { titel: "Quadrat", flaeche: [[SQUARE, HOLE]] }];
  assert.equal(spaceAt(spaces, 54.02, 9.02), "Quadrat");
  assert.equal(spaceAt(spaces, 54.05, 9.05), "");
  assert.equal(spaceAt(spaces, 54.11, 9.05), "");
  assert.equal(spaceAt(spaces, 54.05, 9.11), "");
});

test("An area of several parts holds what lies in any of them.", () => {
  const island = SQUARE.map((each, at) => each + (at % 2 ? 20000 : 0));
  assert.equal(spaceAt([{ titel: "zwei Teile", flaeche: [[SQUARE], [island]] }], 54.05, 9.25), "zwei Teile");
});

// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

const assets = new URL("../../generator/sozialraum/site/assets/", import.meta.url).href;
const { entries, Kachelarchiv, tileId } = await import(`${assets}kachelarchiv.js`);

test("Pictures are numbered along a Hilbert curve, as the specification says.", () => {
  assert.deepEqual([tileId(0, 0, 0), tileId(1, 0, 0), tileId(1, 0, 1), tileId(1, 1, 1), tileId(1, 1, 0)], [0, 1, 2, 3, 4]);
  assert.equal(tileId(2, 0, 0), 5);
  assert.equal(tileId(12, 3423, 1763), 19078479);
});

// Two entries: picture 1 and the two after it are the same 5 bytes; from 300 on (172 and 2 times 128, less 1) a directory.
const ROOT = [2, 1, 0xab, 2, 3, 0, 5, 9, 1, 1];
const LEAF = [1, 0xac, 2, 1, 4, 6]; // Picture 300: 4 bytes, 5 behind the beginning.

test("A directory says where each picture lies.", () => {
  assert.deepEqual(entries(Uint8Array.from(ROOT)), [
    { id: 1, lauf: 3, von: 0, laenge: 5 },
    { id: 300, lauf: 0, von: 0, laenge: 9 },
  ]);
  assert.deepEqual(entries(new Uint8Array()), []);
});

/** @param {number[]} root @param {number[]} leaf @param {(bytes: number[]) => Uint8Array} pack @param {number} packed */
function archive(root, leaf, pack, packed) {
  const parts = [pack(root), pack(leaf), new TextEncoder().encode("AAAAABBBB")];
  const header = new DataView(new ArrayBuffer(127));
  [..."PMTiles"].forEach((sign, at) => header.setUint8(at, sign.charCodeAt(0)));
  header.setUint8(7, 3);
  header.setUint8(97, packed);
  const starts = [127, 127 + parts[0].length, 127 + parts[0].length + parts[1].length];
  for (const [place, value] of [[8, starts[0]], [16, parts[0].length], [40, starts[1]], [56, starts[2]]]) header.setBigUint64(place, BigInt(value), true);
  const bytes = Buffer.concat([Buffer.from(header.buffer), ...parts]);
  return async (/** @type {number} */ from, /** @type {number} */ length) => Uint8Array.from(bytes.subarray(from, from + length)).buffer;
}

test("A picture is found in the first directory and in one further down, packed or not.", async () => {
  const leafSize = (/** @type {Uint8Array} */ packed) => ROOT.map((byte, at) => (at === 7 ? packed.length : byte));
  const zip = (/** @type {number[]} */ bytes) => gzipSync(Uint8Array.from(bytes));
  for (const [pack, packed] of /** @type {const} */ ([[(/** @type {number[]} */ bytes) => Uint8Array.from(bytes), 1], [zip, 2]])) {
    const known = new Kachelarchiv(archive(leafSize(pack(LEAF)), LEAF, pack, packed));
    const text = async (/** @type {[number, number, number]} */ [z, x, y]) => {
      const found = await known.picture(z, x, y);
      return found && new TextDecoder().decode(found);
    };
    assert.deepEqual(await Promise.all([[1, 0, 0], [1, 1, 1], [1, 1, 0], [0, 0, 0]].map(text)), ["AAAAA", "AAAAA", null, null]);
    const [x, y] = [...Array(256).keys()].map((at) => [at >> 4, at & 15]).find(([x, y]) => tileId(4, x, y) === 300) ?? [0, 0];
    assert.equal(await text([4, x, y]), "BBBB");
  }
});

test("Another file is refused.", async () => {
  const known = new Kachelarchiv(async () => new TextEncoder().encode("<!doctype html>".padEnd(200)).buffer);
  await assert.rejects(known.picture(0, 0, 0), /no PMTiles archive/);
});

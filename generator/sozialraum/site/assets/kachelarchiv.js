// @ts-check
/**
 * Pictures of a map in a single file, a PMTiles archive of version 3: its
 * directory says where in the file each picture lies, and a server hands over
 * just that piece (https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md).
 *
 * @typedef {(from: number, length: number) => Promise<ArrayBuffer>} Lesen reads a piece of the file
 *
 * @typedef {object} Eintrag of a directory
 * @property {number} id first picture it speaks of
 * @property {number} lauf how many in a row are the same; 0 for a directory further down
 * @property {number} von
 * @property {number} laenge
 */

const HEADER = 127, BEGINNING = 16_384; // The header and the first directory lie within these.
const GZIP = 2, PLAIN = 1;
const DEEPEST = 4;

export class Kachelarchiv {
  /** @param {Lesen} read */
  constructor(read) {
    this.read = read;
    /** @type {Map<number, Promise<Eintrag[]>>} directories by where they begin */
    this.known = new Map();
    this.header = read(0, BEGINNING).then(header);
  }

  /**
   * @param {number} z
   * @param {number} x
   * @param {number} y
   * @returns {Promise<ArrayBuffer | null>} the picture, null where there is none
   */
  async picture(z, x, y) {
    const { root, leaves, pictures, packed } = await this.header;
    const id = tileId(z, x, y);
    let [from, length] = root;
    for (let depth = 0; depth < DEEPEST; depth++) {
      const entry = entryFor(await this.directory(from, length, packed), id);
      if (!entry || entry.lauf && id >= entry.id + entry.lauf) return null;
      if (entry.lauf) return this.read(pictures + entry.von, entry.laenge);
      [from, length] = [leaves + entry.von, entry.laenge];
    }
    return null;
  }

  /**
   * @param {number} from
   * @param {number} length
   * @param {number} packed
   */
  directory(from, length, packed) {
    let found = this.known.get(from);
    if (!found) this.known.set(from, found = this.read(from, length).then((bytes) => unpacked(bytes, packed)).then(entries));
    return found;
  }
}

/**
 * @param {string} address
 * @returns {Lesen} throws where a server does not hand over pieces of a file
 */
export function pieces(address) {
  return async (from, length) => {
    const answer = await fetch(address, { headers: { Range: `bytes=${from}-${from + length - 1}` } });
    if (answer.status !== 206) throw new Error(`${address}: ${answer.status}`);
    return answer.arrayBuffer();
  };
}

/** @param {ArrayBuffer} bytes */
function header(bytes) {
  const view = new DataView(bytes);
  const at = (/** @type {number} */ place) => Number(view.getBigUint64(place, true));
  const name = String.fromCharCode(...new Uint8Array(bytes, 0, 7));
  if (bytes.byteLength < HEADER || name !== "PMTiles" || view.getUint8(7) !== 3) throw new Error("no PMTiles archive of version 3");
  return { root: [at(8), at(16)], leaves: at(40), pictures: at(56), packed: view.getUint8(97) };
}

/**
 * @param {ArrayBuffer} bytes
 * @param {number} packed
 * @returns {Promise<Uint8Array>}
 */
async function unpacked(bytes, packed) {
  if (packed === PLAIN) return new Uint8Array(bytes);
  if (packed !== GZIP) throw new Error(`unknown compression ${packed}`);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * @param {Uint8Array} bytes all ids, then all runs, lengths and places, each number in groups of seven bits
 * @returns {Eintrag[]}
 */
export function entries(bytes) {
  let at = 0;
  const next = () => {
    let number = 0;
    for (let unit = 1; ; unit *= 128) {
      const byte = bytes[at++];
      number += (byte & 127) * unit;
      if (byte < 128 || at >= bytes.length) return number;
    }
  };
  const found = Array.from({ length: Math.min(next(), bytes.length) }, () => ({ id: 0, lauf: 0, von: 0, laenge: 0 }));
  let id = 0, end = 0;
  for (const entry of found) entry.id = id += next();
  for (const entry of found) entry.lauf = next();
  for (const entry of found) entry.laenge = next();
  for (const entry of found) {
    const place = next();
    entry.von = place === 0 ? end : place - 1; // 0 stands for right behind the one before.
    end = entry.von + entry.laenge;
  }
  return found;
}

/**
 * @param {Eintrag[]} all in the order of their ids
 * @param {number} id
 * @returns {Eintrag | undefined} the last that begins there or before
 */
function entryFor(all, id) {
  let low = 0, high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle].id <= id) low = middle + 1;
    else high = middle;
  }
  return all[low - 1];
}

/**
 * Pictures are numbered along a Hilbert curve, level after level.
 *
 * @param {number} z
 * @param {number} x
 * @param {number} y
 * @returns {number}
 */
export function tileId(z, x, y) {
  let id = (4 ** z - 1) / 3;
  for (let side = 2 ** (z - 1); side >= 1; side /= 2) {
    const right = Number((x & side) > 0), down = Number((y & side) > 0);
    id += side * side * ((3 * right) ^ down);
    if (down) continue;
    if (right) [x, y] = [side - 1 - x, side - 1 - y];
    [x, y] = [y, x];
  }
  return id;
}

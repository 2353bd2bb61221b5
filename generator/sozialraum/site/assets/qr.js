// @ts-check
/**
 * QR symbols (ISO/IEC 18004) for a sheet of paper: bytes, error correction M,
 * up to version 10, which holds an address of 213 characters. They are made when
 * a Handzettel is opened; making one for every record would take the build minutes.
 */

/** Per version: codewords for correction in each block, then blocks as [number, data codewords]. */
const BLOCKS = /** @type {[number, ...[number, number][]][]} */ ([
  [10, [1, 16]], [16, [1, 28]], [26, [1, 44]], [18, [2, 32]], [24, [2, 43]],
  [16, [4, 27]], [18, [4, 31]], [22, [2, 38], [2, 39]], [22, [3, 36], [2, 37]], [26, [4, 43], [1, 44]],
]);
const ALIGNMENT = [[], [18], [22], [26], [30], [34], [22, 38], [24, 42], [26, 46], [28, 50]];
const MASKS = /** @type {((y: number, x: number) => boolean)[]} */ ([
  (y, x) => (y + x) % 2 === 0, (y) => y % 2 === 0, (_y, x) => x % 3 === 0, (y, x) => (y + x) % 3 === 0,
  (y, x) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0, (y, x) => ((y * x) % 2) + ((y * x) % 3) === 0,
  (y, x) => (((y * x) % 2) + ((y * x) % 3)) % 2 === 0, (y, x) => (((y + x) % 2) + ((y * x) % 3)) % 2 === 0,
]);

/** @typedef {(0 | 1 | null)[][]} Raster rows of modules, null where nothing is set yet */

/**
 * @param {string} text
 * @returns {{ raster: Raster, maske: number, version: number } | null} null where the text is too long
 */
export function qr(text) {
  const bytes = [...new TextEncoder().encode(text)];
  const version = BLOCKS.findIndex((_, at) => bytes.length <= room(at + 1)) + 1;
  if (version === 0) return null;
  const words = interleaved(version, codewords(version, bytes));
  const drawn = MASKS.map((_, maske) => ({ raster: symbol(version, words, maske), maske, version }));
  return drawn.reduce((best, each) => (penalty(each.raster) < penalty(best.raster) ? each : best));
}

/** @param {Raster} raster @returns {string} the dark modules as the `d` of an SVG path, with a margin of four */
export function path(raster) {
  return raster.map((row, y) => row.map((dark, x) => (dark ? `M${x + 4} ${y + 4}h1v1h-1z` : "")).join("")).join("");
}

/** @param {number} version @returns {number} bytes of text that fit */
function room(version) {
  return dataWords(version) - (version < 10 ? 2 : 3);
}

/** @param {number} version */
function dataWords(version) {
  const [, ...groups] = BLOCKS[version - 1];
  return groups.reduce((sum, [number, data]) => sum + number * data, 0);
}

/** @param {number} version @param {number[]} bytes */
function codewords(version, bytes) {
  const length = bytes.length.toString(2).padStart(version < 10 ? 8 : 16, "0");
  const bits = `0100${length}${bytes.map((byte) => byte.toString(2).padStart(8, "0")).join("")}0000`;
  const total = dataWords(version);
  const words = (bits.match(/.{1,8}/g) ?? []).map((word) => parseInt(word.padEnd(8, "0"), 2)).slice(0, total);
  for (let pad = 0xec; words.length < total; pad ^= 0xec ^ 0x11) words.push(pad);
  return words;
}

/** @param {number} version @param {number[]} words */
function interleaved(version, words) {
  const [correction, ...groups] = BLOCKS[version - 1];
  const blocks = [];
  let at = 0;
  for (const [number, data] of groups) {
    for (let block = 0; block < number; block += 1, at += data) blocks.push(words.slice(at, at + data));
  }
  const longest = Math.max(...blocks.map((block) => block.length));
  const inTurns = (/** @type {number[][]} */ lists, /** @type {number} */ most) =>
    Array.from({ length: most }, (_, step) => lists.map((list) => list[step])).flat().filter((word) => word !== undefined);
  return [...inTurns(blocks, longest), ...inTurns(blocks.map((block) => remainder(block, correction)), correction)];
}

/** Product in the field of 256 elements with x⁸ + x⁴ + x³ + x² + 1. @param {number} a @param {number} b */
function times(a, b) {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((b >>> bit) & 1) * a;
  }
  return product;
}

/** The Reed-Solomon code of a block. @param {number[]} block @param {number} length */
function remainder(block, length) {
  let generator = [1];
  for (let root = 1, step = 0; step < length; step += 1, root = times(root, 2)) {
    const shifted = [...generator, 0];
    generator.forEach((factor, at) => (shifted[at + 1] ^= times(factor, root)));
    generator = shifted;
  }
  const rest = Array(length).fill(0);
  for (const word of block) {
    const factor = word ^ rest.shift();
    rest.push(0);
    for (let at = 0; at < length; at += 1) rest[at] ^= times(generator[at + 1], factor);
  }
  return rest;
}

/** @param {number} version @param {number[]} words @param {number} maske @returns {Raster} */
function symbol(version, words, maske) {
  const size = 17 + 4 * version;
  const raster = /** @type {Raster} */ (Array.from({ length: size }, () => Array(size).fill(null)));
  for (const [y, x] of [[3, 3], [3, size - 4], [size - 4, 3]]) finder(raster, y, x);
  const places = version > 1 ? [6, ...ALIGNMENT[version - 1]] : [];
  for (const y of places) for (const x of places) if (raster[y][x] === null) square(raster, y, x, 2);
  for (let at = 8; at < size - 8; at += 1) raster[6][at] = raster[at][6] = at % 2 ? 0 : 1;
  formatBits(raster, maske);
  if (version > 6) versionBits(raster, version);
  fill(raster, words, MASKS[maske]);
  return raster;
}

/** A finder pattern with the light border around it. @param {Raster} raster @param {number} y @param {number} x */
function finder(raster, y, x) {
  square(raster, y, x, 4);
  for (let dy = -3; dy <= 3; dy += 1) {
    for (let dx = -3; dx <= 3; dx += 1) raster[y + dy][x + dx] = Math.max(Math.abs(dy), Math.abs(dx)) === 2 ? 0 : 1;
  }
}

/** Rings that are dark at an even distance from the middle. @param {Raster} raster @param {number} y @param {number} x @param {number} reach */
function square(raster, y, x, reach) {
  for (let dy = -reach; dy <= reach; dy += 1) {
    for (let dx = -reach; dx <= reach; dx += 1) {
      const distance = Math.max(Math.abs(dy), Math.abs(dx));
      if (raster[y + dy]?.[x + dx] !== undefined) raster[y + dy][x + dx] = distance === 4 || distance % 2 ? 0 : 1;
    }
  }
}

/** @param {number} value @param {number} generator @param {number} length bits of the check */
function checked(value, generator, length) {
  let rest = value << length;
  const top = generator.toString(2).length;
  while (rest.toString(2).length >= top && rest) rest ^= generator << (rest.toString(2).length - top);
  return (value << length) | rest;
}

/** @param {Raster} raster @param {number} maske */
function formatBits(raster, maske) {
  const size = raster.length;
  const bits = checked(maske, 0x537, 10) ^ 0x5412;
  for (let at = 0; at < 15; at += 1) {
    const bit = /** @type {0 | 1} */ ((bits >>> at) & 1);
    raster[at < 6 ? at : at < 8 ? at + 1 : size - 15 + at][8] = bit;
    raster[8][at < 8 ? size - 1 - at : at === 8 ? 7 : 14 - at] = bit;
  }
  raster[size - 8][8] = 1;
}

/** @param {Raster} raster @param {number} version */
function versionBits(raster, version) {
  const bits = checked(version, 0x1f25, 12);
  for (let at = 0; at < 18; at += 1) {
    const far = raster.length - 11 + (at % 3);
    raster[Math.floor(at / 3)][far] = raster[far][Math.floor(at / 3)] = /** @type {0 | 1} */ ((bits >>> at) & 1);
  }
}

/** Two columns at a time from the right, upwards and downwards in turns. @param {Raster} raster @param {number[]} words @param {(y: number, x: number) => boolean} mask */
function fill(raster, words, mask) {
  const size = raster.length;
  let bit = 0;
  for (let right = size - 1, up = true; right > 0; right -= right === 8 ? 3 : 2, up = !up) {
    for (let step = 0; step < size; step += 1) {
      const y = up ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (raster[y][x] !== null) continue;
        const dark = bit < words.length * 8 && ((words[bit >> 3] >>> (7 - (bit & 7))) & 1) === 1;
        raster[y][x] = dark !== mask(y, x) ? 1 : 0;
        bit += 1;
      }
    }
  }
}

/** How hard a symbol is to read, by the four rules of the standard. @param {Raster} raster */
function penalty(raster) {
  const lines = [...raster, ...raster.map((_, x) => raster.map((row) => row[x]))].map((line) => line.join(""));
  let points = 0;
  for (const line of lines) {
    for (const [run] of line.matchAll(/0{5,}|1{5,}/g)) points += run.length - 2;
    points += 40 * (line.match(/(?=00001011101|10111010000)/g) ?? []).length;
  }
  const blocks = raster.flatMap((row, y) => row.map((dark, x) => x > 0 && y > 0 && dark === row[x - 1] && dark === raster[y - 1][x] && dark === raster[y - 1][x - 1]));
  const share = (raster.flat().filter(Boolean).length * 100) / raster.length ** 2;
  return points + 3 * blocks.filter(Boolean).length + 10 * Math.floor(Math.abs(share - 50) / 5);
}

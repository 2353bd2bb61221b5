// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";

const script = new URL("../../generator/sozialraum/site/assets/zeiten.js", import.meta.url).href;
const { inGermany, openOn, sentence, showHours, todaySentence } = await import(script);

const MONDAY = "2026-07-06";
const TUESDAY = "2026-07-07";
const SATURDAY = "2026-07-11";
const HOLIDAY = "2026-10-03"; // A Saturday.

const NOTHING = /** @type {[number, number][]} */ ([]);
const MORNING = /** @type {[number, number][]} */ ([[540, 720]]);
const MONDAYS = { w: [MORNING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING] };
const SATURDAYS = { w: [NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, MORNING, NOTHING] };
const NIGHTS = { w: [NOTHING, NOTHING, NOTHING, NOTHING, [[1320, 1560]], NOTHING, NOTHING] };

const none = new Set();
const holidays = new Set([HOLIDAY]);

/** @param {number} hour */
const at = (hour) => hour * 60;

test("Regular hours are those of the weekday.", () => {
  assert.deepEqual(openOn(MONDAYS, MONDAY, none), MORNING);
  assert.deepEqual(openOn(MONDAYS, TUESDAY, none), NOTHING);
});

test("On a holiday its own hours hold, if the data has any.", () => {
  assert.deepEqual(openOn({ ...SATURDAYS, f: NOTHING }, HOLIDAY, holidays), NOTHING);
  assert.deepEqual(openOn({ ...MONDAYS, f: MORNING }, HOLIDAY, holidays), MORNING);
  assert.deepEqual(openOn(SATURDAYS, HOLIDAY, holidays), MORNING);
});

test("A day that is spelled out has its own hours, holiday or not.", () => {
  const data = { ...SATURDAYS, f: NOTHING, t: { [HOLIDAY]: [[600, 660]], [MONDAY]: MORNING }, bis: "2027-08-09" };
  assert.deepEqual(openOn(data, HOLIDAY, holidays), [[600, 660]]);
  assert.deepEqual(openOn(data, MONDAY, holidays), MORNING);
});

test("Data that is too old says nothing, instead of something wrong.", () => {
  const data = { ...MONDAYS, t: {}, bis: "2026-07-05" };
  assert.equal(openOn(data, MONDAY, none), null);
  assert.equal(todaySentence(data, MONDAY, at(9), none), "");
});

test("A sentence tells what is still to come, or how long it is open.", () => {
  /** @type {[[number, number][], number, string][]} */
  const expected = [
    [NOTHING, at(9), "Heute geschlossen"],
    [[[840, 1020]], at(9), "Heute 14–17 Uhr"],
    [[[840, 1020]], at(14), "Jetzt offen bis 17 Uhr"],
    [[[840, 1020]], at(17), "Heute schon geschlossen"],
    [[[540, 750], [840, 990]], at(8), "Heute 9–12:30 und 14–16:30 Uhr"],
    [[[540, 750], [840, 990]], at(13), "Heute 14–16:30 Uhr"],
    [[[480, 600], [660, 720], [840, 960]], at(7), "Heute 8–10, 11–12 und 14–16 Uhr"],
    [[[0, 1440]], at(9), "Jetzt offen"],
    [[[1080, 1440]], at(9), "Heute ab 18 Uhr"],
    [[[1320, 1560]], at(9), "Heute 22 Uhr bis 2 Uhr nachts"],
    [[[1320, 1560]], at(23), "Jetzt offen bis 2 Uhr nachts"],
    [[[1200, 1920]], at(21), "Jetzt offen bis 8 Uhr am nächsten Tag"],
    [[[540, 720], [1320, 1560]], at(8), "Heute 9–12 Uhr und 22 Uhr bis 2 Uhr nachts"],
  ];
  for (const [intervals, now, words] of expected) assert.equal(sentence(intervals, now), words);
});

test("After midnight the hours of the evening before still hold.", () => {
  assert.equal(todaySentence(NIGHTS, SATURDAY, at(1), none), "Jetzt offen bis 2 Uhr nachts");
  assert.equal(todaySentence(NIGHTS, SATURDAY, at(2), none), "Heute geschlossen");
});

test("On a holiday of which nobody knows, a reader should ask, unless it is closed anyway.", () => {
  assert.equal(todaySentence(SATURDAYS, HOLIDAY, at(8), holidays), "Heute ist Feiertag: bitte nachfragen");
  assert.equal(todaySentence(MONDAYS, HOLIDAY, at(8), holidays), "Heute geschlossen");
  assert.equal(todaySentence({ ...SATURDAYS, f: NOTHING }, HOLIDAY, at(8), holidays), "Heute geschlossen");
});

test("Where an appointment may open the door, closed would be wrong.", () => {
  assert.equal(todaySentence({ ...MONDAYS, v: [2] }, TUESDAY, at(8), none), "Heute bitte nachfragen");
  assert.equal(todaySentence({ ...MONDAYS, v: [1, 2] }, MONDAY, at(8), none), "Heute 9–12 Uhr");
});

test("Hours that differ in school holidays say so.", () => {
  assert.equal(todaySentence({ ...MONDAYS, s: true }, MONDAY, at(8), none), "Heute 9–12 Uhr (außerhalb der Schulferien)");
  assert.equal(todaySentence({ ...MONDAYS, s: true }, TUESDAY, at(8), none), "Heute geschlossen");
});

test("Today is today in Germany, wherever the page is read.", () => {
  assert.deepEqual(inGermany(new Date("2026-07-05T22:30:00Z")), [MONDAY, 30]);
  assert.deepEqual(inGermany(new Date("2026-01-05T22:30:00Z")), ["2026-01-05", 23 * 60 + 30]);
});

/** @param {Record<string, string>} attributes */
function element(attributes) {
  const found = { ...attributes };
  const classes = new Set();
  return {
    textContent: "",
    classes,
    attributes: found,
    getAttribute: (/** @type {string} */ name) => found[name] ?? null,
    setAttribute: (/** @type {string} */ name, /** @type {string} */ value) => (found[name] = value),
    removeAttribute: (/** @type {string} */ name) => delete found[name],
    classList: { toggle: (/** @type {string} */ name, /** @type {boolean} */ on) => (on ? classes.add(name) : classes.delete(name)) },
  };
}

test("A holiday that is spelled out is said like any day.", () => {
  const data = { ...MONDAYS, t: { [HOLIDAY]: /** @type {[number, number][]} */ ([[600, 840]]) }, bis: "2027-08-09" };
  assert.equal(todaySentence(data, HOLIDAY, at(11), holidays), "Jetzt offen bis 14 Uhr");
  assert.equal(todaySentence(data, HOLIDAY, at(15), holidays), "Heute schon geschlossen");
});

test("A page gets its sentence, and the row of today its mark.", () => {
  const paragraph = element({ "data-zeiten": JSON.stringify({ w: Array(7).fill([[0, 1440]]), f: [[0, 1440]] }) });
  const rows = ["1", "2", "3", "4", "5", "6", "7", "1 2 3 4 5 6 7"].map((day) => element({ "data-tag": day }));
  Object.assign(globalThis, {
    document: {
      getElementById: () => ({ textContent: JSON.stringify([HOLIDAY]) }),
      querySelectorAll: (/** @type {string} */ selector) => (selector === "[data-zeiten]" ? [paragraph] : rows),
    },
  });
  showHours();
  assert.equal(paragraph.textContent, "Jetzt offen");
  assert.equal(rows.filter((row) => row.classes.has("heute")).length, 2);
  assert.equal(rows[7].attributes["aria-current"], "date");
});

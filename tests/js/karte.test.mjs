// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";

const assets = new URL("../../generator/sozialraum/site/assets/", import.meta.url).href;
const { clustering, MOST_NAMED } = await import(`${assets}haufen.js`);
const { kilometres, spoken } = await import(`${assets}entfernung.js`);
const { room } = await import(`${assets}kartennamen.js`);
const { moment, openAt } = await import(`${assets}offen.js`);

const scattered = Array.from({ length: 500 }, (_, at) => [5430000 + ((at * 7919) % 9000), 960000 + ((at * 104729) % 9000)]);
const lats = scattered.map(([lat]) => lat);
const lons = scattered.map(([, lon]) => lon);
const all = Uint16Array.from(lats, (_, at) => at);

test("Whatever the zoom, every point is in exactly one crowd.", () => {
  const cluster = clustering(lats, lons);
  for (const zoom of [8, 10, 12.5, 14, 18]) {
    const crowds = cluster(all, zoom);
    assert.equal(crowds.reduce((sum, crowd) => sum + crowd.n, 0), 500);
    assert.ok(crowds.every((crowd) => crowd.ids.length === Math.min(crowd.n, MOST_NAMED)));
  }
  assert.equal(cluster(all, 6).length, 1);
});

test("The same points give the same crowds, and only those asked for are in them.", () => {
  const cluster = clustering(lats, lons);
  assert.deepEqual(cluster(all, 12), cluster(all, 12));
  assert.deepEqual(cluster([3], 12).map(({ n, ids }) => [n, ids]), [[1, [3]]]);
  assert.ok(Math.abs(cluster([3], 12)[0].lat - lats[3] / 1e5) < 1e-6);
});

test("Distances are those of a straight line.", () => {
  assert.ok(Math.abs(kilometres([5430000, 960000], [5431000, 960000]) - 1.112) < 0.001);
  assert.ok(Math.abs(kilometres([5430000, 960000], [5430000, 961000]) - 0.649) < 0.001);
  assert.deepEqual([0.01, 0.33, 0.96, 2.44].map(spoken), ["50 m", "350 m", "1,0 km", "2,4 km"]);
});

const NIGHTS = { w: [[], [], [], [], [[1320, 1560]], [], []] };
const none = new Set();

test("After midnight the evening before still counts.", () => {
  assert.equal(openAt(NIGHTS, "2026-07-11", 60, none), 1);
  assert.equal(openAt(NIGHTS, "2026-07-11", 121, none), 0);
  assert.equal(openAt(NIGHTS, "2026-07-10", 1330, none), 1);
});

test("On a holiday of which nobody knows, and where one should ask, the answer is that nobody knows.", () => {
  const saturdays = { w: [[], [], [], [], [], [[540, 720]], []] };
  const holidays = new Set(["2026-10-03"]);
  assert.equal(openAt(saturdays, "2026-10-03", 600, holidays), 2);
  assert.equal(openAt({ ...saturdays, f: [] }, "2026-10-03", 600, holidays), 0);
  assert.equal(openAt({ ...saturdays, f: [[540, 720]] }, "2026-10-03", 600, holidays), 1);
  assert.equal(openAt({ ...saturdays, v: [1] }, "2026-07-06", 600, none), 2);
  assert.equal(openAt(null, "2026-07-06", 600, none), 2);
  assert.equal(openAt({ ...saturdays, t: {}, bis: "2026-07-01" }, "2026-07-06", 600, none), 2);
});

test("A weekday is the next one, today included.", () => {
  assert.deepEqual(moment("2-14:30", "2026-06-30", 0), ["2026-06-30", 870]);
  assert.deepEqual(moment("1-09:00", "2026-06-30", 0), ["2026-07-06", 540]);
  assert.deepEqual(moment("jetzt", "2026-06-30", 77), ["2026-06-30", 77]);
});

test("A name stands where it fits best, else as close to it as no sign is in its way, else nowhere.", () => {
  const area = { left: 0, top: 0, right: 100, bottom: 60 };
  const sign = { left: 40, top: 20, right: 60, bottom: 40 };
  const name = (/** @type {any[]} */ taken) => room(area, { x: 50, y: 30 }, [80, 16], taken);
  assert.deepEqual(name([]), { left: 10, right: 90, top: 22, bottom: 38 });
  assert.deepEqual(name([sign]), { left: 10, right: 90, top: 42, bottom: 58 }, "below the sign");
  assert.deepEqual(name([sign, { ...sign, top: 42, bottom: 70 }]), { left: 10, right: 90, top: 2, bottom: 18 }, "above it");
  assert.equal(name([{ ...area, top: -20, bottom: 80 }]), null);
});

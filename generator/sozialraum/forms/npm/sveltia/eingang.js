// @ts-check
import CMS from "@sveltia/cms";
import { begin } from "./beginn.js";

const { h: element, createClass: component } = /** @type {any} */ (globalThis); // Sveltia lays them there for fields like ours.
await begin(CMS, { element, component });

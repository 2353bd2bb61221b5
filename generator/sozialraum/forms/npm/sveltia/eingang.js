// @ts-check
import CMS from "@sveltia/cms";
import { begin } from "./beginn.js";

await begin(CMS);

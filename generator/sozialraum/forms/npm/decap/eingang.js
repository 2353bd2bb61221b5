// @ts-check
import CMS from "decap-cms-app";
import { begin } from "./beginn.js";

await begin(CMS);

// @ts-check
import { toFile } from "./aufschreiben.js";
import { fromFile } from "./datensatz.js";
import { coordinates } from "./koordinaten.js";

/**
 * Start a CMS with the configuration that lies beside the page.
 *
 * @param {any} cms
 * @param {import("./koordinaten.js").Werkzeug} tools
 */
export async function begin(cms, tools) {
  cms.registerCustomFormat("sozialraum", "md", { fromFile, toFile });
  cms.registerWidget("koordinaten", coordinates(tools));
  const answer = await fetch("konfiguration.json");
  cms.init({ config: { ...(await answer.json()), load_config_file: false } });
}

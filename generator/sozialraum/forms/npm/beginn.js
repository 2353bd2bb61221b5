// @ts-check
import { toFile } from "./aufschreiben.js";
import { fromFile } from "./datensatz.js";

/**
 * Start a CMS with the configuration that lies beside the page.
 *
 * @param {any} cms
 */
export async function begin(cms) {
  cms.registerCustomFormat("sozialraum", "md", { fromFile, toFile });
  const answer = await fetch("konfiguration.json");
  cms.init({ config: { ...(await answer.json()), load_config_file: false } });
}

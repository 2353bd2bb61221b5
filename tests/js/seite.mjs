// @ts-check
/** As much of a page as scripts need that make parts of it: elements that hold each other and hear events. */

class Element {
  /** @param {string} tag */
  constructor(tag) {
    this.tag = tag;
    /** @type {any[]} */
    this.nodes = [];
    /** @type {Element | null} */
    this.parent = null;
    /** @type {Record<string, string>} */
    this.attributes = {};
    /** @type {Record<string, (event: any) => void>} */
    this.heard = {};
    /** @type {Record<string, string>} */
    this.dataset = {};
    this.className = this.id = this.href = "";
    this.hidden = false;
  }

  get children() {
    return this.nodes.filter((node) => node instanceof Element);
  }

  get textContent() {
    return this.nodes.map((node) => (node instanceof Element ? node.textContent : node)).join("");
  }

  set textContent(/** @type {string} */ text) {
    this.nodes = [text];
  }

  /** @param {any[]} nodes */
  append(...nodes) {
    for (const node of nodes) if (node instanceof Element) node.parent = this;
    this.nodes.push(...nodes);
  }

  /** @param {any[]} nodes */
  replaceChildren(...nodes) {
    this.nodes = [];
    this.append(...nodes);
  }

  remove() {
    if (this.parent) this.parent.nodes = this.parent.nodes.filter((node) => node !== this);
  }

  /** @param {string} name @param {string} value */
  setAttribute(name, value) {
    this.attributes[name] = value;
  }

  /** @param {string} name */
  getAttribute(name) {
    return this.attributes[name] ?? null;
  }

  /** @param {string} name */
  removeAttribute(name) {
    delete this.attributes[name];
  }

  /** @param {string} event @param {(event: any) => void} listener */
  addEventListener(event, listener) {
    this.heard[event] = listener;
  }

  /** @param {string} event @param {object} [said] */
  hear(event, said = {}) {
    this.heard[event]?.(said);
  }

  /** @param {string} tag @returns {Element | null} the first of its kind */
  querySelector(tag) {
    for (const child of this.children) {
      const found = child.tag === tag ? child : child.querySelector(tag);
      if (found) return found;
    }
    return null;
  }

  focus() {
    page.activeElement = this;
  }
}

/** The page; scripts know it as `document`. */
export const page = {
  /** @type {Element | null} */
  activeElement: null,
  createElement: (/** @type {string} */ tag) => new Element(tag),
  getElementById: () => null,
};
Object.assign(globalThis, { document: page });

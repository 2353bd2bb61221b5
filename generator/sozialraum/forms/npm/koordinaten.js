// @ts-check
/** The field for coordinates in both programs: the text that the record holds, and below it the handbook's own map. */

/**
 * @typedef {object} Werkzeug what a program makes its fields with; both use React
 * @property {(kind: string, given: object | null, ...inner: any[]) => any} element
 * @property {(methods: object) => any} component
 */

/**
 * Where the handbook has no map to choose on (assets/ortswahl.js), the text is all there is.
 *
 * @param {Werkzeug} tools
 * @returns {any} a component
 */
export function coordinates({ element, component }) {
  return component({
    /** @this {any} */
    render() {
      const { value, forID, classNameWrapper, onChange, setActiveStyle, setInactiveStyle } = this.props;
      const said = { id: forID, className: classNameWrapper, value: value ?? "", onFocus: setActiveStyle, onBlur: setInactiveStyle };
      const write = (/** @type {any} */ event) => onChange(event.target.value);
      const hold = (/** @type {Element | null} */ place) => { this.place = place; };
      return element("div", null, element("input", { ...said, type: "text", onChange: write }), element("div", { ref: hold }));
    },
    /** @this {any} */
    componentDidMount() {
      const field = { text: () => this.props.value ?? "", set: (/** @type {string} */ text) => this.props.onChange(text) };
      this.changed = /** @type {any} */ (globalThis).sozialraumOrtswahl?.(this.place, field);
    },
    /** @this {any} */
    componentDidUpdate() {
      this.changed?.();
    },
  });
}

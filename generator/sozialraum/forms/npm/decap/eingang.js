// @ts-check
import CMS from "decap-cms-app";
import { Component, createElement } from "react";
import { begin } from "./beginn.js";

/** @param {object} methods */
function component(methods) {
  class Field extends Component {}
  Object.assign(Field.prototype, methods);
  return Field;
}

await begin(CMS, { element: createElement, component });

// A place outside the register: what is missing, and what is sent.
import type { AddPlace } from "../../api/types";
import { filled, need, typed } from "../../forms/action";
import type { FieldError, Values } from "../../stores/form.svelte";

export const blank: Values = { name: "", type: "", phase: "", local_authority: "", town: "", postcode: "", easting: "", northing: "" };

const isMetres = (text: string) => /^\d{1,7}$/.test(text);

/** Both, or neither: one alone is no place on a map. */
export function faultsOf(values: Values): FieldError[] {
  const [easting, northing] = [typed(values, "easting"), typed(values, "northing")];
  const one = (field: string, value: string, other: string): FieldError[] => {
    if (value === "" && other === "") return [];
    return isMetres(value) ? [] : [{ field, text: `Enter the ${field} in whole metres, for example ${field === "easting" ? "358000" : "171000"}` }];
  };
  return [...need(values, "name", "Enter the name of the place"), ...one("easting", easting, northing), ...one("northing", northing, easting)];
}

export function placeOf(values: Values): AddPlace {
  const [easting, northing] = [typed(values, "easting"), typed(values, "northing")];
  const point = easting && northing ? { easting: Number(easting), northing: Number(northing) } : {};
  return { name: typed(values, "name"), ...filled(values, "type", "phase", "local_authority", "town", "postcode"), ...point };
}

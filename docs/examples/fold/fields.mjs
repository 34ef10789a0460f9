// What the parts of the fold have in common.

const isEmpty = (value) =>
  value === undefined || value === "" || (typeof value === "object" && value !== null && Object.keys(value).length === 0);

/** Sets a field; what is empty is left out. */
export function put(object, field, value) {
  if (isEmpty(value)) delete object[field];
  else object[field] = value;
}

/** The named fields of an event, without those that are empty. */
export function pick(event, names) {
  const picked = {};
  for (const name of names) put(picked, name, event[name]);
  return picked;
}

/** A list with this element in the place of the one of the same key, else at the end. */
export function replaced(list = [], key, element) {
  const at = list.findIndex((other) => other[key] === element[key]);
  return at < 0 ? [...list, element] : list.with(at, element);
}

export const without = (list = [], key, value) => list.filter((element) => element[key] !== value);

/** A list of ids with one more; none is in it twice. */
export const including = (list = [], id) => (list.includes(id) ? list : [...list, id]);

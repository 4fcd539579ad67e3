/** Whether a value is an object of keys and values, of whatever realm; a Map, a Date or an array is none. */
export const isRecord = (value: unknown): value is object =>
  Object.prototype.toString.call(value) === '[object Object]';

/** The data of date-holidays, which come without types. */
declare module 'date-holidays/data' {
  /** `version` is the date of the data. */
  export const data: { readonly version: string };
}

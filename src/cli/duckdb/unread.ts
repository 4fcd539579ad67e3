/** Why DuckDB doesn't judge: the package has to, case by case. */
export class Unread extends Error {}

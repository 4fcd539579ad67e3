const { Bun, Deno, Temporal, process } = globalThis;
const name = Bun
  ? `Bun ${Bun.version}`
  : Deno
    ? `Deno ${Deno.version.deno}`
    : `Node ${process.versions.node}`;
console.log(
  `${name}, ICU ${process?.versions.icu}, zones of ${process?.versions.tz}; Temporal: ${typeof Temporal}`,
);

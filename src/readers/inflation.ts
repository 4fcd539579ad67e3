/** Up to here anything may unpack to anything. */
const HARMLESS = 64_000_000;
/** Text and tables shrink to a tenth or so, the most monotonous ones to a hundredth; DEFLATE goes to a thousandth. */
const RATIO = 200;

/** Whether so many bytes out of so few can only be made to exhaust whoever unpacks them. */
export const isBomb = (unpacked: number, packed: number): boolean =>
  unpacked > HARMLESS && unpacked > packed * RATIO;

// Runs in the page that is tested; nothing of it is part of the report.

function unfold() {
  for (const details of document.querySelectorAll('details')) details.open = true;
}

/** What sticks out of the page, unless it lies in a box that scrolls by itself, as none does on paper. */
function overflowing() {
  const room = document.documentElement.clientWidth;
  const isOut = (element) => element.getBoundingClientRect().right > room + 1;
  const boxes = [...document.querySelectorAll('.scroll')].filter(
    (box) => getComputedStyle(box).overflowX === 'auto',
  );
  const inBoxes = new Set(boxes.flatMap((box) => [...box.querySelectorAll('*')]));
  const wide = [...document.body.querySelectorAll('*')].filter(
    (element) => !inBoxes.has(element) && isOut(element),
  );
  const sides = document.documentElement.scrollWidth > room ? ['the page itself'] : [];
  return [...sides, ...wide.map((element) => element.outerHTML.slice(0, 120))];
}

/** Text whose contrast with the ground is below 4.5 to 1 (WCAG 2.2, AA). */
function faint() {
  const channels = (color) => (color.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (color) => {
    const [r = 0, g = 0, b = 0] = channels(color).map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const groundOf = (element) => {
    if (element === null) return 'rgb(255, 255, 255)';
    const { backgroundColor } = getComputedStyle(element);
    return channels(backgroundColor)[3] === 0 ? groundOf(element.parentElement) : backgroundColor;
  };
  const found = new Set();
  for (const element of document.body.querySelectorAll('*')) {
    const hasText = [...element.childNodes].some(
      (node) => node.nodeType === 3 && node.textContent?.trim() !== '',
    );
    if (!hasText || element.tagName === 'title') continue;
    const style = getComputedStyle(element);
    const color = element instanceof SVGElement ? style.fill : style.color;
    const [light = 0, dark = 0] = [luminance(color), luminance(groundOf(element))].sort((a, b) => b - a);
    if ((light + 0.05) / (dark + 0.05) < 4.5)
      found.add(`${element.tagName}.${element.getAttribute('class')} ${color}`);
  }
  return [...found];
}

globalThis.reportPage = { unfold, overflowing, faint };

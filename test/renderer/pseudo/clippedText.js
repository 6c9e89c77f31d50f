/**
 * An expression for the page: every text that cannot be read whole, as it is cut off by its own box or one around it, or lies
 * under another text. A text that is shortened on purpose (ellipsis) is fine where a tooltip tells it whole.
 */
(async () => {
  const slack = 1.5;
  /** What may lie over the rest of the page: dialogs, menus, and the alert, which must not move what is under it. */
  const layers = 'dialog, [role="dialog"], [data-radix-popper-content-wrapper], .window__ring, .details';
  const found = new Set();

  const describe = (element) => `${element.tagName.toLowerCase()}.${[...element.classList].join('.')}`;
  const scrolls = (overflow) => overflow === 'auto' || overflow === 'scroll';
  const cuts = (overflow) => overflow === 'hidden' || overflow === 'clip';
  /** What was measured of an element, as all of it is in one turn of the page: each is around many texts, and asking costs far more than the rest. */
  const measured = new Map();
  const boxOf = (element) => {
    const known = measured.get(element);
    if (known !== undefined) return known;
    const { display, overflowX, overflowY, textOverflow, position } = getComputedStyle(element);
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const box = { display, overflowX, overflowY, textOverflow, position, left, right, top, bottom };
    measured.set(element, box);
    return box;
  };
  const rectsOf = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  };
  const isTitled = (element, text) => {
    for (let each = element; each !== null; each = each.parentElement) {
      if (each.title !== undefined && each.title.includes(text)) return true;
    }
    return false;
  };
  /**
   * Which of these no tooltip tells, be it one that comes only when the pointer is there. A row shows one at a time, so that it is
   * pointed at in all rows together: one by one, the page would be drawn anew for each.
   */
  async function untold(shortened) {
    const rest = new Map(shortened.map((each) => [each, 0]));
    const left = [];
    while (rest.size > 0) {
      const pointed = new Map();
      for (const each of rest.keys()) {
        const row = each.element.closest('[role="row"]') ?? each.element;
        if (!pointed.has(row)) pointed.set(row, each);
      }
      for (const { element } of pointed.values()) element.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve, 20));
      for (const each of pointed.values()) {
        const { element, text } = each;
        const tries = rest.get(each) + 1;
        rest.set(each, tries);
        // Rows come and go as the list is drawn anew, and one may be another agent's by now.
        const settled = !element.isConnected || !element.textContent.includes(text) || isTitled(element, text);
        if (!settled && tries === 100) left.push(each);
        if (settled || tries === 100) rest.delete(each);
      }
    }
    return left;
  }

  /** What cuts it off; or the box that shortens it on purpose, where a tooltip has to tell it. */
  function cutOff(element, rects) {
    for (let box = element; box !== null && box !== document.body; box = box.parentElement) {
      const edge = boxOf(box);
      const { display, overflowX, overflowY, textOverflow } = edge;
      if (display === 'inline') continue;
      for (const rect of rects) {
        if (cuts(overflowX) && (rect.right > edge.right + slack || rect.left < edge.left - slack)) {
          return textOverflow === 'ellipsis' ? { by: box } : `cut off at the side by ${describe(box)}`;
        }
        if (cuts(overflowY) && (rect.bottom > edge.bottom + slack || rect.top < edge.top - slack)) {
          return `cut off above or below by ${describe(box)}`;
        }
      }
      // What can be scrolled can be read.
      if (scrolls(overflowX) || scrolls(overflowY)) return null;
    }
    return rects.some(({ left, right }) => right > innerWidth + slack || left < -slack) ? 'beyond the edge of the window' : null;
  }

  function stays(element) {
    for (let box = element; box !== null; box = box.parentElement) {
      if (boxOf(box).position === 'sticky') return box;
    }
    return null;
  }

  /** Whether the point is not clipped or scrolled away. */
  function isInView(element, x, y) {
    for (let box = element; box !== null; box = box.parentElement) {
      const { overflowX, overflowY, left, right, top, bottom } = boxOf(box);
      if (overflowX === 'visible' && overflowY === 'visible') continue;
      if (x < left || x > right || y < top || y > bottom) return false;
    }
    return true;
  }

  function covered(element, rects) {
    const layer = element.closest(layers);
    for (const { left, right, top, bottom } of rects) {
      for (const x of [left + 2, (left + right) / 2, right - 2]) {
        const y = (top + bottom) / 2;
        if (!isInView(element, x, y)) continue;
        const over = document.elementFromPoint(x, y);
        if (over === null || over.contains(element) || element.contains(over)) continue;
        // A column that stays while the others are scrolled under it covers them on purpose.
        if (over.closest(layers) !== layer || stays(over) !== stays(element)) return null;
        const hasText = [...over.childNodes].some((child) => child instanceof Text && child.data.trim() !== '');
        if (hasText) return `under ${describe(over)}`;
      }
    }
    return null;
  }

  if (document.documentElement.scrollWidth > innerWidth + slack) found.add('the whole page is wider than the window');
  const complain = (element, text, problem) => found.add(`"${text.slice(0, 60)}" in ${describe(element)}: ${problem}`);
  const shortened = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.data.trim();
    if (text === '' || !element.checkVisibility({ visibilityProperty: true })) continue;
    if (element.closest('svg, option, [aria-hidden="true"], .only-spoken') !== null) continue;
    const rects = rectsOf(node);
    const cut = cutOff(element, rects);
    const covers = cut === null || typeof cut === 'object' ? covered(element, rects) : null;
    const problem = typeof cut === 'string' ? cut : covers;
    if (problem !== null) complain(element, text, problem);
    else if (cut !== null && !isTitled(element, text)) shortened.push({ element, text, by: cut.by });
  }
  for (const { element, text, by } of await untold(shortened))
    complain(element, text, `shortened by ${describe(by)}, and no tooltip tells it`);
  for (const input of document.querySelectorAll('input[placeholder]')) {
    if (!input.checkVisibility()) continue;
    const style = getComputedStyle(input);
    const canvas = document.createElement('canvas').getContext('2d');
    canvas.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const room = input.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    if (canvas.measureText(input.placeholder).width > room + slack && input.title === '') found.add(`"${input.placeholder}" in its field`);
  }
  return [...found];
})();
